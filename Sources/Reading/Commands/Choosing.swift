import Articles

extension Command {
    /// What the list of articles does.
    static let choosing: [Command] = [
        list("next-article", "Go down a line in the list") { $0.move(by: $1) },
        list("previous-article", "Go up a line in the list") { $0.move(by: -$1) },
        Command("next-articles", "Go down a page in the list") { state, _ in
            state.library.move(by: max(1, Areas(of: state).list.rows - 1))
            return []
        },
        Command("previous-articles", "Go up a page in the list") { state, _ in
            state.library.move(by: -max(1, Areas(of: state).list.rows - 1))
            return []
        },
        list("first-article", "Go to the first article") { list, _ in list.move(to: 0) },
        list("last-article", "Go to the last article") { list, _ in list.move(to: list.shown.count - 1) },
        Command("open", "Open the article") { state, _ in
            guard let row = state.library.current else { return [] }
            state.landing = nil
            return state.open(row.key)
        },
        Command("filter", "Show only articles with these words, while you type", .text) { state, call in
            if call.argument.isEmpty {
                state.prompt = Prompt(.filter, state.library.filter)
            } else {
                state.library.filter(call.argument)
            }
            return []
        }.only(in: .list),
        Command("find", "Show only articles whose texts have these words, or words that begin so", .text) {
            state, call in
            guard !call.argument.isEmpty else {
                state.prompt = .asking("find", state.library.words)
                return []
            }
            guard call.argument != Invocation.nothing else {
                state.library.limit(to: [], with: "")
                return []
            }
            state.notice = Notice("searching …")
            return [.findArticles(call.argument, state.library.rows.map(\.key))]
        }.only(in: .list),
        Command("unfilter", "Show all articles again") { state, _ in
            state.library.filter("")
            state.library.limit(to: [], with: "")
            return []
        }.only(in: .list),
        Command("sort", "Sort the list by a column", .order) { state, call in
            guard let order = LibraryList.Order(rawValue: call.argument) else {
                let columns = LibraryList.Order.allCases.map(\.rawValue).joined(separator: ", ")
                state.notice = Notice(.error, "no column “\(call.argument)”; there are: \(columns)")
                return []
            }
            state.library.sort(by: order)
            return []
        }.only(in: .list),
        Command("next-order", "Sort the list by the next column") { state, _ in
            let orders = LibraryList.Order.allCases
            let index = orders.firstIndex(of: state.library.order) ?? 0
            let order = orders[(index + 1) % orders.count]
            state.library.sort(by: order)
            state.notice = Notice("sorted by \(order.rawValue)")
            return []
        }.only(in: .list),
        Command("mark-done", "Mark the article as done, or as in work again") { state, _ in
            let key = state.screen == .library ? state.library.current?.key : state.reading?.key
            guard let key, let row = state.library[key] else { return [] }
            let change = WorkChange(key: key, before: row.state, after: row.state.toggled)
            state.workChange = change
            return state.set(change.after, of: key)
        },
    ]

    private static func list(
        _ name: String, _ summary: String, _ change: @escaping @Sendable (inout LibraryList, Int) -> Void
    ) -> Command {
        Command(name, summary) { state, call in
            change(&state.library, call.times)
            return []
        }
    }
}

/// An article was marked as done, or taken back: no annotation changes, so that the journal has nothing of it.
struct WorkChange: Sendable {
    let key: ArticleKey
    let before: WorkState
    let after: WorkState
    var isUndone = false
}

extension State {
    mutating func set(_ state: WorkState, of key: ArticleKey) -> [Effect] {
        guard var row = library[key] else { return [] }
        row.state = state
        library.update([row])
        notice = Notice("\(row.title): \(row.state.rawValue)")
        return [.setState(key, row.state)]
    }

    /// Asks for an article to be loaded; it is on the screen when the message comes.
    public mutating func open(_ key: ArticleKey) -> [Effect] {
        loading = key
        return [.load(key)]
    }

    /// Begins with an article instead of the list.
    public mutating func start(with key: ArticleKey) -> [Effect] {
        screen = .article
        return open(key)
    }
}
