import TestSupport

extension SplitMix {
    /// Bytes among which ASCII, the beginnings of UTF-8 sequences and their continuations are all frequent.
    mutating func bytes(count: Int) -> [UInt8] {
        (0..<count).map { _ in
            switch below(8) {
            case 0: UInt8.random(in: 0...255, using: &self)
            case 1: UInt8.random(in: 0xC2...0xF4, using: &self)
            case 2, 3: UInt8.random(in: 0x80...0xBF, using: &self)
            case 4: Array(" .,'-@:/\n\r".utf8).randomElement(using: &self) ?? 0x20
            default: UInt8.random(in: 0x30...0x7A, using: &self)
            }
        }
    }

    /// A string of pieces that tokenizers stumble over.
    mutating func string(pieces: Int) -> String {
        (0..<pieces).map { _ in Self.pieces.randomElement(using: &self) ?? "" }.joined()
    }

    private static let pieces = [
        "a", "B", "Wort", "Ü", "ß", " ", " ", " ", "\n", "\r\n", ".", ".", ",", "'", "’", "-", "–", "„", "“",
        "\"", "(", ")",
        "1", "20", "17.", "z. B.", "Dr.", "do", "n't", "'s", "@", "#", "://", "www.", "http", "x.de", "…",
        "!", "?", "北",
        "カ", "ب", "한", "e\u{301}", "😀", "👩‍👧", "🇩🇪", "👍🏽", "1️⃣", "\u{AD}", "\u{A0}", "\u{3000}", "%", "€", "*in",
        "&", "_", "/",
    ]
}
