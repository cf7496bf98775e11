/// German words for values, in lower case and in all their forms.
enum GermanTerms {
    static let all: [(String, Term)] = Vocabulary.joined(
        numbers,
        ordinals,
        calendar,
        parts,
        units,
        lasting,
        relative)

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
        Vocabulary.words(
            "mehrere mehreren wenige wenigen einige einigen viele vielen etliche etlichen", .several))

    private static let ordinals: [(String, Term)] =
        inflected(
            "erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft dreizehnt vierzehnt fünfzehnt "
                + "sechzehnt siebzehnt achtzehnt neunzehnt zwanzigst",
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
                return [(day, term)]
                    + dayParts.flatMap { part in
                        ["", "s"].map { (day + part.0 + $0, .weekdayPart(number, part.1)) }
                    }
            },
        Vocabulary.words("frühling frühlings frühjahr frühjahrs frühjahres", .season(.spring)),
        Vocabulary.words("sommer sommers", .season(.summer)),
        Vocabulary.words("herbst herbstes herbsts", .season(.autumn)),
        Vocabulary.words("winter winters", .season(.winter)),
        Vocabulary.words("wochenende wochenendes", .weekend),
        Vocabulary.words("hälfte halbjahr halbjahres jahreshälfte", .half),
        Vocabulary.words("quartal quartals trimester trimesters jahresviertel", .quarter))

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
        [
            ("nachmittags", .dayPart(.afternoon)), ("früh", .dayPart(.morning)),
            ("nachmittages", .dayPart(.afternoon)),
        ],
        [("uhr", .clock)])

    private static let units: [(String, Term)] = Vocabulary.joined(
        one(
            "sekunde/sekunden minute/minuten stunde/stunden tag/tage,tagen woche/wochen monat/monate,monaten "
                + "jahr/jahre,jahren jahrzehnt/jahrzehnte,jahrzehnten jahrhundert/jahrhunderte,jahrhunderten"),
        Vocabulary.words("tages tags", .unit(.day)),
        Vocabulary.words("monats monates", .unit(.month)),
        Vocabulary.words(
            "jahres jahrs kalenderjahr kalenderjahres geschäftsjahr geschäftsjahres", .unit(.year)),
        Vocabulary.words("jahrzehnts jahrzehntes", .unit(.decade)),
        Vocabulary.words("jahrhunderts", .unit(.century)),
        Vocabulary.words(
            "arbeitstage arbeitstagen werktage werktagen kalendertage kalendertagen", .units(.day)))

    /// Units from seconds to centuries, each as `singular/plural,plural`.
    private static func one(_ list: String) -> [(String, Term)] {
        var words: [(String, Term)] = []
        for (forms, unit) in zip(list.split(separator: " "), TimeUnit.allCases) {
            let parts = forms.split(separator: "/")
            for form in parts.prefix(1) { words.append((String(form), .unit(unit))) }
            for form in parts.dropFirst().flatMap({ $0.split(separator: ",") }) {
                words.append((String(form), .units(unit)))
            }
        }
        return words
    }

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
            .dropFirst(10) + [("mehr", .one), ("halb", .tenths(5)), ("viel", .one)]
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
        [("heute", .day(0)), ("heutigen", .day(0)), ("heutige", .day(0)), ("gestriger", .day(-1))],
        [("morgen", .day(1)), ("morgigen", .day(1)), ("übermorgen", .day(2))],
        Vocabulary.words("vorjahr vorjahres vorjahrs", .year(-1)),
        Vocabulary.words("heuer", .year(0)),
        Vocabulary.words("heurigen heurige heuriges diesjährigen diesjährige diesjähriger", .direction(0)),
        inflected(
            "vergangen letzt vorig abgelaufen zurückliegend", endings: ["e", "en", "er", "es", "em"], from: 0,
            { _ in .direction(-1) }),
        inflected("dies laufend", endings: ["e", "en", "er", "es", "em"], from: 0, { _ in .direction(0) }),
        inflected(
            "nächst kommend bevorstehend", endings: ["e", "en", "er", "es", "em"], from: 0,
            { _ in .direction(1) }))

    private static func inflected(
        _ stems: String, endings: [String], from first: Int, _ term: (Int) -> Term
    ) -> [(String, Term)] {
        Vocabulary.counted(stems, from: first, term).flatMap { stem, term in endings.map { (stem + $0, term) }
        }
    }
}
