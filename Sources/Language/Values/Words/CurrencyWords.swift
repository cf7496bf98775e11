/// Names, signs and codes of currencies and of their hundredths, by ISO 4217.
enum CurrencyWords {
    static let german: [(String, Term)] = Vocabulary.joined(
        table(
            """
            EUR euro euros
            USD dollar dollars us-dollar us-dollars
            CAD kanada-dollar
            AUD australien-dollar
            CHF franken
            GBP pfund
            JPY yen
            CNY yuan renminbi
            RUB rubel
            PLN zloty złoty zlotys
            TRY lira
            INR rupien
            UAH hrywnja griwna griwnja hrywna
            CZK tschechenkronen
            SEK schwedenkronen
            HUF forint
            RON lei
            BGN lewa lew
            RSD dinar
            ILS schekel
            BRL reais
            MXN pesos
            ZAR rand
            KRW won
            THB baht
            AED dirham
            SAR riyal rial
            IRR rials
            DEM mark d-mark dm-mark
            ATS schilling
            ITL lire
            FRF francs
            """),
        hundredths("EUR cent cents eurocent\nCHF rappen\nDEM pfennig\nGBP pence\nRUB kopeken"),
        Vocabulary.words("prozent", .percent),
        Vocabulary.words("prozentpunkt prozentpunkte prozentpunkten", .percentagePoint))

    static let english: [(String, Term)] = Vocabulary.joined(
        table(
            """
            EUR euro euros
            USD dollar dollars
            GBP pound pounds sterling
            JPY yen
            CNY yuan renminbi
            RUB ruble rubles rouble roubles
            CHF francs
            INR rupees rupee
            PLN zloty zlotys
            SEK kronor
            HUF forints forint
            TRY lira liras
            UAH hryvnia hryvnias
            ILS shekel shekels
            BRL reais
            MXN pesos peso
            ZAR rand
            KRW won
            THB baht
            AED dirhams dirham
            SAR riyals
            IRR rials
            DEM deutschmarks marks
            ITL lire
            """),
        hundredths("USD cent cents\nGBP pence"),
        Vocabulary.words("percent pct", .percent))

    /// Signs and codes, in lower case.
    static let symbols: [(String, Term)] = Vocabulary.joined(
        table(
            """
            EUR € eur
            USD $ usd us$
            GBP £ gbp
            JPY ¥ jpy
            RUB ₽ rub
            INR ₹ inr
            UAH ₴ uah
            TRY ₺
            KRW ₩ krw
            ILS ₪
            VND ₫
            NGN ₦
            PHP ₱
            KZT ₸
            GEL ₾
            CHF chf sfr
            CNY cny
            PLN pln zł
            SEK sek
            NOK nok
            DKK dkk
            CZK czk
            HUF huf
            CAD cad
            AUD aud
            NZD nzd
            BRL brl
            ZAR zar
            SGD sgd
            HKD hkd
            DEM dm
            """),
        // What dollars may begin with: `US$ 5`.
        Vocabulary.words("us c ca au nz hk s r", .opener),
        [("¢", .hundredth("USD")), ("%", .percent)])

    /// What stands before a currency's name and makes it another one: `kanadische Dollar`, by the name's own code.
    static let adjectives: [String: [(of: UnitSymbol, code: UnitSymbol)]] = {
        var all: [String: [(of: UnitSymbol, code: UnitSymbol)]] = [:]
        for line in adjectiveLines.split(separator: "\n") {
            let fields = line.split(separator: " ")
            guard fields.count > 2 else { continue }
            for word in fields.dropFirst(2) {
                for form in ["", "n", "r"].map({ String(word) + $0 }) {
                    all[form, default: []].append((UnitSymbol(fields[0]), UnitSymbol(fields[1])))
                }
            }
        }
        return all
    }()

    private static let adjectiveLines = """
        USD USD us us-amerikanische amerikanische american
        USD CAD kanadische canadian
        USD AUD australische australian
        USD NZD neuseeländische zealand
        USD HKD hongkong kong
        USD SGD singapur singapore
        CHF CHF schweizer swiss
        GBP GBP britische british
        GBP EGP ägyptische egyptian
        RUB RUB russische russian
        JPY JPY japanische japanese
        CNY CNY chinesische chinese
        TRY TRY türkische turkish
        INR INR indische indian
        INR PKR pakistanische pakistani
        DEM DEM deutsche
        PLN PLN polnische polish
        MXN MXN mexikanische mexican
        MXN ARS argentinische argentine
        SEK SEK swedish
        krone SEK schwedische
        krone NOK norwegische norwegian
        krone DKK dänische danish
        krone CZK tschechische czech
        krone ISK isländische icelandic
        """

    /// Lines of a code and its names.
    private static func table(_ lines: String) -> [(String, Term)] {
        entries(lines) { .currency($0) }
    }

    private static func hundredths(_ lines: String) -> [(String, Term)] {
        entries(lines) { .hundredth($0) }
    }

    private static func entries(_ lines: String, _ term: (UnitSymbol) -> Term) -> [(String, Term)] {
        lines.split(separator: "\n").flatMap { line -> [(String, Term)] in
            let fields = line.split(separator: " ")
            return fields.dropFirst().map { (String($0), term(UnitSymbol(fields[0]))) }
        }
    }

    /// The names that need an adjective to be a currency: `schwedische Kronen`.
    static let crowns: Set<String> = ["krone", "kronen", "kroner", "kronor", "koruna", "krona", "crowns"]
}
