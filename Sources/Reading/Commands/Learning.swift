import Articles

extension Command {
    /// What concerns the engine: its learning from what a person decides, and the deep one.
    static let learning: [Command] = [
        Command("deep", "Let the deep engine read: off, idle (while no key is pressed) or always", .switching)
        {
            state, call in
            guard let refinement = Configuration.Refinement(rawValue: call.argument) else {
                state.notice = Notice(.error, "deep is off, idle or always, not “\(call.argument)”")
                return []
            }
            guard state.settings.hasDeepEngine else {
                state.notice = Notice(.warning, "this program was built without the deep engine")
                return []
            }
            state.settings.refinement = refinement
            state.reading?.deep = EngineProgress(EngineProgress.deep)
            state.notice = Notice("the deep engine \(refinement.meaning)")
            return [.setRefinement(refinement)]
        },
        Command("learning", "Let the engine learn from what you decide: on or off", .switching) {
            state, call in
            guard let learning = Configuration.Learning(rawValue: call.argument) else {
                state.notice = Notice(.error, "learning is on or off, not “\(call.argument)”")
                return []
            }
            state.settings.learning = learning
            state.notice = Notice(
                learning == .on
                    ? "the engine learns from what you decide"
                    : "the engine no longer learns, and suggests as it came")
            return [.setLearning(learning)]
        },
        Command("forget", "Forget what the engine has learned from you in this library", .all) {
            state, call in
            guard call.argument == "all" else {
                state.notice = Notice(
                    .warning,
                    "what the engine has learned in this library cannot come back; “forget all” does it")
                return []
            }
            return [.forget]
        },
    ]
}

extension Configuration.Refinement {
    fileprivate var meaning: String {
        switch self {
        case .off: "is off"
        case .idle: "reads while no key is pressed"
        case .always: "reads at once"
        }
    }
}

extension State {
    /// Lets the engine learn from what an edit has changed.
    func lessons(of step: Step) -> [Effect] {
        guard settings.learning == .on, let reading else { return [] }
        let places = step.edit.changes.flatMap { change -> [Span] in
            [change.before, change.after].compactMap(\.self).compactMap { annotation in
                guard case .mention(let mention) = annotation else { return nil }
                return mention.bounds
            }
        }
        return places.isEmpty
            ? [] : [.learn(reading.key, reading.document.article, reading.annotations, places)]
    }
}

extension Mention {
    /// Whether the engine suggests it because of what the person has decided before.
    var isLearned: Bool { origin.author == .engine && origin.name == Self.personalEngine }

    /// The engine's name for what it has learned; see `FoundName.Finder`.
    private static let personalEngine = "personal"
}
