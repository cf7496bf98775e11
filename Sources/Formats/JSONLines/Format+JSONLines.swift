import Articles

/// One document a line, with everything that Glosse knows about it: the format that reads back without loss.
///
///     {"id":"a1","title":"…","date":"2024-10-17","language":"de","text":"Mark Rutte sprach.",
///      "mentions":[{"id":"m1","start":0,"end":10,"label":"PER","text":"Mark Rutte"}]}
///
/// What is absent is empty, and a status that is absent is `accepted`; an absent origin is a person without a name.
/// Offsets count code points; a line that counts otherwise says so: `"offsets":"utf16"`. Ids, notes and times are kept.
/// The README documents every key.
extension Format {
    public static let jsonLines = Format(
        name: "jsonl", title: "JSON lines, everything, one document a line", extensions: ["jsonl", "ndjson"],
        offsets: [.codePoints, .utf8, .utf16], carries: Set(Feature.allCases),
        read: Reader(
            framing: .lines, recognises: { JSONPeek.kind(of: $0) == .jsonLines }, JSONLine.read),
        write: Writer(.anyNumber(), JSONLine.write))
}

/// The reading and writing of one line.
enum JSONLine {}

extension UInt8 {
    /// A blank, tab, line feed or carriage return.
    var isSpace: Bool { self == 32 || (9...13).contains(self) }
}
