/// What the tagger of names looks at, token by token: the words around, their shapes, ends, clusters and what the lists
/// know of them.
struct NameFeatures {
    private let reader: WordReader
    private var cache: WordCache
    private var facts: [WordFacts] = []
    private var phrases: [UInt16] = []
    private var runs: [Range<Int>] = []

    /// - Parameter words: how many words are kept, a power of two: few for a few sentences, many for a stream.
    init(_ reader: WordReader, words: Int) {
        self.reader = reader
        cache = WordCache(size: words)
    }

    /// Fills the rows with the features of a sentence.
    ///
    /// - Parameter corpus: the hash of the corpus whose way to annotate is learned or wanted.
    mutating func read(_ sentence: SentenceTokens, corpus: UInt64, into rows: inout FeatureRows) {
        rows.removeAll()
        facts.removeAll(keepingCapacity: true)
        sentence.bytes.withUnsafeBufferPointer { bytes in
            for token in sentence.tokens {
                facts.append(cache.facts(UnsafeBufferPointer(rebasing: bytes[token]), reader))
            }
            findPhrases(sentence, bytes)
        }
        let none = WordFacts()
        let casing = casing()
        findRuns(sentence)
        facts.withUnsafeBufferPointer { facts in
            for index in 0..<facts.count {
                let two = index > 1 ? facts[index - 2] : none
                let one = index > 0 ? facts[index - 1] : none
                let next = index + 1 < facts.count ? facts[index + 1] : none
                let after = index + 2 < facts.count ? facts[index + 2] : none
                word(facts[index], &rows)
                neighbours(two, one, facts[index], next, after, &rows)
                lists(one, facts[index], next, phrase: phrases[index], &rows)
                run(index, facts, &rows)
                rows.add(FeatureHash.mixed(3, casing, facts[index].shortShape))
                rows.add(FeatureHash.mixed(4, casing, corpus))
                rows.add(FeatureHash.mixed(1, corpus))
                rows.add(FeatureHash.mixed(2, corpus, facts[index].isCapital ? 1 : 0))
                rows.endToken()
            }
        }
    }

    /// How many of the words have a capital, in fifths: a headline is another kind of text, and one in capitals a third.
    private func casing() -> UInt64 {
        var (words, capitals) = (0, 0)
        for fact in facts where fact.isWord {
            words += 1
            if fact.isCapital { capitals += 1 }
        }
        if words > 2, facts.allSatisfy({ !$0.isWord || $0.isUpper }) { return 7 }
        return words < 3 ? 6 : UInt64(capitals * 5 / words)
    }

    /// Finds for each token the stretch of words with a capital that it belongs to, over small words such as `of` too.
    ///
    ///     the [University of Chicago] said
    private mutating func findRuns(_ sentence: SentenceTokens) {
        runs.removeAll(keepingCapacity: true)
        var index = 0
        while index < facts.count {
            guard facts[index].isCapital else {
                runs.append(index..<index)
                index += 1
                continue
            }
            var end = index + 1
            while end < facts.count {
                if facts[end].isCapital {
                    end += 1
                } else if end + 1 < facts.count, facts[end + 1].isCapital,
                    Self.isLink(sentence.bytes[sentence.tokens[end]])
                {
                    end += 2
                } else {
                    break
                }
            }
            runs.append(contentsOf: repeatElement(index..<end, count: end - index))
            index = end
        }
    }

    private static func isLink(_ word: ArraySlice<UInt8>) -> Bool {
        let first = word.startIndex
        switch word.count {
        case 1: return word[first] == UInt8(ascii: "-") || word[first] == UInt8(ascii: "&")
        case 2:
            return (word[first] == UInt8(ascii: "o") && word[first + 1] == UInt8(ascii: "f"))
                || (word[first] == UInt8(ascii: "d") && word[first + 1] == UInt8(ascii: "e"))
        case 3: return word.elementsEqual("von".utf8) || word.elementsEqual("van".utf8)
        default: return false
        }
    }

