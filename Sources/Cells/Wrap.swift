/// Breaks text into rows of a given width: a pure step between text and screen.
public enum Wrap {
    /// One row: which of the clusters it shows.
    public struct Row: Hashable, Sendable {
        public let clusters: Range<Int>
        public init(_ clusters: Range<Int>) { self.clusters = clusters }
    }

    /// The rows of a text as they are drawn.
    public static func lines(of text: String, columns: Int) -> [String] {
        let clusters = Width.clusters(of: text)
        return rows(of: clusters, columns: columns).map { row in
            clusters[row.clusters].map(\.glyph).joined()
        }
    }

    /// Fills each row with as many words as fit, and breaks a word only when it is wider than a row.
    ///
    ///     |Der Wald-|      a hyphen between letters may end a row
    ///     |spazierga|      wider than a row: broken at the edge
    ///     |ng       |
    ///
    /// A blank at a break belongs to the row that it ends as far as it fits; those that do not fit hang over the edge
    /// and are in no row. Chinese, Japanese and Korean text breaks between any two characters, but a row neither
    /// begins with closing punctuation nor ends with an opening bracket. In one column a wide character has a row
    /// of its own, too narrow for it.
    /// - Returns: at least one row, also for no clusters.
    public static func rows(of clusters: [Width.Cluster], columns: Int) -> [Row] {
        let columns = max(1, columns)
        var rows: [Row] = []
        var row = OpenRow(start: 0)
        var index = 0
        var before = Neighbour.start
        while index < clusters.count {
            let cluster = clusters[index]
            let neighbour = Neighbour(cluster, after: before)
            let overflows = row.width + cluster.width > columns && index > row.start
            if overflows, neighbour.kind == .blank {
                rows.append(Row(row.start..<index))
                index = clusters[index...].firstIndex { !Neighbour.isBlank($0) } ?? clusters.count
                row = OpenRow(start: index)
                before = .start
                continue
            }
            if index > row.start, row.hasWord, before.allowsBreak(before: neighbour, cluster) {
                row.end = index
                row.widthAtEnd = row.width
            }
            if overflows {
                let end = row.end ?? index
                rows.append(Row(row.start..<end))
                let rest = row.end == nil ? 0 : row.width - row.widthAtEnd
                row = OpenRow(start: end, width: rest, hasWord: end < index)
                continue
            }
            row.width += cluster.width
            row.hasWord = row.hasWord || neighbour.kind != .blank
            before = neighbour
            index += 1
        }
        if row.start < clusters.count || rows.isEmpty { rows.append(Row(row.start..<clusters.count)) }
        return rows
    }
}

/// The row that is being filled.
private struct OpenRow {
    let start: Int
    /// Of the clusters taken so far.
    var width = 0
    /// Whether it holds more than the blanks of an indent, which no row consists of.
    var hasWord = false
    /// The last place where it may end, and its width up to there.
    var end: Int?
    var widthAtEnd = 0
}

/// What a cluster means for a break beside it.
private struct Neighbour {
    enum Kind {
        case blank, word, hyphen, dash, quote, opening, closing
    }

    let kind: Kind
    let isWide: Bool

    static let start = Neighbour(kind: .quote, isWide: false)

    private init(kind: Kind, isWide: Bool) {
        self.kind = kind
        self.isWide = isWide
    }

    init(_ cluster: Width.Cluster, after before: Neighbour) {
        let kind = Self.kind(of: cluster)
        // A minus and the dash of an inserted clause stay with what follows.
        let joins = kind == .hyphen && (before.kind != .word || before.isWide)
        self.init(kind: joins ? .quote : kind, isWide: cluster.width == 2)
    }

    static func isBlank(_ cluster: Width.Cluster) -> Bool { kind(of: cluster) == .blank }

    /// Whether a row may end between this cluster and the next.
    func allowsBreak(before next: Neighbour, _ cluster: Width.Cluster) -> Bool {
        switch (kind, next.kind) {
        case (_, .blank), (_, .closing), (.opening, _), (.quote, _): false
        case (.blank, _): true
        case (.hyphen, .word): next.isWide || cluster.glyph.first?.isLetter == true
        case (.dash, .word), (.dash, .opening): true
        case (_, .quote), (_, .hyphen), (_, .dash): false
        case (_, .word), (_, .opening): isWide || next.isWide
        }
    }

    private static func kind(of cluster: Width.Cluster) -> Kind {
        guard let scalar = cluster.glyph.unicodeScalars.first else { return .word }
        return switch scalar {
        case " ", "\u{1680}", "\u{2000}"..."\u{2006}", "\u{2008}"..."\u{200A}", "\u{205F}", "\u{3000}": .blank
        case "a"..."z", "A"..."Z", "0"..."9": .word
        case "-", "/", "\u{2010}", "–": .hyphen
        case "—": .dash
        case "\"", "'", "«", "»", "\u{2018}"..."\u{201F}", "‹", "›", "\u{A0}", "\u{2007}", "\u{2011}",
            "\u{202F}":
            .quote
        case "(", "[", "{", "（", "［", "｛", "「", "『", "【", "〔", "〈", "《", "〖", "〘", "〝", "￥", "＄": .opening
        case ")", "]", "}", ",", ".", ";", ":", "!", "?", "%", "…", "、", "。", "，", "．", "：", "；", "！", "？",
            "％",
            "）", "］", "｝", "」", "』", "】", "〕", "〉", "》", "〗", "〙", "〞", "〟", "・", "ー", "々", "〻", "ゝ", "ゞ",
            "ヽ", "ヾ", "～", "〜", "゛", "゜", "ぁ", "ぃ", "ぅ", "ぇ", "ぉ", "っ", "ゃ", "ゅ", "ょ", "ゎ", "ァ", "ィ", "ゥ",
            "ェ", "ォ", "ッ", "ャ", "ュ", "ョ", "ヮ", "ヵ", "ヶ":
            .closing
        default: .word
        }
    }
}
