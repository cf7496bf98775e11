/// Goes through the bytes of a TOML file and notes on which line what stands.
///
/// Made for text that the parser accepts; in other text it goes on at the next line. Source: toml.io/en/v1.0.0.
struct TOMLScanner {
    private let source: [UInt8]
    private var position = 0
    private var line = 1
    private var fault: String?

    /// How deep values may lie in each other: no file of ours comes near, and deeper ones could exhaust the stack.
    private static let deepest = 64

    init(_ source: [UInt8]) {
        self.source = source
        if source.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    mutating func scan(into lines: inout TOMLLines) {
        var table: TOMLPath = []
        while true {
            skipBlanksAndComments()
            guard position < source.count else { return }
            let first = line
            fault = nil
            let isHeader = take("[")
            if isHeader {
                let isElement = take("[")
                skipBlanks()
                if !isAtKey { fault = "a table needs a name in its brackets" }
                table = lines.table(keys(), isElement: isElement, line: first)
            } else {
                var path = table
                for key in keys() {
                    path.append(.key(key))
                    lines.note(path, line: first)
                }
                if take("=") { scanValue(at: path, into: &lines) }
            }
            skipLine()
            lines.add(TOMLLines.Statement(lines: first...line, isHeader: isHeader, fault: fault))
        }
    }

    private mutating func scanValue(at path: TOMLPath, into lines: inout TOMLLines) {
        skipBlanks()
        guard path.count <= Self.deepest else {
            return fault = "this lies too deep in other tables and lists"
        }
        guard let byte = peek else { return }
        switch byte {
        case "\"", "'":
            _ = string()
        case "[":
            _ = take("[")
            var index = 0
            repeat {
                skipBlanksAndComments()
                guard let next = peek, next != "]" else { break }
                if !isBare(next), !"\"'[{+".unicodeScalars.contains(next) {
                    fault = "a list has values with commas between them, and ] at its end"
                }
                lines.note(path + [.index(index)], line: line)
                scanValue(at: path + [.index(index)], into: &lines)
                skipBlanksAndComments()
                index += 1
            } while take(",")
            _ = take("]")
        case "{":
            _ = take("{")
            repeat {
                let inner = path + keys().map(TOMLStep.key)
                lines.note(inner, line: line)
                if take("=") { scanValue(at: inner, into: &lines) }
                skipBlanks()
            } while take(",")
            _ = take("}")
        default:
            while let byte = peek, !",]}#\n".unicodeScalars.contains(byte) { advance() }
        }
    }

    /// A key and its parts: `fact.slot`, `"g n"`.
    private mutating func keys() -> [String] {
        var keys: [String] = []
        repeat {
            skipBlanks()
            if peek == "\"" || peek == "'" {
                keys.append(string())
            } else {
                let start = position
                while let byte = peek, byte.isASCII, byte.properties.isXIDContinue || byte == "-" {
                    advance()
                }
                keys.append(String(decoding: source[start..<position], as: UTF8.self))
            }
            skipBlanks()
            guard keys.count <= Self.deepest else {
                fault = "this key has too many parts"
                break
            }
        } while take(".")
        return keys
    }

    private var isAtKey: Bool { peek.map { isBare($0) || $0 == "\"" || $0 == "'" } ?? false }

    /// Whether a key may have the character without quotes.
    private func isBare(_ byte: Unicode.Scalar) -> Bool {
        switch byte {
        case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
        default: false
        }
    }

    /// The content of a string of any of the four kinds, with its simplest escapes resolved.
    private mutating func string() -> String {
        guard let quote = peek else { return "" }
        let isLiteral = quote == "'"
        var content: [UInt8] = []
        let isMultiline = takes(quote, times: 3)
        advance(isMultiline ? 3 : 1)
        while let byte = peek {
            if byte == quote, !isMultiline || takes(quote, times: 3) {
                advance(isMultiline ? 3 : 1)
                while isMultiline, peek == quote { advance() }
                break
            }
            if byte == "\n", !isMultiline { break }
            if byte == "\\", !isLiteral, position + 1 < source.count {
                advance()
                content.append(source[position] == UInt8(ascii: "t") ? UInt8(ascii: "\t") : source[position])
            } else {
                content.append(source[position])
            }
            advance()
        }
        return String(decoding: content, as: UTF8.self)
    }

    // MARK: Bytes

    /// The byte at the position as a scalar; those of longer characters come out as Latin-1, never as ASCII.
    private var peek: Unicode.Scalar? {
        position < source.count ? Unicode.Scalar(source[position]) : nil
    }

    private func takes(_ scalar: Unicode.Scalar, times: Int) -> Bool {
        position + times <= source.count
            && source[position..<position + times].allSatisfy { Unicode.Scalar($0) == scalar }
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard peek == scalar else { return false }
        advance()
        return true
    }

    private mutating func advance(_ count: Int = 1) {
        for _ in 0..<count where position < source.count {
            if source[position] == UInt8(ascii: "\n") { line += 1 }
            position += 1
        }
    }

    private mutating func skipBlanks() {
        while let byte = peek, byte == " " || byte == "\t" { advance() }
    }

    private mutating func skipBlanksAndComments() {
        while let byte = peek {
            if byte == "#" {
                skipLine()
            } else if " \t\r\n".unicodeScalars.contains(byte) {
                advance()
            } else {
                return
            }
        }
    }

    /// Up to the line break, not over it.
    private mutating func skipLine() {
        while let byte = peek, byte != "\n" { advance() }
    }
}
