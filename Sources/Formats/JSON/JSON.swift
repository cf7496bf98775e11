/// A value in a JSON text.
///
/// The text is parsed once into a flat list of nodes; strings and numbers are decoded when somebody asks. Every value
/// knows its place, so that an error about its meaning names line and column as one about its form does.
struct JSON: Sendable {
    enum Kind: UInt8, Sendable {
        case null, `true`, `false`, number, string, array, object
    }

    private let tree: JSONTree
    private let index: Int

    /// Parses a text that holds one value.
    init(_ input: Input) throws(FormatError) {
        tree = try JSONTree(input)
        index = 0
    }

    private init(_ tree: JSONTree, _ index: Int) {
        self.tree = tree
        self.index = index
    }

    private var node: JSONTree.Node { tree.nodes[index] }
    var kind: Kind { node.kind }

    /// An error about this value.
    func error(_ message: String) -> FormatError { tree.error(at: Int(node.start), message) }

    // MARK: Content

    var string: String {
        get throws(FormatError) {
            guard kind == .string else { throw error("a string is needed here, not \(kind.name)") }
            return tree.string(node)
        }
    }

    /// The UTF-8 bytes of a string.
    var bytes: [UInt8] {
        get throws(FormatError) {
            guard kind == .string else { throw error("a string is needed here, not \(kind.name)") }
            return tree.bytes(of: node)
        }
    }

    /// Whether it is a string of these bytes; costs no allocation.
    func isString(_ expected: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard kind == .string else { return false }
        if node.isEscaped { return tree.bytes(of: node).elementsEqual(expected) }
        return tree.input.bytes.withUnsafeBufferPointer { $0[node.content].elementsEqual(expected) }
    }

    var int: Int {
        get throws(FormatError) {
            guard kind == .number, let int = Int(tree.literal(node)) else {
                throw error("a whole number is needed here, not \(kind == .number ? "this one" : kind.name)")
            }
            return int
        }
    }

    var float: Float {
        get throws(FormatError) {
            guard kind == .number, let float = Float(tree.literal(node)), float.isFinite else {
                throw error("a number is needed here, not \(kind == .number ? "one this large" : kind.name)")
            }
            return float
        }
    }

    /// A number as it is written, or whatever else stands there.
    var literal: String { String(tree.literal(node)) }

    var elements: Elements {
        get throws(FormatError) {
            guard kind == .array else { throw error("an array is needed here, not \(kind.name)") }
            return Elements(tree: tree, position: index + 1, end: Int(node.next))
        }
    }

    /// The keys and values in the order of the text.
    var members: Members {
        get throws(FormatError) {
            guard kind == .object else { throw error("an object is needed here, not \(kind.name)") }
            return Members(tree: tree, position: index + 1, end: Int(node.next))
        }
    }

    struct Elements: Sequence, IteratorProtocol {
        fileprivate let tree: JSONTree
        fileprivate var position: Int
        fileprivate let end: Int

        mutating func next() -> JSON? {
            guard position < end else { return nil }
            defer { position = Int(tree.nodes[position].next) }
            return JSON(tree, position)
        }
    }

    struct Members: Sequence, IteratorProtocol {
        fileprivate let tree: JSONTree
        fileprivate var position: Int
        fileprivate let end: Int

        mutating func next() -> (key: String, value: JSON)? {
            guard position < end else { return nil }
            let key = tree.string(tree.nodes[position])
            let value = JSON(tree, position + 1)
            position = Int(tree.nodes[position + 1].next)
            return (key, value)
        }
    }
}

extension JSON.Kind {
    fileprivate var name: String {
        switch self {
        case .null: "null"
        case .true, .false: "true or false"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }
}
