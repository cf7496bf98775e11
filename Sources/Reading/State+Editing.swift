import Articles

/// Changes of the document, from the state's side: perform, save, tell.
extension State {
    /// Makes an edit of the open article and asks for it to be saved.
    mutating func apply(_ name: String, _ changes: [Change]) -> [Effect] {
        guard isReady(), let step = reading?.document.perform(Edit(name, changes)) else { return [] }
        lastEdit = nil
        return saved(step)
    }

    mutating func apply(_ name: String, _ change: Change) -> [Effect] { apply(name, [change]) }

    mutating func undo() -> [Effect] {
        if let change = workChange, !change.isUndone {
            workChange?.isUndone = true
            return set(change.before, of: change.key)
        }
        guard isReady() else { return [] }
        guard let step = reading?.document.undo() else {
            notice = Notice("nothing to undo")
            return []
        }
        notice = Notice("undone: \(step.edit.name)")
        showChange(step)
        return saved(step)
    }

    mutating func redo() -> [Effect] {
        if let change = workChange, change.isUndone {
            workChange?.isUndone = false
            return set(change.after, of: change.key)
        }
        guard isReady() else { return [] }
        guard let step = reading?.document.redo() else {
            notice = Notice("nothing to redo")
            return []
        }
        notice = Notice("redone: \(step.edit.name)")
        showChange(step)
        return saved(step)
    }

    /// Goes to the state just before or after an edit in the order of time, over all branches of the history.
    mutating func travel(by distance: Int) -> [Effect] {
        guard isReady(), let history = reading?.document.history else { return [] }
        let here = history.current.flatMap { history.order.firstIndex(of: $0) } ?? -1
        let there = max(-1, min(here + distance, history.order.count - 1))
        let target = there < 0 ? nil : history.order[there]
        guard let step = reading?.document.travel(to: target) else {
            notice = Notice(distance < 0 ? "this is the beginning" : "this is the latest change")
            return []
        }
        notice = Notice("change \(there + 1) of \(history.order.count)")
        showChange(step)
        return saved(step)
    }

    /// Whether the open article can be changed; says so when it cannot yet.
    private mutating func isReady() -> Bool {
        guard let reading else {
            notice = Notice("no article is open")
            return false
        }
        if reading.phase != .ready { notice = Notice(.warning, "still opening: nothing can be changed yet") }
        return reading.phase == .ready
    }

    /// A new name for something a person makes.
    mutating func newID(_ kind: Character) -> ID { reading?.document.newID(kind) ?? ID("\(kind)0") }

    var person: Origin { .person(settings.author, time: now == 0 ? nil : now) }

    private mutating func saved(_ step: Step) -> [Effect] {
        guard let reading, var row = describedRow() else { return [] }
        workChange = nil
        if row.state == .new { row.state = .inWork }
        library.update([row])
        return [.save(reading.key, step, row)] + lessons(of: step)
    }

    /// The list's row of the open article, with the counts as they are now.
    mutating func describeReading() {
        if let row = describedRow() { library.update([row]) }
    }

    func describedRow() -> LibraryRow? {
        guard let reading else { return nil }
        let annotations = reading.annotations
        var row = library[reading.key] ?? LibraryRow(key: reading.key, title: reading.document.article.title)
        row.entities = annotations.mentions.countOfShown
        row.facts = annotations.facts.count
        row.open = annotations.mentions.openCount
        if !row.isRead {
            row.title = reading.document.article.title
            row.date = reading.document.article.date ?? ""
            row.isRead = true
        }
        return row
    }

    /// After undo, what came back or went is where the reader looks; of many changes one that is in view already.
    private mutating func showChange(_ step: Step) {
        guard let reading else { return }
        let places = step.edit.changes.compactMap { change -> Span? in
            switch change.annotation {
            case .mention(let mention): mention.bounds
            case .fact(let fact): fact.bounds
            case .relation, .chain, .label, .note: nil
            }
        }
        guard places.count > 2 else {
            if let place = places.first { self.reading?.select(place) }
            return
        }
        let shown = reading.visibleSpan
        if let place = places.filter(shown.overlaps).min() ?? places.min() { self.reading?.select(place) }
    }
}
