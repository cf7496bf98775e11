import Articles

/// Joins what means the same: names, pronouns, and nouns such as `die Kanzlerin`, where one candidate is clearly best.
///
/// Fed a paragraph at a time in reading order; the time for one is bounded, however much has been read before.
struct Coreference: Sendable {
    private var names = NameIndex()
    private var salience = Salience()
    private var sentence = 0
    private var paragraph = -1
    /// Whether a chain has a mention in the part of the article that was asked for.
    private var isWanted: [Bool] = []
    /// The pronouns and descriptions that have been found.
    private(set) var mentions: [Mention] = []
    private var latest: (entity: Int, end: Int)?

    private let engine: String

    init(engine: String) { self.engine = engine }

    /// Whether the paragraph belongs to what was asked for, or is only read for the names in it.
    enum Purpose: Sendable {
        case report, context
    }

    mutating func read(_ reading: ParagraphReading, paragraph: Int, for purpose: Purpose) {
        if paragraph != self.paragraph + 1 { sentence += 9 }
        self.paragraph = paragraph
        var reader = ReferenceReader(reading, paragraph: paragraph, sentence: sentence)
        let (references, sentences) = reader.read()
        sentence = sentences
        for reference in references { resolve(reference, for: purpose) }
    }

    private mutating func resolve(_ reference: Reference, for purpose: Purpose) {
        switch reference.kind {
        case .name(let name):
            let previous = latest.flatMap { reference.span.start - $0.end <= 2 ? $0.entity : nil }
            let entity = names.entity(of: name, behind: previous)
            latest = (entity, reference.span.end)
            join(Entity.Member(id: name.id, span: reference.span), to: entity, at: reference.place, purpose)
        case .pronoun(let pronoun):
            guard let found = salience.antecedent(of: pronoun, at: reference.place, in: names) else { return }
            names.entities[found.entity].learn(genders: pronoun.genders)
            let confidence: Float = found.margin >= 3 ? 0.9 : found.margin >= 2 ? 0.8 : 0.7
            suggest(reference, as: "pronoun", of: found.entity, confidence, purpose)
        case .noun(let noun):
            if noun.isDescription, let entity = antecedent(of: noun, at: reference.place) {
                names.learn(noun.stem, of: entity)
                suggest(
                    reference, as: "description", of: entity, noun.thing?.isGeneral == true ? 0.7 : 0.85,
                    purpose)
            } else {
                salience.add(
                    Salience.Candidate(
                        entity: nil, genders: noun.genders, place: reference.place, isPerson: noun.isPerson))
            }
        }
    }

    private mutating func join(
        _ member: Entity.Member, to entity: Int, at place: SentencePlace, _ purpose: Purpose,
        isPronoun: Bool = false
    ) {
        while isWanted.count < names.entities.count { isWanted.append(false) }
        names.entities[entity].members.append(member)
        names.entities[entity].mentionCount += 1
        if purpose == .report { isWanted[entity] = true }
        salience.add(
            Salience.Candidate(
                entity: entity, genders: names.entities[entity].genders, place: place,
                isPerson: names.entities[entity].label == .person, isPronoun: isPronoun))
    }

    private mutating func suggest(
        _ reference: Reference, as form: String, of entity: Int, _ confidence: Float, _ purpose: Purpose
    ) {
        let mention = Mention.suggested(
            reference.span, names.entities[entity].label, engine: engine, confidence: confidence,
            attributes: ["form": form])
        mentions.append(mention)
        join(
            Entity.Member(id: mention.id, span: reference.span), to: entity, at: reference.place, purpose,
            isPronoun: form == "pronoun")
    }

    // MARK: Descriptions

    /// The entity that has been called so, or the only one of its sort in these sentences.
    private func antecedent(of noun: NounReference, at place: SentencePlace) -> Int? {
        let called = names.entities(called: noun.stem).filter { isPossible($0, for: noun) }
        if called.count == 1 { return called[0] }
        let recent = salience.recent(before: place, within: 2)
        if called.count > 1 {
            let near = Set(recent.compactMap(\.entity)).intersection(called)
            return near.count == 1 ? near.first : nil
        }
        guard let thing = noun.thing, thing.isGeneral, place.quote == 0 else { return nil }
        var only: Int?
        for candidate in recent {
            guard let entity = candidate.entity else {
                // Somebody without a name may be meant as well.
                if thing.sort == .person, candidate.isPerson,
                    !candidate.genders.isDisjoint(with: noun.genders)
                {
                    return nil
                }
                continue
            }
            guard names.entities[entity].isPossibly(thing.sort), isPossible(entity, for: noun), entity != only
            else {
                continue
            }
            guard only == nil else { return nil }
            only = entity
        }
        return only
    }

    private func isPossible(_ entity: Int, for noun: NounReference) -> Bool {
        guard noun.thing?.sort == .person || noun.isPerson && noun.thing == nil else {
            return noun.thing.map { $0.sort.fits(names.entities[entity].labels) } ?? false
        }
        let genders = names.entities[entity].genders
        return names.entities[entity].label == .person
            && (genders.isEmpty || noun.genders.isEmpty || !genders.isDisjoint(with: noun.genders))
    }

    // MARK: Result

    /// Adds a mention that turned out to be a name only later.
    mutating func add(_ id: ID, _ span: Span, surname: String, for purpose: Purpose) {
        guard let entity = names.person(surname) else { return }
        while isWanted.count < names.entities.count { isWanted.append(false) }
        names.entities[entity].members.append(Entity.Member(id: id, span: span))
        if purpose == .report { isWanted[entity] = true }
    }

    /// The chains of at least two mentions that have one in the part that was asked for.
    func chains() -> [Chain] {
        names.entities.indices.compactMap { index in
            let members = names.entities[index].members
            guard members.count > 1, isWanted[index] else { return nil }
            let sorted = members.sorted { $0.span < $1.span }
            return Chain(
                id: .found(sorted[0].span, as: "chain"), mentions: sorted.map(\.id), status: .suggested,
                origin: .engine(engine, confidence: 0.7))
        }
    }
}
