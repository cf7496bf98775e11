import Articles

extension Command {
    static let tagging: [Command] = [
        Command("tag", "Give the selection a label; the same label again takes it away", .label) {
            state, call in
            state.tag(Label(call.argument), nesting: state.settings.nesting)
        }.repeatable,
        Command(
            "tag-other", "Give a label the other way: nest where tag replaces, replace where it nests", .label
        ) {
            state, call in
            state.tag(Label(call.argument), nesting: state.settings.nesting.other)
        }.repeatable,
        Command("untag", "Take the label of the mention under the cursor away") { state, _ in
            guard let mention = state.mentionOrNotice() else { return [] }
            return state.remove(mention)
        }.repeatable,
        Command("tag-everywhere", "Give every other occurrence of this text the same label") { state, _ in
            state.tagEverywhere()
        }.repeatable,
        Command("end-right", "Move the end of the mention right by a token") { state, _ in
            state.moveBoundary { mention, text in
                guard let next = text.token(after: mention.bounds.end),
                    text.sentence(at: next.span.start) == text.sentence(at: mention.bounds.end - 1)
                else { return nil }
                return Span(mention.bounds.start, next.span.end)
            }
        }.repeatable,
        Command("end-left", "Move the end of the mention left by a token") { state, _ in
            state.moveBoundary { mention, text in
                guard let last = text.token(before: mention.bounds.end),
                    let previous = text.token(before: last.span.start)
                else { return nil }
                return previous.span.end > mention.bounds.start
                    ? Span(mention.bounds.start, previous.span.end) : nil
            }
        }.repeatable,
        Command("start-left", "Move the start of the mention left by a token") { state, _ in
            state.moveBoundary { mention, text in
                guard let previous = text.token(before: mention.bounds.start),
                    text.sentence(at: previous.span.start) == text.sentence(at: mention.bounds.start)
                else { return nil }
                return Span(previous.span.start, mention.bounds.end)
            }
        }.repeatable,
        Command("start-right", "Move the start of the mention right by a token") { state, _ in
            state.moveBoundary { mention, text in
                guard let next = text.token(after: mention.bounds.start + 1) else { return nil }
                return next.span.start < mention.bounds.end ? Span(next.span.start, mention.bounds.end) : nil
            }
        }.repeatable,
        Command("set-boundaries", "Give the mention under the cursor exactly the selection as its place") {
            state, _ in
            guard let selection = state.reading?.selection.span else { return [] }
            return state.moveBoundary { _, _ in selection }
        },
        Command("add-fragment", "Add the selection to the mention last marked with R, as a further fragment")
        {
            state, _ in
            state.addFragment()
        },
    ]
}

extension Configuration.Nesting {
    var other: Configuration.Nesting { self == .replace ? .nest : .replace }
}

extension State {
    func mentionAtCursor() -> Mention? { reading?.mentionAtCursor }

    mutating func mentionOrNotice() -> Mention? {
        if let mention = reading?.mentionAtCursor { return mention }
        notice = Notice("no mention here")
        return nil
    }

