import Articles

/// A text with TIMEX3 elements in it, as TimeML has them: `am <TIMEX3 type="DATE" value="2024-10-17">17. Oktober</TIMEX3>`.
///
/// What lies between `<TEXT>` and `</TEXT>` counts, and all of a file without them. Other elements are passed by, and
/// so are TIMEX3 elements without words. Nothing is checked: a tag that does not end is text.
/// Source: timeml.org, "TimeML 1.2.1".
public struct TimeML: Sendable {
    /// The day of the element DCT (document creation time); nil without one.
    public let date: String?
    public let plain: String
    /// Labelled by their type: DATE, TIME, DURATION, SET.
    public let mentions: [Mention]

    public init(_ file: String) {
        let bytes = Array(file.utf8)
        var reader = Reader(bytes: bytes)
        reader.read()
        date = reader.date
        plain = String(decoding: reader.plain, as: UTF8.self)
        mentions = reader.mentions
    }

    /// One pass over the bytes.
    private struct Reader {
        let bytes: [UInt8]
        var plain: [UInt8] = []
        var mentions: [Mention] = []
        var date: String?
        private var open: (start: Int, tag: ArraySlice<UInt8>)?
        private var isInDCT = false

        init(bytes: [UInt8]) { self.bytes = bytes }

        mutating func read() {
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                if byte == UInt8(ascii: "<"), let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) {
                    if !take(bytes[index + 1..<end]) { return }
                    index = end + 1
                } else if byte == UInt8(ascii: "&"), let (sign, end) = entity(at: index) {
                    plain.append(sign)
                    index = end
                } else {
                    plain.append(byte)
                    index += 1
                }
            }
        }

        /// Whether there may be more text behind the tag.
        private mutating func take(_ tag: ArraySlice<UInt8>) -> Bool {
            if tag.elementsEqual("TEXT".utf8) {
                (plain, mentions, open) = ([], [], nil)
            } else if tag.elementsEqual("/TEXT".utf8) {
                return false
            } else if tag.elementsEqual("DCT".utf8) || tag.elementsEqual("/DCT".utf8) {
                isInDCT = tag.first == UInt8(ascii: "D")
            } else if tag.starts(with: "TIMEX3".utf8), tag.last != UInt8(ascii: "/") {
                if isInDCT { date = value("value", of: tag) }
                open = (plain.count, tag)
            } else if tag.elementsEqual("/TIMEX3".utf8), let begun = open {
                if plain.count > begun.start, !isInDCT {
                    let label = Label(value("type", of: begun.tag) ?? "DATE")
                    let span = Span(begun.start, plain.count)
                    mentions.append(
                        Mention(
                            id: .found(span, as: label.name), spans: SpanSet(span), label: label,
                            value: value("value", of: begun.tag) ?? ""))
                }
                open = nil
            }
            return true
        }

        /// The value of an attribute in a tag: ` name="…"`.
        private func value(_ name: String, of tag: ArraySlice<UInt8>) -> String? {
            let key = Array(" \(name)=\"".utf8)
            var index = tag.startIndex
            while index + key.count < tag.endIndex {
                if tag[index..<index + key.count].elementsEqual(key) {
                    let rest = tag[(index + key.count)...]
                    return String(decoding: rest.prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
                }
                index += 1
            }
            return nil
        }

        private func entity(at index: Int) -> (sign: UInt8, end: Int)? {
            let known: [(String, Character)] = [
                ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"),
            ]
            for (name, sign) in known where bytes[index...].starts(with: name.utf8) {
                return sign.asciiValue.map { ($0, index + name.utf8.count) }
            }
            return nil
        }
    }
}
