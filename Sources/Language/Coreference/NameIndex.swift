import Articles

/// Tells which entity a name means: by the same name, its cases, a surname, an acronym, a short form.
///
/// A surname alone belongs to the person last named in full with it, or, in a headline, to the next one. One look-up a
/// form, whatever has been named before.
struct NameIndex: Sendable {
    /// Changed where they lie: a chain may have 100,000 members.
    var entities: [Entity] = []
    private var byName: [String: Int] = [:]
    private var bySurname: [String: Int] = [:]
    /// -1 for a first name that several have.
    private var byFirstName: [String: Int] = [:]
    /// Initials and short forms of names; -1 for those of several.
    private var byShortForm: [String: Int] = [:]
    private var byNoun: [String: [Int]] = [:]

    /// The entities that a noun has stood beside, or whose name ends with it; at most four.
    func entities(called noun: String) -> [Int] { byNoun[noun] ?? [] }

    /// The person whose surname it is.
    func person(_ surname: String) -> Int? { bySurname[surname] }

    /// - Parameter previous: the entity named right before, for a name in brackets.
    mutating func entity(of name: NameReference, behind previous: Int?) -> Int {
        let index = name.label == .person ? person(name) : thing(name, behind: previous)
        entities[index].learn(genders: name.genders)
        entities[index].traits.formUnion(name.traits)
        let labels = entities[index].labels
        entities[index].sorts.formUnion(name.sorts.filter { $0.fits(labels) })
        for noun in name.nouns { learn(noun, of: index) }
        return index
    }

    mutating func learn(_ noun: String, of entity: Int) {
        var known = byNoun[noun] ?? []
        guard known.count < 4, !known.contains(entity) else { return }
        known.append(entity)
        byNoun[noun] = known
    }

    private mutating func add(_ label: Label) -> Int {
        entities.append(Entity(label))
        return entities.count - 1
    }

    // MARK: Persons

    private static let particles: Set<String> = [
        "von", "van", "de", "der", "den", "di", "da", "du", "le", "la", "el", "al", "bin", "ibn", "zu", "De",
        "Van", "Von",
        "Di", "El", "Al", "La", "Le",
    ]
    private static let titles: Set<String> = [
        "Dr.", "Dr", "Prof.", "Prof", "Herr", "Herrn", "Frau", "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Sir",
        "Lord", "Lady",
    ]

    private mutating func person(_ name: NameReference) -> Int {
        var genders = name.genders
        var words: [Substring] = []
        for word in name.key.split(whereSeparator: \.isWhitespace) {
            if words.isEmpty, Self.titles.contains(String(word)) {
                genders = NounReader.gender(ofTitle: word.lowercased()) ?? genders
            } else {
                words.append(word)
            }
        }
        guard let last = words.last else { return add(.person) }
        // "Familie Lenz" is not the last Lenz.
        let isFamily = words.count == 1 && name.nouns.last == "famili"
        let surname = (isFamily ? "Familie " : "") + NounStem.english(String(last))
        if isFamily { genders = .feminine }
        let given = words.dropLast().first { !Self.particles.contains(String($0)) }
        guard let given else { return shortName(surname, genders) }
        let gender = GivenNames.embedded.gender(of: given)
        let key = "\(given) \(surname)"
        let index: Int
        if let known = byName[key] ?? genitive(key, in: byName) {
            index = known
        } else if let known = person(surname, inGenitive: false), fits(known, given: given) {
            index = known
        } else if let known = person(surname, inGenitive: true), entities[known].firstName == given {
            index = known
        } else {
            index = add(.person)
        }
        if entities[index].firstName.isEmpty || entities[index].firstName.hasSuffix(".") {
            entities[index].firstName = String(given)
            let first = String(given)
            byFirstName[first] = byFirstName[first].map { $0 == index ? index : -1 } ?? index
        }
        byName[key] = index
        bySurname[surname] = index
        entities[index].isNamedInFull = true
        if let gender { entities[index].learn(genders: gender) }
        entities[index].learn(genders: genders)
        return index
    }

    private func person(_ surname: String, inGenitive: Bool) -> Int? {
        inGenitive ? genitive(surname, in: bySurname) : bySurname[surname]
    }

