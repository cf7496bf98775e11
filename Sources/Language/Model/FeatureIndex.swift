/// Numbers the features of a training set in the order of their first sight and counts them.
struct FeatureIndex {
    private(set) var hashes: [UInt64] = []
    private(set) var counts: [UInt32] = []
    /// A number plus one; zero is free.
    private var slots: [UInt32] = Array(repeating: 0, count: 1 << 16)

    var count: Int { hashes.count }

    mutating func number(of hash: UInt64) -> Int {
        if (hashes.count + 1) * 2 > slots.count { grow() }
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
            let number = Int(slots[slot]) - 1
            if hashes[number] == hash {
                counts[number] &+= 1
                return number
            }
            slot = (slot + 1) & mask
        }
        hashes.append(hash)
        counts.append(1)
        slots[slot] = UInt32(hashes.count)
        return hashes.count - 1
    }

    private mutating func grow() {
        var grown: [UInt32] = Array(repeating: 0, count: slots.count * 2)
        let mask = grown.count - 1
        for (number, hash) in hashes.enumerated() {
            var slot = Int(truncatingIfNeeded: hash) & mask
            while grown[slot] != 0 { slot = (slot + 1) & mask }
            grown[slot] = UInt32(number + 1)
        }
        slots = grown
    }
}
