/// What a line of a table of patterns says: words that hang together or stand in a row, and which slot each fills.
///
///     commitment 0.8: giver:@ORG|LOC <nsubj v:zusagen|bewilligen >obj amount:@MONEY, v ~ ?recipient:@LOC&[Case=Dat]
///
/// A node is a name, a colon and tests joined by `&`; a name of one letter only joins, others are slots of the kind.
///
///     zusagen|sagen    a lemma                     *minister     a lemma that ends so; `minister*` one that begins so
///     /laut/           a word as it stands there   @PER|ORG      a mention with such a label
///     NOUN|PROPN       a part of speech            [Case=Dat]    a form of the word
///     $giving          a list of the table         !             not what follows
///
/// Between two nodes stands how one finds the second from the first:
///
///     >obj     it hangs on the first, as its obj; `>` alone with any relation
///     <nsubj   the first hangs on it, as its nsubj
///     >>       it hangs on the first in up to six steps
///     .        it is the next word; `..` one of the next twelve; `~` any of the sentence, the nearest first
///
/// A node with `?` may be missing. A node with `+` takes what hangs on the word into the slot.
struct FactPattern: Hashable, Sendable {
    struct Node: Hashable, Sendable {
        var name: String
        var tests: [Test]
        var isOptional = false
        var takesPhrase = false
        /// The node that it is found from and the way to it; nil for the first.
        var parent: Int?
        var link: Link?
        var children: [Int] = []
    }

    /// A condition on one word; a word passes a list where it passes one of its parts.
    enum Test: Hashable, Sendable {
        case lemma(Set<String>, beginnings: [String], endings: [String])
        case form(Set<String>)
        case partOfSpeech(Set<PartOfSpeech>)
        case mention(Set<String>)
        case feature(String)
        indirect case not(Test)
    }

    enum Link: Hashable, Sendable {
        case child(Set<String>)
        case head(Set<String>)
        case descendant
        case next, later, near
    }

    let kind: String
    /// Slots with a value that the pattern itself gives: `type=meeting`.
    let values: [(name: String, value: String)]
    let confidence: Float
    /// Whether its kind tells that something is denied or only possible.
    let hasModality: Bool
    /// The first is the one that the others are found from.
    let nodes: [Node]

    static func == (one: FactPattern, other: FactPattern) -> Bool {
        one.kind == other.kind && one.nodes == other.nodes && one.confidence == other.confidence
            && one.values.elementsEqual(other.values, by: ==)
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(kind)
        hasher.combine(nodes)
    }
}

extension FactPattern.Test {
    /// Whether a word of a sentence passes.
    func passes(_ sentence: FactSentence, _ index: Int) -> Bool {
        let word = sentence.words[index]
        switch self {
        case .lemma(let lemmas, let beginnings, let endings):
            let lemma = sentence.lemma(index)
            return lemmas.contains(lemma) || beginnings.contains { lemma.hasPrefix($0) }
                || endings.contains { lemma.hasSuffix($0) && lemma.utf8.count > $0.utf8.count }
        case .form(let forms): return forms.contains(word.form)
        case .partOfSpeech(let parts): return parts.contains(word.partOfSpeech)
        case .mention(let labels):
            guard let label = sentence.label(index) else { return false }
            return labels.contains(label.name) && sentence.isHeadOfMention(index)
        case .feature(let feature): return sentence.has(feature, index)
        case .not(let test): return !test.passes(sentence, index)
        }
    }
}
