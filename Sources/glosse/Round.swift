import Synchronization

/// Which run of a repeated background work counts: the latest one that was begun.
final class Round: Sendable {
    private let latest = Mutex(0)

    /// Begins a new run; from now on all others are stale.
    func begin() -> Int {
        latest.withLock { latest in
            latest += 1
            return latest
        }
    }

    /// Does something unless the run is stale; no new one can begin meanwhile.
    /// - Returns: whether it was done.
    func perform(in run: Int, _ body: () -> Void) -> Bool {
        latest.withLock { latest in
            if latest == run { body() }
            return latest == run
        }
    }
}
