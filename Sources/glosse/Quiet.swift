import Glibc
import Synchronization

/// Since when nobody has pressed a key: what takes long waits for that, so that typing is never slowed.
final class Quiet: Sendable {
    /// Longer than the pause between two keys of somebody who types or scrolls.
    private static let length = Duration.milliseconds(300)

    private let latest = Mutex<ContinuousClock.Instant?>(nil)

    /// A key was pressed.
    func end() { latest.withLock { $0 = .now } }

    /// Waits, in the background, until there has been quiet for a while; gives up when the task is cancelled.
    func await() {
        while !Task.isCancelled,
            let latest = latest.withLock({ $0 }), latest.duration(to: .now) < Self.length
        {
            usleep(20_000)
        }
    }
}
