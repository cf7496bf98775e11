import Synchronization

/// What was made for the paragraphs that somebody asked about last.
///
/// Two generations: when the young one is full it becomes the old one, and the old one is forgotten. What is found in
/// the old one moves to the young, so what is in use stays, at a constant cost.
final class ParagraphCache<Value: Sendable>: Sendable {
    private struct Generations {
        var young: [Int: Value] = [:]
        var old: [Int: Value] = [:]
        var youngWeight = 0
    }

    private let generations = Mutex(Generations())
    private let weight: @Sendable (Value) -> Int

    /// What one generation may hold. The weight counts too, because a paragraph may have one or fifty thousand tokens.
    private let paragraphLimit: Int
    private let weightLimit: Int

    init(
        paragraphs: Int = 256, weight weightLimit: Int = 32_768,
        weighing weight: @escaping @Sendable (Value) -> Int
    ) {
        self.weight = weight
        self.weightLimit = weightLimit
        paragraphLimit = paragraphs
    }

    /// The value from the cache, or made now. Two threads that ask at once may both make it; nobody waits.
    func value(_ paragraph: Int, make: () -> Value) -> Value {
        if let known = find(paragraph) { return known }
        let made = make()
        insert(made, at: paragraph)
        return made
    }

    /// How many values are kept, counting one in both generations twice.
    var count: Int { generations.withLock { $0.young.count + $0.old.count } }

    private func find(_ paragraph: Int) -> Value? {
        let (young, old) = generations.withLock { ($0.young[paragraph], $0.old[paragraph]) }
        if young == nil, let old { insert(old, at: paragraph) }
        return young ?? old
    }

    private func insert(_ value: Value, at paragraph: Int) {
        generations.withLock { generations in
            guard generations.young.updateValue(value, forKey: paragraph) == nil else { return }
            generations.youngWeight += weight(value)
            if generations.young.count >= paragraphLimit || generations.youngWeight >= weightLimit {
                generations = Generations(old: generations.young)
            }
        }
    }
}
