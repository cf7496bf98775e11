/// Words that say how exactly a number is meant, by TIMEX3's `mod`.
enum ModifierWords {
    static let german: [(String, Term)] = Vocabulary.joined(
        Vocabulary.words("rund etwa ungefähr circa ca zirka gut fast knapp beinahe", .about(.approximately)),
        Vocabulary.words("mindestens wenigstens", .about(.atLeast)),
        Vocabulary.words("höchstens maximal", .about(.atMost)),
        Vocabulary.words("unter", .about(.lessThan)),
        Vocabulary.words("über", .about(.moreThan)))

    static let english: [(String, Term)] = Vocabulary.joined(
        Vocabulary.words("about around roughly approximately almost nearly some", .about(.approximately)),
        Vocabulary.words("over", .about(.moreThan)))

    /// Two words that stand before a number.
    static let pairs: [(StaticString, StaticString, Modifier)] = [
        ("mehr", "als", .moreThan), ("weniger", "als", .lessThan), ("bis", "zu", .atMost),
        ("nicht", "mehr", .atMost),
        ("more", "than", .moreThan), ("less", "than", .lessThan), ("fewer", "than", .lessThan),
        ("up", "to", .atMost),
        ("at", "least", .atLeast), ("at", "most", .atMost),
    ]
}
