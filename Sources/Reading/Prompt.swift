import Cells

/// The line at the bottom in which a person types: a command, a search, a filter.
public struct Prompt: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case command, search, filter, names, help
    }

    public let kind: Kind
    public private(set) var text: String
    /// How many characters lie before the cursor.
    public private(set) var cursor: Int
    /// What Tab offers, and which of them it has put in.
    var completion: Completion?
    /// Where the older entries are looked at, from 1; 0 is the line being typed.
    var historyIndex = 0
    /// How many characters of the text name the command that asks; erasing the line leaves them.
    private(set) var fixedCount = 0
    /// Whether it began with what there is already, so that an empty line takes that away.
    private(set) var isChanging = false
    var draft = ""

    struct Completion: Hashable, Sendable {
        var candidates: [String]
        var index: Int?
        /// What stood before the completed word.
        var stem: String
    }

    public init(_ kind: Kind, _ text: String = "") {
        self.kind = kind
        self.text = text
        cursor = text.count
    }

    static func command(_ text: String) -> Prompt { Prompt(.command, text) }

    /// Asks for what a command takes, beginning with what it is now.
    static func asking(_ command: String, _ current: String = "") -> Prompt {
        var prompt = Prompt(.command, "\(command) \(current)")
        prompt.fixedCount = command.count + 1
        prompt.isChanging = !current.isEmpty
        return prompt
    }

    /// Erases what was typed before the cursor.
    mutating func eraseLine() { erase((cursor > fixedCount ? fixedCount : 0)..<cursor) }

    var sign: String {
        switch kind {
        case .command: ":"
        case .search: "/"
        case .filter: "filter: "
        case .names: "names with: "
        case .help: "search help: "
        }
    }

    /// Commands that take one of a few names are asked for at the prompt; free text is asked for by the command.
    static func asks(for argument: Command.Argument) -> Bool {
        switch argument {
        case .none, .text, .all: false
        case .label, .theme, .tab, .order, .format, .attribute, .relation, .setting, .articleLabel,
            .switching, .factKind, .slot:
            true
        }
    }

    /// The theme to show while its name is being typed.
    var previewedTheme: String? {
        guard kind == .command, text.hasPrefix("theme ") else { return nil }
        return String(text.dropFirst(6))
    }

    mutating func set(_ text: String) {
        self.text = text
        cursor = text.count
    }

    /// Types text in at the cursor; line breaks become blanks.
    mutating func insert(_ typed: String) {
        let clean = typed.map { $0.isNewline || $0 == "\t" ? " " : $0 }
        let index = text.index(text.startIndex, offsetBy: cursor)
        text.insert(contentsOf: clean, at: index)
        // A mark may have joined the character before it, so the cursor is counted anew.
        cursor = min(text.count, cursor + clean.count)
        completion = nil
    }

    mutating func move(to position: Int) { cursor = max(0, min(position, text.count)) }

    mutating func erase(_ range: Range<Int>) {
        let range = range.clamped(to: 0..<text.count)
        let start = text.index(text.startIndex, offsetBy: range.lowerBound)
        let end = text.index(text.startIndex, offsetBy: range.upperBound)
        text.removeSubrange(start..<end)
        cursor = range.lowerBound
        completion = nil
    }

    /// Where the word before the cursor begins.
    var wordStart: Int {
        let before = Array(text.prefix(cursor))
        var index = before.count
        while index > 0, before[index - 1] == " " { index -= 1 }
        while index > 0, before[index - 1] != " " { index -= 1 }
        return index
    }
}

/// The lines that were entered, by kind of prompt, the newest last.
struct PromptHistory: Hashable, Sendable {
    private var entries: [Prompt.Kind: [String]] = [:]

    mutating func add(_ text: String, to kind: Prompt.Kind) {
        guard !text.isEmpty else { return }
        entries[kind, default: []].removeAll { $0 == text }
        entries[kind, default: []].append(text)
    }

    /// An older entry that begins with what was typed; 1 is the newest.
    func entry(_ index: Int, of kind: Prompt.Kind, beginning: String) -> String? {
        let fitting = (entries[kind] ?? []).filter { $0.hasPrefix(beginning) }
        return index >= 1 && index <= fitting.count ? fitting[fitting.count - index] : nil
    }
}