    /// Labels the selection. What stands there already gives way, stays around or inside, or goes when it is the same.
    ///
    ///     [Rutte]           PER on the same PER     goes (a suggestion: accepted)
    ///     [Rutte]LOC        PER                     replaced, or both when nesting
    ///     [Mark] Rutte      one token of a mention  stands for the mention; both when nesting another label
    ///     [Rat [der EU]]    partly over another     replaced, or both when nesting
    ///     [Bank [of X]]     inside or around        both, or replaced by the other way
    mutating func tag(_ label: Label, nesting: Configuration.Nesting) -> [Effect] {
        guard let reading else { return [] }
        guard schema.label(label) != nil else {
            notice = Notice(.error, "the schema has no label \(label.name)")
            return []
        }
        let span = reading.selection.span
        guard !span.isEmpty else { return [] }
        let touched = reading.annotations.mentions.overlapping(span).filter { $0.spans.overlaps(span) }
        let isOther = nesting != settings.nesting
        var exact = touched.filter { $0.spans == SpanSet(span) }
        // Where nobody has selected anything, the keys mean what the status line names.
        if let around = reading.mentionAroundToken, nesting == .replace || around.label == label && !isOther {
            exact = [around]
        }
        if let same = exact.first(where: { $0.label == label }) {
            if same.status == .accepted { return remove(same) }
            guard mayAcceptOrNotice(same) else { return [] }
            return setStatus(.accepted, of: same, as: "tag \(label.name)")
        }
        var changes: [Change] = []
        if nesting == .replace, let old = exact.first(where: { $0.status != .rejected }) {
            if old.spans != SpanSet(span) {
                notice = Notice("all of the mention is \(label.name) now; a label behind \\ goes inside it")
            }
            var new = old
            new.label = label
            // A date's day is no person's value.
            new.value = nil
            new.status = .accepted
            new.origin = person
            guard mayLieOrNotice(new) else { return [] }
            changes.append(.replace(.mention(old), with: .mention(new)))
        } else {
            let replaced = touched.filter { old in
                guard nesting == .replace, old.status != .rejected, old.spans != SpanSet(span) else {
                    return false
                }
                return isOther || !(old.bounds.contains(span) || span.contains(old.bounds))
            }
            for old in replaced { changes += removal(of: old) }
            let mention = Mention(id: newID("m"), spans: SpanSet(span), label: label, origin: person)
            guard mayLieOrNotice(mention, without: replaced) else { return [] }
            changes.append(.add(.mention(mention)))
            let told = replaced.filter { !$0.isQuiet }.map(\.label.name)
            if !told.isEmpty { notice = Notice("replaced \(told.joined(separator: ", "))") }
        }
        return apply("tag \(label.name)", changes)
    }

    /// Whether the schema lets a mention lie where it is to be, around and inside the others; says so when it does not.
    /// - Parameter gone: mentions that make room for it.
    private mutating func mayLieOrNotice(_ mention: Mention, without gone: [Mention] = []) -> Bool {
        let replaced = Set(gone.map(\.id))
        return mayLieOrNotice(mention) { !replaced.contains($0.id) }
    }

    /// Whether the schema lets a suggestion lie where it does once it is accepted; says so when it does not.
    mutating func mayAcceptOrNotice(_ suggestion: Mention) -> Bool {
        mayLieOrNotice(suggestion) { $0.status == .accepted }
    }

    private mutating func mayLieOrNotice(_ mention: Mention, among counts: (Mention) -> Bool) -> Bool {
        guard let reading else { return false }
        let others = reading.annotations.mentions.overlapping(mention.bounds).filter {
            counts($0) && !$0.isQuiet && $0.spans.fragments.contains(where: mention.spans.overlaps)
        }
        guard let violation = schema.nestingViolation(of: mention, among: others) else { return true }
        notice = Notice(.warning, violation.description)
        return false
    }

    /// What takes a mention away: an engine's one is kept as rejected, so that it is not suggested again.
    func removal(of mention: Mention) -> [Change] {
        if mention.origin.author == .engine {
            guard mention.status != .rejected else { return [] }
            return rejection(of: [mention])
        }
        let referring = reading?.annotations.referring(to: mention.id) ?? []
        return referring.map { $0.change(without: mention.id) } + [.remove(.mention(mention))]
    }

    /// Mentions that are wrong, and with them the facts that are only suggested because of them.
    func rejection(of mentions: [Mention]) -> [Change] {
        var changes: [Change] = []
        var told: Set<ID> = []
        for mention in mentions {
            var rejected = mention
            rejected.status = .rejected
            changes.append(.replace(.mention(mention), with: .mention(rejected)))
            for annotation in reading?.annotations.referring(to: mention.id) ?? [] {
                guard case .fact(var fact) = annotation, !fact.isDecided, told.insert(fact.id).inserted else {
                    continue
                }
                fact.status = .rejected
                // Kept as rejected, it must not keep the suggestions that it names.
                for index in fact.slots.indices { fact.slots[index].mention = nil }
                changes.append(.replace(annotation, with: .fact(fact)))
            }
        }
        return changes
    }

    mutating func remove(_ mention: Mention) -> [Effect] {
        apply("take away \(mention.label.name)", removal(of: mention))
    }

    mutating func setStatus(_ status: Status, of mention: Mention, as name: String) -> [Effect] {
        var new = mention
        new.status = status
        guard new != mention else { return [] }
        return apply(name, .replace(.mention(mention), with: .mention(new)))
    }

