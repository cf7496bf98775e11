import Articles

/// What a class of words has read.
enum Capture: Hashable, Sendable {
    case number(Numeral)
    case several
    case modifier(Modifier)
    case unit(TimeUnit)
    case lasting(Int, TimeUnit)
    case ordinal(Int)
    case date(CalendarDate)
    case month(Int)
    case year(Int)
    case monthDay(Int, Int)
    /// The month and year at the end of a list of days.
    case listed(Int, Int?)
    case decade(Int)
    case weekday(Int)
    case part(DayPart)
    case dayAndPart(Int, DayPart)
    case season(Season)
    case holiday(Holiday)
    case distance(Int)
    case time(hour: Int, minute: Int?)
    case meridiem(Meridiem?)
    case reference(TimeReference)
    case count(Int)
    case nothing
}

/// A rule at its place in the text.
struct Match: Sendable {
    let rule: Rule
    /// The pieces of the mention, without its context.
    var pieces: Range<Int>
    /// With the context behind it.
    let end: Int
    /// In the order of the text.
    let captures: [Capture]

    func first<Found>(_ read: (Capture) -> Found?) -> Found? {
        for capture in captures { if let found = read(capture) { return found } }
        return nil
    }

    /// Whether the words say their year, decade or century themselves.
    var namesYear: Bool {
        captures.contains {
            switch $0 {
            case .year, .date, .decade, .listed(_, .some): true
            case .number, .several, .modifier, .unit, .lasting, .ordinal, .month, .monthDay, .listed,
                .weekday,
                .part, .dayAndPart, .season, .holiday, .distance, .time, .meridiem, .reference, .count,
                .nothing:
                false
            }
        } || rule.meaning == .period(.century) || rule.meaning == .period(.partOfCentury)
    }

    var number: Numeral? { first { if case .number(let number) = $0 { number } else { nil } } }
    var unit: TimeUnit? { first { if case .unit(let unit) = $0 { unit } else { nil } } }
    var month: Int? { first { if case .month(let month) = $0 { month } else { nil } } }
    var year: Int? { first { if case .year(let year) = $0 { year } else { nil } } }
    var ordinal: Int? { first { if case .ordinal(let ordinal) = $0 { ordinal } else { nil } } }
    var weekday: Int? { first { if case .weekday(let weekday) = $0 { weekday } else { nil } } }
    var distance: Int? { first { if case .distance(let distance) = $0 { distance } else { nil } } }
    var part: DayPart? { first { if case .part(let part) = $0 { part } else { nil } } }
    var season: Season? { first { if case .season(let season) = $0 { season } else { nil } } }
    var date: CalendarDate? { first { if case .date(let date) = $0 { date } else { nil } } }
    var count: Int? { first { if case .count(let count) = $0 { count } else { nil } } }
    var clockTime: (hour: Int, minute: Int?)? {
        for case .time(let hour, let minute) in captures { return (hour, minute) }
        return nil
    }
    var lasting: (count: Int, unit: TimeUnit)? {
        for case .lasting(let count, let unit) in captures { return (count, unit) }
        return nil
    }
    var dayAndPart: (weekday: Int, part: DayPart)? {
        for case .dayAndPart(let weekday, let part) in captures { return (weekday, part) }
        return nil
    }
    var modifier: Modifier? { first { if case .modifier(let modifier) = $0 { modifier } else { nil } } }
}

extension ValueReader {
    /// The best rule that begins at a piece: the one with the longest mention, then the one that needs more context.
    func bestMatch(at index: Int) -> Match? {
        let kind = pieces[index].term?.kind ?? .digits
        var best: Match?
        var bestScore = 0
        for rule in book.rules(for: kind) {
            guard let match = match(rule, at: index) else { continue }
            let context = match.end - match.pieces.upperBound + (rule.before == nil ? 0 : 1)
            let score = match.pieces.count * 16 + min(15, context)
            if score > bestScore { (best, bestScore) = (match, score) }
        }
        return best
    }

    /// What stands before is looked at last: few rules get so far.
    private func match(_ rule: Rule, at index: Int) -> Match? {
        var captures: [Capture] = []
        guard let found = match(rule.elements[...], at: index, &captures) else { return nil }
        let start = rule.takesArticle && isArticle(index - 1) ? index - 1 : index
        if let before = rule.before, read(before.test, at: start - 1) == nil { return nil }
        return Match(
            rule: rule, pieces: start..<found.mentionEnd, end: found.end, captures: captures.reversed())
    }

    /// Matches the elements from left to right, optional ones first taken and then left out. Captures are added on the
    /// way back, so that they are there only where all of it fits.
    private func match(
        _ elements: ArraySlice<Element>, at index: Int, _ captures: inout [Capture]
    ) -> (mentionEnd: Int, end: Int)? {
        guard let element = elements.first else { return (index, index) }
        let rest = elements.dropFirst()
        if !element.isTight || !isSpaced(index), let (end, capture) = read(element.test, at: index),
            let found = match(rest, at: end, &captures)
        {
            if element.isContext {
                if capture != .nothing { captures.append(capture) }
                return (index, found.end)
            }
            if capture != .nothing { captures.append(capture) }
            return found
        }
        return element.isOptional ? match(rest, at: index, &captures) : nil
    }

    /// `der`, `die`, `the`: taken into a mention, but not where it has grown together with a preposition.
    private func isArticle(_ index: Int) -> Bool {
        guard pieces.indices.contains(index) else { return false }
        return switch tongue {
        case .german: isWord(index, "der", "die", "das", "den", "dem")
        case .english: isWord(index, "the")
        case .other: false
        }
    }

    private func read(_ test: Element.Test, at index: Int) -> (end: Int, capture: Capture)? {
        guard pieces.indices.contains(index) else { return nil }
        switch test {
        case .words(let words):
            let piece = pieces[index]
            let text = passage.folded[piece.start..<piece.end]
            return words.contains { $0.count == text.count && text.elementsEqual($0) }
                ? (index + 1, .nothing) : nil
        case .of(let known):
            return read(known, at: index)
        }
    }
}
