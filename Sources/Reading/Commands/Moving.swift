import Articles

extension Command {
    static let moving: [Command] = [
        move("next-token", "Go to the next token") { $0.token(.forward) },
        move("previous-token", "Go to the token before") { $0.token(.backward) },
        Command("next-row", "Go down a row") { state, call in state.moveRows(call.times) },
        Command("previous-row", "Go up a row") { state, call in state.moveRows(-call.times) },
        move("next-candidate", "Go to the next thing that looks like a name, tagged or not") {
            $0.candidate(.forward)
        },
        move("previous-candidate", "Go back to what looks like a name") { $0.candidate(.backward) },
        move("next-sentence", "Select the next sentence") { $0.sentence(.forward) },
        move("previous-sentence", "Select the sentence before") { $0.sentence(.backward) },
        move("next-paragraph", "Go to the next paragraph") { $0.paragraphStart(.forward) },
        move("previous-paragraph", "Go to the start of the paragraph, then to the one before") {
            $0.paragraphStart(.backward)
        },
        move("next-mention", "Select the next mention") { $0.mention(.forward) },
        move("previous-mention", "Select the mention before") { $0.mention(.backward) },
        move(
            "next-suggestion", "Select the next suggestion that waits for a decision",
            orSay: "no suggestion further down"
        ) { $0.suggestion(.forward) },
        move("previous-suggestion", "Select the suggestion before") { $0.suggestion(.backward) },
        move("row-start", "Go to the first token of the row") { $0.rowEdge(.backward) },
        move("row-end", "Go to the last token of the row") { $0.rowEdge(.forward) },
        move("article-start", "Go to the start of the article") { $0.text.token(after: 0)?.span },
        move("article-end", "Go to the end of the article") {
            $0.text.token(before: $0.text.byteCount)?.span
        },
        Command("page-down", "Go down a page") { state, call in state.turnPage(call.times) },
        Command("page-up", "Go up a page") { state, call in state.turnPage(-call.times) },
        Command("half-page-down", "Go down half a page") { state, call in
            state.turnPage(0.5 * Double(call.times))
        },
        Command("half-page-up", "Go up half a page") { state, call in
            state.turnPage(-0.5 * Double(call.times))
        },
        Command("centre", "Bring the cursor's row to the middle of the screen") { state, _ in
            guard let reading = state.reading else { return [] }
            let head = reading.place(of: reading.selection.head.start)
            state.reading?.top = reading.place(head, movedBy: -(reading.viewport.rows / 2))
            return []
        },
    ]

    /// A command that selects what a function finds, as often as the count says.
    /// - Parameter missing: what to say when it finds nothing although the engine has read what is there.
    private static func move(
        _ name: String, _ summary: String, orSay missing: String? = nil,
        _ target: @escaping @Sendable (OpenArticle) -> Span?
    ) -> Command {
        Command(name, summary) { state, call in
            for _ in 0..<call.times {
                guard let reading = state.reading else { return [] }
                guard let span = target(reading) else {
                    if let missing, !reading.isExtracting { state.notice = Notice(missing) }
                    return []
                }
                if span == reading.selection.span { return [] }
                state.reading?.select(span)
            }
            return []
        }
    }
}

extension State {
    fileprivate mutating func moveRows(_ count: Int) -> [Effect] {
        reading?.moveRows(count)
        return []
    }

    /// Moves the window and the cursor alike, so that the cursor stays where the eye is; one row is seen on both pages.
    fileprivate mutating func turnPage(_ pages: Double) -> [Effect] {
        guard let reading else { return [] }
        let rows = Int((Double(max(1, reading.viewport.rows - 1)) * pages).rounded(.awayFromZero))
        self.reading?.top = reading.place(reading.top, movedBy: rows)
        self.reading?.moveRows(rows)
        return []
    }

    fileprivate mutating func turnPage(_ pages: Int) -> [Effect] { turnPage(Double(pages)) }
}
