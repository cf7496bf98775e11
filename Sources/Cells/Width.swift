/// How many cells a character takes, and what is drawn for it.
///
/// A cluster is one scalar with a width of its own and the marks after it, which is what a terminal's cell holds: its
/// width is the width of that first scalar, as the C library's `wcwidth` counts it. Sequences that only some
/// terminals join (families of emoji, skin tones, flags) are therefore drawn as their parts.
public enum Width {
    /// A character as the screen shows it.
    public struct Cluster: Hashable, Sendable {
        /// What is drawn: never empty, never a control character.
        public let glyph: String
        /// 1 or 2 cells.
        public let width: Int
        /// How many bytes of the text it stands for.
        public let byteCount: Int

        public init(glyph: String, width: Int, byteCount: Int) {
            self.glyph = glyph
            self.width = width
            self.byteCount = byteCount
        }
    }

    /// The most marks drawn on one character, as many as a cell of ncurses holds; a flood of them is cut off.
    public static let maximumMarks = 4

    /// Splits text into what the screen shows: one cluster for each character with its marks.
    ///
    /// - A tab is one blank. Other control characters are drawn as their pictures (`␛` for U+001B), C1 controls
    ///   and noncharacters as `�`, characters that reorder or hide text (U+202E, U+200B) as `·`.
    /// - Joiners, soft hyphens, variation selectors and skin tones are not drawn; they belong to the cluster before.
    /// - A mark with nothing before it is drawn on `◌`.
    /// - Parameter columns: where to stop, when a long text is to fill a short place; the clusters then are wider.
    /// - Returns: clusters whose byte counts add up to `text.utf8.count` if they are all of the text.
    public static func clusters(of text: some StringProtocol, columns: Int = .max) -> [Cluster] {
        let clusters = text.utf8.withContiguousStorageIfAvailable { bytes in
            var splitter = Splitter(capacity: min(bytes.count, columns))
            splitter.take(bytes, columns: columns)
            return splitter.clusters
        }
        return clusters ?? self.clusters(of: String(text), columns: columns)
    }

    /// The width of text on one line, in cells.
    public static func of(_ text: some StringProtocol) -> Int {
        clusters(of: text).reduce(0) { $0 + $1.width }
    }

    /// How a scalar is drawn. The raw values are those of `table`.
    enum Kind: UInt32 {
        case narrow, wide
        /// Drawn on the character before.
        case mark
        /// Not drawn, and belongs to the character before.
        case hidden
        /// A character that works unseen: drawn as `·`.
        case symbol
        /// A character that no text should hold: drawn as `�`.
        case replaced
    }

    /// How a scalar from U+0080 on is drawn.
    static func kind(of scalar: UInt32) -> Kind {
        if scalar < 0x300 {
            return scalar < 0xA0 ? .replaced : scalar == 0xAD ? .hidden : .narrow
        }
        if 0x4E00 <= scalar, scalar < 0xA000 { return .wide }
        // The last entry that is not behind the scalar.
        var low = 0
        var high = table.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if table[middle] >> 3 <= scalar { low = middle } else { high = middle }
        }
        return Kind(rawValue: table[low] & 7) ?? .replaced
    }
}
