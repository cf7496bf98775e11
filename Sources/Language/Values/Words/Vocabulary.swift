/// The words of each language that dates, sums and measures are made of.
enum Vocabulary {
    static func of(_ tongue: Tongue) -> WordTable<Term> {
        switch tongue {
        case .german: german
        case .english: english
        case .other: signs
        }
    }

    private static let signs = WordTable(symbols)
    private static let german = WordTable(
        joined(
            GermanTerms.all, TimeWords.german, TenseWords.german, ModifierWords.german, CurrencyWords.german,
            MeasureWords.german, PeopleWords.german, symbols, RuleBook.openers(RuleBook.germanTables)))
    private static let english = WordTable(
        joined(
            EnglishTerms.all, TimeWords.english, TenseWords.english, ModifierWords.english,
            CurrencyWords.english,
            MeasureWords.english, PeopleWords.english, symbols, RuleBook.openers(RuleBook.englishTables)))

    /// Signs and abbreviations that need no language, in lower case.
    private static let symbols = joined(CurrencyWords.symbols, MeasureWords.symbols)

    /// The entries of several lists; a plain sum of so many would take the compiler minutes.
    static func joined(_ lists: [(String, Term)]...) -> [(String, Term)] { lists.flatMap(\.self) }

    /// One term for several words.
    static func words(_ words: String, _ term: Term) -> [(String, Term)] {
        words.split(separator: " ").map { (String($0), term) }
    }

    /// Terms for the words of a list in order, counted from `first`; forms of one word stand together with slashes.
    static func counted(_ list: String, from first: Int, _ term: (Int) -> Term) -> [(String, Term)] {
        list.split(separator: " ").enumerated().flatMap { index, forms in
            forms.split(separator: "/").map { (String($0), term(first + index)) }
        }
    }
}
