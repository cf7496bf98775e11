/// Checks a JSON text against RFC 8259 and lists its values.
///
/// Stricter than the RFC asks: a key may occur once in an object, surrogates come in pairs, and nesting ends at 128.
///
/// - Precondition: the bytes are UTF-8.
struct JSONParser {
    struct Failure: Error {
        let offset: Int
        let message: String
    }

    private static let depthLimit = 128
    /// Objects with more keys compare them through a set.
    private static let pairwiseLimit = 16

    private let bytes: UnsafeBufferPointer<UInt8>
    private var at = 0
    private var depth = 0
    private var nodes: [JSONTree.Node] = []
    /// The nodes of the keys of all objects that are open.
    private var keys: [Int] = []

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func parse() throws(Failure) -> [JSONTree.Node] {
        nodes.reserveCapacity(bytes.count / 16 + 1)
        skipSpace()
        try value()
        skipSpace()
        guard at == bytes.count else { throw failure("something follows the end of the JSON value") }
        return nodes
    }

    static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }

    // MARK: Values

    private mutating func value() throws(Failure) {
        switch peek {
        case UInt8(ascii: "{"): try object()
        case UInt8(ascii: "["): try array()
        case UInt8(ascii: "\""): try string()
        case let digit? where digit == UInt8(ascii: "-") || (48...57).contains(digit): try number()
        case UInt8(ascii: "t"): try word("true", .true)
        case UInt8(ascii: "f"): try word("false", .false)
        case UInt8(ascii: "n"): try word("null", .null)
        case nil: throw failure("the JSON ends before its value is complete")
        default: throw failure("no JSON value begins like this")
        }
    }

    private mutating func object() throws(Failure) {
        let node = try open(.object)
        let firstKey = keys.count
        skipSpace()
        if peek != UInt8(ascii: "}") {
            while true {
                guard peek == UInt8(ascii: "\"") else { throw failure("a key in quotes is needed here") }
                keys.append(nodes.count)
                try string()
                skipSpace()
                guard peek == UInt8(ascii: ":") else { throw failure("a colon is needed after the key") }
                at += 1
                skipSpace()
                try value()
                skipSpace()
                guard peek == UInt8(ascii: ",") else { break }
                at += 1
                skipSpace()
            }
        }
        guard peek == UInt8(ascii: "}") else { throw failure("a comma or } is needed here") }
        try checkKeys(from: firstKey)
        keys.removeSubrange(firstKey...)
        close(node)
    }

    private mutating func array() throws(Failure) {
        let node = try open(.array)
        skipSpace()
        if peek != UInt8(ascii: "]") {
            while true {
                try value()
                skipSpace()
                guard peek == UInt8(ascii: ",") else { break }
                at += 1
                skipSpace()
            }
        }
        guard peek == UInt8(ascii: "]") else { throw failure("a comma or ] is needed here") }
        close(node)
    }

    private mutating func open(_ kind: JSON.Kind) throws(Failure) -> Int {
        depth += 1
        guard depth <= Self.depthLimit else {
            throw failure("the JSON is nested deeper than \(Self.depthLimit) levels")
        }
        nodes.append(JSONTree.Node(kind: kind, start: UInt32(at)))
        at += 1
        return nodes.count - 1
    }

    private mutating func close(_ node: Int) {
        depth -= 1
        at += 1
        nodes[node].end = UInt32(at)
        nodes[node].next = UInt32(nodes.count)
    }

    private mutating func leaf(_ kind: JSON.Kind, from start: Int, isEscaped: Bool = false) {
        nodes.append(
            JSONTree.Node(
                kind: kind, isEscaped: isEscaped, start: UInt32(start), end: UInt32(at),
                next: UInt32(nodes.count + 1)))
    }

    private func checkKeys(from first: Int) throws(Failure) {
        let keys = keys[first...]
        let isSimple = keys.count <= Self.pairwiseLimit && !keys.contains { nodes[$0].isEscaped }
        var seen: Set<[UInt8]> = []
        for (index, key) in zip(keys.indices, keys) {
            let name = bytes[nodes[key].content]
            let isRepeated =
                isSimple
                ? keys[..<index].contains { bytes[nodes[$0].content].elementsEqual(name) }
                : !seen.insert(Self.unescaped(name)).inserted
            if isRepeated {
                throw Failure(offset: Int(nodes[key].start), message: "this key occurs twice in one object")
            }
        }
    }

    /// A key with its `\u` escapes resolved, enough to tell whether two are the same.
    private static func unescaped(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
        guard name.contains(UInt8(ascii: "\\")) else { return Array(name) }
        let quoted = [UInt8(ascii: "\"")] + name + [UInt8(ascii: "\"")]
        guard let tree = try? JSONTree(Input(name: "", bytes: quoted)), let node = tree.nodes.first else {
            return Array(name)
        }
        return tree.bytes(of: node)
    }

    // MARK: Leaves

    private mutating func string() throws(Failure) {
        let start = at
        var isEscaped = false
        at += 1
        while true {
            at = ByteScan.nextJSONStop(in: bytes, from: at)
            switch peek {
            case UInt8(ascii: "\""):
                at += 1
                leaf(.string, from: start, isEscaped: isEscaped)
                return
            case UInt8(ascii: "\\"):
                isEscaped = true
                try escape()
            case nil:
                throw Failure(offset: start, message: "this string has no closing quote")
            default:
                throw failure("a control character in a string must be escaped")
            }
        }
    }

    private mutating func escape() throws(Failure) {
        let start = at
        at += 1
        switch peek {
        case UInt8(ascii: "u"):
            at += 1
            let unit = try hexUnit()
            if (0xDC00...0xDFFF).contains(unit) {
                throw Failure(offset: start, message: "the second half of a surrogate pair stands alone")
            }
            guard (0xD800...0xDBFF).contains(unit) else { return }
            guard at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u")
            else {
                throw Failure(offset: start, message: "the first half of a surrogate pair stands alone")
            }
            at += 2
            guard (0xDC00...0xDFFF).contains(try hexUnit()) else {
                throw Failure(offset: start, message: "the first half of a surrogate pair stands alone")
            }
        case let sign? where "\"\\/bfnrt".utf8.contains(sign):
            at += 1
        default:
            throw Failure(offset: start, message: "JSON has no such escape")
        }
    }

    private mutating func hexUnit() throws(Failure) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = peek, let digit = Self.hexValue(byte) else {
                throw failure("four hexadecimal digits are needed after \\u")
            }
            unit = unit << 4 | UInt16(digit)
            at += 1
        }
        return unit
    }

    private mutating func number() throws(Failure) {
        let start = at
        if peek == UInt8(ascii: "-") { at += 1 }
        if peek == UInt8(ascii: "0") { at += 1 } else { try digits() }
        if peek == UInt8(ascii: ".") {
            at += 1
            try digits()
        }
        if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
            at += 1
            if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { at += 1 }
            try digits()
        }
        leaf(.number, from: start)
    }

    private mutating func digits() throws(Failure) {
        guard let first = peek, (48...57).contains(first) else { throw failure("a digit is needed here") }
        while let byte = peek, (48...57).contains(byte) { at += 1 }
    }

    private mutating func word(_ word: String, _ kind: JSON.Kind) throws(Failure) {
        let start = at
        for byte in word.utf8 {
            guard peek == byte else {
                throw Failure(offset: start, message: "no JSON value begins like this")
            }
            at += 1
        }
        leaf(kind, from: start)
    }

    // MARK: Bytes

    private var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func skipSpace() {
        while at < bytes.count, bytes[at] == 32 || bytes[at] == 10 || bytes[at] == 13 || bytes[at] == 9 {
            at += 1
        }
    }

    private func failure(_ message: String) -> Failure { Failure(offset: at, message: message) }
}
