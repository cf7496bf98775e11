import Articles

extension Command {
    static let selecting: [Command] = [
        Command("extend-right", "Take one more token into the selection, or give one back on the left") {
            state, call in
            for _ in 0..<call.times { state.reading?.extend(.forward) }
            return []
        },
        Command("extend-left", "Take one more token in on the left, or give one back on the right") {
            state, call in
            for _ in 0..<call.times { state.reading?.extend(.backward) }
            return []
        },
        Command("extend-right-character", "Move the selection's free end right by a character") {
            state, call in
            for _ in 0..<call.times { state.reading?.extendByCharacter(.forward) }
            return []
        },
        Command("extend-left-character", "Move the selection's free end left by a character") { state, call in
            for _ in 0..<call.times { state.reading?.extendByCharacter(.backward) }
            return []
        },
        Command("grow", "Select the next larger unit: token, name, clause, sentence, paragraph, article") {
            state, call in
            for _ in 0..<call.times { state.reading?.grow() }
            return []
        },
        Command("shrink", "Go back to the smaller unit") { state, call in
            for _ in 0..<call.times { state.reading?.shrink() }
            return []
        },
        Command("collapse", "Select only the token at the cursor, and put away hits and messages") {
            state, _ in
            state.notice = nil
            state.reading?.mark = nil
            state.reading?.factWork = nil
            if let head = state.reading?.selection.head.start { state.reading?.selectToken(at: head) }
            state.reading?.search = nil
            return []
        },
    ]
}
