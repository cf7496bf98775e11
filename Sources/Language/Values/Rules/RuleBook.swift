import Articles

/// The rules of a language, sorted by the kind of word that they begin with, so that a word meets few of them.
struct RuleBook: Sendable {
    private var rules: [[Rule]]

    static func of(_ tongue: Tongue) -> RuleBook {
        switch tongue {
        case .german: german
        case .english: english
        case .other: other
        }
    }

    private static let german = RuleBook(germanRules, tongue: .german)
    private static let english = RuleBook(englishRules, tongue: .english)
    private static let other = RuleBook(Rule.table("DATE day"), tongue: .other)

    static let germanTables = [
        DateRules.german, PeriodRules.german, ReferenceRules.german, TimeRules.german, DurationRules.german,
        SetRules.german,
    ]
    static let englishTables = [
        DateRules.english, PeriodRules.english, ReferenceRules.english, TimeRules.english,
        DurationRules.english, SetRules.english,
    ]

    private static let germanRules = germanTables.flatMap(Rule.table)
    private static let englishRules = englishTables.flatMap(Rule.table)

    init(_ all: [Rule], tongue: Tongue) {
        rules = Array(repeating: [], count: Term.Kind.count)
        let vocabulary = Vocabulary.of(tongue)
        for rule in all {
            var kinds: Set<Int> = []
            for element in rule.elements where !element.isContext {
                switch element.test {
                case .words(let words):
                    for word in words {
                        kinds.insert(
                            word.withUnsafeBufferPointer { vocabulary.value(of: $0) }?.kind.index
                                ?? Term.Kind.other.index)
                    }
                case .of(let known): for kind in known.firstKinds { kinds.insert(kind.index) }
                }
                if !element.isOptional { break }
            }
            for kind in kinds { rules[kind].append(rule) }
        }
    }

    /// The rules that a piece with such a term may begin.
    func rules(for kind: Term.Kind) -> [Rule] { rules[kind.index] }

    /// The words that begin a rule and mean nothing else to the readers.
    static func openers(_ tables: [String]) -> [(String, Term)] {
        tables.flatMap(Rule.table).flatMap { rule -> [(String, Term)] in
            var words: [(String, Term)] = []
            for element in rule.elements where !element.isContext {
                if case .words(let known) = element.test {
                    words += known.map { (String(decoding: $0, as: UTF8.self), .opener) }
                }
                if !element.isOptional { break }
            }
            return words
        }
    }
}

extension Element.Class {
    /// The kinds of terms that a word of the class can have.
    var firstKinds: [Term.Kind] {
        switch self {
        case .number: [.digits, .number, .one, .tenths, .magnitude]
        case .several: [.several]
        case .about: [.about]
        case .edge: [.edge]
        case .unit: [.unit, .units]
        case .units: [.units]
        case .oneUnit: [.unit]
        case .ordinal: [.digits, .ordinal]
        case .day: [.digits, .ordinal]
        case .numericDay, .dayAndMonth, .year: [.digits]
        case .month: [.month]
        case .ofYear, .listedMonth: []
        case .minute: [.digits]
        case .decade: [.digits, .decadeName]
        case .weekday: [.weekday, .habitual]
        case .weekdayPart: [.weekdayPart]
        case .part: [.dayPart]
        case .season: [.season]
        case .weekend: [.weekend]
        case .holiday: [.holiday]
        case .direction: [.direction]
        case .relativeDay: [.day]
        case .relativeYear: [.year]
        case .half: [.half]
        case .quarter: [.quarter]
        case .hour: [.digits, .number, .one]
        case .clock: [.clock, .meridiem]
        case .lasting: [.lasting]
        case .lastingSuffix: [.lastingSuffix]
        case .periodic: [.periodic]
        case .reference: [.reference]
        case .habitual: [.habitual]
        case .times: [.times]
        }
    }
}
