/// What was mentioned in the last sentences, and how likely each of it is what a pronoun means.
///
/// Points in the manner of Lappin and Leass (1994): subjects before objects, near before far, what is spoken about
/// before what is named in passing. Nouns without a name take part, so that a name does not win for want of others.
struct Salience: Sendable {
    struct Candidate: Sendable {
        /// nil for a noun that means nothing with a name.
        let entity: Int?
        let genders: Gender
        let place: SentencePlace
        let isPerson: Bool
        var isPronoun = false
    }

    /// More than three sentences of a newspaper mention; a bound for sentences that are none.
    private static let limit = 40

    private var candidates: [Candidate] = []

    mutating func add(_ candidate: Candidate) {
        if let oldest = candidates.first,
            candidates.count >= Self.limit || candidate.place.sentence > oldest.place.sentence + 3
        {
            candidates.removeAll { $0.place.sentence + 2 < candidate.place.sentence }
            if candidates.count >= Self.limit { candidates.removeFirst(Self.limit / 2) }
        }
        candidates.append(candidate)
    }

    /// The candidates of the last sentences, the latest first.
    func recent(before place: SentencePlace, within distance: Int) -> [Candidate] {
        candidates.reversed().filter { place.sentence - $0.place.sentence <= distance }
    }

    /// The entity that a pronoun means, when one is clearly more likely than all others.
    func antecedent(
        of pronoun: Pronoun, at place: SentencePlace, in names: NameIndex
    ) -> (entity: Int, margin: Double)? {
        var best: (entity: Int?, points: Double)?
        var second = 0.0
        var points: [Int: Double] = [:]
        for (age, candidate) in candidates.reversed().enumerated() {
            guard var found = score(candidate, pronoun, place, in: names) else { continue }
            if points.isEmpty, best == nil { found += age < 6 ? 1 : 0 }
            guard let entity = candidate.entity else {
                if best.map({ $0.points < found }) ?? true {
                    second = best?.points ?? second
                    best = (nil, found)
                } else {
                    second = max(second, found)
                }
                continue
            }
            if let known = points[entity] {
                // Named twice in these sentences is spoken about.
                found = max(found, known) + 0.3
            }
            points[entity] = found
            if best?.entity == entity, let known = best?.points {
                best = (entity, max(known, found))
            } else if best.map({ $0.points < found }) ?? true {
                second = max(second, best?.points ?? 0)
                best = (entity, found)
            } else {
                second = max(second, found)
            }
        }
        guard let best, let entity = best.entity, best.points >= 1.5, best.points - second > 1 else {
            return nil
        }
        return (entity, best.points - second)
    }

    private func score(
        _ candidate: Candidate, _ pronoun: Pronoun, _ place: SentencePlace, in names: NameIndex
    ) -> Double? {
        let distance = place.sentence - candidate.place.sentence
        guard distance <= 2 else { return nil }
        // Whoever speaks in a quote means somebody else than who is spoken about around it.
        if place.quote != 0, candidate.place.quote != place.quote { return nil }
        let entity = candidate.entity.map { names.entities[$0] }
        var genders = entity.map { $0.genders } ?? candidate.genders
        var points = 0.0
        if genders.isEmpty {
            guard candidate.isPerson else { return nil }
            genders = .person
        }
        guard !genders.isDisjoint(with: pronoun.genders) else { return nil }
        if genders == .person, candidate.isPerson { points -= entity?.isNamedInFull == false ? 2.5 : 1 }
        if !candidate.isPerson { points -= place.isSpeaker ? 2 : 1 }
        let isSameClause = distance == 0 && place.clause == candidate.place.clause
        switch pronoun.use {
        case .subject where isSameClause: return nil
        case .object where isSameClause && candidate.place.isSubject: return nil
        case .demonstrative where candidate.place.isSubject: points -= 2.5
        case .possessive where distance == 0 && candidate.place.isSubject: points += 1
        case .subject, .object, .possessive, .demonstrative: break
        }
        if candidate.place.quote != 0, place.quote == 0 { points -= 2 }
        points += distance == 0 ? 3 : distance == 1 ? 2 : 0
        if candidate.place.isSubject { points += 2.5 }
        if candidate.place.isOblique { points -= 1 }
        if candidate.place.isSpeaker, place.isSpeaker { points += 0.5 }
        if candidate.isPronoun { points += 1 }
        if candidate.place.paragraph != place.paragraph { points -= 1 }
        if let entity, entity.mentionCount > 2 { points += 1 }
        return points
    }
}
