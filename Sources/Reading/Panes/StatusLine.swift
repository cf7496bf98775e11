import Articles
import Cells

extension State {
    /// The status line, or the prompt in its place.
    func drawStatus(in areas: Areas, on grid: inout CellGrid) {
        guard !areas.status.isEmpty else { return }
        let row = areas.status.row
        grid.fill(areas.status, roles: ["status"])
        if let prompt {
            draw(prompt, row: row, on: &grid)
            return
        }
        let right = rightStatus
        let rightStart = max(0, size.columns - Width.of(right) - 1)
        var column = grid.put(" \(modeName) ", row: row, column: 0, roles: ["status", "status.mode"]) + 1
        if let notice {
            if column + Width.of(notice.text) >= size.columns, row > 0 {
                draw(notice, above: row, column: column, on: &grid)
                return
            }
            column = grid.put(notice.text, row: row, column: column, roles: ["status", notice.role])
        } else {
            let keys = pending.keys.map(\.description).joined(separator: " ")
            let typed = [pending.count.map(String.init), keys].compactMap(\.self).joined(separator: " ")
            let left = typed.trimmingBlanks.isEmpty ? leftStatus : typed
            column = grid.put(
                left, row: row, column: column, end: max(column, rightStart - 1), roles: ["status"])
        }
        if column < rightStart {
            grid.put(right, row: row, column: rightStart, roles: ["status", "status.progress"])
        }
    }

    private var modeName: String {
        switch mode {
        case .article: "READ"
        case .pane: "PANE"
        case .library: "LIBRARY"
        case .register: "REGISTER"
        case .prompt: "TYPE"
        case .help: "HELP"
        }
    }

    /// What is under the cursor.
    private var leftStatus: String {
        if loading != nil { return "opening …" }
        switch screen {
        case .library: return library.current?.title ?? ""
        case .register: return registerStatus
        case .article:
            guard let reading else { return "" }
            if let fact = reading.workedFact { return status(of: fact, in: reading) }
            guard let mention = reading.mentionAtCursor, mention.bounds.contains(reading.selection.span)
            else { return "" }
            let title = schema.label(mention.label)?.title ?? mention.label.name
            let words = reading.text.string(in: mention.bounds).prefixOfLine(60)
            let meant = mention.isAnaphor ? reading.chainName(of: mention).map { " → \($0)" } : nil
            let parts = [title, words + (meant ?? ""), mention.value]
            let learned = mention.isLearned ? ", learned from you" : ""
            let status = mention.status == .accepted ? nil : mention.status.rawValue + learned
            return (parts + [status]).compactMap(\.self).joined(separator: " · ")
        }
    }

    /// What the fact at work wants next.
    private func status(of fact: Fact, in reading: OpenArticle) -> String {
        let title = schema.fact(fact.kind)?.title ?? fact.kind
        guard let next = reading.nextSlot(of: fact, schema) else { return "\(title) · no slot is left" }
        let labels = schema.labels.filter { next.labels.contains($0.label) }.map(\.title)
        let wanted = labels.isEmpty ? "any words" : labels.joined(separator: ", ")
        return "\(title) · next \(next.title): \(wanted)"
    }

    /// How far the work is, and where in the text.
    private var rightStatus: String {
        switch screen {
        case .library:
            let count = library.shown.count
            let filter = library.filter.isEmpty ? "" : "only “\(library.filter)” · "
            let words = library.words.isEmpty ? "" : "with “\(library.words)” · "
            return "\(words)\(filter)\(count == 0 ? 0 : library.cursor + 1)/\(count)"
        case .register: return registerProgress
        case .article:
            guard let reading else { return "" }
            let mentions = reading.annotations.mentions
            let open = mentions.openCount
            let end = reading.selection.span.end
            let isEnd = reading.text.token(after: end) == nil
            let percent = isEnd ? 100 : 100 * reading.selection.span.start / max(1, reading.text.byteCount)
            let share = reading.engine.percent(of: reading.text)
            let work =
                reading.isExtracting
                ? "reading … · "
                : reading.deep.isRunning
                    ? "reading closely … · " : share < 100 ? "\(share) % read · " : ""
            if size.columns < 60 { return "\(open) to review" }
            return
                "\(hitCount)\(work)\(mentions.countOfShown.of("mention")) · \(open) to review · \(percent) %"
        }
    }