    /// Where in its stretch of capitals a word stands, and what the stretch begins with, ends with and stands between.
    private func run(_ index: Int, _ facts: UnsafeBufferPointer<WordFacts>, _ rows: inout FeatureRows) {
        let run = runs[index]
        guard run.count > 1 else {
            rows.add(FeatureHash.mixed(70, UInt64(run.count)))
            return
        }
        let place = UInt64(min(index - run.lowerBound, 3)) << 8 | UInt64(min(run.upperBound - 1 - index, 3))
        let (first, last) = (facts[run.lowerBound], facts[run.upperBound - 1])
        rows.add(FeatureHash.mixed(70, UInt64(min(run.count, 6)), place))
        rows.add(FeatureHash.mixed(71, last.folded))
        rows.add(FeatureHash.mixed(72, first.folded))
        rows.add(FeatureHash.mixed(73, UInt64(last.knowledge.cluster)))
        rows.add(FeatureHash.mixed(74, UInt64(first.knowledge.cluster)))
        if run.lowerBound > 0 { rows.add(FeatureHash.mixed(80, facts[run.lowerBound - 1].folded)) }
        if run.upperBound < facts.count { rows.add(FeatureHash.mixed(81, facts[run.upperBound].folded)) }
    }

    private func word(_ word: WordFacts, _ rows: inout FeatureRows) {
        rows.add(FeatureHash.mixed(10, word.word))
        rows.add(FeatureHash.mixed(11, word.folded))
        rows.add(FeatureHash.mixed(12, word.shape))
        rows.add(FeatureHash.mixed(13, word.shortShape))
        let capital: UInt64 = word.isCapital ? 1 : 0
        if word.prefixes.0 != 0 { rows.add(FeatureHash.mixed(14, word.prefixes.0, capital)) }
        if word.prefixes.1 != 0 { rows.add(FeatureHash.mixed(15, word.prefixes.1, capital)) }
        if word.prefixes.2 != 0 { rows.add(FeatureHash.mixed(16, word.prefixes.2, capital)) }
        if word.prefixes.3 != 0 { rows.add(FeatureHash.mixed(17, word.prefixes.3, capital)) }
        if word.suffixes.0 != 0 { rows.add(FeatureHash.mixed(18, word.suffixes.0, capital)) }
        if word.suffixes.1 != 0 { rows.add(FeatureHash.mixed(19, word.suffixes.1, capital)) }
        if word.suffixes.2 != 0 { rows.add(FeatureHash.mixed(20, word.suffixes.2, capital)) }
        if word.suffixes.3 != 0 { rows.add(FeatureHash.mixed(21, word.suffixes.3, capital)) }
        rows.add(FeatureHash.mixed(22, word.length, word.shortShape))
        if word.head != 0 {
            rows.add(FeatureHash.mixed(23, word.head))
            rows.add(FeatureHash.mixed(24, UInt64(word.headTraits.rawValue)))
            rows.add(FeatureHash.mixed(25, UInt64(word.headKnowledge.cluster)))
        }
        if word.tail != 0 {
            rows.add(FeatureHash.mixed(26, word.tail, capital))
            rows.add(FeatureHash.mixed(27, UInt64(word.tailKnowledge.cluster), capital))
            rows.add(FeatureHash.mixed(28, UInt64(word.tailKnowledge.classes), capital))
            rows.add(FeatureHash.mixed(29, UInt64(word.tailTraits.rawValue), capital))
        }
    }

    private func neighbours(
        _ two: WordFacts, _ one: WordFacts, _ word: WordFacts, _ next: WordFacts, _ after: WordFacts,
        _ rows: inout FeatureRows
    ) {
        rows.add(FeatureHash.mixed(30, two.folded))
        rows.add(FeatureHash.mixed(31, one.folded))
        rows.add(FeatureHash.mixed(32, next.folded))
        rows.add(FeatureHash.mixed(33, after.folded))
        rows.add(FeatureHash.mixed(34, one.folded, word.folded))
        rows.add(FeatureHash.mixed(35, word.folded, next.folded))
        rows.add(FeatureHash.mixed(36, one.shortShape, word.shortShape))
        rows.add(FeatureHash.mixed(37, word.shortShape, next.shortShape))
        rows.add(FeatureHash.mixed(38, FeatureHash.mixed(0, one.shape, word.shape), next.shape))
        rows.add(FeatureHash.mixed(39, one.suffixes.1))
        rows.add(FeatureHash.mixed(40, next.suffixes.1))
        rows.add(FeatureHash.mixed(41, one.folded, word.shortShape))
        rows.add(FeatureHash.mixed(42, next.folded, word.shortShape))
        rows.add(FeatureHash.mixed(43, two.folded, one.folded))
        rows.add(FeatureHash.mixed(44, next.folded, after.folded))
    }

