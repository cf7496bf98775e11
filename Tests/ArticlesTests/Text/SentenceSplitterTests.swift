import Articles
import Testing

@Suite("Sentences")
struct SentenceSplitterTests {
    @Test("full stop, exclamation mark, question mark and ellipsis end a sentence")
    func terminals() {
        expectTokens("Er kam|. ‖Sie ging|! ‖Und nun|? ‖Wer weiß|… ‖Niemand|.")
    }

    @Test(
        "closing quotation marks and brackets belong to the sentence before them",
        arguments: [
            "„|Er kam|.|“ ‖Sie ging|.", "»|Er kam|!|« ‖Sie ging|.", "“|He left|.|” ‖She stayed|.",
            "(|So steht es da|.|) ‖Mehr nicht|.", "\"|He left|.|\" ‖\"|Why|?|\"",
            "Er sagte|: „|Ja|.|“ ‖„|Gut|.|“",
        ])
    func closingMarks(drawn: String) { expectTokens(drawn) }

    @Test(
        "a quotation goes on when a comma or a small letter follows",
        arguments: [
            "„|Kommst du|?|“|, fragte er|.", "„|Komm|!|“ rief sie laut|.", "“|Really|?|” he asked|.",
            "“|No way|…|” and he left|.", "Er zögerte|... und ging|.",
        ])
    func quotationGoesOn(drawn: String) { expectTokens(drawn) }

    @Test(
        "abbreviations, initials, ordinals and dates end no sentence",
        arguments: [
            "Dr. Berg und Prof. Klee trafen J. R. Hill am 3. Mai bzw. am 4. Juni|.",
            "Das kostet 3 Mio. Euro|, z. B. Die Zeit zahlt|.", "Mr. Hill of the U.S. Senate spoke|.",
        ])
    func dotsInside(drawn: String) { expectTokens(drawn) }

    @Test(
        "an abbreviation ends a sentence when a typical first word follows",
        arguments: [
            "Es gab Äpfel|, Birnen usw. ‖Das war viel|.", "They live in the U.S. ‖The vote is near|.",
            "He joined Acme Inc. ‖It grew|.", "Es waren 3 Mio. ‖Die Zahl steigt|.",
        ])
    func abbreviationAtTheEnd(drawn: String) { expectTokens(drawn) }

    @Test("a number at the start of a sentence counts a point")
    func enumeration() { expectTokens("2|. Gleiches Recht für alle|. ‖3|. Mehr Wasser|.") }

    @Test("an emoji or emoticon belongs to the sentence before it")
    func emotions() { expectTokens("Wir haben es geschafft|! 😀 ‖Morgen mehr|. :) ‖Bis dann|.") }

    @Test("careless writing without capitals has sentences too")
    func smallLetters() { expectTokens("das war schön|. ‖gern wieder|!") }

    @Test("a headline without a full stop is a sentence, a blank line has none")
    func headlines() {
        let text = Text("Mehr Geld für Schulen\n\n  \nDer Rat beschloss es.")
        #expect((0..<4).map { text.sentences(inParagraph: $0).count } == [1, 0, 0, 1])
        #expect(text.string(in: text.sentences(inParagraph: 0)[0]) == "Mehr Geld für Schulen")
    }
}
