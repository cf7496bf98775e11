import Articles

/// Where a quotation stands in the sentence that it begins in, and what it looks like there.
struct QuotationPlace {
    let quotation: Quotation
    let sentence: FactSentence
    /// The first word of the quotation or its mark.
    let mark: Int
    /// The words between the marks, as far as they are in the sentence.
    let inside: Range<Int>

    init?(_ quotation: Quotation, in sentence: FactSentence) {
        let words = sentence.words
        let mark = words.partitioningIndex { $0.span.end > quotation.span.start }
        let first = words.partitioningIndex { $0.span.start >= quotation.content.start }
        let end = words.partitioningIndex { $0.span.end > quotation.content.end }
        guard mark < words.count, first < end else { return nil }
        self.quotation = quotation
        self.sentence = sentence
        self.mark = mark
        inside = first..<end
    }

    private var first: FactSentence.Word { sentence.words[inside.lowerBound] }

    /// `Lenz sagte: „…“`
    var isIntroduced: Bool { sentence.isForm(mark - 1, ":") }

    /// Whether it begins small, as no name does: `einen „großen Ruck“`.
    var isSmall: Bool {
        !first.isCapital && first.partOfSpeech != .punctuation && first.partOfSpeech != .numeral
    }

    /// Whether it is a few words without a verb that begin with a capital, as names do: `der „Rat für Reformen“`.
    var isPhrase: Bool {
        guard quotation.isPart, quotation.wordCount < 9, first.isCapital else { return false }
        let hasArticle = sentence.isForm(mark - 1, "der", "die", "das", "dem", "den", "des")
        return hasArticle && quotation.wordCount < 5 || !inside.contains(where: sentence.isVerbal)
    }

    /// Whether it is a sentence of its own, not a part of the one around it.
    var isWhole: Bool {
        guard quotation.wordCount > 1, mark == 0 || isIntroduced || sentence.isMark(mark - 1), !isSmall else {
            return false
        }
        return !quotation.isPart || isIntroduced && quotation.wordCount > 2
            || inside.contains(where: sentence.isVerbal)
    }

    /// `riet zu „Ruhe und Geduld“`: so many words behind a word of saying, without an article as names have it.
    func follows(_ cue: Int) -> Bool {
        quotation.wordCount > 1 && mark - cue < 4 && mark > cue
            && !sentence.isForm(mark - 1, "der", "die", "das", "dem", "den", "des")
            && inside.allSatisfy { sentence.words[$0].mention < 0 }
    }

    /// `eine „Gefahr für alle“`: capitals behind an indefinite article describe something, and are no name.
    var isDescribing: Bool {
        quotation.wordCount > 2
            && (max(0, mark - 2)..<mark).contains { index in
                sentence.isForm(index, "ein", "eine", "einen", "einem", "einer", "eines")
                    && (index == mark - 1 || sentence.words[mark - 1].partOfSpeech == .adjective)
            }
    }

    /// Whether a bracket has opened before it in the sentence, which it explains: `(auf Deutsch: „Friede“)`.
    private var isBracketed: Bool {
        guard let bracket = (0..<mark).last(where: { sentence.isForm($0, "(", "[", ")", "]") }) else {
            return false
        }
        return sentence.isForm(bracket, "(", "[") && !inside.contains(where: sentence.isVerbal)
    }

    /// `so genannte „Blaue Zonen“`, `Pax („Friede“)`: a word for something, not somebody's words.
    var isTerm: Bool {
        guard quotation.wordCount < 9, mark > 0 else { return false }
        if isBracketed { return true }
        guard quotation.wordCount < 5 else { return false }
        let before = sentence.words[mark - 1].form
        // `wie „bote online“ berichtet`
        if before == "wie", inside.upperBound + 1 < sentence.count, sentence.isVerbal(inside.upperBound + 1) {
            return true
        }
        return before == "(" || before.hasPrefix("sogenannt") || before.hasPrefix("genannt")
    }
}