    private func lists(
        _ one: WordFacts, _ word: WordFacts, _ next: WordFacts, phrase: UInt16, _ rows: inout FeatureRows
    ) {
        let (before, here, behind) = (one.knowledge, word.knowledge, next.knowledge)
        let capital: UInt64 = word.isCapital ? 1 : 0
        rows.add(FeatureHash.mixed(50, UInt64(here.cluster), capital))
        rows.add(FeatureHash.mixed(51, UInt64(here.group), capital))
        rows.add(FeatureHash.mixed(52, UInt64(before.cluster), capital))
        rows.add(FeatureHash.mixed(53, UInt64(behind.cluster), capital))
        rows.add(FeatureHash.mixed(54, UInt64(before.group), UInt64(here.group)))
        rows.add(FeatureHash.mixed(55, UInt64(here.group), UInt64(behind.group)))
        rows.add(FeatureHash.mixed(56, UInt64(before.group) << 8 | UInt64(behind.group), capital))
        rows.add(FeatureHash.mixed(57, UInt64(here.classes), capital))
        rows.add(FeatureHash.mixed(58, UInt64(before.classes), capital))
        rows.add(FeatureHash.mixed(59, UInt64(behind.classes), capital))
        rows.add(FeatureHash.mixed(60, UInt64(before.classes), UInt64(here.classes)))
        rows.add(FeatureHash.mixed(61, UInt64(here.classes), UInt64(behind.classes)))
        let traits = UInt64(word.traits.rawValue)
        rows.add(FeatureHash.mixed(62, traits, UInt64(word.foldedTraits.rawValue)))
        rows.add(FeatureHash.mixed(63, UInt64(one.traits.rawValue), capital))
        rows.add(FeatureHash.mixed(64, UInt64(next.traits.rawValue), capital))
        rows.add(FeatureHash.mixed(65, UInt64(one.traits.rawValue), traits))
        rows.add(FeatureHash.mixed(66, traits, UInt64(next.traits.rawValue)))
        var bits = word.traits.rawValue
        while bits != 0 {
            rows.add(FeatureHash.mixed(67, UInt64(bits.trailingZeroBitCount), word.shortShape))
            bits &= bits - 1
        }
        bits = here.classes
        while bits != 0 {
            rows.add(FeatureHash.mixed(68, UInt64(bits.trailingZeroBitCount), word.shortShape))
            bits &= bits - 1
        }
        if phrase != 0 { rows.add(FeatureHash.mixed(69, UInt64(phrase))) }
    }

    /// Entries of several words in the lists: for each token what the entry is, and whether it begins there.
    private mutating func findPhrases(_ sentence: SentenceTokens, _ bytes: UnsafeBufferPointer<UInt8>) {
        phrases.removeAll(keepingCapacity: true)
        phrases.append(contentsOf: repeatElement(0, count: sentence.count))
        var index = 0
        while index < sentence.count {
            guard facts[index].traits.contains(.startsPhrase) else {
                index += 1
                continue
            }
            var end = min(sentence.count, index + 5)
            while end > index + 1 {
                let range = sentence.tokens[index].lowerBound..<sentence.tokens[end - 1].upperBound
                let traits = reader.lexicon.traits(of: UnsafeBufferPointer(rebasing: bytes[range]))
                    .subtracting(.startsPhrase)
                if !traits.isEmpty {
                    for token in index..<end {
                        phrases[token] = traits.rawValue << 1 | (token == index ? 1 : 0)
                    }
                    break
                }
                end -= 1
            }
            index = max(index + 1, end)
        }
    }
}
