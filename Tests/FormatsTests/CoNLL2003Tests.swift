import Articles
import Testing

@testable import Formats

@Suite struct CoNLL2003Tests {
    /// The lines of `word tag`, with the empty ones.
    private func written(_ text: String, _ mentions: [Mention]) throws -> (lines: [String], losses: [String])
    {
        let document = Document(
            article: Article(name: "a", text: Text(text)), annotations: Annotations(mentions: mentions))
        var output = Output()
        let losses = try Format.conll2003.write(document, into: &output)
        let lines = String(decoding: output.bytes, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        return (lines.map { String($0.replacing(" _ _ ", with: " ")) }, losses.map(\.description))
    }

    private func mention(_ id: ID, _ start: Int, _ end: Int, _ label: Label) -> Mention {
        Mention(id: id, spans: SpanSet(start, end), label: label)
    }

    @Test("tokens carry IOB2 tags, and sentences end with an empty line")
    func tags() throws {
        let lines = try written(
            "Mark Rutte kam\nBonn", [mention("a", 0, 10, "PER"), mention("b", 15, 19, "LOC")]
        ).lines
        #expect(
            lines == [
                "-DOCSTART- -X- O O", "", "Mark B-PER", "Rutte I-PER", "kam O", "", "Bonn B-LOC", "", "",
            ])
    }

    @Test("a mention over a line break keeps its sentence together, and its boundary cuts a token")
    func boundaries() throws {
        let lines = try written("Angela\nMerkel x", [mention("a", 0, 10, "PER")]).lines
        #expect(lines == ["-DOCSTART- -X- O O", "", "Angela B-PER", "Mer I-PER", "kel O", "x O", "", ""])
    }

    @Test("mentions that touch begin anew")
    func touching() throws {
        let lines = try written("ab", [mention("a", 0, 1, "X"), mention("b", 1, 2, "X")]).lines
        #expect(lines == ["-DOCSTART- -X- O O", "", "a B-X", "b B-X", "", ""])
    }

    @Test("of mentions that share text the longest is kept, and the loss is counted")
    func layers() throws {
        let (lines, losses) = try written(
            "a b c d",
            [
                mention("1", 0, 3, "X"), mention("2", 2, 7, "Y"), mention("3", 4, 5, "Z"),
                Mention(id: "4", spans: SpanSet([Span(0, 1), Span(6, 7)]) ?? SpanSet(0, 1), label: "W"),
                mention("5", 3, 4, "V"),
            ])
        #expect(lines.dropFirst(2).prefix(4) == ["a O", "b B-Y", "c I-Y", "d I-Y"])
        #expect(
            losses == [
                "1 nested mention", "1 crossing mention", "1 discontinuous mention",
                "1 mention of white space", "1 text's own white space",
            ])
    }

    @Test("a text without tokens is a document without sentences")
    func empty() throws { #expect(try written("", []).lines.first == "-DOCSTART- -X- O O") }

    @Test("every word is one column, whatever white space the text holds, and no word begins a document")
    func columns() throws {
        let lines = try written("a\u{A0}b\u{2028}c\u{1C}d -DOCSTART-", []).lines
        #expect(lines.dropFirst(2).prefix(6) == ["a O", "b O", "c O", "d O", "- O", "DOCSTART O"])
    }
}
