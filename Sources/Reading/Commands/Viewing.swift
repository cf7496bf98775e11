import Articles

extension Command {
    static let viewing: [Command] = [
        Command("tab", "Show a tab of the side pane: facts, entities, details or notes", .tab) {
            state, call in
            guard let tab = SidePane.Tab(rawValue: call.argument) else {
                state.notice = Notice(.error, "no tab “\(call.argument)”")
                return []
            }
            if state.settings.pane == .off { state.settings.pane = .auto }
            state.reading?.pane.show(tab)
            state.tellMissingPane()
            return []
        }.only(in: .article),
        Command("turn-facts", "List the facts by kind, as a timeline, or those with a sum, in turn") {
            state, _ in
            state.reading?.pane.show(.facts)
            state.reading?.pane.turnFacts()
            return []
        },
        Command("next-tab", "Show the next tab of the side pane") { state, _ in state.turnTab(by: 1) },
        Command("previous-tab", "Show the tab before") { state, _ in state.turnTab(by: -1) },
        Command("turn-pane", "Put the side pane beside the text, below it, or away") { state, _ in
            switch state.settings.pane {
            case .auto, .right: state.settings.pane = .below
            case .below: state.settings.pane = .off
            case .off: state.settings.pane = .auto
            }
            if state.settings.pane == .off {
                state.reading?.pane.isFocused = false
            } else {
                state.tellMissingPane()
            }
            return []
        }.only(in: .article),
        Command("widen-pane", "Make the side pane wider") { state, call in state.widenPane(by: 4 * call.times)
        },
        Command("narrow-pane", "Make the side pane narrower") { state, call in
            state.widenPane(by: -4 * call.times)
        },
        Command("focus-pane", "Let the keys go to the side pane") { state, _ in
            if state.settings.pane == .off { state.settings.pane = .auto }
            state.reading?.pane.isFocused = true
            state.tellMissingPane()
            return []
        }.only(in: .article),
        Command("focus-article", "Let the keys go to the text again") { state, _ in
            state.reading?.pane.isFocused = false
            return []
        },
        Command("next-line", "Go down in the side pane, past all lines of a fact or note") { state, call in
            state.reading?.movePane(by: call.times, state.schema)
            return []
        },
        Command("previous-line", "Go up in the side pane") { state, call in
            state.reading?.movePane(by: -call.times, state.schema)
            return []
        },
        Command("next-lines", "Go down a page in the side pane") { state, _ in
            if let rows = state.reading?.pane.pageRows { state.reading?.pane.move(by: rows) }
            return []
        },
        Command("previous-lines", "Go up a page in the side pane") { state, _ in
            if let rows = state.reading?.pane.pageRows { state.reading?.pane.move(by: -rows) }
            return []
        },
        Command("go-to-line", "Go to the evidence of the line, in the text") { state, _ in
            state.showLine()
            state.reading?.pane.isFocused = false
            return []
        },
        Command("peek-line", "Show the evidence of the line, and stay in the pane") { state, _ in
            state.showLine()
            return []
        },
        Command("accept-line", "Accept the fact or the mentions of the line, and go on") { state, _ in
            state.decideLine(.accepted)
        },
        Command("reject-line", "Reject the fact or the mentions of the line, and go on") { state, _ in
            state.decideLine(.rejected)
        },
        Command("toggle-marks", "Draw label marks such as [NATO]ᴼᴿᴳ, or leave them out") { state, _ in
            state.settings.marks = state.settings.showsMarks ? .off : .on
            return []
        },
        Command("theme", "Change the colours", .theme) { state, call in
            guard state.themes.contains(where: { $0.name == call.argument }) else {
                state.notice = Notice(.error, "no theme “\(call.argument)”; : theme and Tab lists them")
                return []
            }
            state.settings.theme = call.argument
            return []
        },
        Command("set", "Change a setting, such as measure=72, pane=below, marks=on, nest=nest", .setting) {
            state, call in
            let parts = call.argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                .map(String.init)
            guard parts.count == 2, let setting = Setting.all.first(where: { $0.name == parts[0] }) else {
                let names = Setting.all.map(\.name).joined(separator: ", ")
                state.notice = Notice(.error, "set takes name=value, with one of: \(names)")
                return []
            }
            if !setting.set(&state.settings, parts[1]) {
                state.notice = Notice(
                    .error,
                    "\(setting.name) cannot be “\(parts[1])”; for example \(setting.values.joined(separator: ", "))"
                )
            }
            return []
        },
    ]
}

extension State {
    fileprivate mutating func turnTab(by step: Int) -> [Effect] {
        guard let tab = reading?.pane.tab else { return [] }
        let tabs = SidePane.Tab.allCases
        let index = tabs.firstIndex(of: tab) ?? 0
        reading?.pane.show(tabs[(index + step + tabs.count) % tabs.count])
        return []
    }

    fileprivate mutating func widenPane(by columns: Int) -> [Effect] {
        let width = Areas(of: self).pane.columns
        settings.paneWidth = max(20, min(width + columns, max(20, size.columns - 50)))
        return []
    }

    fileprivate mutating func tellMissingPane() {
        guard Areas(of: self).pane.isEmpty else { return }
        notice = Notice(.warning, "no room for the side pane")
    }

    private var lineAtCursor: PaneLine? {
        guard let reading else { return nil }
        let lines = reading.paneLines(schema: schema)
        return lines.indices.contains(reading.pane.cursor) ? lines[reading.pane.cursor] : nil
    }

    fileprivate mutating func showLine() {
        guard let reading, let line = lineAtCursor, let target = line.target else { return }
        let name = line.id.flatMap { reading.nextName(ofChain: $0) }
        self.reading?.select(name ?? target)
    }

    /// Decides about what the line is about, and goes to the next one.
    fileprivate mutating func decideLine(_ status: Status) -> [Effect] {
        guard let line = lineAtCursor else { return [] }
        let effects = decide(status, about: line)
        guard !effects.isEmpty else {
            if notice == nil { notice = Notice("nothing to decide on this line") }
            return []
        }
        // What was rejected may be gone, with the next one in its place.
        if let now = lineAtCursor, now.id == line.id, now.group?.name == line.group?.name {
            self.reading?.movePane(by: 1, schema)
        }
        return effects
    }

    private mutating func decide(_ status: Status, about line: PaneLine) -> [Effect] {
        guard let reading else { return [] }
        if let group = line.group {
            let mentions = group.mentions(in: reading.annotations, reading.text)
            guard mentions.contains(where: \.isOpen) else {
                notice = Notice("no suggestion of this name waits any more")
                return []
            }
            return decide(status, aboutAll: mentions)
        }
        let isAccepting = status == .accepted
        switch line.id.flatMap({ reading.annotations[$0] }) {
        case .fact(let fact):
            guard isAccepting || fact.origin.author == .engine else { return removeFact(fact) }
            var new = fact
            new.status = status
            guard new != fact else { return [] }
            let name = isAccepting ? "accept fact" : "reject fact"
            return apply(name, .replace(.fact(fact), with: .fact(new)))
        case .mention(let mention):
            return isAccepting
                ? setStatus(.accepted, of: mention, as: "accept \(mention.label.name)") : remove(mention)
        case .note(let note) where !isAccepting:
            return apply("remove note", .remove(.note(note)))
        case .relation(let relation) where !isAccepting:
            return apply("remove relation", .remove(.relation(relation)))
        case .relation, .chain, .label, .note, nil:
            return []
        }
    }
}
