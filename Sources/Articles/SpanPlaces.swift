/// Where the elements of a `SpanTable` are, by their ids: 12 bytes a place, since 100,000 mentions have one each.
///
/// The ids themselves are not kept again. A look-up gives the places of all ids with the same hash, nearly always one,
/// and the table looks there. In parts, so that a change copies one part only while somebody keeps a copy.
struct SpanPlaces: Sendable {
    private struct Slot: Sendable {
        /// Of the id's hash; 0 in a free slot.
        var tag: UInt32 = 0
        var start: UInt32 = 0
        var end: UInt32 = 0
    }

    /// Open addressing: what belongs at one index goes to the next free one behind it.
    private struct Part: Sendable {
        private var slots: [Slot] = []
        private var count = 0

        func places(_ tag: UInt32) -> [Span] {
            guard count > 0 else { return [] }
            var found: [Span] = []
            var index = home(of: tag)
            while slots[index].tag != 0 {
                let slot = slots[index]
                if slot.tag == tag { found.append(Span(Int(slot.start), Int(slot.end))) }
                index = (index + 1) & (slots.count - 1)
            }
            return found
        }

        /// - Returns: whether another place has the same tag.
        mutating func insert(_ slot: Slot) -> Bool {
            if (count + 1) * 5 > slots.count * 4 { grow() }
            var isKnown = false
            var index = home(of: slot.tag)
            while slots[index].tag != 0 {
                isKnown = isKnown || slots[index].tag == slot.tag
                index = (index + 1) & (slots.count - 1)
            }
            slots[index] = slot
            count += 1
            return isKnown
        }

        mutating func remove(_ slot: Slot) {
            guard count > 0 else { return }
            var index = home(of: slot.tag)
            while slots[index].tag != slot.tag || slots[index].start != slot.start
                || slots[index].end != slot.end
            {
                if slots[index].tag == 0 { return }
                index = (index + 1) & (slots.count - 1)
            }
            count -= 1
            // Whatever had to move on because of this one moves back, so that no search ends too early.
            var hole = index
            var next = (hole + 1) & (slots.count - 1)
            while slots[next].tag != 0 {
                let distance = (next &- home(of: slots[next].tag)) & (slots.count - 1)
                if distance >= (next &- hole) & (slots.count - 1) {
                    slots[hole] = slots[next]
                    hole = next
                }
                next = (next + 1) & (slots.count - 1)
            }
            slots[hole] = Slot()
        }

        private func home(of tag: UInt32) -> Int { Int(tag) & (slots.count - 1) }

        private mutating func grow() {
            let old = slots
            slots = Array(repeating: Slot(), count: max(4, old.count * 2))
            count = 0
            for slot in old where slot.tag != 0 { _ = insert(slot) }
        }
    }

    private static let partCount = 256
    /// None before the first place: 100,000 articles without annotations have two such tables each.
    private var parts: [Part] = []
    /// Places where 32 bits do not reach, as a damaged file may have them.
    private var far: [ID: [Span]] = [:]
    private(set) var count = 0

    /// All places that an id may have: the one under which it was inserted, rarely another one beside it.
    func places(of id: ID) -> [Span] {
        let (part, tag) = Self.address(of: id)
        let near = parts.isEmpty ? [] : parts[part].places(tag)
        return near + (far.isEmpty ? [] : far[id] ?? [])
    }

    /// - Returns: false when another place has the same tag, so that it may be one of the same id.
    @discardableResult
    mutating func insert(_ id: ID, _ span: Span) -> Bool {
        count += 1
        let (part, tag) = Self.address(of: id)
        guard let slot = Self.slot(tag, span) else {
            far[id, default: []].append(span)
            return false
        }
        if parts.isEmpty { parts = Array(repeating: Part(), count: Self.partCount) }
        return !parts[part].insert(slot)
    }

    /// - Precondition: the id was inserted with this place.
    mutating func remove(_ id: ID, _ span: Span) {
        count -= 1
        let (part, tag) = Self.address(of: id)
        if let slot = Self.slot(tag, span) {
            if !parts.isEmpty { parts[part].remove(slot) }
        } else {
            far[id]?.removeAll { $0 == span }
            if far[id]?.isEmpty == true { far[id] = nil }
        }
    }

    private static func slot(_ tag: UInt32, _ span: Span) -> Slot? {
        guard let start = UInt32(exactly: span.start), let end = UInt32(exactly: span.end) else { return nil }
        return Slot(tag: tag, start: start, end: end)
    }

    /// By the hash and not by the bytes: ids in which the same letters are composed differently are equal.
    private static func address(of id: ID) -> (part: Int, tag: UInt32) {
        let hash = UInt64(truncatingIfNeeded: id.hashValue)
        return (Int(hash % UInt64(partCount)), max(1, UInt32(truncatingIfNeeded: hash >> 32)))
    }
}
