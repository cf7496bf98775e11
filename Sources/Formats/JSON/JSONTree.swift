/// A parsed JSON text: the bytes and a node for every value and key, parents before children.
final class JSONTree: Sendable {
    struct Node: Sendable {
        let kind: JSON.Kind
        /// Whether a string holds escapes.
        var isEscaped = false
        /// The bytes of the value, with the quotes of a string.
        let start: UInt32
        var end: UInt32 = 0
        /// The index of the first node that is not part of this value.
        var next: UInt32 = 0

        /// The bytes between the quotes.
        var content: Range<Int> { Int(start) + 1..<Int(end) - 1 }
    }

    let input: Input
    let nodes: [Node]

    init(_ input: Input) throws(FormatError) {
        self.input = input
        if input.bytes.count > Int(UInt32.max) {
            throw FormatError(file: input.name, line: input.firstLine, "is over 4 GB of JSON in one piece")
        }
        if let broken = IllFormedUTF8.first(in: input.bytes) {
            throw Self.error(in: input, at: broken, "is not UTF-8")
        }
        let result = input.bytes.withUnsafeBufferPointer { bytes in
            var parser = JSONParser(bytes)
            return Result { () throws(JSONParser.Failure) in try parser.parse() }
        }
        switch result {
        case .success(let nodes): self.nodes = nodes
        case .failure(let failure): throw Self.error(in: input, at: failure.offset, failure.message)
        }
    }

    func error(at offset: Int, _ message: String) -> FormatError {
        Self.error(in: input, at: offset, message)
    }

    private static func error(in input: Input, at offset: Int, _ message: String) -> FormatError {
        let before = input.bytes[..<offset]
        let line = before.lastIndex(of: 10).map { before[($0 + 1)...] } ?? before
        return FormatError(
            file: input.name, line: input.firstLine + before.count { $0 == 10 },
            column: 1 + line.count { $0 & 0xC0 != 0x80 }, message)
    }

    /// The signs of a number.
    func literal(_ node: Node) -> Substring {
        Substring(decoding: input.bytes[Int(node.start)..<Int(node.end)], as: UTF8.self)
    }

    func string(_ node: Node) -> String {
        node.isEscaped
            ? String(decoding: bytes(of: node), as: UTF8.self)
            : String(decoding: input.bytes[node.content], as: UTF8.self)
    }

    /// The bytes that a string stands for.
    func bytes(of node: Node) -> [UInt8] {
        let source = input.bytes[node.content]
        guard node.isEscaped else { return Array(source) }
        var decoded: [UInt8] = []
        decoded.reserveCapacity(source.count)
        var index = source.startIndex
        while index < source.endIndex {
            guard source[index] == UInt8(ascii: "\\") else {
                decoded.append(source[index])
                index += 1
                continue
            }
            switch source[index + 1] {
            case UInt8(ascii: "b"): decoded.append(8)
            case UInt8(ascii: "t"): decoded.append(9)
            case UInt8(ascii: "n"): decoded.append(10)
            case UInt8(ascii: "f"): decoded.append(12)
            case UInt8(ascii: "r"): decoded.append(13)
            case UInt8(ascii: "u"):
                var scalar = hex(source[(index + 2)..<(index + 6)])
                if (0xD800...0xDBFF).contains(scalar) {
                    let low = hex(source[(index + 8)..<(index + 12)])
                    scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
                    index += 6
                }
                decoded.append(contentsOf: String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8)
                index += 4
            case let sign: decoded.append(sign)
            }
            index += 2
        }
        return decoded
    }

    private func hex(_ digits: ArraySlice<UInt8>) -> UInt32 {
        digits.reduce(0) { $0 << 4 | UInt32(JSONParser.hexValue($1) ?? 0) }
    }
}
