/// Takes the marks out of a paragraph of Markdown: emphasis, links, code, references, tags.
///
/// Source: spec.commonmark.org 0.31, section 6, without the rule of three for emphasis and with links that end on their
/// line; one pass, whatever stands there.
struct MarkdownInline {
    /// An address is at most so long; an opening bracket without a closing one is a sign.
    private static let addressLimit = 2000

    private let bytes: [UInt8]
    private let references: Set<String>
    private var at = 0
    private var output: [UInt8] = []
    /// Runs of emphasis that may yet be closed: the sign, where they stand in the output and how many are left.
    private var runs: [(sign: UInt8, place: Int, count: Int)] = []
    /// Where brackets were opened in the output, and whether an exclamation mark stands before them.
    private var brackets: [(place: Int, isImage: Bool)] = []
    private var nextTagEnd = NextSign(UInt8(ascii: ">"))
    private var nextParenthesis = NextSign(UInt8(ascii: ")"))
    /// Parts of the output that turned out to be marks.
    private var marks: [Range<Int>] = []

    /// - Parameter references: the labels of links that are defined elsewhere in the file.
    static func plain(_ text: [UInt8], references: Set<String> = []) -> [UInt8] {
        var inline = MarkdownInline(bytes: text, references: references)
        inline.run()
        return inline.result
    }

    private init(bytes: [UInt8], references: Set<String>) {
        self.bytes = bytes
        self.references = references
    }

    private var result: [UInt8] {
        guard !marks.isEmpty else { return output }
        var isMark = [Bool](repeating: false, count: output.count)
        // Marks may lie in each other (an image in a link); sweeping over sorted ones visits each place once.
        var covered = 0
        for mark in marks.sorted(by: { $0.lowerBound < $1.lowerBound }) where mark.upperBound > covered {
            for index in max(covered, mark.lowerBound)..<mark.upperBound { isMark[index] = true }
            covered = mark.upperBound
        }
        return output.indices.lazy.filter { !isMark[$0] }.map { output[$0] }
    }

