/// Reads Turtle, and so N-Triples too, into triples.
///
/// Source: w3.org, "RDF 1.1 Turtle". IRIs are joined to their base in the simple cases: fragments and names beside it.
struct TurtleParser {
    /// Brackets within brackets: more is no document but an attack.
    private static let depthLimit = 200
    private static let numberTypes = (integer: "integer", decimal: "decimal", double: "double")

    private let input: Input
    private let bytes: [UInt8]
    private var index = 0
    private var depth = 0
    private var base = ""
    private var prefixes: [String: String] = [:]
    private var blankCount = 0
    private(set) var triples: [RDFTriple] = []

    static func triples(_ input: Input) throws(FormatError) -> [RDFTriple] {
        if let broken = IllFormedUTF8.first(in: input.bytes) {
            throw FormatError(
                file: input.name, line: 1 + input.bytes[..<broken].count { $0 == 10 }, "is not UTF-8")
        }
        var parser = TurtleParser(input)
        try parser.parse()
        return parser.triples
    }

    private init(_ input: Input) {
        self.input = input
        bytes = input.bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    }

    private func error(_ message: String) -> FormatError {
        let before = bytes[..<min(index, bytes.count)]
        let start = before.lastIndex(of: 10).map { $0 + 1 } ?? 0
        return FormatError(
            file: input.name, line: input.firstLine + before.count { $0 == 10 },
            column: 1 + before[start...].count { $0 & 0xC0 != 0x80 }, message)
    }

    // MARK: Statements

    private mutating func parse() throws(FormatError) {
        while skipSpace() {
            if takeWord("@prefix") {
                try prefix()
                try need(".")
            } else if takeWord("@base") {
                base = try iriReference()
                try need(".")
            } else if takeWord("PREFIX") || takeWord("prefix") {
                try prefix()
            } else if takeWord("BASE") || takeWord("base") {
                base = try iriReference()
            } else {
                let isAnonymous = peek == UInt8(ascii: "[")
                let subject = try term()
                skipSpace()
                // A bracket may say everything about its subject.
                if !isAnonymous || peek != UInt8(ascii: ".") { try predicates(of: subject) }
                try need(".")
            }
        }
    }

    private mutating func prefix() throws(FormatError) {
        skipSpace()
        let name = word { $0 != UInt8(ascii: ":") && !$0.isSpace && $0 != UInt8(ascii: "<") }
        try need(":")
        prefixes[name] = try iriReference()
    }

    private mutating func predicates(of subject: RDFTerm) throws(FormatError) {
        while true {
            skipSpace()
            // A list may end with semicolons.
            if peek == UInt8(ascii: ".") || peek == UInt8(ascii: "]") { return }
            let predicate: String
            if takeWord("a") {
                predicate = RDFSpace.type
            } else {
                guard case .iri(let iri) = try term() else { throw error("a predicate must be an IRI") }
                predicate = iri
            }
            repeat {
                triples.append(RDFTriple(subject: subject, predicate: predicate, object: try term()))
                skipSpace()
            } while take(",")
            guard take(";") else { return }
            while skipSpace(), take(";") {}
        }
    }

    // MARK: Terms

