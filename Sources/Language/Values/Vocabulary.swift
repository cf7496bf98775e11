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
    private static let german = WordTable(GermanTerms.all + symbols)
    private static let english = WordTable(EnglishTerms.all + symbols)

    /// Signs and abbreviations that need no language, in lower case.
    static let symbols: [(String, Term)] = Vocabulary.joined(
        [("%", .percent), ("€", .currency("EUR")), ("$", .currency("USD")), ("£", .currency("GBP"))],
        [("¥", .currency("JPY")), ("₽", .currency("RUB")), ("₹", .currency("INR")), ("₴", .currency("UAH"))],
        [("₺", .currency("TRY")), ("₩", .currency("KRW")), ("¢", .hundredth("USD"))],
        ["eur", "usd", "chf", "gbp", "jpy", "cny", "rub", "pln", "sek", "nok", "dkk", "czk", "huf"]
            .map { ($0, .currency(UnitSymbol($0.uppercased()))) },
        [("us$", .currency("USD")), ("dm", .currency("DEM")), ("sfr", .currency("CHF"))],
        [
            "km", "cm", "mm", "kg", "mg", "t", "ha", "kwh", "mwh", "gwh", "twh", "kw", "mw", "gw",
            "mb", "gb",
            "tb", "kb", "mbit", "gbit", "hz", "khz", "mhz", "ghz", "m", "km²", "m²", "m³", "cm³", "ml",
            "hl",
            "mph", "ps", "hp", "bar", "dpi", "ppm", "lb", "ft", "mi", "g", "l", "kv",
        ].map { ($0, .measure(UnitSymbol(symbol($0)))) })

    /// The usual capitals of a symbol that is looked up in lower case.
    private static func symbol(_ folded: String) -> String {
        switch folded {
        case "kwh": "kWh"
        case "mwh": "MWh"
        case "gwh": "GWh"
        case "twh": "TWh"
        case "kw": "kW"
        case "mw": "MW"
        case "gw": "GW"
        case "kv": "kV"
        case "mb", "gb", "tb", "ps": folded.uppercased()
        case "kb": "kB"
        case "mbit": "Mbit"
        case "gbit": "Gbit"
        case "hz": "Hz"
        case "khz": "kHz"
        case "mhz": "MHz"
        case "ghz": "GHz"
        default: folded
        }
    }

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
