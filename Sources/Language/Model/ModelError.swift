/// Why a model was refused, and what to do.
public struct ModelError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Kind: Hashable, Sendable {
        /// The bytes do not begin as a model does.
        case foreign
        /// A model of another version of the program.
        case version
        /// Bytes are missing, added or changed.
        case damaged
        /// A sound model for another task.
        case task
    }

    public let kind: Kind
    public let description: String

    static let foreign = ModelError(
        kind: .foreign, description: "is no model; make one with glosse train")
    static let damaged = ModelError(
        kind: .damaged,
        description: "is a damaged model: its bytes are not the ones that were written; train it again")

    static func version(_ found: UInt32) -> ModelError {
        ModelError(
            kind: .version,
            description:
                "is a model of version \(found), but this program reads version \(ModelFile.version); "
                + "train it again")
    }

    static func missing(_ section: String) -> ModelError {
        ModelError(
            kind: .task, description: "has no section “\(section)”; it is a model for another task")
    }
}