    /// Whether a full name can be that of a person known by the surname, or with initials: `A. Lenz`.
    private func fits(_ entity: Int, given: Substring) -> Bool {
        guard entities[entity].isNamedInFull else { return true }
        let known = entities[entity].firstName
        if known == given { return true }
        guard let initial = given.first, known.first == initial else { return false }
        return given.hasSuffix(".") || known.hasSuffix(".")
    }

    private mutating func shortName(_ surname: String, _ genders: Gender) -> Int {
        if let known = bySurname[surname] ?? genitive(surname, in: bySurname),
            entities[known].genders.isEmpty || genders.isEmpty
                || !entities[known].genders.isDisjoint(with: genders)
        {
            return known
        }
        if let known = byFirstName[surname] ?? genitive(surname, in: byFirstName), known >= 0 { return known }
        let index = add(.person)
        bySurname[surname] = index
        if let gender = GivenNames.embedded.gender(of: surname[...]) {
            entities[index].learn(genders: gender)
        }
        return index
    }

    /// `Ruttes` when `Rutte` is known.
    private func genitive(_ name: String, in names: [String: Int]) -> Int? {
        guard name.utf8.count > 3, name.last == "s" else { return nil }
        return names[String(name.dropLast())]
    }

    // MARK: Organisations, places, events

    private mutating func thing(_ name: NameReference, behind previous: Int?) -> Int {
        let form = NameKey.of(name.key)
        let key = "\(name.label.name) \(form)"
        let isAcronym = NameKey.isAcronym(name.key)
        let index: Int
        if let known = byName[key] ?? genitive(key, in: byName) {
            index = known
        } else if name.isBracketed, let previous, isAbbreviation(name, of: previous) {
            index = previous
        } else if let known = byShortForm[key], known >= 0 {
            index = known
        } else if !isAcronym, let known = acronym(of: name) {
            index = known
        } else {
            index = add(name.label)
        }
        let isNew = byName.updateValue(index, forKey: key) == nil
        if isNew { learnForms(of: name, form, isAcronym: isAcronym, entity: index) }
        return index
    }

    /// `OECD` in brackets behind its full name; or the full name behind `OECD`.
    private func isAbbreviation(_ name: NameReference, of previous: Int) -> Bool {
        let entity = entities[previous]
        guard entity.label == name.label, let full = entity.longName else { return false }
        return NameKey.isAcronym(name.key)
            ? NameKey.isAbbreviation(name.key, of: full)
                || full.split(separator: " ").count > 2
                    && full.first?.lowercased() == name.key.first?.lowercased()
            : NameKey.isAcronym(full) && NameKey.isAbbreviation(full, of: name.key)
    }

    /// The entity whose acronym has been named before this full name.
    private func acronym(of name: NameReference) -> Int? {
        for initials in NameKey.initials(of: name.key) {
            if let known = byName["\(name.label.name) \(initials)"],
                NameKey.isAcronym(entities[known].longName ?? "")
            {
                return known
            }
        }
        return nil
    }

    private mutating func learnForms(of name: NameReference, _ form: String, isAcronym: Bool, entity: Int) {
        if entities[entity].longName.map({ $0.utf8.count < name.key.utf8.count }) ?? true {
            entities[entity].longName = name.key
        }
        let prefix = "\(name.label.name) "
        for initials in NameKey.initials(of: name.key) { add(shortForm: prefix + initials, of: entity) }
        // "Kapitols" may come before "Kapitol".
        if form.hasSuffix("s"), form.utf8.count > 4, !form.contains(" ") {
            add(shortForm: prefix + form.dropLast(), of: entity)
        }
        let words = form.split(separator: " ")
        guard name.label == .organisation, words.count > 1, !isAcronym else { return }
        // "St. Brannoc’s" for "St. Brannoc’s Hospital", "Transit Authority" for "Ellery Transit Authority".
        if !name.traits.contains(.organisation) || words.count > 2 {
            let head = words.dropLast().joined(separator: " ")
            if words.count > 2 || head.utf8.count > 3 && !name.startsWithCommonWord {
                add(shortForm: prefix + head, of: entity)
            }
            if words.count > 2 {
                add(shortForm: prefix + words.dropFirst().joined(separator: " "), of: entity)
            }
        }
    }

    private mutating func add(shortForm: String, of entity: Int) {
        byShortForm[shortForm] = byShortForm[shortForm].map { $0 == entity ? entity : -1 } ?? entity
    }
}
