import Articles

/// Names, with what stands beside them: titles, offices, appositions.
extension NounReader {
    /// A mention as a name; nil for one that is none, or whose label is not joined.
    func name(
        _ item: ParagraphReading.Item, in sentence: Range<Int>
    ) -> (reference: NameReference, place: SubjectRole)? {
        let label = item.mention.label
        guard !item.key.isEmpty, label.isJoined, item.mention.attributes["form"] == nil else { return nil }
        var name = NameReference(
            id: item.mention.id, label: label, key: item.key,
            isBracketed: frame.isSign(item.pieces.lowerBound - 1, "(")
                && reading.item(at: item.pieces.lowerBound - 2) != nil)
        if label != .person, let first = item.pieces.first, let last = item.pieces.last {
            name.traits = passage.traits(from: passage.pieces[first].start, to: passage.pieces[last].end)
            name.startsWithCommonWord = !passage.traits(at: first).isDisjoint(
                with: [.common, .derived, .organisationHead, .place])
            readHeads(of: item, into: &name)
        }
        let role = readLeft(of: item, in: sentence, into: &name)
        readApposition(of: item, into: &name)
        return (name, role)
    }

    /// What the name itself calls the thing: `Europäische [Kommission]`, `[Universität] Bremen`.
    private func readHeads(of item: ParagraphReading.Item, into name: inout NameReference) {
        guard let first = item.pieces.first, let last = item.pieces.last else { return }
        for index in Set([first, last]) where passage.pieces[index].end - passage.pieces[index].start <= 60 {
            guard let found = thing(NounStem.of(passage.word(index), tongue)), found.noun.sort != .person
            else { continue }
            name.nouns.append(found.head == "uni" ? "universität" : found.head)
            name.sorts.insert(found.noun.sort)
            if index == last || name.genders.isEmpty { name.genders = found.noun.gender }
        }
    }

    /// Takes in the nouns, titles and the article before a name.
    private func readLeft(
        of item: ParagraphReading.Item, in sentence: Range<Int>, into name: inout NameReference
    ) -> SubjectRole {
        var index = item.pieces.lowerBound - 1
        var determiner: Determiner?
        var start = item.pieces.lowerBound
        var steps = 0
        loop: while index >= sentence.lowerBound, steps < 9 {
            steps += 1
            let piece = passage.pieces[index]
            switch frame.word(index) {
            case .determiner(let found)?:
                determiner = found
                start = index
                break loop
            case .pronoun(let pronoun)? where pronoun.use == .possessive:
                determiner = Determiner(subject: pronoun.noun, any: pronoun.noun, isDefinite: false)
                start = index
                break loop
            case .preposition?: return finish(.oblique, determiner, &name)
            case .conjunction?
            where frame.isSign(index, "und") && frame.isCapital(index - 1) && start == index + 1
                && !name.nouns.isEmpty:
                break
            case .pronoun?, .conjunction?, .verb?, .particle?: break loop
            case nil:
                if piece.traits.contains(.title) {
                    name.genders = Self.gender(ofTitle: passage.word(index)) ?? name.genders
                } else if piece.isCapital || piece.shape == .number {
                    if let other = reading.item(at: index), other.mention.label != .role,
                        other.mention.attributes["form"] == nil
                    {
                        break loop
                    }
                    if piece.isCapital { add(nounAt: index, to: &name) }
                } else if passage.mayBeQuotationMark(piece) && start == index + 1
                    || frame.isSign(index, ".") && passage.traits(at: index - 1).contains(.title)
                {
                    break
                } else if reading.item(at: index)?.mention.label == .role {
                    add(nounAt: index, to: &name)
                } else if !frame.isAdjective(index) || frame.isVerb(index) && tongue == .german {
                    break loop
                }
            }
            start = index
            index -= 1
        }
        let isSubject = frame.canBeSubject(start, in: sentence, determiner)
        let isFollowedByVerb = tongue == .english && frame.isVerb(item.pieces.upperBound)
        return finish(
            isSubject || isFollowedByVerb
                ? .subject : determiner?.subject.isEmpty == true ? .oblique : .unknown,
            determiner, &name)
    }

    private func finish(
        _ role: SubjectRole, _ determiner: Determiner?, _ name: inout NameReference
    ) -> SubjectRole {
        if name.label != .person, name.sorts.isEmpty, tongue == .german {
            name.genders =
                determiner.map { role == .subject && !$0.subject.isEmpty ? $0.subject : $0.any } ?? []
            if determiner == nil, name.label == .place { name.genders = .neuter }
        }
        if name.label != .person, tongue == .english { name.genders = .neuter }
        return role
    }

    /// `Sondhi Limthongkul, Sprecher der …`, `Peter Marchetti, who chairs …`.
    private func readApposition(of item: ParagraphReading.Item, into name: inout NameReference) {
        var index = item.pieces.upperBound
        // The party of a politician comes between: `Franz Müntefering (SPD), Vizekanzler`.
        if frame.isSign(index, "("), frame.isSign(index + 2, ")") { index += 3 }
        guard name.label == .person, frame.isSign(index, ",") else { return }
        index += 1
        for next in index..<index + 4 {
            if frame.isCapital(next) || reading.item(at: next)?.mention.label == .role {
                if reading.item(at: next).map({ $0.mention.label == .role }) ?? true {
                    add(nounAt: next, to: &name)
                }
                return
            }
            guard frame.word(next)?.determiner != nil || frame.isAdjective(next) else { return }
        }
    }

    /// A noun beside a name says what it is called, and by its ending whether it is a woman.
    private func add(nounAt index: Int, to name: inout NameReference) {
        guard passage.pieces[index].end - passage.pieces[index].start <= 60, name.nouns.count < 8 else {
            return
        }
        let stem = NounStem.of(passage.word(index), tongue)
        name.nouns.append(stem)
        let found = thing(stem)
        if let found {
            if found.head != stem { name.nouns.append(found.head) }
            name.sorts.insert(found.noun.sort)
            if name.label == .person ? found.noun.sort == .person : found.noun.sort != .person {
                if found.noun.gender != .person { name.genders = found.noun.gender }
            }
        } else if name.label == .person, tongue == .german,
            !passage.traits(at: index).isDisjoint(with: [.office, .calling])
        {
            name.genders = stem.hasSuffix("in") ? .feminine : .masculine
        }
    }

    static func gender(ofTitle title: String) -> Gender? {
        switch title {
        case "herr", "herrn", "mr", "mr.", "sir", "lord": .masculine
        case "frau", "mrs", "mrs.", "ms", "ms.", "miss", "lady": .feminine
        default: nil
        }
    }
}

extension Label {
    /// Whether mentions with the label are joined into chains.
    var isJoined: Bool { self == .person || self == .organisation || self == .place || self == .event }
}
