import Articles

/// Finds the words of a pattern in a sentence, in time for its words times what each can reach: no way is tried twice.
///
/// First each node is asked from the leaves on which words can stand for it; then the first node's words are taken one
/// after another, and for each further node the nearest word that can.
struct PatternMatcher {
    private let sentence: FactSentence
    private let pattern: FactPattern
    /// For each node whether each word can stand for it and for all that hangs on it.
    private var canStand: [[Bool]] = []

    /// For each match the word of each node; nil for one that is missing.
    static func matches(of pattern: FactPattern, in sentence: FactSentence) -> [[Int?]] {
        var matcher = PatternMatcher(sentence: sentence, pattern: pattern)
        return matcher.run()
    }

    private init(sentence: FactSentence, pattern: FactPattern) {
        self.sentence = sentence
        self.pattern = pattern
    }

    private mutating func run() -> [[Int?]] {
        canStand = Array(repeating: [], count: pattern.nodes.count)
        // Nodes stand behind the ones that they are found from, so the way back goes from the leaves to the root.
        for node in pattern.nodes.indices.reversed() {
            canStand[node] = sentence.words.indices.map { canBe(node, $0) }
            if !pattern.nodes[node].isOptional, !canStand[node].contains(true) { return [] }
        }
        return sentence.words.indices.compactMap { canStand[0][$0] ? match(from: $0) : nil }
    }

    private func canBe(_ node: Int, _ word: Int) -> Bool {
        guard pattern.nodes[node].tests.allSatisfy({ $0.passes(sentence, word) }) else { return false }
        return pattern.nodes[node].children.allSatisfy { child in
            pattern.nodes[child].isOptional || reach(child, from: word).contains { canStand[child][$0] }
        }
    }

    private func match(from word: Int) -> [Int?]? {
        var found: [Int?] = Array(repeating: nil, count: pattern.nodes.count)
        found[0] = word
        var taken: Set<Int> = [word]
        for (index, node) in pattern.nodes.enumerated().dropFirst() {
            guard let parent = node.parent, let origin = found[parent] else { continue }
            let place = reach(index, from: origin).first { canStand[index][$0] && !taken.contains($0) }
            guard place != nil || node.isOptional else { return nil }
            found[index] = place
            if let place { taken.insert(place) }
        }
        return found
    }

    /// The words that the link of a node leads to, the nearest first.
    private func reach(_ node: Int, from word: Int) -> [Int] {
        switch pattern.nodes[node].link {
        case .child(let relations):
            return sentence.children[word].filter {
                (relations.isEmpty || relations.contains(sentence.words[$0].relation)) && !isAside($0)
            }.sorted { abs($0 - word) < abs($1 - word) }
        case .head(let relations):
            let head = sentence.words[word].head
            guard head >= 0, relations.isEmpty || relations.contains(sentence.words[word].relation) else {
                return []
            }
            return [head]
        case .descendant: return descendants(of: word)
        case .next:
            let next = sentence.endOfMention(word)
            return next < sentence.count ? [sentence.headOfMention(next)] : []
        case .later:
            let next = sentence.endOfMention(word)
            return Array(next..<max(next, min(sentence.count, next + 12)))
        case .near: return nearby(word)
        case nil: return []
        }
    }

    /// Whether a name stands in brackets, as the party or club of the one before it: no verb acts on that.
    private func isAside(_ word: Int) -> Bool {
        guard sentence.words[word].mention >= 0, sentence.words[word].relation == "obj" else { return false }
        var first = word
        while first > 0, sentence.words[first - 1].mention == sentence.words[word].mention { first -= 1 }
        return sentence.isForm(first - 1, "(")
    }

    private func descendants(of word: Int) -> [Int] {
        var found: [Int] = []
        var layer = [word]
        for _ in 0..<6 where found.count < 60 {
            layer = layer.flatMap { sentence.children[$0] }
            found += layer
        }
        return found
    }

    private func nearby(_ word: Int) -> [Int] {
        (1..<40).flatMap { [word + $0, word - $0] }.filter(sentence.words.indices.contains)
    }
}
