import Articles
import Cells

/// The pane beside the text: which tab it shows, and where in it the reader is.
public struct SidePane: Hashable, Sendable {
    public enum Tab: String, CaseIterable, Sendable {
        case facts, entities, details, notes

        var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
    }

    /// How the facts are listed: under their kinds, by when they happen, or only those with a sum.
    public enum FactView: String, CaseIterable, Sendable {
        case kinds, timeline, sums
    }

    public internal(set) var tab = Tab.facts
    public internal(set) var factView = FactView.kinds
    /// Whether the keys go to the pane.
    public internal(set) var isFocused = false
    /// The line under the pane's own cursor, counted among all lines of the tab.
    var cursor = 0
    var top = 0
    private var rows = 0
    /// How many lines the tab had when it was last drawn or moved in.
    var lineCount = 0

    mutating func show(_ tab: Tab) {
        guard tab != self.tab else { return }
        self.tab = tab
        cursor = 0
        top = 0
    }

    /// Lists the facts in the next way, from the start.
    mutating func turnFacts() {
        let views = FactView.allCases
        factView = views[((views.firstIndex(of: factView) ?? 0) + 1) % views.count]
        cursor = 0
        top = 0
    }

    mutating func settle(rows: Int) {
        self.rows = rows
        cursor = max(0, min(cursor, lineCount - 1))
        if isFocused { top = max(min(top, cursor), cursor - max(1, rows) + 1) }
        top = max(0, min(top, lineCount - max(1, rows)))
    }

    /// Scrolls so that a line is in view, for a pane that follows the text.
    mutating func follow(_ line: Int) {
        cursor = line
        top = max(min(top, line), line - max(1, rows) + 1)
    }

    mutating func move(by lines: Int) { cursor = max(0, min(cursor + lines, lineCount - 1)) }

    var pageRows: Int { max(1, rows - 1) }
}

/// A line of the side pane: what it says, in pieces with their roles, and where in the text it leads.
struct PaneLine: Sendable {
    struct Piece: Sendable {
        let text: String
        let role: Role

        init(_ text: String, _ role: Role = "pane") {
            self.text = text
            self.role = role
        }
    }

    let pieces: [Piece]
    /// What right-aligned text stands at the end, such as a count.
    var trailing: Piece?
    /// Where Enter goes.
    var target: Span?
    /// The annotation that the line is about.
    var id: ID?
    /// The name that the line counts.
    var group: EntityGroup?

    init(
        _ pieces: [Piece], trailing: Piece? = nil, target: Span? = nil, id: ID? = nil,
        group: EntityGroup? = nil
    ) {
        self.pieces = pieces
        self.trailing = trailing
        self.target = target
        self.id = id
        self.group = group
    }

    init(_ text: String, _ role: Role = "pane") { self.init([Piece(text, role)]) }
}
