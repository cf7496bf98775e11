/// Why a training cannot begin or go on, and what to do.
public struct DeepTrainingError: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String

    static let empty = DeepTrainingError(
        description: "there is nothing to learn: no sentence has words; name other files with --data")

    static func follow(_ corpus: String) -> DeepTrainingError {
        DeepTrainingError(
            description: "no sentences of the corpus “\(corpus)” are learned from; follow one of the data")
    }

    static func labels(_ head: TrainedHead) -> DeepTrainingError {
        guard head.kind == .tree else {
            return DeepTrainingError(
                description: "the corpus “\(head.corpus)” has \(head.labels.count) labels, more than "
                    + "\(head.mostLabels); map or leave out some")
        }
        return DeepTrainingError(
            description: "the treebanks have \(head.labels.count) relations, more than \(head.mostLabels); "
                + "leave one out")
    }

    static func layers(_ wanted: Int, _ there: Int) -> DeepTrainingError {
        DeepTrainingError(
            description: "the base has \(there) layers, not \(wanted); ask for at most as many")
    }

    static let noState = DeepTrainingError(
        description: "is no state of a training; name another file, or remove it to begin anew")
    static let damagedState = DeepTrainingError(
        description: "is a damaged state of a training; remove it to begin anew")
    static let otherState = DeepTrainingError(
        description:
            "is the state of a training with other data, base or options; give the same ones, name another "
            + "file, or remove it to begin anew")
}
