import Synchronization

/// The paragraphs that were tokenized last.
///
/// Two generations: when the young one is full it becomes the old one, and the old one is forgotten. A paragraph found
/// in the old one moves to the young, so what is in use stays, at a constant cost.
final class ParagraphCache: Sendable {
    /// What one generation may hold. Tokens count too, because a paragraph may have one or fifty thousand.
    private static let paragraphLimit = 256
    private static let tokenLimit = 32_768

    private struct Generations {
        var young: [Int: TokenizedParagraph] = [:]
        var old: [Int: TokenizedParagraph] = [:]
        var youngTokenCount = 0

        mutating func insert(_ paragraph: TokenizedParagraph, at index: Int) {
            guard young.updateValue(paragraph, forKey: index) == nil else { return }
            youngTokenCount += paragraph.tokens.count
            if young.count >= paragraphLimit || youngTokenCount >= tokenLimit {
                (old, young, youngTokenCount) = (young, [:], 0)
            }
        }

        mutating func find(_ index: Int) -> TokenizedParagraph? {
            if let paragraph = young[index] { return paragraph }
            guard let paragraph = old[index] else { return nil }
            insert(paragraph, at: index)
            return paragraph
        }
    }

    private let generations = Mutex(Generations())

    /// The paragraph from the cache, or made now. Two threads that ask at once may both make it; nobody waits.
    func paragraph(_ index: Int, make: () -> TokenizedParagraph) -> TokenizedParagraph {
        if let known = generations.withLock({ $0.find(index) }) { return known }
        let made = make()
        generations.withLock { $0.insert(made, at: index) }
        return made
    }

    /// How many paragraphs are kept at the moment.
    var count: Int { generations.withLock { Set($0.young.keys).union($0.old.keys).count } }
}
