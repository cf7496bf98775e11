/// The features of a word under its head that its relation is guessed from, once the whole tree is there.
enum RelationFeatures {
    static let count = 56

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
        /// The word after it that has the same head.
        var next: Int
        /// The head's child nearest to it on its left, such as an auxiliary, and the first one on its right.
        var nearest: Int
        var firstRight: Int
        var headChildCount: Int
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
        let next = tokens[place.next]
        let nearest = tokens[place.nearest]
        let firstRight = tokens[place.firstRight]
        let (before, after) = (tokens[place.word - 1], tokens[place.word + 1])
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
        add(hash.of(20, pair << 8 | before.tag))
        add(hash.of(21, pair << 8 | after.tag))
        add(hash.of(22, pair, before.word))
        add(hash.of(23, pair, after.word))
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
        // The words beside it under the same head: after a subject comes what tells its voice.
        add(hash.of(41, pair, next.word))
        add(hash.of(42, pair << 8 | next.tag))
        add(hash.of(43, pair << 16 | sibling.tag << 8 | next.tag))
        add(hash.of(44, pair, nearest.word))
        add(hash.of(45, h.wordAndTag, nearest.word, d.tag))
        add(hash.of(46, pair << 8 | firstRight.tag))
        add(hash.of(47, pair, firstRight.word))
        add(hash.of(48, d.word, above.tag << 8 | h.tag))
        add(hash.of(49, d.ending, first.word, h.tag))
        add(hash.of(50, h.word, first.word, d.tag))
        add(hash.of(51, pair, above.word))
        add(hash.of(52, d.word, after.word, isRight))
        add(hash.of(53, d.word, before.word, isRight))
        add(hash.of(54, d.word, last.wordAndTag))
        add(hash.of(55, pair << 4 | UInt64(min(7, place.headChildCount))))
        add(hash.of(56, pair << 8 | above.tag, place.headRelation, place.taken))
    }
}