    /// Which hit of the search is selected, and how many there are.
    private var hitCount: String {
        guard let reading else { return "" }
        let hits = reading.allHits
        guard !hits.isEmpty else { return "" }
        guard let index = hits.firstIndex(of: reading.selection.span) else {
            return "\(hits.count.of("hit")) · "
        }
        return "hit \(index + 1) of \(hits.count) · "
    }

    /// A message that is longer than the line, over as many rows as it needs, the last of them the status line's.
    private func draw(_ notice: Notice, above row: Int, column: Int, on grid: inout CellGrid) {
        let lines = Wrap.lines(of: notice.text, columns: max(1, size.columns - column - 1)).prefix(row + 1)
        for (index, line) in lines.enumerated() {
            let gridRow = row - lines.count + 1 + index
            grid.fill(Region(row: gridRow, column: 0, rows: 1, columns: size.columns), roles: ["status"])
            if index == 0 {
                grid.put(" \(modeName) ", row: gridRow, column: 0, roles: ["status", "status.mode"])
            }
            grid.put(line, row: gridRow, column: column, roles: ["status", notice.role])
        }
    }

    private func draw(_ prompt: Prompt, row: Int, on grid: inout CellGrid) {
        let start = grid.put(prompt.sign, row: row, column: 0, roles: ["prompt"])
        let clusters = Width.clusters(of: prompt.text)
        // A long line is shown around its cursor.
        var before = clusters.prefix(prompt.cursor).reduce(0) { $0 + $1.width }
        var shown = clusters[...]
        while start + before >= size.columns - 1, let first = shown.popFirst() { before -= first.width }
        grid.put(shown.map(\.glyph).joined(), row: row, column: start, roles: ["prompt"])
        grid.cursor = (row, min(start + before, size.columns - 1))
        drawCandidates(of: prompt, above: row, on: &grid)
    }

    /// The names that Tab puts in, in the rows above the prompt.
    private func drawCandidates(of prompt: Prompt, above row: Int, on grid: inout CellGrid) {
        guard prompt.kind == .command, row > 1 else { return }
        let names = prompt.completion?.candidates ?? candidates(for: prompt).candidates
        guard !names.isEmpty else { return }
        let current = prompt.completion?.index
        let rows = min(names.count, 8, row)
        let first = max(0, min((current ?? 0) - rows / 2, names.count - rows))
        let width = min(size.columns, 60)
        for offset in 0..<rows {
            let name = names[first + offset]
            let gridRow = row - rows + offset
            grid.fill(Region(row: gridRow, column: 0, rows: 1, columns: width), roles: ["prompt"])
            let end = grid.put(" " + name, row: gridRow, column: 0, end: width, roles: ["prompt"])
            if let command = Command.named(name) {
                grid.put(
                    command.summary, row: gridRow, column: max(end + 1, 22), end: width,
                    roles: ["prompt", "meta"])
            }
            if first + offset == current { grid.overlay("pane.selected", row: gridRow, columns: 0..<width) }
        }
    }
}

extension Notice {
    var role: Role {
        switch level {
        case .info: "message"
        case .warning: "message.warning"
        case .error: "message.error"
        }
    }
}

extension String {
    /// What fits into columns of the end, which says more of a path than the beginning.
    func suffix(columns: Int) -> String {
        var clusters = Width.clusters(of: self)[...]
        var width = clusters.reduce(0) { $0 + $1.width }
        guard width > columns else { return self }
        while width > columns - 1, let first = clusters.popFirst() { width -= first.width }
        return "…" + clusters.map(\.glyph).joined()
    }

    var trimmingBlanks: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }

    /// The text on one line, cut after some characters.
    func prefixOfLine(_ count: Int) -> String {
        let line = prefix(count + 1).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.count > count ? line.prefix(count) + "…" : line
    }
}
