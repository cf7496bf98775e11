/// Cuts lines that come in pieces into documents of many lines, so that a stream needs the memory of its longest
/// document.
public struct SectionFraming: Sendable {
    /// Which line begins a document.
    public enum Opening: Hashable, Sendable {
        /// One that begins with this: `-DOCSTART-`, `# newdoc`.
        case prefix(String)
        /// One that begins with this and does not say the same as the one before: the source of a sentence.
        case change(String)
        /// The line between messages behind an empty one: `From anna@example.org Thu Oct 17 10:00:00 2024`.
        case mailbox
    }

    private let opening: Opening
    private let prefix: [UInt8]
    private let name: String
    private var unfinished: [UInt8] = []
    private var nextLine = 1
    private var section: [UInt8] = []
    private var firstLine = 1
    private var hasContent = false
    private var last: [UInt8]?
    private var isBehindBlank = true

    /// - Parameter name: the file's name, for messages.
    public init(name: String, _ opening: Opening) {
        self.opening = opening
        switch opening {
        case .prefix(let prefix), .change(let prefix): self.prefix = Array(prefix.utf8)
        case .mailbox: prefix = Array("From ".utf8)
        }
        self.name = name
    }

    /// The documents that are complete now.
    public mutating func add(_ piece: some Sequence<UInt8>) -> [Input] {
        // Only the new bytes are searched, and lines are never arrays of their own: a word of CoNLL is a line.
        var searched = unfinished.count
        unfinished.append(contentsOf: piece)
        var sections: [Input] = []
        var start = 0
        while let end = unfinished.firstIndex(of: 10, from: searched) {
            if let complete = take(unfinished[start..<end]) { sections.append(complete) }
            start = end + 1
            searched = start
        }
        if start > 0 { unfinished.removeFirst(start) }
        return sections
    }

    /// The last document.
    public mutating func finish() -> [Input] {
        let rest = unfinished.isEmpty ? [] : [take(unfinished[...])].compactMap(\.self)
        unfinished = []
        guard hasContent else { return rest }
        defer { (section, hasContent) = ([], false) }
        return rest + [Input(name: name, bytes: section, firstLine: firstLine)]
    }

    private mutating func take(_ line: ArraySlice<UInt8>) -> Input? {
        var complete: Input?
        if begins(line), hasContent {
            complete = Input(name: name, bytes: section, firstLine: firstLine)
            section = []
            hasContent = false
        }
        isBehindBlank = line.allSatisfy(\.isSpace)
        if section.isEmpty { firstLine = nextLine }
        nextLine += 1
        section += line
        section.append(10)
        hasContent = hasContent || !line.allSatisfy(\.isSpace)
        return complete
    }

    private mutating func begins(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.starts(with: prefix) else { return false }
        switch opening {
        case .prefix: return true
        case .mailbox: return isBehindBlank && MailboxLine.beginsMessage(line)
        case .change:
            let isNew = last.map { !$0.elementsEqual(line) } ?? false
            if last == nil || isNew { last = Array(line) }
            return isNew
        }
    }
}
