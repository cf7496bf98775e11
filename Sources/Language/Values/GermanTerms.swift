/// German words for values, in lower case and in all their forms.
enum GermanTerms {
    static let all: [(String, Term)] = Vocabulary.joined(
        numbers,
        ordinals,
        calendar,
        parts,
        units,
        lasting,
        relative,
        money,
        measures)

    private static let cardinals =
        "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn "
        + "siebzehn achtzehn neunzehn"
    private static let tens = "zwanzig dreißig/dreissig vierzig fünfzig sechzig siebzig achtzig neunzig"
    private static let ones = "ein zwei drei vier fünf sechs sieben acht neun"

    /// Up to ninety-nine in words; hundreds and thousands are composed where they are read.
    private static let numbers: [(String, Term)] = Vocabulary.joined(
        Vocabulary.counted(cardinals, from: 0) { .number($0) },
        Vocabulary.counted(tens, from: 2) { .number($0 * 10) },
        Vocabulary.counted(ones, from: 1) { .number($0) }.flatMap { one, term -> [(String, Term)] in
            guard case .number(let value) = term else { return [] }
            return Vocabulary.counted(tens, from: 2) { .number($0 * 10 + value) }.map {
                (one + "und" + $0.0, $0.1)
            }
                + [(one + "hundert", .number(value * 100)), (one + "tausend", .number(value * 1000))]
                + [(one + "einhalb", .tenths(value * 10 + 5))]
        },
        Vocabulary.counted("zehn elf zwölf", from: 10) { .number($0 * 1000) }.map {
            ($0.0 + "tausend", $0.1)
        },
        Vocabulary.counted(tens, from: 2) { .number($0 * 10_000) }.map { ($0.0 + "tausend", $0.1) },
        Vocabulary.words("ein eine einen einem einer eines", .one),
        [
            ("hundert", .number(100)), ("tausend", .number(1000)), ("beiden", .number(2)),
            ("beide", .number(2)),
        ],
        [
            ("anderthalb", .tenths(15)), ("eineinhalb", .tenths(15)), ("halbe", .tenths(5)),
            ("halben", .tenths(5)),
        ],
        [("halbes", .tenths(5)), ("zweier", .number(2)), ("dreier", .number(3))],
        Vocabulary.words("tsd", .magnitude(3)),
        Vocabulary.words("million millionen mio", .magnitude(6)),
        Vocabulary.words("milliarde milliarden mrd", .magnitude(9)),
        Vocabulary.words("billion billionen bio", .magnitude(12)),
        Vocabulary.words("dutzend", .dozen),
        Vocabulary.words("vor in mehrere mehreren wenige wenigen", .opener))

    private static let ordinals: [(String, Term)] =
        inflected(
            "erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft",
            endings: ["e", "en", "er", "es"],
            from: 1
        ) { .ordinal($0) }

    private static let months =
        "januar/jänner/jan februar/feber/feb märz/mär april/apr mai juni/jun juli/jul august/aug september/sept/sep "
        + "oktober/okt november/nov dezember/dez"
    private static let weekdays =
        "montag/mo dienstag/di mittwoch/mi donnerstag/do freitag/fr samstag/sonnabend/sa sonntag/so"
    private static let dayParts: [(String, DayPart)] = [
        ("morgen", .morning), ("vormittag", .morning), ("mittag", .midday), ("nachmittag", .afternoon),
        ("abend", .evening), ("nacht", .night),
    ]

