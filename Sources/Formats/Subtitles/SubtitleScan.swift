import Articles

/// Finds the cues of a file in SubRip's form or WebVTT's.
struct SubtitleScan {
    private(set) var cues: [Cue] = []
    /// Whether something was said about where cues are shown.
    private(set) var hasPositions = false
    /// The lines, counted from 1, of blocks that have no time.
    private(set) var strayLines: [Int] = []

    static func beginsWebVTT(_ start: ArraySlice<UInt8>) -> Bool {
        let rest = start.starts(with: [0xEF, 0xBB, 0xBF]) ? start.dropFirst(3) : start
        return rest.starts(with: "WEBVTT".utf8) && (rest.dropFirst(6).first.map(\.isSpace) ?? true)
    }

    /// A number and a line of times behind it.
    static func beginsSubRip(_ start: ArraySlice<UInt8>) -> Bool {
        let rest = start.starts(with: [0xEF, 0xBB, 0xBF]) ? start.dropFirst(3) : start
        let lines = rest.prefix(300).split(separator: 10, maxSplits: 8, omittingEmptySubsequences: true)
        return lines.prefix(3).contains { times(in: $0) != nil }
    }

    /// - Parameter bytes: UTF-8.
    init(_ bytes: [UInt8]) {
        let lines = bytes.split(separator: 10, omittingEmptySubsequences: false).map { line in
            line.last == 13 ? line.dropLast() : line
        }
        var index = 0
        if Self.beginsWebVTT(bytes[...]) { Self.skipBlock(lines, &index) }
        while index < lines.count {
            if lines[index].allSatisfy(\.isSpace) {
                index += 1
            } else {
                addBlock(lines, &index)
            }
        }
    }

    private static func skipBlock(_ lines: [ArraySlice<UInt8>], _ index: inout Int) {
        while index < lines.count, !lines[index].allSatisfy(\.isSpace) { index += 1 }
    }

    private mutating func addBlock(_ lines: [ArraySlice<UInt8>], _ index: inout Int) {
        let first = index
        let isNote = ["NOTE", "STYLE", "REGION"].contains { lines[first].starts(with: $0.utf8) }
        // A number or name may stand above the times.
        for _ in 0..<2 where index < lines.count {
            guard let times = Self.times(in: lines[index]) else {
                index += 1
                continue
            }
            if times.hasSettings { hasPositions = true }
            index += 1
            addCue(lines, &index, times.start, times.end)
            return
        }
        if !isNote { strayLines.append(first + 1) }
        index = max(first, index - 1)
        Self.skipBlock(lines, &index)
    }

    private mutating func addCue(
        _ lines: [ArraySlice<UInt8>], _ index: inout Int, _ start: Int, _ end: Int
    ) {
        var cue = Cue(start: start, end: end, speaker: nil, lines: [])
        var texts: [String] = []
        // Programs forget the empty line between cues now and then.
        while index < lines.count, !lines[index].allSatisfy(\.isSpace), Self.times(in: lines[index]) == nil {
            let line = CueText(lines[index])
            index += 1
            if line.hasPosition { hasPositions = true }
            if let speaker = line.speaker, speaker != cue.speaker, !texts.isEmpty {
                cues.append(Cue(start: start, end: end, speaker: cue.speaker, lines: texts))
                texts = []
            }
            cue.speaker = line.speaker ?? cue.speaker
            if !line.text.isEmpty { texts.append(line.text) }
        }
        if index < lines.count, Self.times(in: lines[index]) != nil, let last = texts.last,
            last.utf8.allSatisfy({ (48...57).contains($0) })
        {
            texts.removeLast()
        }
        if !texts.isEmpty { cues.append(Cue(start: start, end: end, speaker: cue.speaker, lines: texts)) }
    }

