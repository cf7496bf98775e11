import Articles
import Testing

@testable import Language

/// What is learned from, and its form as a line.
@Suite struct DecidedSentenceTests {
    private func sentences(_ text: String, _ mentions: [Mention], at place: Span? = nil) -> [DecidedSentence]
    {
        let article = Article(name: "test", language: "de", text: Text(text))
        return DecidedSentence.alone(
            of: article, Annotations(mentions: mentions), touching: [place ?? article.text.bounds])
    }

    private func mention(_ start: Int, _ end: Int, _ label: Label, _ status: Status) -> Mention {
        Mention(
            id: ID("m\(start)"), spans: SpanSet(start, end), label: label, status: status,
            origin: .engine("model"))
    }

    @Test("only the sentences around a decision are learned")
    func around() {
        let text = "Anna kam. Berta ging. Clara blieb."
        let found = sentences(text, [mention(10, 15, "PER", .accepted)], at: Span(10, 15))
        #expect(found.map(\.text) == ["Berta ging ."])
        #expect(found.first?.decisions == [.init(0..<1, "PER", isAccepted: true)])
        #expect(found.first?.seen == 1)
    }

    @Test("what waits for a decision is not known, nor what comes behind the last decision")
    func waiting() {
        let found = sentences(
            "Anna traf Berta.", [mention(0, 4, "PER", .accepted), mention(10, 15, "PER", .suggested)])
        #expect(found.first?.seen == 1)
        #expect(found.first?.open == [2..<3])
    }

    @Test("a mention that ends inside a word teaches nothing about it")
    func insideWord() {
        let found = sentences("Annas Haus.", [mention(0, 4, "PER", .accepted)])
        #expect(found.first?.decisions == [])
        #expect(found.first?.open == [0..<1])
    }

    @Test("a line says the whole sentence, and comes back the same")
    func line() throws {
        let sentence = DecidedSentence(
            text: "Die Firma Berg & Sohn : wächst .", isEnglish: true,
            decisions: [.init(2..<5, "COM:PANY", isAccepted: true), .init(1..<2, "PER", isAccepted: false)],
            open: [0..<1], seen: 5)
        #expect(
            sentence.line
                == "en\t5\tDie Firma Berg & Sohn : wächst .\t+COM:PANY:2-5\t-PER:1-2\t?0-1")
        #expect(try DecidedSentence(line: sentence.line) == sentence)
    }

    @Test(
        "a line that is wrong is refused",
        arguments: [
            "", "de", "fr\t2\tEin Wort", "de\t-1\tEin Wort", "de\t2\tEin Wort\t+PER:0-3",
            "de\t2\tEin Wort\t+PER:1-1", "de\t2\tEin Wort\t+:0-1",
            "de\t2\tEin Wort\tPER:0-1",
            "de\t2\tEin Wort\t+PER:0-99999999999999999999", "de\t2\tEin Wort\t",
        ])
    func wrongLine(line: String) {
        #expect(throws: LessonError.self) { try DecidedSentence(line: line) }
    }

    @Test("a file tells its version, and errors tell their line")
    func file() throws {
        let sentences = [
            DecidedSentence(text: "Anna kam .", decisions: [.init(0..<1, "PER", isAccepted: true)])
        ]
        let text = LessonFile.text(sentences)
        #expect(try LessonFile.sentences(text) == sentences)
        #expect(try LessonFile.sentences(LessonFile.head + "\r\n").isEmpty)
        #expect(throws: LessonError.self) { try LessonFile.sentences("") }
        #expect(throws: LessonError.self) {
            try LessonFile.sentences("glosse personal layer, version 2\n")
        }
        do throws(LessonError) {
            _ = try LessonFile.sentences(text + "nonsense\n")
            Issue.record("nonsense was read")
        } catch {
            #expect(error.line == 3)
        }
    }
}

extension DecidedSentence {
    /// The sentences of lessons without the deep engine.
    static func alone(
        of article: Article, _ annotations: Annotations, touching spans: [Span]
    ) -> [DecidedSentence] {
        (try? lessons(of: article, annotations, touching: spans))?.map(\.sentence) ?? []
    }
}
