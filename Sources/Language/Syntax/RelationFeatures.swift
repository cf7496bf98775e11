/// The features of a word under its head that its relation is guessed from, once the whole tree is there.
enum RelationFeatures {
    static let count = 40

    /// A word in its tree, as far as its relation hangs on it; indices of words, -1 for none.
    struct Place {
        var word: Int
        var head: Int
        /// The head's head.
        var above: Int
        var firstChild: Int
        var lastChild: Int
        var childCount: Int
        /// The word before it that has the same head, and that one's relation plus one.
        var sibling: Int
        var siblingRelation: UInt64
        /// The relation of the head plus one; zero while it is not known.
        var headRelation: UInt64
        /// A bit for each relation that the head's words before it have.
        var taken: UInt64
    }

    @inline(__always)
    static func write(
        _ place: Place, tokens: UnsafePointer<ParseToken>, hash: FeatureRow,
        to rows: UnsafeMutablePointer<UInt32>
    ) {
        let d = tokens[place.word]
        let h = tokens[place.head]
        let above = tokens[place.above]
        let first = tokens[place.firstChild]
        let last = tokens[place.lastChild]
        let sibling = tokens[place.sibling]
        let isRight: UInt64 = place.word > place.head ? 1 : 0
        let length = ParseFeatures.distance(abs(place.word - place.head))
        let pair = h.tag << 9 | d.tag << 1 | isRight
        let children = UInt64(min(3, place.childCount))
        let inner =
            place.word < place.head ? ParseFeatures.between(d, h) : ParseFeatures.between(h, d)
        var index = 0
        @inline(__always) func add(_ row: UInt32) {
            rows[index] = row
            index += 1
        }
        add(hash.of(1, pair))
        add(hash.of(2, pair, length))
        add(hash.of(3, d.word, isRight))
        add(hash.of(4, d.wordAndTag, h.tag << 1 | isRight))
        add(hash.of(5, h.wordAndTag, d.tag << 1 | isRight))
        add(hash.of(6, d.word, h.word, isRight))
        add(hash.of(7, d.ending, h.tag << 1 | isRight))
        add(hash.of(8, h.ending, d.tag << 1 | isRight))
        add(hash.of(9, d.ending, h.ending, isRight))
        add(hash.of(10, d.ending))
        add(hash.of(11, h.word, isRight))
        // The children say what a word is to its head: a preposition, an article, a conjunction.
        add(hash.of(12, pair << 8 | first.tag))
        add(hash.of(13, pair, first.word))
        add(hash.of(14, d.tag << 8 | h.tag, first.word, h.word))
        add(hash.of(15, d.word, first.word, isRight))
        add(hash.of(16, pair << 8 | last.tag))
        add(hash.of(17, pair, last.word))
        add(hash.of(18, pair << 16 | first.tag << 8 | last.tag))
        add(hash.of(19, pair << 4 | children))
        // Around both.
        add(hash.of(20, pair << 8 | tokens[place.word - 1].tag))
        add(hash.of(21, pair << 8 | tokens[place.word + 1].tag))
        add(hash.of(22, pair, tokens[place.word - 1].word))
        add(hash.of(23, pair, tokens[place.word + 1].word))
        add(hash.of(24, pair << 16 | tokens[place.head - 1].tag << 8 | tokens[place.head + 1].tag))
        add(hash.of(25, pair << 8 | above.tag))
        add(hash.of(26, pair << 8 | above.tag, place.headRelation))
        add(hash.of(27, pair, place.headRelation))
        add(hash.of(28, d.word, h.tag, place.headRelation))
        add(hash.of(29, pair << 8 | sibling.tag, place.siblingRelation))
        add(hash.of(30, pair, place.siblingRelation))
        add(hash.of(31, pair, place.taken))
        add(hash.of(32, h.wordAndTag, d.tag << 1 | isRight, place.taken))
        add(hash.of(33, d.word, place.siblingRelation))
        add(hash.of(34, pair, inner))
        add(hash.of(35, pair << 8 | d.cases << 4 | h.cases))
        add(hash.of(36, pair << 4 | d.cases, place.taken))
        add(hash.of(37, pair << 8 | first.tag, first.word, d.cases))
        add(hash.of(38, pair, UInt64(place.word < 3 ? place.word : 3)))
        add(hash.of(39, pair << 8 | first.tag, place.taken))
        add(hash.of(40, h.wordAndTag, d.tag << 8 | d.cases, first.word))
    }
}
