/// The features of a word in its sentence that its class is guessed from.
///
/// The word, its ends, its shape, what the lexicon and the word lists say, the same of its neighbours, and which verbs
/// its clause has: in German a participle at the end makes an auxiliary of `hat`.
enum TagFeatures {
    /// Writes the features of all words of a sentence.
    static func rows(of sentence: SentenceAtoms, into rows: inout FeatureRows) {
        rows.removeAll()
        sentence.withWords { words in
            for index in 0..<sentence.count {
                addWord(words + index, to: &rows)
                addNeighbours(words + index, to: &rows)
                addLists(words + index, to: &rows)
                rows.endToken()
            }
        }
    }

    private static func addWord(_ words: UnsafePointer<WordAtoms>, to rows: inout FeatureRows) {
        let word = words[0]
        rows.add(FeatureHash.mixed(1, word.form))
        rows.add(FeatureHash.mixed(2, word.folded))
        rows.add(FeatureHash.mixed(3, word.suffix(1), word.shape))
        rows.add(FeatureHash.mixed(4, word.suffix(2)))
        rows.add(FeatureHash.mixed(5, word.suffix(3)))
        rows.add(FeatureHash.mixed(6, word.suffix(4)))
        rows.add(FeatureHash.mixed(7, word.suffix(5)))
        rows.add(FeatureHash.mixed(8, word.prefix(1)))
        rows.add(FeatureHash.mixed(9, word.prefix(2)))
        rows.add(FeatureHash.mixed(10, word.prefix(3)))
        rows.add(FeatureHash.mixed(11, word.prefix(4)))
        rows.add(FeatureHash.mixed(12, word.shape))
        rows.add(FeatureHash.mixed(13, word.lexicon))
        rows.add(FeatureHash.mixed(14, word.lexicon, word.shape))
        rows.add(FeatureHash.mixed(15, word.lexicon, word.suffix(2)))
    }

    private static func addNeighbours(_ words: UnsafePointer<WordAtoms>, to rows: inout FeatureRows) {
        let (left, word, right) = (words[-1], words[0], words[1])
        rows.add(FeatureHash.mixed(16, left.folded))
        rows.add(FeatureHash.mixed(17, right.folded))
        rows.add(FeatureHash.mixed(18, words[-2].folded))
        rows.add(FeatureHash.mixed(19, words[2].folded))
        rows.add(FeatureHash.mixed(20, left.suffix(3)))
        rows.add(FeatureHash.mixed(21, right.suffix(3)))
        rows.add(FeatureHash.mixed(22, right.suffix(2), word.suffix(3)))
        rows.add(FeatureHash.mixed(23, left.shape))
        rows.add(FeatureHash.mixed(24, right.shape))
        let around = FeatureHash.mixed(0, word.shape, right.shape)
        rows.add(FeatureHash.mixed(25, left.shape, around))
        rows.add(FeatureHash.mixed(26, left.folded, word.folded))
        rows.add(FeatureHash.mixed(27, word.folded, right.folded))
        rows.add(FeatureHash.mixed(28, left.folded, right.folded))
        rows.add(FeatureHash.mixed(29, left.folded, word.suffix(3)))
        rows.add(FeatureHash.mixed(30, right.folded, word.suffix(3)))
        rows.add(FeatureHash.mixed(31, left.suffix(2), word.suffix(3)))
    }

    private static func addLists(_ words: UnsafePointer<WordAtoms>, to rows: inout FeatureRows) {
        let (left, word, right) = (words[-1], words[0], words[1])
        let following = FeatureHash.mixed(0, right.lexicon, words[2].lexicon)
        rows.add(FeatureHash.mixed(32, left.lexicon))
        rows.add(FeatureHash.mixed(33, right.lexicon))
        rows.add(FeatureHash.mixed(34, words[2].lexicon))
        rows.add(FeatureHash.mixed(35, word.lexicon, left.lexicon))
        rows.add(FeatureHash.mixed(36, word.lexicon, right.lexicon))
        rows.add(FeatureHash.mixed(37, word.lexicon, following))
        rows.add(FeatureHash.mixed(38, left.lexicon, FeatureHash.mixed(0, word.lexicon, right.lexicon)))
        rows.add(FeatureHash.mixed(39, word.folded, right.lexicon))
        rows.add(FeatureHash.mixed(40, word.folded, following))
        rows.add(FeatureHash.mixed(41, word.clause, word.folded))
        rows.add(FeatureHash.mixed(42, word.clause, word.lexicon))
        rows.add(FeatureHash.mixed(43, word.traits, word.shape))
        rows.add(FeatureHash.mixed(44, left.traits, word.traits))
        rows.add(FeatureHash.mixed(45, right.traits, word.traits))
        rows.add(FeatureHash.mixed(46, word.traits, word.lexicon))
        rows.add(FeatureHash.mixed(47, right.traits, FeatureHash.mixed(0, word.shape, right.shape)))
    }
}
