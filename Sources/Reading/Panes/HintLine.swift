import Articles
import Cells

extension State {
    /// The keys that matter now, as many as fit; always read from the key table.
    func drawHints(in areas: Areas, on grid: inout CellGrid) {
        guard !areas.hint.isEmpty else { return }
        let row = areas.hint.row
        grid.fill(areas.hint, roles: ["hint"])
        var column = 0
        for (invocation, name) in hints {
            guard let keys = keyMap.keys(for: invocation, in: mode) else { continue }
            let width = Width.of(keys) + Width.of(name) + 3
            guard column + width <= size.columns else { break }
            column = grid.put(" " + keys, row: row, column: column, roles: ["hint", "hint.key"])
            column = grid.put(" \(name) ", row: row, column: column, roles: ["hint"])
        }
    }

    private var hints: [(Invocation, String)] {
        func hint(_ line: String, _ name: String) -> (Invocation, String) {
            (Invocation(line: line) ?? Invocation(line), name)
        }
        switch mode {
        case .library:
            return [
                hint("open", "open"), hint("filter", "filter"), hint("next-order", "sort"),
                hint("mark-done", "done"), hint("help", "help"), hint("command", "command"),
                hint("close", "quit"),
            ]
        case .pane:
            return [
                hint("go-to-line", "go there"), hint("peek-line", "show"), hint("accept-line", "accept"),
                hint("reject-line", "reject"),
                hint("next-tab", "next tab"), hint("focus-article", "back to the text"), hint("help", "help"),
            ]
        case .prompt:
            return [hint("enter", "take"), hint("complete", "complete"), hint("cancel", "cancel")]
        case .help:
            return [hint("help-search", "search"), hint("close-help", "close")]
        case .article:
            let labels = schema.labels.prefix(6).map { (Invocation("tag", $0.label.name), $0.label.name) }
            let general = [
                hint("search", "search"), hint("undo", "undo"), hint("help", "help"), hint("close", "close"),
            ]
            let here =
                switch reading?.mentionAtCursor?.status {
                case .suggested:
                    [hint("accept", "accept"), hint("reject", "reject"), hint("end-right", "longer")]
                case .accepted:
                    [
                        hint("untag", "untag"), hint("tag-everywhere", "everywhere"),
                        hint("end-right", "longer"),
                    ]
                case .rejected, nil: [hint("next-candidate", "name"), hint("extend-right", "extend")]
                }
            // What changes while the cursor moves comes last: the rest need not be sent again.
            return [hint("next-suggestion", "next")] + labels + here + general
        }
    }
}