    private static let calendar: [(String, Term)] = Vocabulary.joined(
        Vocabulary.counted(months, from: 1) { .month($0) },
        genitiveMonths,
        // Two letters are too short to mean a day by themselves.
        Vocabulary.counted(weekdays, from: 1) { .weekday($0) }.filter { $0.0.utf8.count > 2 }
            .flatMap { day, term -> [(String, Term)] in
                guard case .weekday(let number) = term else { return [] }
                return [(day, term), (day + "s", term)]
                    + dayParts.flatMap { part in
                        ["", "s"].map { (day + part.0 + $0, .weekdayPart(number, part.1)) }
                    }
            },
        Vocabulary.words("frühling frühjahr frühjahrs", .season(.spring)),
        Vocabulary.words("sommer sommers", .season(.summer)),
        Vocabulary.words("herbst", .season(.autumn)),
        Vocabulary.words("winter winters", .season(.winter)),
        Vocabulary.words("wochenende wochenendes", .weekend),
        Vocabulary.words("hälfte halbjahr halbjahres jahreshälfte", .half),
        Vocabulary.words("quartal quartals trimester", .quarter),
        Vocabulary.words("anfang mitte ende", .partOfPeriod),
        Vocabulary.words("jahrhundert jahrhunderts jahrhunderten jahrhunderte", .century),
        Vocabulary.words("jahrzehnt jahrzehnts jahrzehnten jahrzehnte", .decade))

    private static let genitiveMonths: [(String, Term)] = Vocabulary.joined(
        [("januars", .month(1)), ("februars", .month(2)), ("augusts", .month(8)), ("septembers", .month(9))],
        [("oktobers", .month(10)), ("novembers", .month(11)), ("dezembers", .month(12))])

    private static let parts: [(String, Term)] = Vocabulary.joined(
        dayParts.filter { $0.0 != "morgen" && $0.0 != "mittag" }.map { ($0.0, .dayPart($0.1)) },
        [("mittag", .dayPart(.midday)), ("abends", .dayPart(.evening)), ("nachts", .dayPart(.night))],
        [
            ("morgens", .dayPart(.morning)), ("vormittags", .dayPart(.morning)),
            ("mittags", .dayPart(.midday)),
        ],
        [("nachmittags", .dayPart(.afternoon)), ("früh", .dayPart(.morning))],
        [("uhr", .clock)])

    private static let units: [(String, Term)] = Vocabulary.joined(
        Vocabulary.words("sekunde sekunden", .unit(.second)),
        Vocabulary.words("minute minuten", .unit(.minute)),
        Vocabulary.words("stunde stunden", .unit(.hour)),
        Vocabulary.words("tag tage tagen tages tags", .unit(.day)),
        Vocabulary.words("woche wochen", .unit(.week)),
        Vocabulary.words("monat monate monaten monats monates", .unit(.month)),
        Vocabulary.words("jahr jahre jahren jahres jahrs", .unit(.year)))

    /// `zweitägig`, `dreijährigen` and, behind digits and a hyphen, `tägigen`.
    private static let lasting: [(String, Term)] = {
        let stems: [(String, TimeUnit)] = [
            ("sekündig", .second), ("minütig", .minute), ("stündig", .hour), ("tägig", .day),
            ("wöchig", .week),
            ("monatig", .month), ("jährig", .year),
        ]
        let endings = ["", "e", "en", "er", "es", "em"]
        let numbers =
            Vocabulary.counted(ones, from: 1) { .number($0) }
            + Vocabulary.counted(cardinals, from: 0) { .number($0) }
            .dropFirst(10) + [("mehr", .one), ("halb", .tenths(5)), ("viel", .one), ("lang", .one)]
        return stems.flatMap { stem, unit in
            endings.flatMap { ending -> [(String, Term)] in
                numbers.map { word, term -> (String, Term) in
                    if case .number(let count) = term { return (word + stem + ending, .lasting(count, unit)) }
                    return (word + stem + ending, .lasting(0, unit))
                } + [(stem + ending, .lastingSuffix(unit))]
            }
        }
    }()

