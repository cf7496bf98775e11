import Articles

/// The handle by which the program and the screen speak of one article of the list.
public struct ArticleKey: Hashable, Sendable {
    public let number: Int

    public init(_ number: Int) { self.number = number }
}

/// How far the work on an article is.
public enum WorkState: String, Hashable, Sendable, CaseIterable {
    case new, inWork = "in work", done
}

/// One article as the list shows it.
public struct LibraryRow: Hashable, Sendable {
    public let key: ArticleKey
    public var title: String
    public var date: String
    public var source: String
    public var state: WorkState
    public var entities: Int
    public var facts: Int
    public var open: Int
    /// Whether title and counts are known; a file that nobody has read yet shows its name.
    public var isRead: Bool

    public init(
        key: ArticleKey, title: String, date: String = "", source: String = "", state: WorkState = .new,
        entities: Int = 0, facts: Int = 0, open: Int = 0, isRead: Bool = true
    ) {
        self.key = key
        self.title = title
        self.date = date
        self.source = source
        self.state = state
        self.entities = entities
        self.facts = facts
        self.open = open
        self.isRead = isRead
    }
}

/// The articles to choose from: sorted, filtered while typing, one of them under the cursor.
public struct LibraryList: Sendable {
    public enum Order: String, CaseIterable, Sendable {
        case given, title, date, source, state, entities, facts, open
    }

    public private(set) var rows: [LibraryRow] = []
    /// The rows on screen, as indexes into `rows`.
    public private(set) var shown: [Int] = []
    /// Where the cursor is, as an index into `shown`.
    public private(set) var cursor = 0
    /// The first row of the window.
    public private(set) var top = 0
    public private(set) var order = Order.given
    public private(set) var filter = ""
    /// Filtering again only within what was left makes typing fast in a long list.
    private var positions: [ArticleKey: Int] = [:]

    public init(_ rows: [LibraryRow] = []) { replace(rows) }

    public var current: LibraryRow? { shown.indices.contains(cursor) ? rows[shown[cursor]] : nil }

    public subscript(key: ArticleKey) -> LibraryRow? { positions[key].map { rows[$0] } }

    public mutating func replace(_ rows: [LibraryRow]) {
        let key = current?.key
        self.rows = rows
        positions = Dictionary(
            rows.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
        arrange(keeping: key)
    }

    /// Puts better descriptions in the place of known rows; unknown ones are added at the end.
    public mutating func update(_ changed: [LibraryRow]) {
        // What is sorted or filtered by may have become known.
        var isNew = !filter.isEmpty || order != .given
        for row in changed {
            if let index = positions[row.key] {
                rows[index] = row
            } else {
                positions[row.key] = rows.count
                rows.append(row)
                isNew = true
            }
        }
        if isNew { arrange(keeping: current?.key) }
    }

    public mutating func sort(by order: Order) {
        self.order = order
        arrange(keeping: current?.key)
    }

    public mutating func filter(_ filter: String) {
        guard filter != self.filter else { return }
        self.filter = filter
        arrange(keeping: current?.key)
    }

    public mutating func move(to index: Int) { cursor = max(0, min(index, shown.count - 1)) }

    public mutating func move(by distance: Int) { move(to: cursor + distance) }

    /// Scrolls so that the cursor is inside a window of this many rows.
    mutating func scroll(rows: Int) {
        top = max(min(top, cursor), cursor - max(1, rows) + 1)
        top = max(0, min(top, max(0, shown.count - rows)))
    }

    /// The rows in a window that nobody has read yet; when there are none, some of the others, so that filter and order
    /// come to know all of them.
    func unread(rows count: Int, others limit: Int) -> [ArticleKey] {
        let window = shown[min(top, shown.count)..<min(top + count, shown.count)].lazy.map { rows[$0] }
            .filter { !$0.isRead }.map(\.key)
        return window.isEmpty ? rows.lazy.filter { !$0.isRead }.prefix(limit).map(\.key) : Array(window)
    }

    private mutating func arrange(keeping key: ArticleKey?) {
        let words = filter.lowercased().split(separator: " ")
        shown = rows.indices.filter { index in
            guard !words.isEmpty else { return true }
            let row = rows[index]
            let text = "\(row.title) \(row.date) \(row.source) \(row.state.rawValue)".lowercased()
            return words.allSatisfy { text.contains($0) }
        }
        switch order {
        case .given: break
        case .title: sortShown { ($0.title.lowercased()) < ($1.title.lowercased()) }
        case .date: sortShown { $0.date > $1.date }
        case .source: sortShown { $0.source < $1.source }
        case .state: sortShown { $0.state.rank < $1.state.rank }
        case .entities: sortShown { $0.entities > $1.entities }
        case .facts: sortShown { $0.facts > $1.facts }
        case .open: sortShown { $0.open > $1.open }
        }
        cursor = key.flatMap { key in shown.firstIndex { rows[$0].key == key } } ?? 0
        top = 0
    }

    /// Rows that compare equal stay in the given order.
    private mutating func sortShown(by precedes: (LibraryRow, LibraryRow) -> Bool) {
        shown.sort { left, right in
            if precedes(rows[left], rows[right]) { return true }
            return !precedes(rows[right], rows[left]) && left < right
        }
    }
}

extension WorkState {
    fileprivate var rank: Int {
        switch self {
        case .inWork: 0
        case .new: 1
        case .done: 2
        }
    }

    /// The state that "mark done" leads to.
    var toggled: WorkState { self == .done ? .inWork : .done }
}
