import Articles
import Testing

@testable import Formats

@Suite("subtitles")
struct SubtitleTests: ArticleSuite {
    static let file = "film.de.srt"

    private func text(_ imported: Imported) -> String { text(imported.documents.first) }

    @Test("SubRip: sentences over several cues, paragraphs at pauses and turns")
    func srt() throws {
        let back = try read(.srt, ArticleSamples.srt)
        #expect(
            text(back)
                == "Der Turm von Marl ist dreihundert Jahre alt, und er bleibt.\n\nDas sagt die Stadt.\n\n- Warum?\n\n- Weil er schön ist."
        )
        #expect(back.documents.first?.article.language == "de")
        #expect(back.warnings.map(\.message) == ["where subtitles stand on the screen is left out"])
    }

    @Test("WebVTT: speakers stay, tags, notes and styles go")
    func vtt() throws {
        let back = try read(.webVTT, ArticleSamples.vtt, "a.vtt")
        #expect(text(back) == "Lin Marsh: The tower stays & stands, says the town.\n\nAnn: Why?")
    }

    @Test("lines that roll up are shown once")
    func rolling() throws {
        let cues =
            "WEBVTT\n\n00:01.000 --> 00:02.000\nfirst\n\n00:02.000 --> 00:03.000\nfirst\nsecond\n\n00:03.000 --> 00:04.000\nsecond\nthird\n"
        #expect(text(try read(.webVTT, cues)) == "first second third")
    }

    @Test("CRLF, missing empty lines and stray blocks")
    func loose() throws {
        let cues =
            "1\r\n00:00:01,000 --> 00:00:02,000\r\nA b\r\n2\r\n00:00:02,000 --> 00:00:03,000\r\nc.\r\n\r\nstray\r\nlines\r\n"
        let back = try read(.srt, cues)
        #expect(text(back) == "A b c.")
        #expect(back.warnings.map(\.message) == ["left out: 1 block without a time"])
        #expect(throws: FormatError.self) { _ = try read(.srt, "nothing\n\nhere") }
    }

    @Test("captions that roll up by several lines are shown once, other cues as often as they come")
    func rollingLines() throws {
        let cues = """
            WEBVTT

            00:01.000 --> 00:02.000
            eins
            zwei

            00:02.000 --> 00:03.000
            eins
            zwei
            drei

            00:03.000 --> 00:04.000
            drei
            vier

            00:09.000 --> 00:10.000
            vier
            """
        #expect(text(try read(.webVTT, cues)) == "eins zwei drei vier\n\nvier")
    }

    @Test("a sign of comparison is no tag")
    func comparison() throws {
        let cues = "1\n00:00:01,000 --> 00:00:02,000\n3 < 5 und <i>5</i> > 3\n"
        #expect(text(try read(.srt, cues)) == "3 < 5 und 5 > 3")
    }
}
