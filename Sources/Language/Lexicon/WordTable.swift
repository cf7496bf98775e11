/// A dictionary from words, as bytes, to what is known about them.
///
/// One block of bytes and one array of slots (open addressing, at most half full): a look-up hashes the bytes where
/// they stand in the text and makes no string.
struct WordTable<Value: Sendable>: Sendable {
    private struct Entry: Sendable {
        /// Half the size of `Int`, so that more of the table fits the cache.
        let start: UInt32
        let count: UInt32
        var value: Value

        var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
    }

    private var keys: [UInt8] = []
    private var entries: [Entry] = []
    /// An index into `entries` plus one; zero is free.
    private var slots: [UInt32] = []

    init(capacity: Int = 64) {
        slots = Array(repeating: 0, count: Self.slotCount(for: capacity))
        entries.reserveCapacity(capacity)
    }

    /// Of two values for one word the first stays.
    init(_ words: some Sequence<(String, Value)>) {
        self.init()
        for (word, value) in words {
            var word = word
            word.withUTF8 { bytes in insert(bytes, value) { old, _ in old } }
        }
    }

    var count: Int { entries.count }

    func value(of word: UnsafeBufferPointer<UInt8>) -> Value? {
        let slot = slots[slot(of: word)]
        return slot == 0 ? nil : entries[Int(slot) - 1].value
    }

    /// Adds a word, or joins the value with the one it has.
    mutating func insert(
        _ word: UnsafeBufferPointer<UInt8>, _ value: Value, joined: (Value, Value) -> Value
    ) {
        if (entries.count + 1) * 2 > slots.count { grow() }
        let slot = slot(of: word)
        if slots[slot] == 0 {
            entries.append(Entry(start: UInt32(keys.count), count: UInt32(word.count), value: value))
            keys.append(contentsOf: word)
            slots[slot] = UInt32(entries.count)
        } else {
            let index = Int(slots[slot]) - 1
            entries[index].value = joined(entries[index].value, value)
        }
    }

    private static func slotCount(for capacity: Int) -> Int {
        var count = 16
        while count < capacity * 2 { count *= 2 }
        return count
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 2)
        for (index, entry) in entries.enumerated() {
            let slot = keys.withUnsafeBufferPointer { keys in
                self.slot(of: UnsafeBufferPointer(rebasing: keys[entry.range]))
            }
            slots[slot] = UInt32(index + 1)
        }
    }

    /// The slot that holds the word, or the free one where it belongs.
    private func slot(of word: UnsafeBufferPointer<UInt8>) -> Int {
        let mask = slots.count - 1
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325  // FNV-1a
        for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        var slot = Int(truncatingIfNeeded: hash ^ (hash >> 29)) & mask
        keys.withUnsafeBufferPointer { keys in
            while slots[slot] != 0 {
                let entry = entries[Int(slots[slot]) - 1]
                if Int(entry.count) == word.count, keys[entry.range].elementsEqual(word) { return }
                slot = (slot + 1) & mask
            }
        }
        return slot
    }
}
