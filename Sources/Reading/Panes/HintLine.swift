import Articles
import Cells

extension State {
    /// A key and what it does, in a word.
    private struct Hint {
        let keys: String
        let name: String
        var width: Int { Width.of(keys) + Width.of(name) + 3 }
    }

    /// The keys that matter now, as many as fit; always read from the key table.
    func drawHints(in areas: Areas, on grid: inout CellGrid) {
        guard !areas.hint.isEmpty else { return }
        grid.fill(areas.hint, roles: ["hint"])
        guard mode == .article else {
            draw(hints, at: 0, in: areas.hint, on: &grid)
            return
        }
        if let reading, let fact = reading.workedFact {
            draw(hints(for: fact, in: reading), at: 0, in: areas.hint, on: &grid)
            return
        }
        // What depends on the cursor has a place of its own, as wide as it can become, so that all else stands still:
        // a line that moves at each key is restless, and on a slow one it costs more than the text.
        let here = [nil, Status.suggested, .accepted, .rejected].map(hintsHere)
        let hereWidth = here.map { $0.reduce(0) { $0 + $1.width } }.max() ?? 0
        let general = hints
        let generalWidth = general.first?.width ?? 0
        let labels = labelHints(width: size.columns - hereWidth - generalWidth)
        let labelsWidth = labels.reduce(0) { $0 + $1.width }
        draw(labels, at: 0, in: areas.hint, on: &grid)
        draw(hintsHere(reading?.mentionAtCursor?.status), at: labelsWidth, in: areas.hint, on: &grid)
        draw(general, at: labelsWidth + hereWidth, in: areas.hint, on: &grid)
    }

    private func draw(_ hints: [Hint], at start: Int, in area: Region, on grid: inout CellGrid) {
        var column = start
        for hint in hints {
            guard column + hint.width <= area.endColumn else { return }
            column = grid.put(" " + hint.keys, row: area.row, column: column, roles: ["hint", "hint.key"])
            column = grid.put(" \(hint.name) ", row: area.row, column: column, roles: ["hint"])
        }
    }

    private func hint(_ line: String, _ name: String) -> Hint? {
        keyMap.keys(for: Invocation(line: line) ?? Invocation(line), in: mode).map {
            Hint(keys: $0, name: name)
        }
    }

    /// The way to the next suggestion, and as many of the first labels as there is room for.
    private func labelHints(width: Int) -> [Hint] {
        let labels = schema.labels.prefix(6).map { hint("tag \($0.label.name)", $0.label.name) }
        var room = width
        return ([hint("next-suggestion", "next")] + labels).compactMap(\.self).prefix { hint in
            room -= hint.width
            return room >= 0
        }
    }

    /// What can be done with a mention of the status, or where there is none.
    private func hintsHere(_ status: Status?) -> [Hint] {
        let hints =
            switch status {
            case .suggested: [hint("accept", "accept"), hint("reject", "reject")]
            case .accepted: [hint("untag", "untag"), hint("tag-everywhere", "everywhere")]
            case .rejected, nil: [hint("next-candidate", "name"), hint("extend-right", "extend")]
            }
        return hints.compactMap(\.self)
    }

    /// How to go on with the fact at work.
    private func hints(for fact: Fact, in reading: OpenArticle) -> [Hint] {
        let next = reading.nextSlot(of: fact, schema)
        return [
            next.flatMap { hint("fact", "fill \($0.title)") },
            next.flatMap { _ in hint("skip-slot", "skip it") },
            hint("fill-slot", "another slot"), hint("extend-right", "extend"),
            hint("next-mention", "next name"),
            hint("collapse", "done"), hint("undo", "undo"), hint("help", "help"),
        ].compactMap(\.self)
    }

    private var hints: [Hint] {
        let hints =
            switch mode {
            case .library:
                [
                    hint("open", "open"), hint("filter", "filter"), hint("find", "find"),
                    hint("next-order", "sort"),
                    hint("mark-done", "done"), hint("register", "register"), hint("help", "help"),
                    hint("command", "command"), hint("close", "quit"),
                ]
            case .register:
                [
                    hint("open-entry", "open"), hint("filter-register", "filter"),
                    hint("turn-register", "kind of fact"), hint("leave-register", "back"),
                    hint("help", "help"),
                ]
            case .pane:
                [
                    hint("go-to-line", "go there"), hint("peek-line", "show"), hint("accept-line", "accept"),
                    hint("reject-line", "reject"), hint("next-tab", "next tab"),
                    hint("focus-article", "back to the text"), hint("help", "help"),
                ]
            case .prompt: [hint("enter", "take"), hint("complete", "complete"), hint("cancel", "cancel")]
            case .help: [hint("help-search", "search"), hint("close-help", "close")]
            case .article:
                [
                    hint("help", "help"), hint("undo", "undo"), hint("search", "search"),
                    hint("close", "close"),
                ]
            }
        return hints.compactMap(\.self)
    }
}
