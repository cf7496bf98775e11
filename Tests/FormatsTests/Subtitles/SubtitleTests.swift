import Articles
import Testing

@testable import Formats

@Suite("subtitles")
struct SubtitleTests {
    private func read(_ format: Format, _ text: String, _ name: String = "film.de.srt") throws -> Imported {
        try format.read(Input(name: name, bytes: Array(text.utf8)))
    }

    private func text(_ imported: Imported) -> String {
        imported.documents.first.map { $0.text.string(in: $0.text.bounds) } ?? ""
    }

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
}
