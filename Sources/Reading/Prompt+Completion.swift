extension State {
    /// What could stand where the cursor is, the best first.
    func candidates(for prompt: Prompt) -> (stem: String, candidates: [String]) {
        guard prompt.kind == .command else { return (prompt.text, []) }
        let words = prompt.text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false).map(
            String.init)
        guard words.count > 1, let command = Command.named(words[0]) else {
            return ("", ranked(Command.all.map(\.name), by: prompt.text))
        }
        return (words[0] + " ", ranked(values(for: command.argument), by: words[1]))
    }

    private func values(for argument: Command.Argument) -> [String] {
        switch argument {
        case .none, .text: []
        case .all: ["all"]
        case .switching: Configuration.Learning.allCases.map(\.rawValue)
        case .label: schema.labels.map(\.label.name)
        case .theme: themes.map(\.name)
        case .tab: SidePane.Tab.allCases.map(\.rawValue)
        case .order: LibraryList.Order.allCases.map(\.rawValue)
        case .format: exportFormats
        case .relation: possibleRelations
        case .factKind: schema.facts.map(\.name)
        case .slot: possibleSlots
        case .articleLabel: schema.articleLabels
        case .setting: Setting.all.flatMap { setting in setting.values.map { "\(setting.name)=\($0)" } }
        case .attribute:
            mentionAtCursor().map { mention in
                schema.attributes(of: mention.label).flatMap { kind in
                    kind.values.isEmpty ? ["\(kind.name)="] : kind.values.map { "\(kind.name)=\($0)" }
                }
            } ?? []
        }
    }

    /// Beginnings first, then names that contain what was typed.
    private func ranked(_ names: [String], by typed: String) -> [String] {
        var seen: Set<String> = []
        let unique = names.filter { seen.insert($0).inserted }
        let lower = typed.lowercased()
        let beginning = unique.filter { $0.lowercased().hasPrefix(lower) }
        let containing = unique.filter {
            !$0.lowercased().hasPrefix(lower) && $0.lowercased().contains(lower)
        }
        return beginning + containing
    }

    /// Puts the next (or previous) candidate in.
    mutating func complete(by step: Int) {
        guard var prompt else { return }
        var completion: Prompt.Completion
        if let present = prompt.completion {
            completion = present
        } else {
            let (stem, candidates) = candidates(for: prompt)
            completion = Prompt.Completion(candidates: candidates, index: nil, stem: stem)
        }
        guard !completion.candidates.isEmpty else { return }
        let count = completion.candidates.count
        let index = ((completion.index ?? (step > 0 ? -1 : 0)) + step + count) % count
        completion.index = index
        let name = completion.candidates[index]
        // The only candidate for a command that takes more is followed by the blank that asks for it.
        let wantsMore =
            completion.stem.isEmpty && count == 1 && Command.named(name)?.argument != Command.Argument.none
        prompt.set(completion.stem + name + (wantsMore ? " " : ""))
        prompt.completion = wantsMore ? nil : completion
        self.prompt = prompt
    }
}
