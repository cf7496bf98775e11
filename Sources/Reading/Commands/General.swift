import Articles
import Cells

extension Command {
    static let general: [Command] =
        [
            Command("command", "Type a command; Tab completes") { state, _ in
                state.prompt = .command("")
                return []
            },
            Command("help", "Show the keys; / searches in them") { state, _ in
                state.help = Help()
                return []
            },
            Command("export", "Write the article to a file: export FORMAT [FILE]", .format) { state, call in
                state.export(call.argument)
            }.only(in: .article),
            Command("refresh", "Take in what another program has changed") { state, _ in
                state.reload()
            }.only(in: .article),
            Command("carry-over", "Take over the annotations of the file's earlier version") { state, _ in
                guard let annotations = state.reading?.carryOver?.annotations else {
                    state.notice = Notice("there is no earlier version with annotations")
                    return []
                }
                let changes = state.reading?.document.merge(of: annotations).changes ?? []
                let effects = state.apply("carry over", changes)
                if !effects.isEmpty {
                    state.reading?.carryOver = nil
                    state.notice = Notice("\(changes.count.of("annotation")) taken over")
                }
                return effects
            }.only(in: .article),
            Command("close", "Close the article and go to the list; on the list, quit") { state, _ in
                switch state.screen {
                case .library: return state.quit()
                case .register: return state.leaveRegister()
                case .article:
                    let isFromRegister = state.landing?.key == state.reading?.key && state.landing != nil
                    guard state.library.rows.count > 1 || isFromRegister else { return state.quit() }
                    let effects = state.closing()
                    state.describeReading()
                    state.screen = isFromRegister ? .register : .library
                    state.landing = nil
                    state.loading = nil
                    state.reading = nil
                    return effects
                }
            },
            Command("quit", "Leave; everything is saved already") { state, _ in state.quit() },
            Command("suspend", "Stop the program until fg brings it back") { _, _ in [.suspend] },
        ] + prompting + helping

    private static let prompting: [Command] = [
        Command("enter", "Take the line") { state, _ in state.enterPrompt() },
        Command("cancel", "Leave the line, and what it has shown") { state, _ in state.cancelPrompt() },
        Command("complete", "Put in the next name that fits") { state, _ in
            state.complete(by: 1)
            return []
        },
        Command("complete-back", "Put in the name before") { state, _ in
            state.complete(by: -1)
            return []
        },
        Command("older-entry", "Bring an older line back that begins alike") { state, _ in state.recall(by: 1)
        },
        Command("newer-entry", "Bring a newer line back") { state, _ in state.recall(by: -1) },
        typing("left", "Go left in the line") { $0.move(to: $0.cursor - 1) },
        typing("right", "Go right in the line") { $0.move(to: $0.cursor + 1) },
        typing("line-start", "Go to the start of the line") { $0.move(to: 0) },
        typing("line-end", "Go to the end of the line") { $0.move(to: $0.text.count) },
        Command("erase", "Erase the character before the cursor; an empty line is left") { state, _ in
            guard let prompt = state.prompt else { return [] }
            if prompt.text.isEmpty { return state.cancelPrompt() }
            if prompt.cursor > 0 { state.prompt?.erase(prompt.cursor - 1..<prompt.cursor) }
            return state.promptChanged()
        },
        typing("erase-right", "Erase the character at the cursor") { $0.erase($0.cursor..<$0.cursor + 1) },
        typing("erase-word", "Erase the word before the cursor") { $0.erase($0.wordStart..<$0.cursor) },
        typing("erase-line", "Erase what is before the cursor") { $0.eraseLine() },
    ]

