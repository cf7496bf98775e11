import Articles
import Cells

extension State {
    /// Changes the state by one message; whatever must happen outside comes back.
    public mutating func update(_ message: Message) -> [Effect] {
        var effects: [Effect] = []
        switch message {
        case .terminal(let event):
            effects = handle(event)
        case .listed(let rows):
            isDescribing = false
            register?.markStale()
            library.replace(rows)
        case .described(let rows):
            isDescribing = false
            library.update(rows)
        case .known(let key, let workState):
            if var row = library[key] {
                row.state = workState
                library.update([row])
            }
        case .previewed(let key, let document):
            if loading == key, reading?.key != key { show(document, key, .previewed) }
        case .loaded(let key, let document):
            effects = open(document, key)
        case .failed(let key, let notice):
            if loading == key { (loading, landing) = (nil, nil) }
            if reading?.key == key { reading?.phase = .ready }
            if reading == nil, screen == .article { screen = .library }
            self.notice = notice
        case .offered(let key, let carryOver):
            guard reading?.key == key else { break }
            reading?.carryOver = carryOver
            offer(carryOver)
        case .extracted(let key, let paragraphs, let suggestions):
            guard reading?.key == key else { break }
            reading?.take(suggestions.limited(to: schema), in: paragraphs)
            reading?.engine.finish(paragraphs)
            if reading?.isExtracting == false { describeReading() }
        case .refined(let key, let paragraphs, let suggestions):
            guard reading?.key == key else { break }
            reading?.take(suggestions.limited(to: schema), in: paragraphs)
            reading?.deep.finish(paragraphs)
        case .learned:
            register?.markStale()
            if let request = reading?.readAgain() { effects = [request] }
        case .outdated(let key):
            if reading?.key == key { effects = reload() }
        case .counted(let key, let revision, let groups):
            guard reading?.key == key else { break }
            reading?.entityGroups = EntityGroups(revision: revision, groups: groups)
            reading?.countRequest = nil
        case .found(let key, let pattern, let span):
            guard reading?.key == key, reading?.isFinding == true, reading?.search?.pattern == pattern
            else { break }
            reading?.isFinding = false
            land(on: span, pattern: pattern)
        case .foundArticles(let words, let keys):
            library.limit(to: keys, with: words)
            notice = nil
        case .registered(let contents):
            register?.take(contents)
        case .notice(let notice):
            self.notice = notice
        }
        if effects.contains(where: \.isSaving) { register?.markStale() }
        return effects + settle()
    }

    private mutating func handle(_ event: TerminalEvent) -> [Effect] {
        switch event {
        case .key(let key): return press(key)
        case .paste(let text): return paste(text)
        case .mouse(let mouse): return click(mouse)
        case .resize(let size):
            self.size = size
            return []
        case .terminate:
            return quit()
        }
    }

    /// What follows from any change: the cursor stays on screen, rows in view get described, counts stay fresh.
    private mutating func settle() -> [Effect] {
        var effects: [Effect] = []
        let areas = Areas(of: self)
        // Nobody decides about what cannot be seen.
        if areas.pane.isEmpty { reading?.pane.isFocused = false }
        if screen == .library {
            library.scroll(rows: areas.list.rows)
            let unread = isDescribing ? [] : library.unread(rows: areas.list.rows, others: 1000)
            if !unread.isEmpty {
                isDescribing = true
                effects.append(.describe(unread))
            }
        }
        if screen == .register { settleRegister(in: areas) }
        if reading?.search == nil { effects += stopFinding() }
        if let request = reading?.takeCountRequest() { effects.append(request) }
        reading?.settle(in: areas, settings: settings, schema: schema)
        if let request = reading?.takeExtractionRequest() { effects.append(request) }
        if settings.hasDeepEngine, settings.refinement != .off,
            let request = reading?.takeRefinementRequest()
        {
            effects.append(request)
        }
        return effects
    }

    private mutating func open(_ document: Document, _ key: ArticleKey) -> [Effect] {
        guard loading == key else { return [] }
        loading = nil
        var effects: [Effect] = []
        if let shown = reading, shown.key == key, shown.text == document.text {
            // The reader may have moved on in the text already.
            let known = shown.document.history.order.count
            reading?.take(document)
            let count = document.history.order.count - known
            if shown.phase == .outdated {
                let hasMoved = shown.document.history.current != document.history.current
                let nothing = hasMoved ? "changes taken back by another program" : "nothing has changed"
                let changes = count == 1 ? "1 change" : "\(count) changes"
                notice = Notice(count > 0 ? "\(changes) by another program" : nothing)
            }
        } else {
            effects = closing()
            show(document, key, .ready)
        }
        return effects
    }

    /// Opens the article again where it is, since the library may know more of it by now. Until it is there nothing
    /// can be changed, so that no edit is made on what is out of date.
    mutating func reload() -> [Effect] {
        guard let key = reading?.key else { return [] }
        reading?.phase = .outdated
        return open(key)
    }

    private mutating func show(_ document: Document, _ key: ArticleKey, _ phase: OpenArticle.Phase) {
        screen = .article
        var reading = OpenArticle(key: key, document: document, phase: phase)
        if let landing, landing.key == key, landing.span.end <= document.text.byteCount {
            reading.select(landing.span)
        }
        reading.settle(in: Areas(of: self), settings: settings, schema: schema)
        self.reading = reading
    }

    private mutating func offer(_ carryOver: CarryOver) {
        let keys = keyMap.keys(for: Invocation("carry-over"), in: .article) ?? ":carry-over"
        let lost = carryOver.lost == 0 ? "" : "; \(carryOver.lost) stood on words that are gone"
        let count = carryOver.annotations.mentions.count { $0.isDecided }
        notice = Notice(
            .warning, "this file has changed: \(keys) takes over \(count.of("mention")) of the old one\(lost)"
        )
    }
}

extension Effect {
    /// Whether it changes what articles say.
    fileprivate var isSaving: Bool { if case .save = self { true } else { false } }
}
