import Articles

/// Patterns of one extractor, found by the lemma of a word that they need.
public struct PatternTable: Sendable {
    /// The name of the extractor, which the facts name as their origin.
    public let name: String
    private let patterns: [FactPattern]
    private let labels: [[Set<String>]]
    /// Which patterns need one of a few lemmas, by lemma.
    private let byLemma: [String: [Int]]
    /// Those that need none.
    private let others: [Int]

    /// - Throws: where the text is no table, with file, line and column.
    public init(_ name: String, _ text: String, schema: Schema) throws(PatternError) {
        self.init(name, try PatternReader.read(text, file: name, schema: schema))
    }

    init(_ name: String, _ patterns: [FactPattern]) {
        self.name = name
        self.patterns = patterns
        labels = patterns.map(\.neededLabels)
        var byLemma: [String: [Int]] = [:]
        var others: [Int] = []
        for (index, pattern) in patterns.enumerated() {
            if let lemmas = pattern.neededLemmas {
                for lemma in lemmas { byLemma[lemma, default: []].append(index) }
            } else {
                others.append(index)
            }
        }
        self.byLemma = byLemma
        self.others = others
    }

    /// What the patterns find in a sentence; of two that find the same kind with the same first slot the first counts.
    func facts(in sentence: FactSentence) -> [Fact] {
        var wanted = Set(others)
        for word in sentence.words.indices {
            if let indexes = byLemma[sentence.lemma(word)] { wanted.formUnion(indexes) }
        }
        var found: [Fact] = []
        var ids: Set<ID> = []
        let labels = sentence.labels
        for index in wanted.sorted()
        where self.labels[index].allSatisfy({ !$0.isDisjoint(with: labels) }) {
            for match in PatternMatcher.matches(of: patterns[index], in: sentence) {
                let fact = fact(patterns[index], match, in: sentence)
                if ids.insert(fact.id).inserted, !found.contains(where: { $0.says(fact) }) {
                    found.append(fact)
                }
            }
        }
        return found
    }

    private func fact(_ pattern: FactPattern, _ match: [Int?], in sentence: FactSentence) -> Fact {
        var slots: [Slot] = []
        var evidence = sentence.words[match[0] ?? 0].span
        for (node, word) in zip(pattern.nodes, match) {
            guard let word else { continue }
            guard node.name.count > 1 else {
                evidence = evidence.union(sentence.words[word].span)
                continue
            }
            let slot =
                node.takesPhrase
                ? Slot(node.name, sentence.span(sentence.phrase(at: word)))
                : sentence.item(word).map { Slot(node.name, $0) }
                    ?? Slot(node.name, sentence.words[word].span)
            if let place = slot.spans?.bounds { evidence = evidence.union(place) }
            slots.append(slot)
        }
        slots += pattern.values.map { Slot($0.name, value: $0.value) }
        if pattern.hasModality, let word = match[0], let modality = sentence.modality(around: word) {
            slots.append(modality)
        }
        return Fact(
            id: .found(evidence, as: pattern.kind), kind: pattern.kind, evidence: SpanSet(evidence),
            slots: slots, origin: .engine(name, confidence: pattern.confidence))
    }
}

extension Fact {
    /// Whether it is of the same kind and has all that another one tells.
    fileprivate func says(_ other: Fact) -> Bool {
        guard kind == other.kind else { return false }
        // What rises does so once in a sentence: the first pattern knows best by how much.
        if kind == "change" {
            return slots(named: "what").first?.spans == other.slots(named: "what").first?.spans
        }
        return other.slots.allSatisfy { slot in
            slots.contains { $0.name == slot.name && $0.spans == slot.spans && $0.value == slot.value }
        }
    }
}

extension FactPattern {
    /// Sets of labels of each of which one must be in the sentence: told at once for most sentences.
    var neededLabels: [Set<String>] {
        nodes.filter { !$0.isOptional }.flatMap(\.tests).compactMap { test in
            guard case .mention(let labels) = test else { return nil }
            return labels
        }
    }

    /// The lemmas of which one must be in the sentence; nil when the tests of no node name them.
    var neededLemmas: Set<String>? {
        for node in nodes where !node.isOptional {
            for case .lemma(let lemmas, let beginnings, let endings) in node.tests
            where beginnings.isEmpty && endings.isEmpty {
                return lemmas
            }
        }
        return nil
    }
}
