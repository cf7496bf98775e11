import Articles

/// Subtitles as an article: what is shown is joined into sentences and paragraphs; times and positions are left out.
///
/// Sources: w3.org/TR/webvtt1; SubRip has no specification but the files of the program.
extension Format {
    static let srt = Format(
        name: "srt", title: "SubRip subtitles as an article", extensions: ["srt"],
        read: Reader(recognises: { SubtitleScan.beginsSubRip($0) }, SubtitleReader.read))

    static let webVTT = Format(
        name: "webvtt", title: "WebVTT subtitles as an article", extensions: ["vtt"],
        read: Reader(recognises: { SubtitleScan.beginsWebVTT($0) }, SubtitleReader.read))
}

/// What is shown at a time.
struct Cue: Equatable {
    /// In milliseconds.
    let start: Int
    let end: Int
    /// Who speaks, where the file says so.
    var speaker: String?
    let lines: [String]
}
