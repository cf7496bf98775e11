import Dispatch
import Synchronization

/// Runs pieces of work side by side and hands on what they give in the order in which they were added.
///
///     added     a b c d e          at most `limit` are begun and not handed on,
///     finished  b a d              so that a stream of any length takes little memory
///     handed on a b                c is awaited
struct OrderedWork<Output: Sendable>: ~Copyable {
    /// One for each piece of work that may run at a time; they get the pieces in turn.
    private let queues: [DispatchQueue]
    private let limit: Int
    private var added = 0
    private var begun: [Piece] = []

    /// - Parameter width: how many pieces of work run at once; with one they run where they are added.
    init(width: Int) {
        queues = (0..<max(1, width)).map { DispatchQueue(label: "glosse.work.\($0)") }
        limit = 4 * queues.count
    }

    /// Begins a piece of work, and waits for the oldest one when too many are under way.
    /// - Returns: what is finished and next in order, maybe nothing.
    mutating func add(_ work: @escaping @Sendable () -> Output) -> [Output] {
        guard queues.count > 1 else { return [work()] }
        let piece = Piece()
        queues[added % queues.count].async { piece.finish(work()) }
        added += 1
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
