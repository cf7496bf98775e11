import Dispatch
import Synchronization

/// Runs pieces of work side by side and hands on what they give in the order in which they were added.
///
///     added     a b c d e          at most `limit` are begun and not handed on,
///     finished  b a d              so that a stream of any length takes little memory
///     handed on a b                c is awaited
struct OrderedWork<Output: Sendable>: ~Copyable {
    private let queue = DispatchQueue(label: "glosse.work", attributes: .concurrent)
    private let width: Int
    private let limit: Int
    private let crew = Crew()
    private var begun: [Piece] = []

    /// - Parameter width: how many pieces of work run at once; with one they run where they are added.
    init(width: Int) {
        self.width = max(1, width)
        limit = 4 * self.width
    }

    /// Begins a piece of work, and waits for the oldest one when too many are under way.
    /// - Returns: what is finished and next in order, maybe nothing.
    mutating func add(_ work: @escaping @Sendable () -> Output) -> [Output] {
        guard width > 1 else { return [work()] }
        let piece = Piece()
        let crew = crew
        if crew.take(on: { piece.finish(work()) }, atMost: width) {
            queue.async { while let next = crew.next() { next() } }
        }
        begun.append(piece)
        return take(leaving: limit)
    }

    /// Waits for all that is under way.
    mutating func finish() -> [Output] { take(leaving: 0) }

    /// Takes what is finished at the front, waiting as long as more than `count` pieces are there.
    private mutating func take(leaving count: Int) -> [Output] {
        var outputs: [Output] = []
        while let first = begun.first {
            guard let output = begun.count > count ? first.wait() : first.output else { break }
            outputs.append(output)
            begun.removeFirst()
        }
        return outputs
    }

    /// Those who work, and what waits for them: whoever is done takes the next piece.
    private final class Crew: Sendable {
        private struct Content {
            var waiting: [@Sendable () -> Void] = []
            var workers = 0
        }

        private let content = Mutex(Content())

        /// - Returns: whether one more is to begin working.
        func take(on work: @escaping @Sendable () -> Void, atMost width: Int) -> Bool {
            content.withLock { content in
                content.waiting.append(work)
                guard content.workers < width else { return false }
                content.workers += 1
                return true
            }
        }

        /// The next piece of work; nil, and one works less, when there is none.
        func next() -> (@Sendable () -> Void)? {
            content.withLock { content in
                guard !content.waiting.isEmpty else {
                    content.workers -= 1
                    return nil
                }
                return content.waiting.removeFirst()
            }
        }
    }

    private final class Piece: Sendable {
        private let result = Mutex<Output?>(nil)
        private let isDone = DispatchSemaphore(value: 0)

        var output: Output? { result.withLock(\.self) }

        func finish(_ output: Output) {
            result.withLock { $0 = output }
            isDone.signal()
        }

        /// What the work has given; nil only when it was taken before.
        func wait() -> Output? {
            isDone.wait()
            return output
        }
    }
}
