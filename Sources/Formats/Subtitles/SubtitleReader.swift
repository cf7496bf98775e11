import Articles

/// Joins cues into paragraphs: a new one begins with another speaker, after a pause, and where one grows long.
struct SubtitleReader {
    /// A pause between paragraphs, in milliseconds; a shorter one suffices behind the end of a sentence.
    private static let pause = 4000
    private static let pauseBehindSentence = 1500
    /// A paragraph this long ends with the next sentence, in bytes.
    private static let longest = 700

    /// No screen has more.
    private static let mostLines = 10

    private var prose = Prose()
    private var last: Cue?
    private var speaker: String?
    /// The last words and how many bytes the paragraph has.
    private var tail = ""
    private var length = 0

    @Sendable static func read(_ input: Input) throws(FormatError) -> Imported {
        let (bytes, warning) = try TextEncoding.utf8(input.bytes, name: input.name, declared: input.charset)
        let scan = SubtitleScan(bytes)
        guard !scan.cues.isEmpty else {
            throw FormatError(
                file: input.name, line: scan.strayLines.first ?? 1,
                "there are no subtitles; a line such as 00:00:01,000 --> 00:00:02,500 stands above each")
        }
        var findings = Findings(input.name)
        if let warning { findings.warn(warning) }
        if let first = scan.strayLines.first {
            findings.warn(
                FormatError(line: first, "left out: \(scan.strayLines.count.of("block")) without a time"))
        }
        if scan.hasPositions {
            findings.warn(FormatError("where subtitles stand on the screen is left out"))
        }
        var reader = SubtitleReader()
        for cue in scan.cues { reader.add(cue) }
        var draft = ArticleDraft(name: input.stem)
        draft.body = reader.prose.bytes
        draft.setSource(input.name)
        // film.de.srt
        let parts = input.stem.split(separator: ".")
        if parts.count > 1, let code = parts.last, code.count == 2 { draft.setLanguage(String(code)) }
        return findings.imported([draft.document()])
    }

    private mutating func add(_ cue: Cue) {
        var lines = cue.lines[...]
        // Captions that roll up show their last lines again; half of a live caption is nothing but that.
        if let last, cue.start - last.end < Self.pauseBehindSentence {
            lines = lines.dropFirst(Self.overlap(last.lines, cue.lines))
        }
        for line in lines {
            let isTurn = Self.turns.contains { line.hasPrefix($0) }
            if breaks(before: cue, isTurn: isTurn) { begin(cue) }
            append(line)
            last = cue
        }
        last = cue
    }

    /// How many of the first lines are the last ones of the cue before.
    private static func overlap(_ shown: [String], _ lines: [String]) -> Int {
        (1...max(1, min(shown.count, lines.count, mostLines))).last {
            shown.suffix($0).elementsEqual(lines.prefix($0))
        }
            ?? 0
    }

    private func breaks(before cue: Cue, isTurn: Bool) -> Bool {
        guard let last else { return true }
        if isTurn || cue.speaker != nil && cue.speaker != speaker { return true }
        let pause = cue.start - last.end
        let isSentence = Self.endsSentence(tail)
        return pause >= Self.pause
            || isSentence && (pause >= Self.pauseBehindSentence || length > Self.longest)
    }

    private mutating func begin(_ cue: Cue) {
        prose.end(.paragraph)
        length = 0
        guard let name = cue.speaker, name != speaker else { return }
        speaker = name
        prose.add(name + ": ")
    }

    private mutating func append(_ line: String) {
        prose.add(line)
        prose.end(.blank)
        length += line.utf8.count + 1
        tail = String(line.suffix(4))
    }

    /// What begins the words of another speaker.
    private static let turns = ["- ", "– ", "— ", ">> "]

    private static func endsSentence(_ tail: String) -> Bool {
        let signs = tail.reversed().drop { "\"'”“»«’)]".contains($0) }
        return signs.first.map { ".?!…♪".contains($0) } ?? false
    }
}