    /// `00:00:01,000 --> 00:00:02.500 line:0`, hours and fractions being optional.
    private static func times(
        in line: ArraySlice<UInt8>
    ) -> (start: Int, end: Int, hasSettings: Bool)? {
        guard line.contains(UInt8(ascii: ">")), line.count < 500 else { return nil }
        let words = line.split { $0.isSpace }
        guard words.count >= 3, words[1].elementsEqual("-->".utf8), let start = time(words[0]),
            let end = time(words[2])
        else { return nil }
        return (start, end, words.count > 3)
    }

    private static func time(_ word: ArraySlice<UInt8>) -> Int? {
        let parts = word.split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: ":") }
        guard (2...3).contains(parts.count), let last = parts.last else { return nil }
        let seconds = last.split { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") }
        guard (1...2).contains(seconds.count) else { return nil }
        var total = 0
        for part in parts.dropLast() + [seconds[0]] {
            guard part.count <= 4, let number = Int(String(decoding: part, as: UTF8.self)), number >= 0 else {
                return nil
            }
            total = total * 60 + number
        }
        let fraction = seconds.count == 2 ? String(decoding: seconds[1].prefix(3), as: UTF8.self) : "0"
        guard let thousandths = Int(fraction), thousandths >= 0 else { return nil }
        return total * 1000 + thousandths
    }
}

/// A line of a cue without its tags.
struct CueText {
    private(set) var text = ""
    private(set) var speaker: String?
    private(set) var hasPosition = false

    init(_ line: ArraySlice<UInt8>) {
        var bytes: [UInt8] = []
        var at = line.startIndex
        while at < line.endIndex {
            let closing: UInt8? =
                Self.beginsTag(line[at...])
                ? UInt8(ascii: ">") : Self.beginsCommand(line[at...]) ? 0x7D : nil
            guard let closing, let end = line[at...].prefix(300).firstIndex(of: closing) else {
                bytes.append(line[at])
                at += 1
                continue
            }
            takeTag(line[(at + 1)..<end])
            if closing == 0x7D { hasPosition = true }
            at = end + 1
        }
        text = Self.withoutReferences(Prose.line(String(decoding: bytes, as: UTF8.self)))
    }

    /// `<i>`, `</i>`, `<00:00:01.000>`; a sign of comparison is no tag.
    private static func beginsTag(_ rest: ArraySlice<UInt8>) -> Bool {
        guard rest.first == UInt8(ascii: "<"), let next = rest.dropFirst().first else { return false }
        return (97...122).contains(next | 32) || (48...57).contains(next) || next == UInt8(ascii: "/")
    }

    /// `{\an8}`: a command of a format that SubRip borrowed from.
    private static func beginsCommand(_ rest: ArraySlice<UInt8>) -> Bool {
        rest.starts(with: "{\\".utf8)
    }

    /// `v Anna Berg` or `v.loud Anna Berg` says who speaks.
    private mutating func takeTag(_ tag: ArraySlice<UInt8>) {
        guard tag.first == UInt8(ascii: "v"), let blank = tag.firstIndex(where: \.isSpace),
            tag[..<blank].count == 1 || tag.dropFirst().first == UInt8(ascii: ".")
        else { return }
        let name = Prose.line(String(decoding: tag[blank...], as: UTF8.self))
        if !name.isEmpty { speaker = Self.withoutReferences(name) }
    }

    private static func withoutReferences(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        let references: [Substring: String] = [
            "amp": "&", "lt": "<", "gt": ">", "nbsp": "\u{A0}", "lrm": "", "rlm": "", "quot": "\"",
        ]
        var result = ""
        var rest = text[...]
        while let sign = rest.firstIndex(of: "&") {
            result += rest[..<sign]
            rest = rest[rest.index(after: sign)...]
            let name = rest.prefix(5).prefix { $0 != ";" }
            if let known = references[name], rest.dropFirst(name.count).first == ";" {
                result += known
                rest = rest.dropFirst(name.count + 1)
            } else {
                result += "&"
            }
        }
        return result + rest
    }
}