    private mutating func run() {
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "\\"): escape()
            case UInt8(ascii: "`"): code()
            case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): emphasis()
            case UInt8(ascii: "!") where at + 1 < bytes.count && bytes[at + 1] == UInt8(ascii: "["):
                brackets.append((output.count, true))
                output += bytes[at..<(at + 2)]
                at += 2
            case UInt8(ascii: "["):
                brackets.append((output.count, false))
                output.append(bytes[at])
                at += 1
            case UInt8(ascii: "]"): close()
            case UInt8(ascii: "<"): tag()
            case UInt8(ascii: "&"): reference()
            case let byte:
                output.append(byte)
                at += 1
            }
        }
    }

    private mutating func escape() {
        let next = at + 1 < bytes.count ? bytes[at + 1] : 0
        let isSign =
            (33...47).contains(next) || (58...64).contains(next) || (91...96).contains(next)
            || (123...126).contains(next)
        if next == 10 {
            at += 1
        } else if isSign {
            output.append(next)
            at += 2
        } else {
            output.append(bytes[at])
            at += 1
        }
    }

    /// The closing run must be as long as the opening one; where the longest runs end is looked up once.
    private mutating func code() {
        let count = bytes[at...].prefix { $0 == UInt8(ascii: "`") }.count
        let start = at + count
        guard let end = codeEnd(count, from: start) else {
            output += bytes[at..<start]
            at = start
            return
        }
        output += bytes[start..<end]
        at = end + count
    }

    /// Runs of so many backticks that were looked for in vain; they will not be found further on either.
    private var missingCode: Set<Int> = []

    private mutating func codeEnd(_ count: Int, from start: Int) -> Int? {
        guard !missingCode.contains(count) else { return nil }
        var place = start
        while place < bytes.count {
            guard bytes[place] == UInt8(ascii: "`") else {
                place += 1
                continue
            }
            let run = bytes[place...].prefix { $0 == UInt8(ascii: "`") }.count
            if run == count { return place }
            place += run
        }
        missingCode.insert(count)
        return nil
    }

    private mutating func emphasis() {
        let sign = bytes[at]
        let count = bytes[at...].prefix { $0 == sign }.count
        let before = at > 0 ? bytes[at - 1] : 32
        let after = at + count < bytes.count ? bytes[at + count] : 32
        let place = output.count
        output += bytes[at..<(at + count)]
        at += count
        if sign == UInt8(ascii: "~"), count != 2 { return }
        let isLeft =
            !after.isSpace && (!Self.isPunctuation(after) || before.isSpace || Self.isPunctuation(before))
        let isRight =
            !before.isSpace && (!Self.isPunctuation(before) || after.isSpace || Self.isPunctuation(after))
        let isWord = sign == UInt8(ascii: "_")
        var left = count
        if isRight, !isWord || !isLeft || Self.isPunctuation(after) { closeRuns(sign, place, &left) }
        if left > 0, isLeft, !isWord || !isRight || Self.isPunctuation(before) {
            runs.append((sign, place + count - left, left))
            if runs.count > 1000 { runs.removeFirst(500) }
        }
    }

    private mutating func closeRuns(_ sign: UInt8, _ place: Int, _ left: inout Int) {
        var place = place
        while left > 0, let index = runs.lastIndex(where: { $0.sign == sign }) {
            let used = min(left, runs[index].count)
            runs[index].count -= used
            marks.append(
                (runs[index].place + runs[index].count)..<(runs[index].place + runs[index].count + used))
            marks.append(place..<(place + used))
            place += used
            left -= used
            // What was opened within and not closed is text.
            runs.removeSubrange((runs[index].count == 0 ? index : index + 1)...)
        }
    }

    /// A bracket that ends the words of a link, behind which its address or the name of one stands.
    private mutating func close() {
        guard let bracket = brackets.popLast() else {
            output.append(bytes[at])
            at += 1
            return
        }
        let openCount = bracket.isImage ? 2 : 1
        let label = output[(bracket.place + openCount)...]
        let next = at + 1 < bytes.count ? bytes[at + 1] : 0
        var end: Int?
        if label.first == UInt8(ascii: "^") {
            // A number that leads to a footnote.
            marks.append(bracket.place..<output.count)
            at += 1
            return
        }
        if next == UInt8(ascii: "(") {
            end = addressEnd(from: at + 2)
        } else if next == UInt8(ascii: "["),
            let close = bytes[(at + 2)...].prefix(200).firstIndex(of: UInt8(ascii: "]"))
        {
            let name = close == at + 2 ? label : bytes[(at + 2)..<close]
            if references.contains(Self.label(name)) { end = close + 1 }
        } else if label.count <= 200, references.contains(Self.label(label)) {
            end = at + 1
        }
        guard let end else {
            output.append(bytes[at])
            at += 1
            return
        }
        marks.append(bracket.isImage ? bracket.place..<output.count : bracket.place..<(bracket.place + 1))
        at = end
    }

    /// Where `(address "title")` ends, parentheses within being counted.
    private mutating func addressEnd(from start: Int) -> Int? {
        guard nextParenthesis.place(in: bytes, from: start) - start < Self.addressLimit else { return nil }
        var depth = 0
        for index in start..<min(bytes.count, start + Self.addressLimit) {
            switch bytes[index] {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"):
                if depth == 0 { return index + 1 }
                depth -= 1
            case 10: if index + 1 < bytes.count, bytes[index + 1] == 10 { return nil }
            default: break
            }
        }
        return nil
    }

    /// `<https://example.org>` is its address, any other tag nothing.
    private mutating func tag() {
        let next = at + 1 < bytes.count ? bytes[at + 1] : 0
        let isTag = (97...122).contains(next | 32) || next == UInt8(ascii: "/") || next == UInt8(ascii: "!")
        let end = isTag ? nextTagEnd.place(in: bytes, from: at) : bytes.count
        guard end < min(bytes.count, at + Self.addressLimit) else {
            output.append(bytes[at])
            at += 1
            return
        }
        let content = bytes[(at + 1)..<end]
        let name = String(decoding: content.prefix(10), as: UTF8.self).lowercased()
        if !content.contains(32), content.contains(UInt8(ascii: ":")) || content.contains(UInt8(ascii: "@")) {
            output += content
        } else if name.hasPrefix("br") {
            output.append(MarkdownBlocks.lineBreak)
        }
        at = end + 1
    }

    /// The references that people write; others stay.
    private mutating func reference() {
        let window = bytes[(at + 1)...].prefix(10)
        if let end = window.firstIndex(of: UInt8(ascii: ";")) {
            let name = String(decoding: window[..<end], as: UTF8.self)
            if let known = Self.known[name] ?? Self.number(name) {
                output += Array(known.utf8)
                at = end + 1
                return
            }
        }
        output.append(bytes[at])
        at += 1
    }

    private static func number(_ name: String) -> String? {
        guard name.hasPrefix("#") else { return nil }
        let isHex = name.hasPrefix("#x") || name.hasPrefix("#X")
        let digits = name.dropFirst(isHex ? 2 : 1)
        guard let value = UInt32(digits, radix: isHex ? 16 : 10), value >= 32,
            let scalar = Unicode.Scalar(value)
        else { return nil }
        return String(Character(scalar))
    }

    private static let known = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "ndash": "–",
        "mdash": "—", "hellip": "…", "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä", "Ouml": "Ö",
        "Uuml": "Ü", "szlig": "ß", "euro": "€", "copy": "©", "shy": "", "laquo": "«", "raquo": "»",
        "bdquo": "„", "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’",
    ]

    /// Labels are the same in any case and with any white space.
    static func label(_ bytes: some Sequence<UInt8>) -> String {
        Prose.line(String(decoding: Array(bytes), as: UTF8.self)).lowercased()
    }

    private static func isPunctuation(_ byte: UInt8) -> Bool {
        (33...47).contains(byte) || (58...64).contains(byte) || (91...96).contains(byte)
            || (123...126).contains(byte)
    }
}

/// Where a sign stands next: every byte is looked at once, however often that is asked on the way forward.
private struct NextSign {
    private let sign: UInt8
    private var known = -1

    init(_ sign: UInt8) { self.sign = sign }

    /// The end of the bytes when there is none.
    mutating func place(in bytes: [UInt8], from start: Int) -> Int {
        if known < start { known = bytes.firstIndex(of: sign, from: min(start, bytes.count)) ?? bytes.count }
        return known
    }
}
