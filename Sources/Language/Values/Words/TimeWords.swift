/// Words of time beyond the calendar: parts of periods, feasts, times without a date, what repeats.
enum TimeWords {
    static let german: [(String, Term)] = Vocabulary.joined(
        edges("anfang mitte ende"), germanReferences, germanPeriods, germanLasting, germanDecades,
        Vocabulary.counted(
            "montags dienstags mittwochs donnerstags freitags samstags/sonnabends sonntags", from: 1
        ) { .habitual($0) },
        Vocabulary.counted("einmal zweimal dreimal viermal fünfmal sechsmal", from: 1) { .times($0) },
        holidays(
            """
            1-1 neujahr neujahrstag
            5-1 maifeiertag
            11-1 allerheiligen
            11-2 allerseelen
            12-24 heiligabend heiligenabend
            12-25 weihnachten christtag
            12-26 stephanstag stefanitag
            12-31 silvester
            easter-48 rosenmontag
            easter-47 faschingsdienstag
            easter-46 aschermittwoch
            easter-7 palmsonntag
            easter-3 gründonnerstag
            easter-2 karfreitag
            easter-1 karsamstag
            easter+0 ostern ostersonntag
            easter+1 ostermontag
            easter+49 pfingsten pfingstsonntag
            easter+50 pfingstmontag
            easter+60 fronleichnam
            """))

    static let english: [(String, Term)] = Vocabulary.joined(
        edges("early mid late"),
        Vocabulary.words("now currently", .reference(.present)),
        Vocabulary.words("recently lately", .reference(.past)),
        Vocabulary.words("hourly", .periodic(1, .hour)),
        Vocabulary.words("daily", .periodic(1, .day)),
        Vocabulary.words("weekly", .periodic(1, .week)),
        Vocabulary.words("monthly", .periodic(1, .month)),
        Vocabulary.words("annually yearly annual", .periodic(1, .year)),
        holidays(
            """
            10-31 halloween
            12-25 christmas
            easter+0 easter
            """))

    private static let germanReferences: [(String, Term)] = Vocabulary.joined(
        Vocabulary.words(
            "jetzt derzeit momentan gegenwärtig derzeitige derzeitigen zurzeit aktuell", .reference(.present)),
        Vocabulary.words("kürzlich neulich damals unlängst vorhin damalige damaligen", .reference(.past)),
        Vocabulary.words("künftig zukünftig zukünftige zukünftigen", .reference(.future)))

    private static let germanPeriods: [(String, Term)] = Vocabulary.joined(
        Vocabulary.words("stündlich stündliche stündlichen", .periodic(1, .hour)),
        Vocabulary.words(
            "täglich tägliche täglichen alltäglich alltägliche alltäglichen tagtäglich", .periodic(1, .day)),
        Vocabulary.words("wöchentlich wöchentliche wöchentlichen", .periodic(1, .week)),
        Vocabulary.words("monatlich monatliche monatlichen allmonatlich", .periodic(1, .month)),
        Vocabulary.words("vierteljährlich vierteljährlichen", .periodic(3, .month)),
        Vocabulary.words("halbjährlich halbjährlichen", .periodic(6, .month)),
        Vocabulary.words(
            "jährlich jährliche jährlichen jährlicher jährliches alljährlich alljährliche alljährlichen",
            .periodic(1, .year)))

    /// `jahrelang`, `monatelangen`
    private static let germanLasting: [(String, Term)] = {
        let stems: [(String, TimeUnit)] = [
            ("sekunden", .second), ("minuten", .minute), ("stunden", .hour), ("tage", .day),
            ("wochen", .week),
            ("monate", .month), ("jahre", .year), ("jahrzehnte", .decade),
        ]
        return stems.flatMap { stem, unit -> [(String, Term)] in
            ["", "e", "en", "er", "es", "em"].map { (stem + "lang" + $0, Term.lasting(0, unit)) }
        }
    }()

    /// `Achtzigerjahre`
    private static let germanDecades: [(String, Term)] = Vocabulary.joined(
        Vocabulary.counted(decadeNames("jahre"), from: 191) { .decadeName($0) },
        Vocabulary.counted(decadeNames("jahren"), from: 191) { .decadeName($0) })

    private static func decadeNames(_ ending: String) -> String {
        "zehner zwanziger dreißiger vierziger fünfziger sechziger siebziger achtziger neunziger"
            .split(separator: " ").map { String($0) + ending }.joined(separator: " ")
    }

    private static func edges(_ words: String) -> [(String, Term)] {
        zip(words.split(separator: " "), [Modifier.start, .mid, .end]).map { (String($0), Term.edge($1)) }
    }

    /// Lines of a day and its names; a day is `month-day`, or `easter` and a number of days.
    private static func holidays(_ lines: String) -> [(String, Term)] {
        lines.split(separator: "\n").flatMap { line -> [(String, Term)] in
            let fields = line.split(separator: " ")
            guard let first = fields.first else { return [] }
            let holiday: Holiday
            if first.hasPrefix("easter") {
                holiday = .easter(Int(first.dropFirst(6)) ?? 0)
            } else {
                let numbers = first.split(separator: "-").compactMap { Int($0) }
                guard numbers.count == 2 else { return [] }
                holiday = .fixed(month: numbers[0], day: numbers[1])
            }
            return fields.dropFirst().map { (String($0), Term.holiday(holiday)) }
        }
    }
}
