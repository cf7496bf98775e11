import Articles
import Cells

@testable import Reading

/// A reader without a terminal: keys in, screen out.
///
/// Marked text says what is tagged: `[Mark Rutte](PER) sprach in [Brüssel](LOC?).` — `?` marks a suggestion.
struct TestReader {
    private(set) var state: State
    /// Everything that the state has asked for, in order.
    private(set) var effects: [Effect] = []

    init(
        _ marked: String, rows: Int = 24, columns: Int = 80, schema: Schema = .news,
        settings: Settings? = nil,
        facts: [Fact] = []
    ) {
        var settings = settings ?? Settings()
        if columns < 60 { settings.pane = .off }
        let (text, mentions) = Self.parse(marked)
        let article = Article(name: "test.txt", text: Text(text))
        let document = Document(article: article, annotations: Annotations(mentions: mentions, facts: facts))
        state = State(
            size: Size(rows: rows, columns: columns), schema: schema, settings: settings,
            exportFormats: ["brat", "jsonl"])
        let key = ArticleKey(1)
        let row = LibraryRow(key: key, title: article.title)
        effects += state.update(.listed([row, LibraryRow(key: ArticleKey(2), title: "Zweiter Artikel")]))
        effects += state.open(key)
        effects += state.update(.loaded(key, document))
        let suggestions = Suggestions(
            mentions: mentions.filter { !$0.isDecided }, facts: facts.filter { !$0.isDecided })
        let paragraphs = 0..<article.text.paragraphCount
        effects += state.update(.extracted(key, paragraphs, suggestions))
        effects = []
    }

    /// Types keys by name, apart by blanks: `type("f f p Enter")`.
    @discardableResult
    mutating func type(_ keys: String) -> [Effect] {
        var made: [Effect] = []
        for name in keys.split(separator: " ") {
            guard let key = Key(String(name)) else { preconditionFailure("no key \(name)") }
            made += state.update(.terminal(.key(key)))
        }
        effects += made
        return made
    }

    /// Types text letter by letter, for prompts.
    mutating func write(_ text: String) {
        for character in text { effects += state.update(.terminal(.key(Key(character)))) }
    }

    @discardableResult
    mutating func send(_ message: Message) -> [Effect] {
        let made = state.update(message)
        effects += made
        return made
    }

    /// Runs a line as the prompt does.
    @discardableResult
    mutating func run(_ line: String) -> [Effect] {
        guard let invocation = Invocation(line: line) else { return [] }
        let made = state.run(invocation)
        effects += made
        return made
    }

    var document: Document? { state.reading?.document }

    var selected: String { text(of: state.reading?.selection.span) }

    func text(of span: Span?) -> String {
        guard let reading = state.reading, let span else { return "" }
        return reading.text.string(in: span)
    }

    /// The text with its mentions in brackets again; rejected ones have `!`.
    var marked: String {
        guard let document else { return "" }
        var marks: [(offset: Int, order: Int, text: String)] = []
        for mention in document.annotations.mentions {
            let sign =
                switch mention.status {
                case .accepted: ""
                case .suggested: "?"
                case .rejected: "!"
                }
            for fragment in mention.spans.fragments {
                marks.append((fragment.start, 1_000_000 - fragment.count, "["))
                marks.append((fragment.end, fragment.count - 1_000_000, "](\(mention.label)\(sign))"))
            }
        }
        var result = ""
        var offset = 0
        for mark in marks.sorted(by: { ($0.offset, $0.order) < ($1.offset, $1.order) }) {
            result += document.text.string(in: Span(offset, mark.offset)) + mark.text
            offset = mark.offset
        }
        return result + document.text.string(in: Span(offset, document.text.byteCount))
    }

    /// The rows of the screen, without the blanks at their ends.
    var screen: String { state.draw().text }

    /// One row of the screen, counted from 0; negative from below.
    func row(_ index: Int) -> String {
        let rows = screen.split(separator: "\n", omittingEmptySubsequences: false)
        return String(rows[index < 0 ? rows.count + index : index])
    }

    /// For each cell of a row, the letter of the last of its roles that the table names, or a blank.
    func roles(_ letters: [Role: Character], row: Int) -> String {
        let grid = state.draw()
        var line = ""
        for column in 0..<grid.size.columns {
            let known = grid.roles(atRow: row, column: column).last { letters[$0] != nil }
            line.append(known.flatMap { letters[$0] } ?? " ")
        }
        while line.last == " " { line.removeLast() }
        return line
    }

    private static func parse(_ marked: String) -> (text: String, mentions: [Mention]) {
        var text = ""
        var mentions: [Mention] = []
        var starts: [Int] = []
        var rest = Substring(marked)
        while let character = rest.popFirst() {
            switch character {
            case "[": starts.append(text.utf8.count)
            case "]" where !starts.isEmpty:
                guard let start = starts.popLast(), rest.first == "(", let close = rest.firstIndex(of: ")")
                else {
                    preconditionFailure("a mark ends in ](LABEL)")
                }
                var label = String(rest[rest.index(after: rest.startIndex)..<close])
                rest = rest[rest.index(after: close)...]
                let isSuggested = label.last == "?"
                if isSuggested { label.removeLast() }
                let span = Span(start, text.utf8.count)
                mentions.append(
                    Mention(
                        id: isSuggested ? .found(span, as: label) : ID("m\(100 + mentions.count)"),
                        spans: SpanSet(span), label: Label(label),
                        status: isSuggested ? .suggested : .accepted,
                        origin: isSuggested ? .engine("test", confidence: 0.8) : .person("anna")))
            default: text.append(character)
            }
        }
        return (text, mentions)
    }
}
