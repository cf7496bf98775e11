import Articles

extension Command {
    /// What the register of all articles does.
    static let registering: [Command] = [
        Command(
            "register", "List who and what all articles are about, with their facts: register [NAME]", .text
        ) {
            state, call in
            let effects = state.openRegister()
            state.register?.filter(call.argument)
            return effects
        },
        Command("look-up", "Look the name under the cursor up in all articles") { state, _ in
            guard let reading = state.reading, let mention = reading.mentionAtCursor else {
                state.notice = Notice("there is no name under the cursor; c goes to the next")
                return []
            }
            let name =
                reading.chainName(of: mention) ?? reading.text.string(in: mention.bounds).prefixOfLine(60)
            let effects = state.openRegister()
            state.register?.show(.entry(name: name, label: mention.label))
            return effects
        }.only(in: .article),
        entry("next-entry", "Go down a line in the register") { $0.move(by: $1) },
        entry("previous-entry", "Go up a line in the register") { $0.move(by: -$1) },
        Command("next-entries", "Go down a page in the register") { state, _ in
            state.pageRegister(by: 1)
        },
        Command("previous-entries", "Go up a page in the register") { state, _ in
            state.pageRegister(by: -1)
        },
        entry("first-entry", "Go to the start of the register") { list, _ in list.move(to: 0) },
        entry("last-entry", "Go to the end of the register") { list, _ in list.move(to: list.items.count - 1)
        },
        Command("open-entry", "Show what is said of the name, or open the article where it is said") {
            state, _ in
            state.openEntry()
        },
        Command("filter-register", "Show only names with these words, while you type", .text) { state, call in
            guard state.screen == .register else { return [] }
            state.register?.show(.names)
            if call.argument.isEmpty {
                state.prompt = Prompt(.names, state.register?.filter ?? "")
            } else {
                state.register?.filter(call.argument)
            }
            return []
        },
        Command("turn-register", "Show only facts of the next kind, after the last all again") { state, _ in
            state.register?.turnKind(among: state.schema.facts.map(\.name))
            return []
        },
        Command("leave-register", "Go back to the names, from there to where you were") { state, _ in
            state.leaveRegister()
        },
    ]

    private static func entry(
        _ name: String, _ summary: String, _ change: @escaping @Sendable (inout RegisterList, Int) -> Void
    ) -> Command {
        Command(name, summary) { state, call in
            guard var register = state.register else { return [] }
            change(&register, call.times)
            state.register = register
            return []
        }
    }
}

extension State {
    /// Shows the names, and lets the articles be read anew when something has changed; what is known stays until then.
    fileprivate mutating func openRegister() -> [Effect] {
        var register = self.register ?? RegisterList()
        if screen != .register { register.isOverArticle = screen == .article }
        register.show(.names)
        self.register = register
        screen = .register
        return register.isStale ? [.register(library.rows.map(\.key), schema)] : []
    }

    mutating func leaveRegister() -> [Effect] {
        guard let register, screen == .register else { return [] }
        if register.page != .names {
            self.register?.show(.names)
        } else if !register.filter.isEmpty {
            self.register?.filter("")
        } else if register.isOverArticle, reading != nil {
            screen = .article
        } else {
            screen = .library
        }
        return []
    }

    fileprivate mutating func pageRegister(by pages: Int) -> [Effect] {
        guard let register else { return [] }
        let count = max(1, shownItems(of: register, in: Areas(of: self)) - 1)
        self.register?.move(by: pages * count)
        return []
    }

    fileprivate mutating func openEntry() -> [Effect] {
        guard let register, let item = register.current else { return [] }
        switch item {
        case .differences:
            self.register?.show(.differences)
            return []
        case .entry(let index):
            let entry = register.contents.entries[index]
            self.register?.show(.entry(name: entry.name, label: entry.label))
            return []
        case .telling(let telling):
            return open(telling.bounds, inSource: telling.source, of: register)
        case .difference(let difference, let side):
            guard let place = difference.sides[side].places.first else { return [] }
            return open(place.bounds, inSource: place.source, of: register)
        }
    }

    private mutating func open(_ span: Span, inSource source: Int, of register: RegisterList) -> [Effect] {
        guard register.contents.keys.indices.contains(source) else { return [] }
        let key = register.contents.keys[source]
        landing = Landing(key: key, span: span)
        guard let reading, reading.key == key, span.end <= reading.text.byteCount else { return open(key) }
        self.reading?.select(span)
        screen = .article
        return []
    }
}
