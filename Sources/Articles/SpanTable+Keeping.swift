extension SpanTable {
    /// The elements that are wanted, in the same order: nothing is sorted, and only the ids that go are looked up.
    public func keeping(where isWanted: (Element) -> Bool) -> SpanTable {
        var kept = self
        kept.chunks.removeAll(keepingCapacity: true)
        var elements: [Element] = []
        elements.reserveCapacity(Swift.min(count, Self.chunkLimit))
        func close() {
            kept.chunks.append(Chunk(elements))
            elements.removeAll(keepingCapacity: true)
        }
        for chunk in chunks {
            for element in chunk.elements {
                guard isWanted(element) else {
                    kept.places.remove(element.id, element.bounds)
                    continue
                }
                elements.append(element)
                if elements.count == Self.chunkLimit { close() }
            }
        }
        if !elements.isEmpty { close() }
        kept.openCount = Self.openCount(of: kept.chunks)
        kept.quietCount = Self.quietCount(of: kept.chunks)
        kept.updateReach(from: 0)
        return kept
    }

    /// Whether the other is a copy of this that nobody has changed since; false may also be said of equal ones.
    public func isCopy(of other: SpanTable) -> Bool {
        chunks.withUnsafeBufferPointer { mine in
            other.chunks.withUnsafeBufferPointer { theirs in
                mine.baseAddress == theirs.baseAddress && mine.count == theirs.count
            }
        }
    }

    /// Goes through all elements in order; without a copy of each.
    public func forEach(_ body: (Element) throws -> Void) rethrows {
        for chunk in chunks {
            for index in chunk.elements.indices { try body(chunk.elements[index]) }
        }
    }

    /// How many elements satisfy a condition; without a copy of each.
    public func count(where isCounted: (Element) -> Bool) -> Int {
        var count = 0
        forEach { if isCounted($0) { count += 1 } }
        return count
    }
}
