import CWordLists

/// All that the word lists know, read once, in a few milliseconds, when the first article is.
struct Lexicon: Sendable {
    private let words: WordTable<WordTraits>

    /// The lists that are part of the program.
    static let embedded = Lexicon(
        (0..<glosse_word_list_count()).map { index in
            let list = glosse_word_list_at(index)
            return UnsafeBufferPointer(start: list.bytes, count: list.count)
        })

    /// - Parameter lists: lines of a word, a tab and the letters of its traits.
    init(_ lists: [UnsafeBufferPointer<UInt8>]) {
        // The mean line of the lists has 12 bytes.
        var words = WordTable<WordTraits>(capacity: lists.reduce(0) { $0 + $1.count } / 12)
        for list in lists {
            for line in list.split(separator: UInt8(ascii: "\n")) {
                guard let tab = line.firstIndex(of: UInt8(ascii: "\t")) else { continue }
                let word = UnsafeBufferPointer(rebasing: line[..<tab])
                words.insert(word, WordTraits(letters: line[(tab + 1)...])) { $0.union($1) }
                if let first = Self.firstWord(of: word) {
                    words.insert(first, .startsPhrase) { $0.union($1) }
                }
            }
        }
        self.words = words
    }

    init(text: String) {
        var text = text
        self = text.withUTF8 { Lexicon([$0]) }
    }

    func traits(of word: UnsafeBufferPointer<UInt8>) -> WordTraits { words.value(of: word) ?? [] }

    /// The first word of an entry of several words, or an abbreviation without its dot.
    private static func firstWord(of entry: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
        let end = entry.firstIndex(of: UInt8(ascii: " ")) ?? entry.count
        var first = entry[..<end]
        if first.last == UInt8(ascii: ".") { first = first.dropLast() }
        return first.count < entry.count && !first.isEmpty ? UnsafeBufferPointer(rebasing: first) : nil
    }
}
