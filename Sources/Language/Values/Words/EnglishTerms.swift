/// English words for values, in lower case and in all their forms.
enum EnglishTerms {
    static let all: [(String, Term)] = Vocabulary.joined(
        numbers,
        ordinals,
        calendar,
        units,
        relative)

    private static let cardinals =
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        + "seventeen eighteen nineteen"
    private static let tens = "twenty thirty forty fifty sixty seventy eighty ninety"

    private static let numbers: [(String, Term)] = Vocabulary.joined(
        Vocabulary.counted(cardinals, from: 0) { .number($0) },
        Vocabulary.counted(tens, from: 2) { .number($0 * 10) },
        Vocabulary.counted("one two three four five six seven eight nine", from: 1) { .number($0) }
            .flatMap { one, term -> [(String, Term)] in
                guard case .number(let value) = term else { return [] }
                return Vocabulary.counted(tens, from: 2) { .number($0 * 10 + value) }.map {
                    ($0.0 + "-" + one, $0.1)
                }
            },
        Vocabulary.words("a an", .one),
        Vocabulary.words("several few many", .several),
        Vocabulary.words("hundred hundreds", .magnitude(2)),
        Vocabulary.words("thousand thousands k", .magnitude(3)),
        Vocabulary.words("million millions mn m", .magnitude(6)),
        Vocabulary.words("billion billions bn", .magnitude(9)),
        Vocabulary.words("trillion trillions tn", .magnitude(12)),
        Vocabulary.words("dozen dozens", .dozen))

    private static let ordinals: [(String, Term)] =
        Vocabulary.counted(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
                + "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth", from: 1
        ) { .ordinal($0) }

    private static let calendar: [(String, Term)] = Vocabulary.joined(
        Vocabulary.counted(
            "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep "
                + "october/oct november/nov december/dec", from: 1
        ) { .month($0) },
        Vocabulary.counted(
            "monday/mondays tuesday/tuesdays wednesday/wednesdays thursday/thursdays friday/fridays "
                + "saturday/saturdays sunday/sundays", from: 1
        ) { .weekday($0) },
        Vocabulary.words("spring", .season(.spring)),
        Vocabulary.words("summer", .season(.summer)),
        Vocabulary.words("autumn", .season(.autumn)),
        Vocabulary.words("winter", .season(.winter)),
        Vocabulary.words("weekend", .weekend),
        Vocabulary.words("half", .half),
        Vocabulary.words("quarter", .quarter),
        Vocabulary.words("morning mornings", .dayPart(.morning)),
        Vocabulary.words("afternoon afternoons", .dayPart(.afternoon)),
        Vocabulary.words("evening evenings", .dayPart(.evening)),
        Vocabulary.words("night nights", .dayPart(.night)),
        Vocabulary.words("o'clock o’clock", .clock),
        Vocabulary.words("a.m am", .meridiem(.am)),
        Vocabulary.words("p.m pm", .meridiem(.pm)))

    private static let units: [(String, Term)] = Vocabulary.joined(
        Vocabulary.words("seconds", .units(.second)),
        zip("minute hour day week month year decade".split(separator: " "), TimeUnit.allCases.dropFirst())
            .flatMap { name, unit -> [(String, Term)] in
                [(String(name), Term.unit(unit)), (String(name) + "s", Term.units(unit))]
            },
        Vocabulary.words("century", .unit(.century)),
        Vocabulary.words("centuries", .units(.century)),
        Vocabulary.counted("one two three four five six seven eight nine ten", from: 1) { .number($0) }
            .flatMap { word, term -> [(String, Term)] in
                guard case .number(let count) = term else { return [] }
                return [
                    ("minute", TimeUnit.minute), ("hour", .hour), ("day", .day), ("week", .week),
                    ("month", .month), ("decade", .decade),
                ]
                .map { (word + "-" + $0.0, .lasting(count, $0.1)) } + [
                    (word + "-year", .lasting(count, .year))
                ]
            })

    private static let relative: [(String, Term)] = Vocabulary.joined(
        [("yesterday", .day(-1)), ("today", .day(0)), ("tonight", .day(0)), ("tomorrow", .day(1))],
        Vocabulary.words("last past previous", .direction(-1)),
        Vocabulary.words("this current", .direction(0)),
        Vocabulary.words("next coming upcoming following", .direction(1)))
}
