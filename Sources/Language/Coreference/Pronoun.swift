/// A pronoun of the third person, with what it can stand for.
///
/// `es`, `it` as an object, `they` and reflexives are left out: they say too little about whom they mean.
struct Pronoun: Hashable, Sendable {
    enum Use: UInt8, Sendable {
        /// `er`, `sie`, `he`: mostly the subject.
        case subject
        /// `ihm`, `ihn`, `him`: never the subject.
        case object
        /// `seine`, `ihrem`, `her`.
        case possessive
        /// `dieser`, when no noun follows.
        case demonstrative
    }

    let genders: Gender
    let use: Use

    /// Of a possessive that stands before a noun, the genders that the noun can have as a subject.
    var noun: Gender = []

    static let german: [(String, Pronoun)] =
        [
            ("er", Pronoun(genders: .masculine, use: .subject)),
            ("sie", Pronoun(genders: [.feminine, .plural], use: .subject)),
            ("ihm", Pronoun(genders: [.masculine, .neuter], use: .object)),
            ("ihn", Pronoun(genders: .masculine, use: .object)),
        ] + possessives("sein", [.masculine, .neuter]) + possessives("ihr", [.feminine, .plural])

    private static func possessives(_ stem: String, _ genders: Gender) -> [(String, Pronoun)] {
        let nouns: [(String, Gender)] = [
            ("", [.masculine, .neuter]), ("e", [.feminine, .plural]), ("em", []), ("en", []), ("er", []),
            ("es", []),
        ]
        return nouns.map { (stem + $0, Pronoun(genders: genders, use: .possessive, noun: $1)) }
    }

    static let english: [(String, Pronoun)] = [
        ("he", Pronoun(genders: .masculine, use: .subject)),
        ("she", Pronoun(genders: .feminine, use: .subject)),
        ("him", Pronoun(genders: .masculine, use: .object)),
        ("his", Pronoun(genders: .masculine, use: .possessive)),
        ("her", Pronoun(genders: .feminine, use: .possessive)),
        ("its", Pronoun(genders: .neuter, use: .possessive)),
    ]
}

/// An article, or what stands in the place of one.
struct Determiner: Hashable, Sendable {
    /// The genders of a subject that it can stand before.
    let subject: Gender
    /// The genders of any noun that it can stand before.
    let any: Gender
    let isDefinite: Bool
    /// Whether it can be a pronoun of its own: `dieser`.
    var isDemonstrative = false

    static let german: [(String, Determiner)] = {
        let all: [(String, Gender, Gender)] = [
            ("er", .masculine, [.masculine, .feminine, .plural]),
            ("ie", [.feminine, .plural], [.feminine, .plural]), ("as", .neuter, .neuter),
            ("em", [], [.masculine, .neuter]), ("en", [], [.masculine, .plural]),
            ("es", [], [.masculine, .neuter]),
        ]
        let articles = all.map { ("d" + $0, Determiner(subject: $1, any: $2, isDefinite: true)) }
        let these = all.map { ending, subject, any in
            let form = "dies" + (ending == "ie" ? "e" : ending == "as" ? "es" : ending)
            let isSubject = ending == "er"
            return (
                form,
                Determiner(subject: subject, any: any, isDefinite: true, isDemonstrative: isSubject)
            )
        }
        let indefinite: [(String, Gender, Gender)] = [
            ("ein", [.masculine, .neuter], [.masculine, .neuter]), ("eine", .feminine, .feminine),
            ("einem", [], [.masculine, .neuter]), ("einen", [], .masculine), ("einer", [], .feminine),
            ("eines", [], [.masculine, .neuter]), ("kein", [.masculine, .neuter], [.masculine, .neuter]),
            ("keine", [.feminine, .plural], [.feminine, .plural]), ("viele", .plural, .plural),
            ("mehrere", .plural, .plural), ("alle", .plural, .plural), ("einige", .plural, .plural),
            ("beide", .plural, .plural),
        ]
        return articles + these
            + indefinite.map { ($0, Determiner(subject: $1, any: $2, isDefinite: false)) }
    }()

    static let english: [(String, Determiner)] = {
        let any: Gender = [.masculine, .feminine, .neuter]
        return ["the", "this", "that"].map { ($0, Determiner(subject: any, any: any, isDefinite: true)) }
            + ["a", "an", "another"].map { ($0, Determiner(subject: any, any: any, isDefinite: false)) }
    }()
}
