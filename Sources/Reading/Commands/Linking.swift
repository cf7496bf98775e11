import Articles

extension Command {
    static let linking: [Command] = [
        Command("relate", "Mark the mention; on a second one, relate the first to it", .text) { state, call in
            state.relate(as: call.argument)
        },
        Command("relate-as", "Relate the marked mention to this one with a kind of the schema", .relation) {
            state, call in
            state.relate(as: call.argument)
        },
        Command("unrelate", "Take the relations of the mention under the cursor away") { state, _ in
            guard let mention = state.mentionOrNotice(), let reading = state.reading else { return [] }
            let relations = reading.annotations.relations(of: mention.id)
            state.notice = Notice("\(relations.count.of("relation")) taken away")
            return state.apply("unrelate", relations.map { .remove(.relation($0)) })
        },
        Command("join-chain", "Mark the mention; on a second one, say that both name the same", .text) {
            state, call in
            state.joinChain(with: call.argument)
        },
        Command("leave-chain", "Take the mention under the cursor out of its chain") { state, _ in
            state.leaveChain()
        },
    ]
}

extension State {
    /// The mention marked before for the same purpose and the one under the cursor; marks the latter when there is none.
    private mutating func pair(for purpose: OpenArticle.Mark.Purpose) -> (Mention, Mention)? {
        guard let here = mentionOrNotice() else { return nil }
        guard let first = reading?.marked(for: purpose), first.id != here.id else {
            reading?.mark = OpenArticle.Mark(id: here.id, purpose: purpose)
            let name = reading?.text.string(in: here.bounds) ?? ""
            notice = Notice(
                "“\(name)” marked; go to the other mention and press the key again to \(purpose.rawValue)")
            return nil
        }
        return (first, here)
    }

    /// The kinds of relation that may go from one mention to another.
    private func relations(from: Mention, to: Mention) -> [RelationKind] {
        schema.relations.filter {
            ($0.from.isEmpty || $0.from.contains(from.label)) && ($0.to.isEmpty || $0.to.contains(to.label))
        }
    }

    /// The names of the relations that the marked mention can have to the one under the cursor; all without a mark.
    var possibleRelations: [String] {
        guard let from = reading?.marked(for: .relate), let to = mentionAtCursor() else {
            return schema.relations.map(\.name)
        }
        return relations(from: from, to: to).map(\.name)
    }

    fileprivate mutating func relate(as kind: String) -> [Effect] {
        guard let (from, to) = pair(for: .relate) else { return [] }
        let fitting = relations(from: from, to: to)
        guard !kind.isEmpty else {
            prompt = .asking("relate-as")
            return []
        }
        guard fitting.contains(where: { $0.name == kind }) else {
            let known = fitting.map(\.name).joined(separator: ", ")
            notice = Notice(
                .error,
                "“\(kind)” does not go from \(from.label.name) to \(to.label.name); possible: \(known)")
            return []
        }
        reading?.mark = nil
        let relation = Relation(id: newID("r"), kind: kind, from: from.id, to: to.id, origin: person)
        notice = Notice("related: \(kind)")
        return apply("relate \(kind)", [.add(.relation(relation))] + acceptance(of: [from, to]))
    }

    /// - Parameter id: a mention of the chain, as `.` names it; empty for the one that is marked.
    fileprivate mutating func joinChain(with id: String) -> [Effect] {
        if !id.isEmpty { reading?.mark = OpenArticle.Mark(id: ID(id), purpose: .join) }
        guard let (first, second) = pair(for: .join), let annotations = reading?.annotations else {
            return []
        }
        reading?.mark = nil
        let chains = [annotations.chain(of: first.id), annotations.chain(of: second.id)].compactMap(\.self)
        var members = Set(chains.flatMap(\.mentions))
        members.formUnion([first.id, second.id])
        let sorted = members.compactMap { annotations.mentions[$0] }.sorted { $0.spans < $1.spans }.map(\.id)
        var changes: [Change] = []
        if let kept = chains.first {
            let joined = Chain(id: kept.id, mentions: sorted, status: .accepted, origin: person)
            changes.append(.replace(.chain(kept), with: .chain(joined)))
            changes += chains.dropFirst().filter { $0.id != kept.id }.map { .remove(.chain($0)) }
        } else {
            changes.append(.add(.chain(Chain(id: newID("c"), mentions: sorted, origin: person))))
        }
        // What was said to be different is the same now.
        let denials = Set([first, second].flatMap { annotations.chains(of: $0.id) }).filter {
            $0.status == .rejected && members.isSuperset(of: $0.mentions)
        }
        changes += denials.sorted { $0.id < $1.id }.map { .remove(.chain($0)) }
        let again = keyMap.keys(for: Invocation("repeat"), in: .article).map { "; \($0) adds another" } ?? ""
        notice = Notice("chain of \(sorted.count) mentions\(again)")
        let effects = apply("join chain", changes + acceptance(of: [first, second]))
        lastEdit = Invocation("join-chain", first.id.text)
        return effects
    }

    /// Those that stay are a chain of the person's. The engine's chain is kept as rejected, as one of its mentions would
    /// be, so that it is not suggested again.
    fileprivate mutating func leaveChain() -> [Effect] {
        guard let mention = mentionOrNotice() else { return [] }
        guard let chain = reading?.annotations.chain(of: mention.id) else {
            notice = Notice("this mention is in no chain")
            return []
        }
        let rest = chain.mentions.filter { $0 != mention.id }
        notice = Notice(rest.count > 1 ? "left a chain, now of \(rest.count) mentions" : "chain taken apart")
        var changed = chain
        guard chain.origin.author == .engine || rest.count < 2 else {
            changed.mentions = rest
            return apply("leave chain", .replace(.chain(chain), with: .chain(changed)))
        }
        changed.status = .rejected
        var changes: [Change] = [.replace(.chain(chain), with: .chain(changed))]
        if rest.count > 1 {
            changes.append(.add(.chain(Chain(id: newID("c"), mentions: rest, origin: person))))
        }
        return apply("leave chain", changes)
    }

    /// Whoever links a suggestion has decided about it; the journal must know it.
    func acceptance(of mentions: [Mention]) -> [Change] {
        mentions.filter { $0.status != .accepted }.map { mention in
            var accepted = mention
            accepted.status = .accepted
            return .replace(.mention(mention), with: .mention(accepted))
        }
    }
}