    private mutating func term() throws(FormatError) -> RDFTerm {
        guard skipSpace(), let sign = peek else { throw error("the file ends in a statement") }
        switch sign {
        case UInt8(ascii: "<"): return .iri(try iriReference())
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return try literal(sign)
        case UInt8(ascii: "["): return try bracket()
        case UInt8(ascii: "("): return try collection()
        case UInt8(ascii: "_") where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: ":"):
            index += 2
            return .blank("n" + word(Self.isInName))
        case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            return number()
        case UInt8(ascii: "."):
            guard index + 1 < bytes.count, (48...57).contains(bytes[index + 1]) else {
                throw error("a term is missing before the point")
            }
            return number()
        default:
            if takeWord("true") { return .literal("true", type: RDFSpace.xsd + "boolean") }
            if takeWord("false") { return .literal("false", type: RDFSpace.xsd + "boolean") }
            return .iri(try prefixedName())
        }
    }

    private mutating func iriReference() throws(FormatError) -> String {
        skipSpace()
        guard take("<") else { throw error("an IRI in brackets is needed here") }
        let start = index
        while index < bytes.count, bytes[index] != UInt8(ascii: ">"), bytes[index] > 32 { index += 1 }
        guard peek == UInt8(ascii: ">") else { throw error("the IRI does not end") }
        let iri = try unescaped(bytes[start..<index])
        index += 1
        return joined(iri)
    }

    private func joined(_ iri: String) -> String {
        guard !base.isEmpty else { return iri }
        if iri.isEmpty || iri.hasPrefix("#") { return base.prefix { $0 != "#" } + iri }
        let scheme = iri.prefix { $0 != ":" }
        let isAbsolute = scheme.count < iri.count && !scheme.contains("/")
        if isAbsolute { return iri }
        let folder = base.lastIndex(of: "/").map { base[...$0] } ?? base[...]
        return folder + iri
    }

    private mutating func prefixedName() throws(FormatError) -> String {
        let prefix = word { Self.isInName($0) }
        guard take(":") else { throw error("an IRI or a name with a prefix is needed here") }
        guard let space = prefixes[prefix] else { throw error("the prefix \(prefix): is not declared") }
        var local: [UInt8] = []
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\\"), index + 1 < bytes.count {
                local.append(bytes[index + 1])
                index += 2
            } else if Self.isInName(byte) || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "%")
                || byte == UInt8(ascii: ".") && index + 1 < bytes.count && Self.isInName(bytes[index + 1])
            {
                local.append(byte)
                index += 1
            } else {
                break
            }
        }
        return space + String(decoding: local, as: UTF8.self)
    }

    private mutating func literal(_ quote: UInt8) throws(FormatError) -> RDFTerm {
        let isLong = bytes[index...].starts(with: [quote, quote, quote])
        index += isLong ? 3 : 1
        let start = index
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "\\") {
                index += 2
                continue
            }
            if isLong ? bytes[index...].starts(with: [quote, quote, quote]) : bytes[index] == quote { break }
            index += 1
        }
        guard index < bytes.count else {
            index = start
            throw error("the string does not end")
        }
        let text = try unescaped(bytes[start..<index])
        index += isLong ? 3 : 1
        if take("@") { return .literal(text, language: word { Self.isInName($0) }) }
        if peek == UInt8(ascii: "^") {
            guard take("^"), take("^"), case .iri(let type) = try term() else {
                throw error("a datatype is an IRI behind ^^")
            }
            return .literal(text, type: type)
        }
        return .literal(text)
    }

    private mutating func number() -> RDFTerm {
        var text = word { (48...57).contains($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
        var type = Self.numberTypes.integer
        if peek == UInt8(ascii: "."), index + 1 < bytes.count, (48...57).contains(bytes[index + 1]) {
            index += 1
            text += "." + word { (48...57).contains($0) }
            type = Self.numberTypes.decimal
        }
        if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
            text += word { Self.isInName($0) || $0 == UInt8(ascii: "+") }
            type = Self.numberTypes.double
        }
        return .literal(text, type: RDFSpace.xsd + type)
    }

    private mutating func bracket() throws(FormatError) -> RDFTerm {
        try enter()
        defer { depth -= 1 }
        let node = newBlank()
        try predicates(of: node)
        try need("]")
        return node
    }

    private mutating func collection() throws(FormatError) -> RDFTerm {
        try enter()
        defer { depth -= 1 }
        var items: [RDFTerm] = []
        while skipSpace(), peek != UInt8(ascii: ")") { items.append(try term()) }
        try need(")")
        var list = RDFTerm.iri(RDFSpace.rdf + "nil")
        for item in items.reversed() {
            let node = newBlank()
            triples.append(RDFTriple(subject: node, predicate: RDFSpace.rdf + "first", object: item))
            triples.append(RDFTriple(subject: node, predicate: RDFSpace.rdf + "rest", object: list))
            list = node
        }
        return list
    }

    private mutating func enter() throws(FormatError) {
        depth += 1
        guard depth < Self.depthLimit else { throw error("brackets are nested too deeply") }
        index += 1
    }

    private mutating func newBlank() -> RDFTerm {
        blankCount += 1
        return .blank("b\(blankCount)")
    }

    private func unescaped(_ source: ArraySlice<UInt8>) throws(FormatError) -> String {
        guard source.contains(UInt8(ascii: "\\")) else { return String(decoding: source, as: UTF8.self) }
        var result = String.UnicodeScalarView()
        var rest = String(decoding: source, as: UTF8.self).unicodeScalars[...]
        while let scalar = rest.popFirst() {
            guard scalar == "\\", let sign = rest.popFirst() else {
                result.append(scalar)
                continue
            }
            switch sign {
            case "t": result.append("\t")
            case "n": result.append("\n")
            case "r": result.append("\r")
            case "b": result.append("\u{8}")
            case "f": result.append("\u{C}")
            case "u", "U":
                let digits = rest.prefix(sign == "u" ? 4 : 8)
                guard digits.count == (sign == "u" ? 4 : 8), let code = UInt32(String(digits), radix: 16),
                    let scalar = Unicode.Scalar(code)
                else { throw error("\\\(sign) needs the number of a character") }
                result.append(scalar)
                rest = rest.dropFirst(digits.count)
            default: result.append(sign)
            }
        }
        return String(result)
    }

    // MARK: Signs

    private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

    private static func isInName(_ byte: UInt8) -> Bool {
        byte.isInName || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte >= 128
    }

    /// Passes white space and comments by.
    ///
    /// - Returns: whether there is more.
    @discardableResult
    private mutating func skipSpace() -> Bool {
        while index < bytes.count {
            if bytes[index].isSpace {
                index += 1
            } else if bytes[index] == UInt8(ascii: "#") {
                index = bytes[index...].firstIndex(of: 10) ?? bytes.count
            } else {
                return true
            }
        }
        return false
    }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard peek == UInt8(ascii: sign) else { return false }
        index += 1
        return true
    }

    private mutating func need(_ sign: Unicode.Scalar) throws(FormatError) {
        skipSpace()
        guard take(sign) else { throw error("\"\(sign)\" is missing here") }
    }

    /// Takes a word that white space or a bracket follows.
    private mutating func takeWord(_ word: String) -> Bool {
        guard bytes[index...].starts(with: word.utf8) else { return false }
        let end = index + word.utf8.count
        guard end == bytes.count || !(Self.isInName(bytes[end]) || bytes[end] == UInt8(ascii: ":")) else {
            return false
        }
        index = end
        return true
    }

    private mutating func word(_ isPart: (UInt8) -> Bool) -> String {
        let start = index
        while index < bytes.count, isPart(bytes[index]) { index += 1 }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }
}
