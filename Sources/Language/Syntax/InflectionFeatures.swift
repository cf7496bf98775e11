/// The features of a word in its tree that its inflection is guessed from: the word, the noun phrase or clause that it
/// belongs to, and what is decided already of the words before it.
enum InflectionFeatures {
    static let count = 32

    /// What a word's inflection hangs on; words as indices, -1 for none.
    struct Place {
        var word: Int
        /// The noun that a determiner or an adjective belongs to; otherwise the word itself.
        var center: Int
        /// The relation of the center to its head plus one.
        var relation: UInt64
        /// The center's preposition, determiner and last adjective.
        var preposition: Int
        var determiner: Int
        var adjective: Int
        /// The subject, for a verb, and the first word that hangs on this one.
        var subject: Int
        var firstChild: Int
        /// What was decided of the last word before this one in the same phrase, plus one.
        var decided: UInt64
        /// What was decided of the center's head, plus one; zero when it comes later.
        var decidedAbove: UInt64
    }

    @inline(__always)
    static func write(
        _ place: Place, words: UnsafePointer<WordAtoms>, classes: UnsafePointer<UInt8>,
        forms: UnsafePointer<UInt32>, hash: FeatureRow, to rows: UnsafeMutablePointer<UInt32>
    ) {
        @inline(__always) func folded(_ index: Int) -> UInt64 { index < 0 ? 1 : words[index].folded }
        @inline(__always) func tag(_ index: Int) -> UInt64 { index < 0 ? 0 : UInt64(classes[index]) + 1 }
        let (left, word, right) = (words[place.word - 1], words[place.word], words[place.word + 1])
        let kind = UInt64(classes[place.word]) + 1
        let form = UInt64(forms[place.word]) << 8 | kind
        let centerForm = UInt64(forms[place.center])
        let preposition = folded(place.preposition)
        let determiner = folded(place.determiner)
        let subject = folded(place.subject)
        let first = folded(place.firstChild)
        let relation = place.relation << 8 | kind
        var index = 0
        @inline(__always) func add(_ row: UInt32) {
            rows[index] = row
            index += 1
        }
        add(hash.of(1, kind))
        add(hash.of(2, kind, word.folded))
        add(hash.of(3, kind, word.suffix(1)))
        add(hash.of(4, kind, word.suffix(2)))
        add(hash.of(5, kind, word.suffix(3)))
        add(hash.of(6, kind, word.suffix(4)))
        add(hash.of(7, kind, word.suffix(6)))
        add(hash.of(8, form))
        add(hash.of(9, kind, word.lexicon))
        add(hash.of(10, kind, word.shape))
        // In its phrase.
        add(hash.of(11, form, relation))
        add(hash.of(12, form, preposition))
        add(hash.of(13, form, relation, preposition))
        add(hash.of(14, relation, preposition))
        add(hash.of(15, relation, determiner))
        add(hash.of(16, preposition, determiner, kind))
        add(hash.of(17, form, determiner))
        add(hash.of(18, word.suffix(2), preposition, kind))
        add(hash.of(19, centerForm, relation))
        add(hash.of(20, centerForm, preposition, kind))
        add(hash.of(21, word.folded, words[place.center].suffix(3), kind))
        add(hash.of(22, word.folded, relation))
        add(hash.of(23, kind, place.decided, form))
        add(hash.of(24, word.folded, place.decided, kind))
        add(hash.of(25, relation, place.decidedAbove))
        add(hash.of(26, place.adjective < 0 ? 0 : words[place.adjective].suffix(2), determiner, kind))
        // In its clause, and beside it.
        add(hash.of(27, form, subject))
        add(hash.of(28, form, tag(place.subject)))
        add(hash.of(29, word.suffix(2), first, kind))
        add(hash.of(30, kind, left.folded, word.suffix(2)))
        add(hash.of(31, kind, right.folded))
        add(hash.of(32, kind << 16 | tag(place.firstChild) << 8, word.folded))
    }
}
