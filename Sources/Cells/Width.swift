/// How many cells a character takes.
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

    /// Splits text into what the screen shows: one cluster for each character with its marks.
    public static func clusters(of text: some StringProtocol) -> [Cluster] {
        text.map { Cluster(glyph: String($0), width: 1, byteCount: $0.utf8.count) }
    }

    /// The width of text on one line, in cells.
    public static func of(_ text: some StringProtocol) -> Int {
        clusters(of: text).reduce(0) { $0 + $1.width }
    }
}
