/// A set of numbers from 0 on, most of them small: a bit for each of those.
struct NumberSet {
    private var bits: [UInt64] = []
    private var large: Set<Int> = []
    private let limit: Int

    /// - Parameter limit: numbers from here on have no bit, so that a damaged one takes no memory.
    init(upTo limit: Int) { self.limit = limit }

    func contains(_ number: Int) -> Bool {
        guard number < limit else { return large.contains(number) }
        return number >> 6 < bits.count && bits[number >> 6] >> UInt64(number & 63) & 1 == 1
    }

    mutating func insert(_ number: Int) {
        guard number < limit else {
            large.insert(number)
            return
        }
        let missing = (number >> 6) + 1 - bits.count
        if missing > 0 { bits.append(contentsOf: repeatElement(0, count: missing)) }
        bits[number >> 6] |= 1 << UInt64(number & 63)
    }
}
