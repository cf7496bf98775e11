/// Cuts lines that come in pieces into documents of many lines, so that a stream needs the memory of its longest
/// document.
public struct SectionFraming: Sendable {
    /// Which line begins a document.
    public enum Opening: Hashable, Sendable {
        /// One that begins with this: `-DOCSTART-`, `# newdoc`.
        case prefix(String)
        /// One that begins with this and does not say the same as the one before: the source of a sentence.
        case change(String)
    }

    private let opening: Opening
    private let prefix: [UInt8]
    private var lines: LineFraming
    private var section: [UInt8] = []
    private var firstLine = 1
    private var hasContent = false
    private var last: [UInt8]?

    /// - Parameter name: the file's name, for messages.
    public init(name: String, _ opening: Opening) {
        self.opening = opening
        switch opening {
        case .prefix(let prefix), .change(let prefix): self.prefix = Array(prefix.utf8)
        }
        lines = LineFraming(name: name)
    }

    /// The documents that are complete now.
    public mutating func add(_ piece: some Sequence<UInt8>) -> [Input] {
        lines.add(piece).compactMap { take($0) }
    }

    /// The last document.
    public mutating func finish() -> [Input] {
        let rest = lines.finish().compactMap { take($0) }
        guard hasContent else { return rest }
        defer { (section, hasContent) = ([], false) }
        return rest + [Input(name: lines.name, bytes: section, firstLine: firstLine)]
    }

    private mutating func take(_ line: Input) -> Input? {
        var complete: Input?
        if begins(line.bytes), hasContent {
            complete = Input(name: line.name, bytes: section, firstLine: firstLine)
            section = []
            hasContent = false
        }
        if section.isEmpty { firstLine = line.firstLine }
        section += line.bytes
        section.append(10)
        hasContent = hasContent || !line.bytes.allSatisfy(\.isSpace)
        return complete
    }

    private mutating func begins(_ line: [UInt8]) -> Bool {
        guard line.starts(with: prefix) else { return false }
        switch opening {
        case .prefix: return true
        case .change:
            defer { last = line }
            return last != nil && last != line
        }
    }
}
