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
    /// The words that the texts of all shown articles have; empty without such a search.
    public private(set) var words = ""
    private var found: Set<ArticleKey> = []
    private var positions: [ArticleKey: Int] = [:]
    /// In lower case what a filter looks into, for the rows that one has looked into.
    private var haystacks: [[UInt8]?] = []

    public init(_ rows: [LibraryRow] = []) { replace(rows) }

    public var current: LibraryRow? { shown.indices.contains(cursor) ? rows[shown[cursor]] : nil }

    public subscript(key: ArticleKey) -> LibraryRow? { positions[key].map { rows[$0] } }

    public mutating func replace(_ rows: [LibraryRow]) {
        let key = current?.key
        self.rows = rows
        haystacks = []
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
                if index < haystacks.count { haystacks[index] = nil }
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
        let key = current?.key
        let isLonger = filter.hasPrefix(self.filter) && !self.filter.isEmpty
        self.filter = filter
        if isLonger {
            // A longer filter leaves fewer of those that are shown, in the order that they have.
            let cursorRow = cursor - top
            shown = matching(filter, among: shown)
            show(key, atRow: cursorRow)
        } else {
            arrange(keeping: key)
        }
    }

    /// Leaves only articles in whose texts somebody has found words; none without words.
    public mutating func limit(to found: Set<ArticleKey>, with words: String) {
        self.words = words
        self.found = found
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

    /// Filters and sorts anew. The cursor stays on its article, and that on its row of the window.
    private mutating func arrange(keeping key: ArticleKey?) {
        let cursorRow = cursor - top
        shown = matching(filter, among: Array(rows.indices))
        switch order {
        case .given: break
        case .title: sortShown(by: \.foldedTitle, <)
        case .date: sortShown(by: \.date, >)
        case .source: sortShown(by: \.source, <)
        case .state: sortShown(by: \.state.rank, <)
        case .entities: sortShown(by: \.entities, >)
        case .facts: sortShown(by: \.facts, >)
        case .open: sortShown(by: \.open, >)
        }
        show(key, atRow: cursorRow)
    }

    private mutating func show(_ key: ArticleKey?, atRow row: Int) {
        let index = key.flatMap { positions[$0] }
        cursor = index.flatMap { index in shown.firstIndex(of: index) } ?? 0
        top = max(0, cursor - max(0, row))
    }

    /// Those of the rows that have all words of the filter.
    private mutating func matching(_ filter: String, among candidates: [Int]) -> [Int] {
        let candidates = words.isEmpty ? candidates : candidates.filter { found.contains(rows[$0].key) }
        let words = filter.lowercased().split(separator: " ").map { Array($0.utf8) }
        guard !words.isEmpty else { return candidates }
        return candidates.filter { index in
            let text = haystack(index)
            return words.allSatisfy { text.containsBytes($0) }
        }
    }

    /// What a filter looks into: made when it is first needed, since lower case takes most of the time.
    private mutating func haystack(_ index: Int) -> [UInt8] {
        if haystacks.count < rows.count {
            haystacks += Array(repeating: nil, count: rows.count - haystacks.count)
        }
        if let known = haystacks[index] { return known }
        let row = rows[index]
        let made = Array("\(row.title) \(row.date) \(row.source) \(row.state.rawValue)".lowercased().utf8)
        haystacks[index] = made
        return made
    }

    /// Takes each row's key once. Rows that compare equal stay in the given order.
    private mutating func sortShown<Key: Comparable>(
        by key: (LibraryRow) -> Key, _ precedes: (Key, Key) -> Bool
    ) {
        var keyed = shown.map { (key: key(rows[$0]), index: $0) }
        keyed.sort { left, right in
            if precedes(left.key, right.key) { return true }
            return !precedes(right.key, left.key) && left.index < right.index
        }
        shown = keyed.map(\.index)
    }
}

extension [UInt8] {
    fileprivate func containsBytes(_ needle: [UInt8]) -> Bool {
        guard let first = needle.first else { return true }
        var start = 0
        while start + needle.count <= count {
            if self[start] == first, self[start..<start + needle.count].elementsEqual(needle) { return true }
            start += 1
        }
        return false
    }
}

extension LibraryRow {
    fileprivate var foldedTitle: String { title.lowercased() }
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
