import Articles

/// An article whose chains a person has written down; the file has no text, only where the mentions stand.
struct ChainGold {
    let document: Document
    /// `tuned`, or `held out`: articles whose results nobody looked at while the rules were written.
    let half: String

    /// Those whose text is there: samples of the program, and Wikinews beside the checkout.
    static func read() throws -> [ChainGold] {
        try GoldLines.documents(of: "Coreference/chains.jsonl").map {
            ChainGold(document: $0, half: $0.article.metadata["half"] ?? "")
        }
    }
}

/// How many links of a kind are right, and how many of those there are were found.
struct LinkScore {
    var right = 0
    var wrong = 0
    var found = 0
    var missed = 0

    var precision: Double { right + wrong == 0 ? 1 : Double(right) / Double(right + wrong) }
    var recall: Double { found + missed == 0 ? 1 : Double(found) / Double(found + missed) }
}

/// Chains compared with those of a person, mention by mention.
///
/// A link goes from a mention to a name before it in its chain (or behind it, when there is none before). It is right
/// when both are in one chain of the person's. A mention counts as the same when the two share words.
struct ChainComparison {
    private(set) var scores: [String: LinkScore] = [:]
    /// For reading: what is wrong and what is missing.
    private(set) var faults: [String] = []
    /// Recall and precision after B³, summed over mentions.
    private(set) var bCubed: (recall: Double, goldCount: Int, precision: Double, foundCount: Int) = (
        0, 0, 0, 0
    )

    mutating func add(gold: Document, found: Suggestions) {
        let text = gold.text
        let mentions = SpanTable(found.mentions)
        let chains = found.chains.map { $0.mentions.compactMap { mentions[$0] }.filter { $0.label.isNamed } }
        let goldMentions = gold.annotations.mentions
        let goldChains = gold.annotations.chains.map { $0.mentions.compactMap { goldMentions[$0] } }
        for chain in chains {
            for mention in chain {
                guard let other = Self.name(for: mention, in: chain) else { continue }
                let here = goldChains.indices.filter { index in
                    goldChains[index].contains {
                        $0.bounds.overlaps(mention.bounds) && $0.isAnaphor == mention.isAnaphor
                    }
                }
                let there = self.indices(of: other.bounds, in: goldChains)
                let isRight = !there.isDisjoint(with: here)
                if isRight {
                    scores[mention.kind, default: LinkScore()].right += 1
                } else {
                    scores[mention.kind, default: LinkScore()].wrong += 1
                    faults.append(
                        "wrong \(mention.kind): \(text.context(mention.bounds)) → \(text.string(in: other.bounds))"
                    )
                }
            }
        }
        for chain in goldChains {
            for mention in chain {
                guard let other = Self.name(for: mention, in: chain) else { continue }
                let here = chains.indices.filter { index in
                    chains[index].contains {
                        $0.bounds.overlaps(mention.bounds) && $0.isAnaphor == mention.isAnaphor
                    }
                }
                let names = chain.filter { !$0.isAnaphor && $0.id != mention.id }
                let there = names.reduce(into: Set<Int>()) {
                    $0.formUnion(self.indices(of: $1.bounds, in: chains))
                }
                if !there.isDisjoint(with: here) {
                    scores[mention.kind, default: LinkScore()].found += 1
                } else {
                    scores[mention.kind, default: LinkScore()].missed += 1
                    faults.append(
                        "missed \(mention.kind): \(text.context(mention.bounds)) → \(text.string(in: other.bounds))"
                    )
                }
            }
        }
        addBCubed(goldChains, chains)
    }

    private mutating func addBCubed(_ gold: [[Mention]], _ found: [[Mention]]) {
        func share(_ mention: Mention, _ own: [Mention], _ others: [[Mention]]) -> Double {
            let same = others.map { other in
                own.count { mine in other.contains { $0.bounds.overlaps(mine.bounds) } }
            }
            let containing = others.indices.filter { index in
                others[index].contains { $0.bounds.overlaps(mention.bounds) }
            }
            return Double(containing.map { same[$0] }.max() ?? 0) / Double(own.count)
        }
        for chain in gold {
            for mention in chain { bCubed.recall += share(mention, chain, found) }
            bCubed.goldCount += chain.count
        }
        for chain in found {
            for mention in chain { bCubed.precision += share(mention, chain, gold) }
            bCubed.foundCount += chain.count
        }
    }

    private func indices(of span: Span, in chains: [[Mention]]) -> Set<Int> {
        Set(
            chains.indices.filter { index in
                chains[index].contains { $0.bounds.overlaps(span) && !$0.isAnaphor }
            })
    }

    /// The name that a mention is linked to: the nearest before it, for the first of all names none.
    private static func name(for mention: Mention, in chain: [Mention]) -> Mention? {
        let names = chain.filter { !$0.isAnaphor && $0.id != mention.id }
        return names.last { $0.bounds < mention.bounds } ?? (mention.isAnaphor ? names.first : nil)
    }
}

extension Mention {
    fileprivate var kind: String { isAnaphor ? attributes["form"] ?? "" : "name" }
}

extension Label {
    fileprivate var isNamed: Bool { self == "PER" || self == "ORG" || self == "LOC" || self == "EVENT" }
}

extension Text {
    /// A span in brackets with the words before it.
    fileprivate func context(_ span: Span) -> String {
        let start = max(paragraph(paragraphIndex(at: span.start)).start, span.start - 60)
        return "…" + string(in: Span(start, span.start)).replacing("\n", with: " ") + "[" + string(in: span)
            + "]"
    }
}