    fileprivate mutating func moveBoundary(_ target: (Mention, Text) -> Span?) -> [Effect] {
        guard let text = reading?.text, let old = mentionOrNotice() else { return [] }
        guard old.status != .rejected else {
            notice = Notice("this mention is rejected; the key of its label brings it back")
            return []
        }
        guard let span = target(old, text) else {
            notice = Notice(
                "no further by a token: the sentence ends there, or the mention; any selection can be set")
            return []
        }
        guard span != old.bounds, !span.isEmpty else { return [] }
        var new = old
        if old.spans.isContiguous {
            new.spans = SpanSet(span)
        } else {
            let kept = old.spans.fragments.compactMap { $0.intersection(span) }
            let grown =
                [Span(span.start, max(span.start, min(span.end, old.bounds.start)))]
                + [Span(max(span.start, min(old.bounds.end, span.end)), span.end)]
            guard let spans = SpanSet(kept + grown) else { return [] }
            new.spans = spans
        }
        new.status = .accepted
        new.origin = person
        guard mayLieOrNotice(new) else { return [] }
        let effects = apply("move boundary", .replace(.mention(old), with: .mention(new)))
        reading?.select(span)
        return effects
    }

    fileprivate mutating func addFragment() -> [Effect] {
        guard let reading, let old = reading.marked(for: .relate) else {
            notice = Notice("mark a mention with R first, then select the further fragment")
            return []
        }
        guard let spans = SpanSet(old.spans.fragments + [reading.selection.span]) else { return [] }
        var new = old
        new.spans = spans
        new.status = .accepted
        new.origin = person
        guard mayLieOrNotice(new) else { return [] }
        self.reading?.mark = nil
        return apply("add fragment", .replace(.mention(old), with: .mention(new)))
    }

    /// One edit for all occurrences of the text as whole tokens, in the same case, that nobody has decided about.
    fileprivate mutating func tagEverywhere() -> [Effect] {
        guard let reading, let mention = mentionOrNotice(), mention.spans.isContiguous else { return [] }
        guard !mention.isAnaphor else {
            notice = Notice("such words mean something else at each place; only names are tagged everywhere")
            return []
        }
        let search = Search(literal: reading.text.string(in: mention.bounds), isCaseSensitive: true)
        var changes: [Change] = []
        var count = 0
        for span in search.matches(in: reading.text) where span != mention.bounds {
            guard reading.text.isWholeTokens(span) else { continue }
            let there = reading.annotations.mentions.overlapping(span).filter { $0.status != .rejected }
            guard !there.contains(where: \.isDecided) else { continue }
            var new = Mention(
                id: newID("m"), spans: SpanSet(span), label: mention.label, origin: person,
                value: mention.value, link: mention.link)
            let same = there.first { $0.spans == new.spans }
            if var accepted = same {
                if accepted.label != mention.label { accepted.origin = person }
                accepted.label = mention.label
                accepted.status = .accepted
                new = accepted
            }
            // Whatever is only suggested gives way, so nothing of it can forbid the label.
            changes += there.filter { $0.id != same?.id }.flatMap(removal)
            changes.append(same.map { .replace(.mention($0), with: .mention(new)) } ?? .add(.mention(new)))
            count += 1
        }
        if mention.status == .suggested {
            var new = mention
            new.status = .accepted
            changes.append(.replace(.mention(mention), with: .mention(new)))
        }
        notice = Notice(
            count == 0
                ? "no further occurrence" : "\(count.of("occurrence")) tagged \(mention.label.name)")
        return apply("tag \(count) × \(mention.label.name)", changes)
    }
}

extension Annotation {
    /// How the annotation changes when a mention that it refers to goes.
    func change(without id: ID) -> Change {
        switch self {
        case .chain(let chain) where chain.mentions.count > 2:
            var shorter = chain
            shorter.mentions.removeAll { $0 == id }
            return .replace(self, with: .chain(shorter))
        case .fact(let fact):
            var loose = fact
            for index in loose.slots.indices where loose.slots[index].mention == id {
                loose.slots[index].mention = nil
            }
            return .replace(self, with: .fact(loose))
        case .mention, .relation, .chain, .label, .note:
            return .remove(self)
        }
    }
}

extension Text {
    /// Whether the span begins and ends where tokens do.
    func isWholeTokens(_ span: Span) -> Bool {
        token(at: span.start)?.span.start == span.start && token(at: span.end - 1)?.span.end == span.end
    }
}
