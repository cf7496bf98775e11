import Articles

/// Who of those around a verb of saying is its subject.
///
///     „…“, sagte [Rutte] der Zeitung Welt        Gegenüber NDR Info äußerte [er] sich: „…“
///     [Renate Schmidt] (SPD) äußerte: „…“        laut dem Ankläger des Gerichts, [Luis Moreno], „…“
extension ParagraphReading {
    /// The first behind the cue that can be its subject.
    func speaker(behind cue: Int, until end: Int) -> QuoteSpeaker? {
        for index in cue + 1..<max(cue + 1, end) {
            if isWord(index, ".", ";", ":") { return nil }
            guard let item = item(from: index), canSpeak(item), !isObject(item, of: cue) else { continue }
            return .mention(person(beside: item, until: end))
        }
        return nil
    }

    /// The nearest before the cue that can be its subject; of `Rutte, Chef der NATO, sagte` the person.
    func speaker(before cue: Int, from start: Int) -> QuoteSpeaker? {
        var nearest: Item?
        for index in (start..<max(start, cue)).reversed() {
            guard let item = item(from: index), canSpeak(item), !isObject(item, of: cue) else { continue }
            guard let apposition = nearest else {
                nearest = item
                if item.mention.label == .person || !isWord(cue - 1, ",") { break }
                continue
            }
            if item.mention.label == .person, isWord(item.pieces.upperBound, ","),
                apposition.pieces.lowerBound - item.pieces.upperBound < 5
            {
                nearest = item
                break
            }
        }
        return nearest.map { .mention(person(beside: $0, until: cue)) }
    }

    /// `sagte er`, `äußerte sie sich`, `he said`.
    func pronoun(beside cue: Int) -> QuoteSpeaker? {
        for index in [cue + 1, cue - 1] where passage.sentence(of: cue).contains(index) {
            if isWord(index, "er", "sie", "dieser", "diese", "he", "she", "they"), item(at: index) == nil,
                !isWord(index, "diese", "dieser") || !isNounPhrase(behind: index)
            {
                return .words(passage.span(of: index..<index + 1))
            }
        }
        return nil
    }

    /// Whether it is of a kind that speaks.
    func canSpeak(_ item: Item) -> Bool {
        switch item.mention.label {
        case .person, .organisation, .role: item.mention.attributes["form"] == nil
        default: false
        }
    }

    /// In `Sprecher Müller`, `der Ankläger des Gerichts, Müller` the person speaks.
    func person(beside item: Item, until end: Int) -> Item {
        guard item.mention.label != .person else { return item }
        if item.mention.label == .role, let next = self.item(from: item.pieces.upperBound),
            next.mention.label == .person
        {
            return next
        }
        var index = item.pieces.upperBound
        var hasComma = false
        while index < end, index - item.pieces.upperBound < 8 {
            if let next = self.item(at: index) {
                if next.mention.label == .person {
                    let isApposition = isWord(index - 1, ",") || passage.pieces[index - 1].isCapital
                    return isApposition && (hasComma || item.mention.label == .role) ? next : item
                }
                index = next.pieces.upperBound
                continue
            }
            if isWord(index, ",") {
                guard !hasComma else { return item }
                hasComma = true
            } else if !Self.isDeterminer(passage.word(index)), !passage.pieces[index].isCapital,
                !isAdjective(index)
            {
                return item
            }
            index += 1
        }
        return item
    }

    /// Whether it is spoken to, or the medium, or stands in brackets: with a preposition before it, or in the dative.
    private func isObject(_ item: Item, of cue: Int) -> Bool {
        let start = item.pieces.lowerBound
        if isWord(start - 1, "(", "[") { return true }
        // What stands behind `laut` and before `zufolge` is a dative that speaks.
        guard !isWord(cue, "laut", "zufolge") else { return false }
        if item.mention.label == .organisation, start > cue, isWord(start - 1, "dem", "einem") { return true }
        var index = start - 1
        var steps = 0
        while index >= 0, index != cue, steps < 4 {
            let word = passage.word(index)
            if Self.prepositions.contains(word) {
                return !(item.mention.label == .person && (word == "von" || word == "by"))
            }
            let isNoun = steps == 0 && item.mention.label == .organisation && passage.pieces[index].isCapital
            guard Self.isDeterminer(word) || isAdjective(index) || isNoun else { return false }
            index -= 1
            steps += 1
        }
        return false
    }

    private func isAdjective(_ index: Int) -> Bool {
        guard passage.pieces.indices.contains(index), passage.pieces[index].shape == .lower,
            !CueVerbs.all.contains(passage.word(index))
        else { return false }
        let word = passage.word(index)
        return ["en", "em", "er", "es", "e"].contains { word.hasSuffix($0) } && !word.hasSuffix("te")
    }

    private func isNounPhrase(behind index: Int) -> Bool {
        passage.pieces.indices.contains(index + 1) && passage.pieces[index + 1].isCapital
    }

    private static func isDeterminer(_ word: String) -> Bool { determiners.contains(word) }

    private static let determiners = words(
        """
        der dem den die das des ein eine einem einer einen eines seinem seiner seinen ihrem ihrer ihren diesem dieser
        diesen the a an his her their its
        """)

    private static let prepositions = words(
        """
        gegenüber im in mit bei beim zu zum zur von vom für fürs über an am ans auf aus durch gegen ohne um unter vor nach
        seit zwischen neben trotz wegen während to with in on from for about at of by into against after before
        """)

    private static func words(_ list: String) -> Set<String> {
        Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
    }

    /// `Den Namen der Sendung gab der Sender bekannt: „…“`: what has a title, and no sentence in the marks.
    func isTitle(_ quote: Range<Int>) -> Bool {
        let words = quote.filter { passage.pieces[$0].isWord }.count
        guard words <= 8, !isWord(quote.upperBound - 2, ".", "!", "?", ","), quote.lowerBound > 0 else {
            return false
        }
        let start = max(passage.sentence(of: quote.lowerBound - 1).lowerBound, quote.lowerBound - 15)
        return (start..<quote.lowerBound).contains { index in
            guard passage.pieces[index].isCapital else { return false }
            let word = passage.word(index)
            return Self.titled.contains { word.hasSuffix($0) }
        }
    }

    private static let titled = [
        "titel", "namen", "film", "films", "sendung", "serie", "buch", "buches", "roman", "album", "lied",
        "song",
    ]
}
