/// Runs so many pieces of work, each by its number, and returns when all are done; they may run side by side.
///
/// What pieces give is put together in their order, so that it is the same on one core and on several.
public typealias WorkShare = (_ count: Int, _ work: (Int) -> Void) -> Void

public enum WorkShares {
    /// One piece after the other.
    public static func oneByOne(_ count: Int, _ work: (Int) -> Void) {
        for index in 0..<count { work(index) }
    }
}
