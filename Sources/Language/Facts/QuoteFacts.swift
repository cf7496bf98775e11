import Articles

/// Direct quotes with their speaker and the verb that says so.
///
///     „Wir warten ab“, sagte Rutte.        Rutte sagte: „Wir warten ab.“        „Wir warten ab“, so Rutte.
extension ParagraphReading {
    func quoteFacts(engine: String) -> [Fact] {
        let quotes = quotations()
        return quotes.indices.compactMap { index in
            let quote = quotes[index]
            let before = (index > 0 ? quotes[index - 1].upperBound : 0)..<quote.lowerBound
            let after =
                quote
                .upperBound..<(index + 1 < quotes.count ? quotes[index + 1].lowerBound : passage.pieces.count)
            let frames = [frame(after: after, quote), frame(before: before, quote)].compactMap(\.self)
            let frame = frames.first { $0.speaker != nil } ?? frames.first
            // Marks around a name or a single word are no quote.
            let words = quote.filter { passage.pieces[$0].isWord }.count
            guard let frame, words >= 3, !isTitle(quote) else { return nil }
            let content = passage.span(of: quote.dropFirst().dropLast())
            let evidence =
                frame.speaker.map { $0.span.union(passage.span(of: quote)) } ?? passage.span(of: quote)
            return Fact(
                id: .found(passage.span(of: quote), as: "quote"), kind: "quote",
                evidence: SpanSet(frame.cue.map { evidence.union($0) } ?? evidence),
                slots: (frame.speaker.map { [$0.slot] } ?? [])
                    + (frame.cue.map { [Slot("cue", $0)] } ?? [])
                    + [Slot("content", content)],
                origin: .engine(engine, confidence: frame.speaker == nil ? 0.5 : 0.75))
        }
    }

    /// Ranges of pieces from an opening mark to the one that closes it.
    private func quotations() -> [Range<Int>] {
        var found: [Range<Int>] = []
        var open: (index: Int, mark: String)?
        for (index, piece) in passage.pieces.enumerated() where passage.mayBeQuotationMark(piece) {
            let mark = passage.string(of: index..<index + 1)
            if let begun = open, QuotationMarks.closes(mark, begun.mark) {
                if index > begun.index + 1 { found.append(begun.index..<index + 1) }
                open = nil
            } else if QuotationMarks.isOpening(mark), mark != "‚", open == nil || mark != "\"" {
                open = (index, mark)
            }
        }
        return found
    }

    private typealias Frame = (speaker: QuoteSpeaker?, cue: Span?)

    /// `…“, sagte Rutte`, `…,” Rutte said`: the cue within six pieces behind the quote.
    private func frame(after range: Range<Int>, _ quote: Range<Int>) -> Frame? {
        var index = range.lowerBound
        if index < range.upperBound, isWord(index, ",") { index += 1 }
        let end = min(range.upperBound, index + 7, passage.sentence(of: quote.upperBound - 1).upperBound + 7)
        for cue in index..<max(index, end) {
            if isWord(cue, ".", ";", "!", "?") { break }
            guard isCue(cue) else { continue }
            let isInverted = cue == index
            let limit = max(cue + 1, min(range.upperBound, cue + 15))
            if let speaker = pronoun(beside: cue) ?? speaker(behind: cue, until: limit) {
                return (speaker, span(cue))
            }
            if !isInverted, let speaker = speaker(before: cue, from: index) { return (speaker, span(cue)) }
            if isInverted || cue - index <= 2 { return (nil, span(cue)) }
        }
        return nil
    }

    /// `Rutte sagte: „…`, `erklärte Rutte, die Allianz „…`, `Rutte: „…`.
    private func frame(before range: Range<Int>, _ quote: Range<Int>) -> Frame? {
        let start = max(range.lowerBound, startOfSentence(before: quote.lowerBound), quote.lowerBound - 25)
        guard start < quote.lowerBound else { return nil }
        let before = quote.lowerBound - 1
        if isWord(before, ":"), let speaker = item(at: before - 1), canSpeak(speaker),
            speaker.pieces.lowerBound == start
        {
            return (.mention(speaker), nil)
        }
        guard let cue = (start..<quote.lowerBound).last(where: isCue) else { return nil }
        let speaker =
            pronoun(beside: cue)
            ?? (isWord(cue, "told", "asked", "tells", "asks")
                ? nil
                : item(from: cue + 1).flatMap {
                    canSpeak($0) ? .mention(person(beside: $0, until: quote.lowerBound)) : nil
                })
            ?? self.speaker(before: cue, from: start)
            ?? self.speaker(behind: cue, until: quote.lowerBound)
        guard speaker != nil || isWord(before, ":") else { return nil }
        return (speaker, span(cue))
    }

    private func startOfSentence(before index: Int) -> Int {
        index > 0 ? passage.sentence(of: index - 1).lowerBound : 0
    }

    private func isCue(_ index: Int) -> Bool {
        passage.pieces[index].isWord && !passage.pieces[index].isCapital
            && CueVerbs.all.contains(passage.word(index))
    }

    private func span(_ index: Int) -> Span { passage.span(of: index..<index + 1) }
}

/// Who says a quote: a mention, or a pronoun that is none.
enum QuoteSpeaker {
    case mention(ParagraphReading.Item)
    case words(Span)

    var span: Span {
        switch self {
        case .mention(let item): item.mention.bounds
        case .words(let span): span
        }
    }

    var slot: Slot {
        switch self {
        case .mention(let item): Slot("speaker", item)
        case .words(let span): Slot("speaker", span)
        }
    }
}

/// The verbs, and `so` and `laut`, that frame what somebody says.
enum CueVerbs {
    static let all: Set<String> = Set(
        """
        sagte sagt sagten sagen gesagt erklärte erklärt erklärten betonte betont betonten meinte meint meinten so
        kritisierte kritisiert forderte fordert forderten warnte warnt warnten fügte ergänzte ergänzt antwortete
        antwortet berichtete berichtet berichteten schrieb schreibt schrieben twitterte behauptete behauptet
        bestätigte bestätigt versicherte versichert versprach verspricht bezeichnete bezeichnet nannte nennt
        kommentierte kommentiert äußerte zitierte zitiert rief urteilte teilte mitgeteilt verkündete lobte begründete
        fragte fragt hieß heißt laut zufolge kündigte räumte gab
        said says say told tells added adds asked asks wrote writes replied announced stated claimed warned declared
        explained noted argued insisted tweeted confirmed
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
