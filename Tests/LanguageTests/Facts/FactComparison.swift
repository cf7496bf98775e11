import Articles
import Language

/// How many facts of a kind there are, were found and are right, and how many slots of the right ones agree.
struct FactScore {
    var gold = 0
    var found = 0
    var right = 0
    var slots = 0
    var agreeing = 0

    var precision: Double { Double(right) / Double(max(1, found)) }
    var recall: Double { Double(right) / Double(max(1, gold)) }
    var f1: Double { 2 * Double(right) / Double(max(1, gold + found)) }
    var agreement: Double { Double(agreeing) / Double(max(1, slots)) }

    static func += (sum: inout FactScore, score: FactScore) {
        sum.gold += score.gold
        sum.found += score.found
        sum.right += score.right
        sum.slots += score.slots
        sum.agreeing += score.agreeing
    }
}

/// Facts compared with those of a person; each counts for one at most.
///
/// A fact is right when the slots that make it what it is agree. Fillers agree when they share a letter; names also
/// when others of their chains do or are the same; what is said when half of what both cover is common; values when
/// they are equal.
struct FactComparison {
    static let kinds = [
        "dateline", "quote", "office", "event", "commitment", "change", "affiliation", "family", "origin",
        "age", "relation",
    ]

    private(set) var scores: [String: FactScore] = [:]
    /// For reading: what is wrong and what is missing.
    private(set) var faults: [String] = []

    /// All kinds together.
    var all: FactScore { scores.values.reduce(into: FactScore()) { $0 += $1 } }

    mutating func add(gold: Document, found: Suggestions) {
        let wanted = FactSide(
            gold.text, Array(gold.annotations.facts), Array(gold.annotations.mentions),
            gold.annotations.chains)
        let ours = FactSide(gold.text, found.facts, found.mentions, found.chains)
        for kind in Self.kinds {
            var left = ours.facts.filter { $0.kind == kind }
            var score = FactScore(found: left.count)
            for fact in wanted.facts where fact.kind == kind {
                score.gold += 1
                let likeness = left.map { Likeness(wanted, fact, ours, $0) }
                guard let best = likeness.indices.max(by: { likeness[$0] < likeness[$1] }),
                    likeness[best].isRight
                else {
                    faults.append("missed " + wanted.described(fact))
                    continue
                }
                score.right += 1
                score.slots += likeness[best].slots.count
                score.agreeing += likeness[best].slots.count { $0.agrees }
                let wrong = likeness[best].slots.filter { !$0.agrees }.map(\.name)
                if !wrong.isEmpty {
                    faults.append(
                        "differs in \(wrong.joined(separator: ", ")): \(wanted.described(fact))\n"
                            + "    found \(ours.described(left[best]))")
                }
                left.remove(at: best)
            }
            faults += left.map { "wrong  " + ours.described($0) }
            scores[kind, default: FactScore()] += score
        }
    }
}

/// How far two facts of one kind agree.
private struct Likeness: Comparable {
    /// The slots that make a fact of each kind what it is; all must agree.
    private static let main: [String: [String]] = [
        "dateline": ["place"], "quote": ["content", "speaker"], "office": ["person", "title"],
        "event": ["type", "what"], "commitment": ["amount"], "change": ["what"],
        "affiliation": ["person", "organisation"], "family": ["person", "relative"],
        "origin": ["person", "place"], "age": ["person", "age"],
        "relation": ["subject", "predicate", "object"],
    ]

    /// The slots of which one must agree, where the person has any.
    private static let either: [String: [String]] = [
        "commitment": ["giver", "recipient"], "change": ["from", "to", "by"],
    ]

    let isRight: Bool
    let slots: [(name: String, agrees: Bool)]