    private static let helping: [Command] = [
        Command("help-down", "Go down in the help") { state, call in state.scrollHelp(by: call.times) },
        Command("help-up", "Go up in the help") { state, call in state.scrollHelp(by: -call.times) },
        Command("help-page-down", "Go down a page in the help") { state, _ in
            state.scrollHelp(by: max(1, Areas(of: state).body.rows - 2))
        },
        Command("help-page-up", "Go up a page in the help") { state, _ in
            state.scrollHelp(by: -max(1, Areas(of: state).body.rows - 2))
        },
        Command("help-start", "Go to the start of the help") { state, _ in
            state.help?.top = 0
            return []
        },
        Command("help-end", "Go to the end of the help") { state, _ in
            state.scrollHelp(by: state.help.map { state.helpRows(for: $0).count } ?? 0)
        },
        Command("help-search", "Show only the help with these words") { state, _ in
            state.prompt = Prompt(.help, state.help?.filter ?? "")
            return []
        },
        Command("close-help", "Leave the help") { state, _ in
            state.help = nil
            return []
        },
    ]

    private static func typing(
        _ name: String, _ summary: String, _ change: @escaping @Sendable (inout Prompt) -> Void
    ) -> Command {
        Command(name, summary) { state, _ in
            guard var prompt = state.prompt else { return [] }
            change(&prompt)
            state.prompt = prompt
            return state.promptChanged()
        }
    }
}

extension State {
    /// What follows at once from typing: hits and rows are shown while the line grows.
    mutating func promptChanged() -> [Effect] {
        guard let prompt else { return [] }
        switch prompt.kind {
        case .command: return []
        case .search:
            if reading?.search?.origin == nil || reading?.search?.pattern.isEmpty == true {
                reading?.search = nil
            }
            return search(for: prompt.text)
        case .filter: library.filter(prompt.text)
        case .names: register?.filter(prompt.text)
        case .help:
            help?.filter = prompt.text
            help?.top = 0
        }
        return []
    }

    fileprivate mutating func enterPrompt() -> [Effect] {
        guard let prompt else { return [] }
        self.prompt = nil
        promptHistory.add(prompt.text, to: prompt.kind)
        switch prompt.kind {
        case .command:
            guard let invocation = Invocation(line: prompt.text) else { return [] }
            if prompt.isChanging, invocation.argument.isEmpty {
                return run(Invocation(invocation.command, Invocation.nothing))
            }
            return run(invocation)
        case .search:
            reading?.search?.origin = nil
            if prompt.text.isEmpty, let last = promptHistory.entry(1, of: .search, beginning: "") {
                return searchAtOnce(for: last)
            }
            return []
        case .filter, .names, .help:
            return []
        }
    }

    fileprivate mutating func cancelPrompt() -> [Effect] {
        guard let prompt else { return [] }
        self.prompt = nil
        switch prompt.kind {
        case .command: break
        case .search:
            if let origin = reading?.search?.origin { reading?.selection = origin }
            reading?.search = nil
            notice = nil
        case .filter: library.filter("")
        case .names: register?.filter("")
        case .help: help?.filter = ""
        }
        return []
    }

    fileprivate mutating func recall(by step: Int) -> [Effect] {
        guard var prompt else { return [] }
        if prompt.historyIndex == 0 { prompt.draft = prompt.text }
        let index = prompt.historyIndex + step
        if index <= 0 {
            prompt.set(prompt.draft)
            prompt.historyIndex = 0
        } else if let entry = promptHistory.entry(index, of: prompt.kind, beginning: prompt.draft) {
            prompt.set(entry)
            prompt.historyIndex = index
        }
        self.prompt = prompt
        return promptChanged()
    }

    fileprivate mutating func scrollHelp(by rows: Int) -> [Effect] {
        guard let help else { return [] }
        let last = helpRows(for: help).count - Areas(of: self).body.rows + 1
        self.help?.top = max(0, min(help.top + rows, last))
        return []
    }

    fileprivate mutating func export(_ argument: String) -> [Effect] {
        guard let reading else { return [] }
        let words = argument.split(separator: " ", maxSplits: 1).map(String.init)
        guard let format = words.first, exportFormats.contains(format) else {
            let known = exportFormats.joined(separator: ", ")
            notice = Notice(.error, "no format “\(words.first ?? "")”; there are: \(known)")
            return []
        }
        return [.export(reading.key, reading.document, format: format, path: words.count > 1 ? words[1] : "")]
    }
}
