import Articles

extension Command {
    static let searching: [Command] = [
        Command(
            "search", "Search while you type; capitals matter only when typed, re: makes it a pattern", .text
        ) {
            state, call in
            guard call.argument.isEmpty else { return state.searchAtOnce(for: call.argument) }
            state.prompt = Prompt(.search)
            return []
        },
        Command("next-hit", "Select the next hit of the search") { state, call in
            state.goToHit(.forward, times: call.times)
        },
        Command("previous-hit", "Select the hit before") { state, call in
            state.goToHit(.backward, times: call.times)
        },
        Command("search-selection", "Search for the text of the selection") { state, _ in
            guard let reading = state.reading else { return [] }
            let text = reading.text.string(in: reading.selection.span)
            state.reading?.search = Search(literal: text, isCaseSensitive: true)
            return state.goToHit(.forward)
        },
    ]
}

extension State {
    /// Takes a pattern and goes to its first hit from where the search began.
    mutating func search(for pattern: String) -> [Effect] {
        guard let reading else { return [] }
        let origin = reading.search?.origin ?? reading.selection
        // What is typed is looked for from where it began, also when the last letter is taken back.
        self.reading?.selection = origin
        do {
            var search = try Search(pattern: pattern)
            search.origin = origin
            self.reading?.search = search
            notice = nil
            guard !search.isEmpty else { return [] }
            return go(to: search, from: origin.span.start, .forward)
        } catch {
            notice = Notice(.error, error.description)
            return []
        }
    }

    /// Searches for a whole pattern, which nobody types and could cancel.
    mutating func searchAtOnce(for pattern: String) -> [Effect] {
        reading?.search?.origin = nil
        let effects = search(for: pattern)
        reading?.search?.origin = nil
        return effects
    }

    /// Goes from hit to hit; one that is far away or missing ends it, whatever the count.
    fileprivate mutating func goToHit(_ direction: Search.Direction, times: Int) -> [Effect] {
        for _ in 0..<times {
            let before = reading?.selection
            let effects = goToHit(direction)
            if !effects.isEmpty || reading?.selection == before { return effects }
        }
        return []
    }

    mutating func goToHit(_ direction: Search.Direction) -> [Effect] {
        guard let reading, let search = reading.search, !search.isEmpty else {
            notice = Notice("nothing searched for yet: / asks")
            return []
        }
        let span = reading.selection.span
        return go(to: search, from: direction == .forward ? span.start + 1 : span.start, direction)
    }

    private mutating func go(to search: Search, from offset: Int, _ direction: Search.Direction) -> [Effect] {
        guard let reading else { return [] }
        let stop = stopFinding()
        switch search.nearest(in: reading.text, from: offset, direction, patience: .key) {
        case .found(let span): land(on: span, pattern: search.pattern)
        case .nowhere: land(on: nil, pattern: search.pattern)
        case .unfinished:
            notice = Notice("searching …")
            self.reading?.isFinding = true
            return [.find(reading.key, search, reading.text, from: offset, direction)]
        }
        return stop
    }

    /// Ends a search in the background, whose answer would lead away from where the reader is by now.
    mutating func stopFinding() -> [Effect] {
        guard reading?.isFinding == true else { return [] }
        reading?.isFinding = false
        return [.stopFinding]
    }

    mutating func land(on span: Span?, pattern: String) {
        if let span {
            reading?.select(span)
            notice = nil
        } else {
            notice = Notice(.warning, "“\(pattern)” is not in the article")
        }
    }
}
