/// Kinds of characters that have a name in regular expressions: `\d`, `\w`, `\s`, `\p{Lu}`.
enum ScalarKind: Sendable {
    case digit, word, space, letter, upper, lower, number, punctuation, symbol

    /// The kinds behind `\p`, by the names of Unicode's general categories.
    static let categories: [String: ScalarKind] = [
        "L": .letter, "Lu": .upper, "Ll": .lower, "N": .number, "Nd": .digit, "P": .punctuation,
        "S": .symbol, "Z": .space,
    ]

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        switch self {
        case .digit: return properties.generalCategory == .decimalNumber
        case .space: return properties.isWhitespace
        case .upper: return properties.generalCategory == .uppercaseLetter
        case .lower: return properties.generalCategory == .lowercaseLetter
        case .word: return properties.isAlphabetic || Self.inWords.contains(properties.generalCategory)
        case .letter: return Self.letters.contains(properties.generalCategory)
        case .number: return Self.numbers.contains(properties.generalCategory)
        case .punctuation: return Self.punctuationMarks.contains(properties.generalCategory)
        case .symbol: return Self.symbols.contains(properties.generalCategory)
        }
    }

    private typealias Categories = Set<Unicode.GeneralCategory>

    private static let inWords: Categories = [
        .decimalNumber, .nonspacingMark, .spacingMark, .enclosingMark, .connectorPunctuation,
    ]
    private static let letters: Categories = [
        .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
    ]
    private static let numbers: Categories = [.decimalNumber, .letterNumber, .otherNumber]
    private static let punctuationMarks: Categories = [
        .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
        .finalPunctuation, .otherPunctuation,
    ]
    private static let symbols: Categories = [.mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol]
}
