/// Which numbers a step overlooks, so that none is relied on alone: a share of them, by a chance that is the same for
/// the same seed, step and site, wherever and whenever it is asked for.
struct Dropout: Hashable {
    static let none = Dropout(share: 0, seed: 0)

    let share: Float
    private let seed: UInt64

    /// - Parameter share: at least 0 and less than 1.
    init(share: Float, seed: UInt64) {
        self.share = share
        self.seed = seed
    }

    /// The chance for one place in the transformer where numbers are dropped.
    func key(_ site: Int) -> UInt64 {
        var random = SplitMix(seed: seed ^ (UInt64(site) &+ 1) &* 0xD6E8_FEB8_6659_FD93)
        return random.next()
    }
}
