import Articles

extension Command {
    static let reviewing: [Command] = [
        Command("accept", "Accept the suggestion under the cursor and go to the next") { state, _ in
            state.decide(.accepted)
        }.repeatable,
        Command("reject", "Reject the suggestion under the cursor and go to the next") { state, _ in
            state.decide(.rejected)
        }.repeatable,
        Command("accept-shown", "Accept every suggestion on the screen") { state, _ in
            state.decideShown(.accepted)
        },
        Command("reject-shown", "Reject every suggestion on the screen") { state, _ in
            state.decideShown(.rejected)
        },
        Command("extract-all", "Let the engine read all of a long text, not only around the cursor") {
            state, _ in
            (state.reading?.extractAll()).map { [$0] } ?? []
        },
    ]

    /// From change to change.
    static let travelling: [Command] = [
        Command("undo", "Take back the last change, whatever it was") { state, call in
            (0..<call.times).flatMap { _ in state.undo() }
        },
        Command("redo", "Make the change again that was taken back") { state, call in
            (0..<call.times).flatMap { _ in state.redo() }
        },
        Command("earlier", "Go back in time by one change, over all branches") { state, call in
            state.travel(by: -call.times)
        },
        Command("later", "Go forward in time by one change, over all branches") { state, call in
            state.travel(by: call.times)
        },
        Command("repeat", "Do the last change again, here") { state, call in
            guard var last = state.lastEdit else {
                state.notice = Notice(
                    "nothing to repeat: the last change was of another kind, or there was none")
                return []
            }
            last.count = call.count ?? last.count
            return state.run(last)
        },
    ]
}

extension State {
    /// Decides about the mention under the cursor, then goes on; without one it only goes to the next suggestion.
    fileprivate mutating func decide(_ status: Status) -> [Effect] {
        guard let mention = reading?.mentionAtCursor, mention.status != status else {
            return goToNextSuggestion()
        }
        guard status == .accepted else {
            let name = mention.origin.author == .person ? "take away" : "reject"
            return apply("\(name) \(mention.label.name)", removal(of: mention)) + goToNextSuggestion()
        }
        guard mayAcceptOrNotice(mention) else { return [] }
        return setStatus(status, of: mention, as: "accept \(mention.label.name)") + goToNextSuggestion()
    }

    mutating func goToNextSuggestion() -> [Effect] {
        guard let reading else { return [] }
        if let next = reading.suggestion(.forward) ?? reading.annotations.mentions.firstOpen(from: 0)?.bounds
        {
            self.reading?.select(next)
        } else if !reading.isExtracting {
            let share = reading.engine.percent(of: reading.text)
            notice = Notice(
                share < 100
                    ? "no suggestion waits in the \(share) % that the engine has read; :extract-all reads the rest"
                    : "no suggestion waits any more")
        }
        return []
    }

    fileprivate mutating func decideShown(_ status: Status) -> [Effect] {
        guard let reading else { return [] }
        return decide(status, aboutAll: reading.annotations.mentions.overlapping(reading.visibleSpan))
    }

    /// Decides about all suggestions among some mentions as one edit; what the schema forbids beside something accepted is
    /// left as it is.
    mutating func decide(_ status: Status, aboutAll mentions: [Mention]) -> [Effect] {
        guard let reading else { return [] }
        let open = mentions.filter(\.isOpen)
        var decided = open
        var changes: [Change] = []
        if status == .rejected {
            changes = rejection(of: open)
        } else {
            decided = []
            for mention in open {
                let beside = reading.annotations.mentions.overlapping(mention.bounds).filter {
                    $0.status == .accepted
                }
                let others = beside + decided.filter { $0.bounds.overlaps(mention.bounds) }
                guard schema.nestingViolation(of: mention, among: others) == nil else { continue }
                decided.append(mention)
                var new = mention
                new.status = status
                changes.append(.replace(.mention(mention), with: .mention(new)))
            }
        }
        let left = open.count - decided.count
        let place = left == 1 ? "it does" : "they do"
        let remark = left == 0 ? "" : "; \(left) may not lie where \(place) by the schema"
        notice = Notice("\(decided.count.of("suggestion")) \(status.rawValue)\(remark)")
        return apply(
            "\(status == .accepted ? "accept" : "reject") \(decided.count.of("suggestion"))", changes)
    }
}
