/// The smallest part of a paragraph that the rules look at: a token, or a part of one where a sign or a number ends.
///
///     „2 %“ 300km/h NATO-Staaten       „ · 2 · % · “ · 300 · km · / · h · NATO-Staaten
struct Piece: Sendable {
    enum Shape: UInt8, Sendable {
        /// Letters: `haus`, `Haus`, `NATO`.
        case lower, capitalised, upper
        case number, sign
        /// A script without the Latin one's use of capitals.
        case foreign
    }

    /// Offsets in the paragraph.
    let start: Int
    let end: Int
    let shape: Shape
    /// Whether white space or the paragraph's start comes before it.
    let isSpaced: Bool
    var startsSentence = false
    var traits: WordTraits = []
    var term: Term?

    var isCapital: Bool { shape == .capitalised || shape == .upper }
    var isWord: Bool { isCapital || shape == .lower || shape == .foreign }
}
