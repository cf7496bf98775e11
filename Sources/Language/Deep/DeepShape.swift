/// The sizes of a transformer, as the section `deep` of its file tells them.
///
///     version 1 · layers · width · heads · inner width · positions · pieces · form of the weights, each 4 bytes
struct DeepShape: Hashable, Sendable {
    static let version: UInt32 = 1
    /// What the kernels compute with.
    static let headWidth = 32
    static let lanes = 16

    enum Precision: Hashable, Sendable {
        /// Weights of 8 bits with a scale an out; inputs are brought to 8 bits a row at a time.
        case bytes
        case floats
    }

    /// How the weights lie in the file.
    enum Form: UInt32, Sendable {
        case bytes, floats, packed
    }

    let layers: Int
    let width: Int
    let heads: Int
    let inner: Int
    let positions: Int
    /// Without the three special ones, whose rows stand behind all others.
    let pieces: Int
    let form: Form

    init(_ file: ModelFile) throws(ModelError) {
        let numbers = try file.array("deep", of: UInt32.self)
        guard numbers.count == 8 else { throw .damaged }
        guard numbers[0] == Self.version else { throw .version(numbers[0]) }
        guard (1...48).contains(numbers[1]), (32...4096).contains(numbers[2]),
            (32...16384).contains(numbers[4]), (16...8192).contains(numbers[5]),
            (1...1_000_000).contains(numbers[6]), numbers[2] == numbers[3] &* 32,
            numbers[4] % 16 == 0, let form = Form(rawValue: numbers[7])
        else { throw .damaged }
        layers = Int(numbers[1])
        width = Int(numbers[2])
        heads = Int(numbers[3])
        inner = Int(numbers[4])
        positions = Int(numbers[5])
        pieces = Int(numbers[6])
        self.form = form
    }

    /// What is computed with.
    var precision: Precision { form == .floats ? .floats : .bytes }
    /// The bytes of a row of the 4-bit table.
    var tableRow: Int { width / 32 * 18 }
    /// Before a segment, behind it, and for a letter that no piece has.
    var startPiece: Int32 { Int32(pieces) }
    var endPiece: Int32 { Int32(pieces + 1) }
    var unknownPiece: Int32 { Int32(pieces + 2) }
}
