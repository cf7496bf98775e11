import Articles

/// Reads a table of patterns, a line at a time; see `FactPattern` for the notation.
///
/// `#` begins a comment, and `$giving = zusagen|bewilligen` a list that the lines below can name.
struct PatternReader {
    private let file: String
    private let schema: Schema
    private var lists: [String: String] = [:]
    private var line = 0
    private var characters: [Character] = []
    private var index = 0

    /// A pattern of more nodes than this is a mistake.
    private static let nodeLimit = 12

    private init(file: String, schema: Schema) {
        self.file = file
        self.schema = schema
    }

    static func read(
        _ text: String, file: String, schema: Schema
    ) throws(PatternError) -> [FactPattern] {
        var reader = PatternReader(file: file, schema: schema)
        var patterns: [FactPattern] = []
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            reader.begin(line)
            reader.skipBlanks()
            if reader.isAtEnd { continue }
            if reader.peek == "$" {
                try reader.readList()
            } else {
                patterns.append(try reader.pattern())
            }
        }
        return patterns
    }

    private mutating func begin(_ text: Substring) {
        line += 1
        index = 0
        characters = Array(text)
        if let comment = characters.firstIndex(of: "#") { characters.removeSubrange(comment...) }
    }

    // MARK: Characters

    private var isAtEnd: Bool { index >= characters.count }
    private var peek: Character? { isAtEnd ? nil : characters[index] }

    private mutating func skipBlanks() {
        while let next = peek, next.isWhitespace { index += 1 }
    }

    private mutating func take(_ character: Character) -> Bool {
        guard peek == character else { return false }
        index += 1
        return true
    }

    private mutating func word(where isPart: (Character) -> Bool) -> String {
        let start = index
        while let next = peek, isPart(next) { index += 1 }
        return String(characters[start..<index])
    }

    private func error(_ message: String, at place: Int? = nil) -> PatternError {
        PatternError(file: file, line: line, column: (place ?? index) + 1, message: message)
    }

    private static func isName(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "-" || character == "_"
    }

    // MARK: Lines

    private mutating func readList() throws(PatternError) {
        index += 1
        let name = word(where: Self.isName)
        skipBlanks()
        guard !name.isEmpty, take("=") else { throw error("a list is written as $name = one|two") }
        skipBlanks()
        let words = String(characters[index...]).filter { !$0.isWhitespace }
        guard !words.isEmpty else {
            throw error("the list $\(name) is empty; write words with | between them")
        }
        lists[name] = (lists[name].map { $0 + "|" } ?? "") + words
    }

    private mutating func pattern() throws(PatternError) -> FactPattern {
        let start = index
        let name = word(where: Self.isName)
        guard let kind = schema.fact(name) else {
            let kinds = schema.facts.map(\.name).joined(separator: ", ")
            throw error("“\(name)” is no kind of fact; there are: \(kinds)", at: start)
        }
        let values = try values(of: kind)
        skipBlanks()
        let place = index
        let number = word { $0.isNumber || $0 == "." }
        let confidence = number.isEmpty ? 0.7 : Float(number)
        guard let confidence, 0...1 ~= confidence else {
            throw error("the confidence is a number from 0 to 1", at: place)
        }
        skipBlanks()
        guard take(":") else { throw error("a colon is needed between the kind and its words") }
        var nodes: [FactPattern.Node] = []
        repeat { try readChain(into: &nodes, of: kind) } while take(",")
        skipBlanks()
        guard isAtEnd else { throw error("“\(characters[index])” is no way from one word to another") }
        let filled = Set(nodes.map(\.name)).union(values.map(\.name))
        for slot in kind.slots where slot.isRequired && !filled.contains(slot.name) {
            throw error("nothing fills the slot \(slot.name), which \(name) needs", at: start)
        }
        return FactPattern(
            kind: name, values: values, confidence: confidence,
            hasModality: kind.slots.contains { $0.name == "modality" }, nodes: nodes)
    }

    private mutating func values(
        of kind: FactKind
    ) throws(PatternError) -> [(
        name: String, value: String
    )] {
        guard take("(") else { return [] }
        var values: [(name: String, value: String)] = []
        repeat {
            skipBlanks()
            let place = index
            let name = word(where: Self.isName)
            guard kind.slots.contains(where: { $0.name == name }) else {
                throw error(unknown(name, kind), at: place)
            }
            guard take("=") else { throw error("a value is written as (\(name)=value)") }
            let value = word { $0 != "," && $0 != ")" }
            values.append((name, value))
        } while take(",")
        guard take(")") else { throw error("the bracket is not closed; write )") }
        return values
    }

    private func unknown(_ name: String, _ kind: FactKind) -> String {
        let names = kind.slots.map(\.name).joined(separator: ", ")
        return
            "\(kind.name) has no slot “\(name)”; there are: \(names); a name of one letter only joins"
    }

    // MARK: Nodes

    private mutating func readChain(
        into nodes: inout [FactPattern.Node], of kind: FactKind
    ) throws(PatternError) {
        skipBlanks()
        var current = try startOfChain(&nodes, of: kind)
        while true {
            skipBlanks()
            guard let next = peek, next != "," else { return }
            let link = try link()
            skipBlanks()
            var node = try node(of: kind)
            if let known = nodes.firstIndex(where: { $0.name == node.name }) {
                throw error("the word \(nodes[known].name) has been found before; name it first in a chain")
            }
            guard nodes.count < Self.nodeLimit else {
                throw error("a pattern has at most \(Self.nodeLimit) words")
            }
            node.parent = current
            node.link = link
            nodes[current].children.append(nodes.count)
            current = nodes.count
            nodes.append(node)
        }
    }

    /// The first node of the pattern, or one that an earlier chain has named.
    private mutating func startOfChain(
        _ nodes: inout [FactPattern.Node], of kind: FactKind
    ) throws(PatternError) -> Int {
        let start = index
        if !nodes.isEmpty {
            let name = word(where: Self.isName)
            guard let known = nodes.firstIndex(where: { $0.name == name }), peek != ":" else {
                throw error("a chain behind a comma begins with a word named before", at: start)
            }
            return known
        }
        let node = try node(of: kind)
        guard !node.isOptional else { throw error("the first word cannot be missing", at: start) }
        nodes.append(node)
        return 0
    }

    private mutating func node(of kind: FactKind) throws(PatternError) -> FactPattern.Node {
        let start = index
        let isOptional = take("?")
        let place = index
        let name = word(where: Self.isName)
        guard take(":"), !name.isEmpty else {
            throw error("a word is written as name:test, such as v:sagen", at: start)
        }
        guard name.count == 1 || kind.slots.contains(where: { $0.name == name }) else {
            throw error(unknown(name, kind), at: place)
        }
        var tests: [FactPattern.Test] = []
        repeat { tests.append(try test()) } while take("&")
        return FactPattern.Node(
            name: name, tests: tests, isOptional: isOptional, takesPhrase: take("+"))
    }

    private mutating func test() throws(PatternError) -> FactPattern.Test {
        let place = index
        switch peek {
        case "!":
            index += 1
            return .not(try test())
        case "@":
            index += 1
            let names = word { Self.isName($0) || $0 == "|" }
            let labels = Set(names.split(separator: "|").map(String.init))
            guard !labels.isEmpty else { throw error("@ needs a label, such as @PER|ORG") }
            for label in labels where schema.label(Label(label)) == nil {
                throw error("“\(label)” is no label of the schema", at: place)
            }
            return .mention(labels)
        case "[":
            index += 1
            let feature = word { $0 != "]" && !$0.isWhitespace }
            guard take("]"), feature.contains("=") else {
                throw error("a form is written as [Case=Dat]", at: place)
            }
            return .feature(feature)
        case "/":
            index += 1
            let forms = word { $0 != "/" }
            guard take("/"), !forms.isEmpty else {
                throw error("the word is not closed; write /laut/", at: place)
            }
            return .form(Set(forms.split(separator: "|").map { $0.lowercased() }))
        case "$":
            index += 1
            let name = word(where: Self.isName)
            guard let list = lists[name] else {
                throw error("there is no list $\(name) above this line", at: place)
            }
            return Self.lemmas(list)
        default:
            let words = word { Self.isName($0) || $0 == "|" || $0 == "*" || $0 == "." }
            guard !words.isEmpty else {
                throw error("a test is needed here, such as sagen, NOUN or @PER")
            }
            let parts = words.split(separator: "|").map { PartOfSpeech(name: $0) }
            let known = parts.compactMap(\.self)
            return known.count == parts.count ? .partOfSpeech(Set(known)) : Self.lemmas(words)
        }
    }

    private static func lemmas(_ list: String) -> FactPattern.Test {
        var lemmas: Set<String> = []
        var beginnings: [String] = []
        var endings: [String] = []
        for word in list.lowercased().split(separator: "|") {
            if word.hasPrefix("*") {
                endings.append(String(word.dropFirst()))
            } else if word.hasSuffix("*") {
                beginnings.append(String(word.dropLast()))
            } else {
                lemmas.insert(String(word))
            }
        }
        return .lemma(lemmas, beginnings: beginnings, endings: endings)
    }

    private mutating func link() throws(PatternError) -> FactPattern.Link {
        let start = index
        switch word(where: { "<>.~".contains($0) }) {
        case ">": return .child(relations())
        case "<": return .head(relations())
        case ">>": return .descendant
        case ".": return .next
        case "..": return .later
        case "~": return .near
        default:
            throw error("a way to the next word is needed: >obj, <nsubj, >>, ., .. or ~", at: start)
        }
    }

    private mutating func relations() -> Set<String> {
        let names = word { Self.isName($0) || $0 == "|" || $0 == ":" }
        return Set(names.split(separator: "|").map(String.init))
    }
}
