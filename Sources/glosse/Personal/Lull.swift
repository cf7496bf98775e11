import Dispatch
import Synchronization

/// Puts off work until nothing has asked for it for a while; what was asked for before is not done then.
final class Lull: Sendable {
    /// Longer than the pause between two keys of somebody who works fast, shorter than one to look up.
    static let length = DispatchTimeInterval.milliseconds(400)

    private let latest = Mutex(0)

    func await(on queue: DispatchQueue, _ work: @escaping @Sendable () -> Void) {
        let mine = latest.withLock { latest in
            latest += 1
            return latest
        }
        queue.asyncAfter(deadline: .now() + Self.length) {
            if self.latest.withLock({ $0 }) == mine { work() }
        }
    }
}