    init(_ side: FactSide, _ gold: Fact, _ other: FactSide, _ found: Fact) {
        func agrees(_ name: String) -> Bool {
            let (mine, theirs) = (gold.slots(named: name), found.slots(named: name))
            if mine.isEmpty || theirs.isEmpty { return mine.isEmpty && theirs.isEmpty }
            if name == "content" { return FactSide.overlap(mine, theirs) >= 0.5 }
            return mine.contains { one in theirs.contains { side.agree(one, other, $0) } }
        }
        let names = gold.slots.map(\.name).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let added = found.slots.map(\.name).filter { !names.contains($0) }
        slots = (names + Set(added).sorted()).map { ($0, agrees($0)) }
        let either = (Self.either[gold.kind] ?? []).filter(names.contains)
        isRight =
            (Self.main[gold.kind] ?? []).allSatisfy(agrees)
            && (either.isEmpty || either.contains(where: agrees))
    }

    static func < (left: Likeness, right: Likeness) -> Bool {
        if left.isRight != right.isRight { return right.isRight }
        return left.slots.count { $0.agrees } < right.slots.count { $0.agrees }
    }

    static func == (left: Likeness, right: Likeness) -> Bool { !(left < right) && !(right < left) }
}

/// The facts of a person or of the engine, with all that their fillers are called in the article.
private struct FactSide {
    let text: Text
    let facts: [Fact]
    private var places: [ID: [Span]] = [:]

    init(_ text: Text, _ facts: [Fact], _ mentions: [Mention], _ chains: [Chain]) {
        self.text = text
        self.facts = facts.sorted { $0.bounds < $1.bounds }
        let bounds = Dictionary(
            mentions.map { ($0.id, $0.bounds) }, uniquingKeysWith: { first, _ in first })
        places = bounds.mapValues { [$0] }
        for chain in chains {
            let all = chain.mentions.compactMap { bounds[$0] }
            for id in chain.mentions { places[id] = all }
        }
    }

    /// Slots that hold one word of a list and not words of the article.
    private static let valued: Set<String> = ["type", "form", "direction", "status", "modality"]

    func agree(_ slot: Slot, _ other: FactSide, _ its: Slot) -> Bool {
        if Self.valued.contains(slot.name) { return slot.value == its.value }
        let (mine, theirs) = (spans(of: slot), other.spans(of: its))
        if mine.contains(where: { one in theirs.contains { one.overlaps($0) } }) { return true }
        guard slot.mention != nil || its.mention != nil else { return false }
        return !Set(mine.map(called)).isDisjoint(with: theirs.map(other.called))
    }

    private func spans(of slot: Slot) -> [Span] {
        (slot.spans?.fragments ?? []) + (slot.mention.flatMap { places[$0] } ?? [])
    }

    /// The last word of a name, `Rutte` of `Mark Rutte`; other words as they stand.
    private func called(_ span: Span) -> String {
        let words = text.string(in: span).split(separator: " ")
        guard words.allSatisfy({ $0.first?.isUppercase ?? false }), let last = words.last else {
            return text.string(in: span).lowercased()
        }
        return last.lowercased()
    }

    /// What two fillers share of what both cover.
    static func overlap(_ one: [Slot], _ other: [Slot]) -> Double {
        let (mine, theirs) = (
            one.flatMap { $0.spans?.fragments ?? [] }, other.flatMap { $0.spans?.fragments ?? [] }
        )
        func length(_ spans: [Span]) -> Int { spans.reduce(0) { $0 + $1.count } }
        let shared = length(mine.flatMap { span in theirs.compactMap(span.intersection) })
        return Double(shared) / Double(max(1, length(mine) + length(theirs) - shared))
    }

    func described(_ fact: Fact) -> String {
        let slots = fact.slots.map { slot in
            let words = slot.spans.map { $0.fragments.map(text.string(in:)).joined(separator: " … ") }
            let filler = Self.valued.contains(slot.name) ? slot.value : words ?? slot.value
            return "\(slot.name)=\(filler ?? "")"
        }
        return fact.kind + ": " + slots.joined(separator: " | ")
    }
}
