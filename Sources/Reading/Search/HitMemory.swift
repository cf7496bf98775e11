import Articles
import Synchronization

/// The hits of one search in the paragraphs of one text, so that a key searches nothing again.
///
/// A memory of a pure function: it never changes what is drawn. Shared by the copies of a state.
final class HitMemory: Sendable {
    private struct Kept {
        var paragraphs: [Int: [Span]] = [:]
        var all: [Span]?
    }

    private let kept = Mutex(Kept())
    private let paragraphLimit = 512

    func hits(inParagraph index: Int, find: () -> [Span]) -> [Span] {
        if let known = kept.withLock({ $0.paragraphs[index] }) { return known }
        let found = find()
        kept.withLock {
            if $0.paragraphs.count >= paragraphLimit { $0.paragraphs = [:] }
            $0.paragraphs[index] = found
        }
        return found
    }

    func all(find: () -> [Span]) -> [Span] {
        if let known = kept.withLock({ $0.all }) { return known }
        let found = find()
        kept.withLock { $0.all = found }
        return found
    }
}

extension OpenArticle {
    /// The longest text whose hits the strip shows, in bytes, and how many steps finding them may take.
    private static var stripLimit: (bytes: Int, work: Int) { (200_000, 2_000_000) }

    /// The hits to show in a paragraph. Where the pattern is too slow for a picture, those that were found in time.
    func hits(inParagraph index: Int) -> [Span] {
        guard let search, !search.isEmpty else { return [] }
        return hitMemory.hits(inParagraph: index) {
            search.hits(in: text, span: text.paragraph(index), patience: .key).spans
        }
    }

    /// All hits, for the strip; none where looking for them would take too long.
    var allHits: [Span] {
        guard let search, !search.isEmpty, text.byteCount <= Self.stripLimit.bytes else { return [] }
        return hitMemory.all {
            var found: [Span] = []
            var work = 0
            for index in 0..<text.paragraphCount {
                let hits = search.hits(in: text, span: text.paragraph(index), patience: .key)
                work += hits.work
                guard hits.isComplete, work <= Self.stripLimit.work else { return [] }
                found += hits.spans
            }
            return found
        }
    }
}
