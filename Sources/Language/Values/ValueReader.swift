import Articles

/// A date, sum or measure that was found in a passage.
struct FoundValue: Hashable, Sendable {
    let pieces: Range<Int>
    let label: Label
    /// The normal form; nil where the text leaves it open (`gestern` in an article without a date).
    var value: String?
    /// Such as `mod`, by TIMEX3's names.
    var attributes: [String: String] = [:]
    /// The weekday that a date is said with.
    var weekday: Int?
    /// Whether a time says its day itself: `Freitagabend`, `die Nacht des 14. August`.
    var namesDay = false
}

/// Reads the dates, times, durations, sums, percentages and quantities of a passage, from left to right.
///
/// Times come from the tables of rules, sums and measures from a few readers of numbers. Each looks at the pieces from
/// one index on and says how far it got; the longest reading wins, and of equal ones the first. None looks further
/// than a few dozen pieces, so the time is linear.
struct ValueReader: Sendable {
    let passage: Passage
    let book: RuleBook
    /// What the text has said before.
    private(set) var context: TimeContext

    init(_ passage: Passage, context: TimeContext) {
        self.passage = passage
        self.context = context
        book = RuleBook.of(passage.tongue)
    }

    /// All values in reading order, without overlaps.
    mutating func values() -> [FoundValue] {
        var found: [FoundValue] = []
        var controls = ControlSequences.ranges(in: passage.bytes)[...]
        var index = 0
        while index < passage.pieces.count {
            let start = passage.pieces[index].start
            while let control = controls.first, control.upperBound <= start { controls.removeFirst() }
            guard mayBegin(at: index), !(controls.first?.contains(start) ?? false),
                let value = longest(at: index, behind: found.last?.pieces.upperBound ?? 0)
            else {
                index += 1
                continue
            }
            let gap = value.pieces.lowerBound - (found.last?.pieces.upperBound ?? -9)
            context.learn(value, followsClosely: gap <= 2, in: sentence(of: value.pieces.lowerBound))
            found.append(value)
            index = max(value.pieces.upperBound, index + 1)
        }
        context.endParagraph(of: passage.sentences.count)
        return joiningRanges(found)
    }

    var pieces: [Piece] { passage.pieces }
    var tongue: Tongue { passage.tongue }

    func term(_ index: Int) -> Term? { passage.term(at: index) }

    /// Whether the piece is the sign, with or without white space before it.
    func isSign(_ index: Int, _ sign: StaticString) -> Bool { passage.word(at: index, is: sign) }

    /// Whether the piece is one of a few words, in lower case.
    func isWord(_ index: Int, _ words: StaticString...) -> Bool {
        words.contains { passage.word(at: index, is: $0) }
    }

    /// The number of the sentence that a piece belongs to, in its paragraph.
    func sentence(of index: Int) -> Int { passage.sentences.partitioningIndex { $0.upperBound > index } }

    private func mayBegin(at index: Int) -> Bool {
        pieces[index].term != nil || pieces[index].shape == .number
    }

    private func longest(at index: Int, behind end: Int) -> FoundValue? {
        var best: FoundValue?
        if var match = bestMatch(at: index) {
            // An article may already belong to the value before.
            match.pieces = max(match.pieces.lowerBound, end)..<match.pieces.upperBound
            best = value(of: match)
        }
        for value in [money(at: index), percentage(at: index), quantity(at: index), people(at: index)] {
            guard let value else { continue }
            if value.pieces.upperBound > best?.pieces.upperBound ?? 0 { best = value }
        }
        return best
    }

    /// Tells the two ends of `von 2002 bis 2005` about each other.
    private func joiningRanges(_ values: [FoundValue]) -> [FoundValue] {
        var joined = values
        for index in joined.indices.dropFirst() {
            let (first, last) = (joined[index - 1], joined[index])
            let gap = first.pieces.upperBound..<last.pieces.lowerBound
            guard Self.timeLabels.contains(first.label), first.label == last.label, !gap.isEmpty,
                gap.count <= 3,
                let begin = first.value, let end = last.value, isRange(gap, behind: first.pieces.lowerBound)
            else { continue }
            joined[index - 1].attributes["end"] = end
            joined[index].attributes["begin"] = begin
        }
        return joined
    }

    private static let timeLabels: Set<Label> = [.date, .time, .duration]

    private func isRange(_ gap: Range<Int>, behind start: Int) -> Bool {
        if isRangeSign(gap.lowerBound) { return true }
        guard isWord(gap.lowerBound, "und", "and") else { return false }
        return (1...3).contains { isWord(start - $0, "zwischen", "between") }
    }
}

extension Label {
    static let person: Label = "PER"
    static let place: Label = "LOC"
    static let organisation: Label = "ORG"
    static let other: Label = "MISC"
    static let date: Label = "DATE"
    static let time: Label = "TIME"
    static let duration: Label = "DURATION"
    static let set: Label = "SET"
    static let money: Label = "MONEY"
    static let percent: Label = "PERCENT"
    static let quantity: Label = "QUANTITY"
    static let event: Label = "EVENT"
    static let role: Label = "ROLE"
    static let law: Label = "LAW"
}