    private static let relative: [(String, Term)] = Vocabulary.joined(
        [("vorgestern", .day(-2)), ("gestern", .day(-1)), ("gestrigen", .day(-1)), ("gestrige", .day(-1))],
        [("heute", .day(0))],
        [("morgen", .day(1)), ("morgigen", .day(1)), ("übermorgen", .day(2))],
        Vocabulary.words("vorjahr vorjahres vorjahrs", .year(-1)),
        Vocabulary.words("heuer", .year(0)),
        inflected(
            "vergangen letzt vorig", endings: ["e", "en", "er", "es", "em"], from: 0, { _ in .direction(-1) }),
        inflected("dies laufend", endings: ["e", "en", "er", "es", "em"], from: 0, { _ in .direction(0) }),
        inflected("nächst kommend", endings: ["e", "en", "er", "es", "em"], from: 0, { _ in .direction(1) }))

    private static let money: [(String, Term)] = Vocabulary.joined(
        Vocabulary.words("euro euros", .currency("EUR")),
        Vocabulary.words("dollar dollars us-dollar us-dollars", .currency("USD")),
        Vocabulary.words("franken", .currency("CHF")),
        Vocabulary.words("pfund", .currency("GBP")),
        Vocabulary.words("yen", .currency("JPY")),
        Vocabulary.words("yuan renminbi", .currency("CNY")),
        Vocabulary.words("rubel", .currency("RUB")),
        Vocabulary.words("zloty złoty", .currency("PLN")),
        Vocabulary.words("mark d-mark", .currency("DEM")),
        Vocabulary.words("schilling", .currency("ATS")),
        Vocabulary.words("lira", .currency("TRY")),
        Vocabulary.words("rupien", .currency("INR")),
        Vocabulary.words("hrywnja griwna griwnja", .currency("UAH")),
        Vocabulary.words("cent cents eurocent", .hundredth("EUR")),
        Vocabulary.words("rappen", .hundredth("CHF")),
        Vocabulary.words("pfennig", .hundredth("DEM")),
        Vocabulary.words("pence", .hundredth("GBP")),
        Vocabulary.words("prozent", .percent),
        Vocabulary.words("prozentpunkt prozentpunkte prozentpunkten", .percentagePoint))

    private static let measures: [(String, Term)] =
        [
            ("kilometer kilometern kilometers", "km"), ("meter metern meters", "m"),
            ("zentimeter zentimetern", "cm"),
            ("millimeter millimetern", "mm"), ("meile meilen", "mi"),
            ("stundenkilometer stundenkilometern", "km/h"),
            ("seemeile seemeilen", "nmi"), ("kilogramm", "kg"), ("gramm", "g"), ("milligramm", "mg"),
            ("tonne tonnen", "t"), ("liter litern", "l"), ("hektoliter", "hl"), ("barrel", "bbl"),
            ("hektar", "ha"),
            ("quadratkilometer quadratkilometern", "km²"), ("quadratmeter quadratmetern", "m²"),
            ("kubikmeter kubikmetern", "m³"), ("kilowattstunde kilowattstunden", "kWh"),
            ("megawattstunden", "MWh"), ("terawattstunden", "TWh"), ("kilowatt", "kW"), ("megawatt", "MW"),
            ("gigawatt", "GW"), ("gigabyte", "GB"), ("megabyte", "MB"), ("terabyte", "TB"), ("volt", "V"),
            ("watt", "W"), ("hertz", "Hz"), ("megahertz", "MHz"), ("kilohertz", "kHz"),
            ("feinunze feinunzen", "oz"),
            ("lichtjahre lichtjahren", "ly"), ("zoll", "in"), ("knoten", "kn"), ("millisievert", "mSv"),
            ("becquerel", "Bq"),
        ].flatMap { Vocabulary.words($0.0, .measure(UnitSymbol($0.1))) }

    private static func inflected(
        _ stems: String, endings: [String], from first: Int, _ term: (Int) -> Term
    ) -> [(String, Term)] {
        Vocabulary.counted(stems, from: first, term).flatMap { stem, term in endings.map { (stem + $0, term) }
        }
    }
}
