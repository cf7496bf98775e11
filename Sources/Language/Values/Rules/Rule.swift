import Articles

/// A line of a table of rules: what stands in the text, and what it means.
///
///     (vor) ABOUT? NUM UNIT        ago        vor rund [zwei Jahren]
///
/// Small words stand for themselves, `|` between them says "or". Words in capitals are classes (see `Element.Class`).
/// `?` makes an element optional, `~` before it forbids white space before it. What stands in parentheses has to be
/// there but does not belong to the mention; a leading parenthesis is one element that stands right before it.
/// `the?` at the start takes a preceding article in.
struct Rule: Sendable {
    let before: Element?
    let takesArticle: Bool
    let elements: [Element]
    let meaning: Meaning

    /// Nil when the line is no rule: an unknown class or meaning, or nothing to match.
    init?(_ line: some StringProtocol) {
        var words = String(line).split(whereSeparator: { $0 == " " }).map { String($0) }
        guard let last = words.popLast(), let meaning = Meaning(last) else { return nil }
        self.meaning = meaning
        var before: Element?
        if words.count > 1, let first = words.first, first.hasPrefix("(") {
            guard let element = Element(first) else { return nil }
            // A context at the start that may be absent says nothing.
            guard !element.isOptional else { return nil }
            before = element
            words.removeFirst()
        }
        self.before = before
        takesArticle = words.first == "the?"
        if takesArticle { words.removeFirst() }
        var elements: [Element] = []
        for word in words {
            guard let element = Element(word) else { return nil }
            elements.append(element)
        }
        guard elements.contains(where: { !$0.isContext && !$0.isOptional }) else { return nil }
        self.elements = elements
    }

    /// The rules of a table, a line each; empty lines and lines that begin with `#` are passed by.
    static func table(_ text: String) -> [Rule] { lines(text).compactMap { Rule($0) } }

    static func lines(_ text: String) -> [Substring] {
        text.split(separator: "\n").filter { !$0.allSatisfy { $0 == " " } && !$0.hasPrefix("#") }
    }
}

/// One element of a rule.
struct Element: Sendable {
    /// What a class of words stands for; the raw value is its name in the tables.
    enum Class: String, Sendable, CaseIterable {
        /// `drei`, `20,9`, `ein`; a number without a unit of its own.
        case number = "NUM"
        /// `mehrere`, `few`: a number that is not said.
        case several = "SEVERAL"
        case about = "ABOUT"
        /// `Anfang`, `Mitte`, `Ende`, `early`.
        case edge = "EDGE"
        case unit = "UNIT"
        /// Only in the plural: `Jahre`, `years`.
        case units = "UNITS"
        /// Only in the singular.
        case oneUnit = "UNIT1"
        /// `17.`, `ersten`
        case ordinal = "ORD"
        /// `17`, `17th`, `17.`
        case day = "DAY"
        /// `17.10.2024`, `2024-10-17`, `10/17/2024`
        case numericDay = "DATE"
        /// `17.10.`
        case dayAndMonth = "DAYMONTH"
        case month = "MONTH"
        /// Four digits between 1000 and 2100.
        case year = "YEAR"
        /// A year behind a month or season: `2024`, `, 2024`, `des Jahres 2024`, `vorigen Jahres`, `of 2024`.
        case ofYear = "OFYEAR"
        /// `1990er Jahre`, `90er-Jahren`, `1990s`
        case decade = "DECADE"
        case weekday = "WEEKDAY"
        /// `Freitagabend`
        case weekdayPart = "WEEKDAYPART"
        case part = "PART"
        case season = "SEASON"
        case weekend = "WEEKEND"
        case holiday = "HOLIDAY"
        case direction = "DIR"
        /// `gestern`, `today`
        case relativeDay = "RELDAY"
        /// `Vorjahr`, `heuer`
        case relativeYear = "RELYEAR"
        case half = "HALF"
        case quarter = "QUARTER"
        /// `14.30`, `8`, `acht`
        case hour = "HOUR"
        /// `Uhr`, `p.m.`
        case clock = "CLOCK"
        /// `zweitägig`, `ten-year`
        case lasting = "LASTING"
        /// `tägig` behind `10-`
        case lastingSuffix = "LASTINGSUFFIX"
        /// `täglich`
        case periodic = "PERIODIC"
        /// `jetzt`, `kürzlich`
        case reference = "REF"
        /// `montags`
        case habitual = "HABITUAL"
        /// The rest of a list of days that ends in a month: `, 5. und 7. Oktober 2024`.
        case listedMonth = "LISTMONTH"
        /// `zweimal`: how often.
        case times = "TIMES"
        /// Two digits below 60.
        case minute = "MINUTE"
    }

    enum Test: Sendable {
        case words([[UInt8]])
        case of(Class)
    }

    let test: Test
    let isOptional: Bool
    let isTight: Bool
    let isContext: Bool

    init?(_ word: String) {
        var word = word[...]
        isContext = word.hasPrefix("(")
        if isContext {
            word = word.dropFirst()
            let wasOptional = word.hasSuffix(")?")
            if wasOptional { word = word.dropLast() }
            guard word.hasSuffix(")") else { return nil }
            word = word.dropLast()
            isOptional = wasOptional
        } else {
            isOptional = word.hasSuffix("?")
            if isOptional { word = word.dropLast() }
        }
        isTight = word.hasPrefix("~")
        if isTight { word = word.dropFirst() }
        guard let first = word.first else { return nil }
        if first.isUppercase {
            guard let known = Class(rawValue: String(word)) else { return nil }
            test = .of(known)
        } else {
            test = .words(word.split(separator: "|").map { Array($0.utf8) })
        }
    }
}
