import Articles

/// The register on the screen: who and what the articles of the list are about, and what each of them says.
///
/// It is read page by page: the names, then the facts of one of them, or what articles say differently of the same.
public struct RegisterList: Sendable {
    /// What is known while the articles are read, and in the end.
    public struct Contents: Sendable {
        public var entries: [Register.Entry] = []
        public var differences: [Difference] = []
        public var sources: [Register.Source] = []
        /// For each source the article of the list that it is.
        public var keys: [ArticleKey] = []
        /// How many articles were looked at, and how many there are.
        public var readCount = 0
        public var totalCount = 0
        /// How many of them could not be read.
        public var failedCount = 0

        public init() {}

        var isComplete: Bool { readCount >= totalCount }
    }

    enum Page: Hashable, Sendable {
        case names
        case differences
        case entry(name: String, label: Label)
    }

    /// What a line leads to.
    enum Item: Hashable, Sendable {
        case differences(count: Int)
        case entry(Int)
        case telling(Register.Telling)
        case difference(Difference, side: Int)
    }

    /// How far the reading is that goes on now.
    struct Progress: Hashable, Sendable {
        var readCount = 0
        var totalCount = 0

        init() {}

        init(_ contents: Contents) { (readCount, totalCount) = (contents.readCount, contents.totalCount) }

        var isOver: Bool { totalCount > 0 && readCount == totalCount }
    }

    private(set) var contents = Contents()
    private(set) var progress = Progress()
    /// Whether the contents are of all articles.
    private var isWhole = false
    private(set) var page = Page.names
    private(set) var items: [Item] = []
    /// Among `items`, like `top`.
    private(set) var cursor = 0
    var top = 0
    private(set) var filter = ""
    /// The kind of fact that a page is limited to.
    private(set) var kind: String?
    /// Where the cursor was among the names when one of them was opened.
    private var place = (cursor: 0, top: 0)
    /// Whether something has changed since the articles were read, or they are still being read.
    private(set) var isStale = true
    /// Where one came from, to go back there.
    var isOverArticle = false

    public init() {}

    var current: Item? { items.indices.contains(cursor) ? items[cursor] : nil }

    mutating func take(_ contents: Contents) {
        progress = Progress(contents)
        if contents.isComplete { isStale = false }
        // A part of what is read anew is less than the whole that is there.
        guard contents.isComplete || !isWhole else { return }
        isWhole = contents.isComplete
        let before = current.map(identity)
        self.contents = contents
        arrange()
        // What stands under the cursor stays there while others come in above it.
        if cursor > 0, let before, let index = items.firstIndex(where: { identity(of: $0) == before }) {
            top += index - cursor
            move(to: index)
        }
    }

    mutating func markStale() { isStale = true }

    mutating func move(to index: Int) { cursor = max(0, min(index, items.count - 1)) }

    mutating func move(by distance: Int) { move(to: cursor + distance) }

    mutating func filter(_ filter: String) {
        guard filter != self.filter else { return }
        self.filter = filter
        arrange()
        (cursor, top) = (0, 0)
    }

    mutating func show(_ page: Page) {
        if self.page == .names { place = (cursor, top) }
        self.page = page
        kind = nil
        arrange()
        (cursor, top) = page == .names ? place : (0, 0)
        move(to: cursor)
    }

    /// Limits the page to the next kind of fact that it has, after the last to none.
    mutating func turnKind(among order: [String]) {
        guard case .entry = page else { return }
        let present = Set(entry?.tellings.map(\.kind) ?? [])
        let kinds = order.filter(present.contains) + present.subtracting(order).sorted()
        let next = kind.flatMap { kinds.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
        kind = kinds.indices.contains(next) ? kinds[next] : nil
        arrange()
        (cursor, top) = (0, 0)
    }

    /// The entry of the page; nil while nothing of it has been read.
    var entry: Register.Entry? {
        guard case .entry(let name, let label) = page else { return nil }
        let folded = name.lowercased()
        return contents.entries.first { $0.label == label && $0.name == name }
            ?? contents.entries.first { $0.label == label && $0.name.lowercased() == folded }
            ?? contents.entries.first { $0.label == label && $0.name.lowercased().hasSuffix(" " + folded) }
    }

    private mutating func arrange() {
        switch page {
        case .names:
            let words = filter.lowercased().split(separator: " ")
            let names = contents.entries.indices.filter { index in
                let name = contents.entries[index].name.lowercased()
                return words.allSatisfy { name.contains($0) }
            }
            let count = words.isEmpty ? contents.differences.count : 0
            items = (count > 0 ? [.differences(count: count)] : []) + names.map(Item.entry)
        case .differences:
            items = contents.differences.flatMap { difference in
                difference.sides.indices.map { Item.difference(difference, side: $0) }
            }
        case .entry:
            items = (entry?.tellings ?? []).filter { kind == nil || $0.kind == kind }.map(Item.telling)
        }
        move(to: cursor)
    }

    /// What an item is whatever else there is.
    private enum Identity: Hashable {
        case name(String, Label)
        case item(Item)
    }

    private func identity(of item: Item) -> Identity {
        switch item {
        case .entry(let index): .name(contents.entries[index].name, contents.entries[index].label)
        case .differences: .item(.differences(count: 0))
        case .telling, .difference: .item(item)
        }
    }
}
