/// Something that has an id and a place in the text.
public protocol Spanned: Sendable {
    var id: ID { get }
    var bounds: Span { get }
    /// Whether it waits for a person's decision.
    var isOpen: Bool { get }
    /// Whether it is passed by where elements are counted and stepped through.
    var isQuiet: Bool { get }
}

extension Mention: Spanned {
    public var isOpen: Bool { status == .suggested && !isQuiet }
}

extension Fact: Spanned {
    public var isOpen: Bool { status == .suggested }
    public var isQuiet: Bool { false }
}

/// Elements sorted by their place, with the questions a screen asks: what is here, what comes next.
///
/// A list of short sorted chunks. Inserting moves at most one chunk, a copy shares all chunks but the changed one,
/// and the furthest end in each chunk finds the long elements that begin far before the place asked about.
public struct SpanTable<Element: Spanned>: Sendable {
    struct Chunk: Sendable {
        var elements: [Element]
        var furthestEnd: Int
        /// How many of the elements are open: the next open one is found without looking at the others.
        var openCount: Int
        var quietCount: Int
        /// The furthest end in this chunk and in all before it.
        var reach = 0

        init(_ elements: [Element]) {
            self.elements = elements
            furthestEnd = elements.reduce(0) { Swift.max($0, $1.bounds.end) }
            openCount = elements.reduce(0) { $0 + ($1.isOpen ? 1 : 0) }
            quietCount = elements.reduce(0) { $0 + ($1.isQuiet ? 1 : 0) }
        }

        var first: Span { elements[0].bounds }
    }

    static var chunkLimit: Int { 256 }

    private static func chunks(of sorted: [Element]) -> [Chunk] {
        stride(from: 0, to: sorted.count, by: chunkLimit).map {
            Chunk(Array(sorted[$0..<Swift.min($0 + chunkLimit, sorted.count)]))
        }
    }

    var chunks: [Chunk] = []
    var places = SpanPlaces()

    public init() {}

    /// Sorts once; of two elements with the same id the later one stays.
    public init(_ elements: some Sequence<Element>) {
        var all = Array(elements)
        // By index: copying each element out of the array would cost more than the rest.
        var mayRepeat = false
        for index in all.indices where !places.insert(all[index].id, all[index].bounds) { mayRepeat = true }
        if mayRepeat {
            all = Self.latest(all)
            places = SpanPlaces()
            for index in all.indices { places.insert(all[index].id, all[index].bounds) }
        }
        let isSorted = all.indices.dropFirst().allSatisfy { Self.precedes(all[$0 - 1], all[$0]) }
        if !isSorted { all.sort { Self.precedes($0, $1) } }
        chunks = Self.chunks(of: all)
        openCount = Self.openCount(of: chunks)
        quietCount = Self.quietCount(of: chunks)
        updateReach(from: 0)
    }

    static func openCount(of chunks: some Sequence<Chunk>) -> Int {
        chunks.reduce(0) { $0 + $1.openCount }
    }

    static func quietCount(of chunks: some Sequence<Chunk>) -> Int {
        chunks.reduce(0) { $0 + $1.quietCount }
    }

    /// Without those whose id comes again.
    private static func latest(_ elements: [Element]) -> [Element] {
        var seen: Set<ID> = []
        return elements.reversed().filter { seen.insert($0.id).inserted }.reversed()
    }

    /// Brings `reach` up to date after a change in a chunk.
    mutating func updateReach(from index: Int, through last: Int? = nil) {
        var reach = index == 0 ? 0 : chunks[index - 1].reach
        for chunk in index..<Swift.max(index, chunks.count) {
            reach = Swift.max(reach, chunks[chunk].furthestEnd)
            if let last, chunk > last, chunks[chunk].reach == reach { return }
            chunks[chunk].reach = reach
        }
    }

    public var count: Int { places.count }

    /// How many there are without the quiet ones.
    public var countOfShown: Int { count - quietCount }

    public var isEmpty: Bool { chunks.isEmpty }

    /// How many elements wait for a decision.
    public internal(set) var openCount = 0

    /// How many elements are passed by where the others are counted.
    public internal(set) var quietCount = 0

    public func contains(_ id: ID) -> Bool { position(of: id) != nil }

    public subscript(id: ID) -> Element? {
        guard let (chunk, index) = position(of: id) else { return nil }
        return chunks[chunk].elements[index]
    }

    /// Adds the element, or puts it in the place of the one with the same id.
    public mutating func insert(_ element: Element) {
        remove(element.id)
        places.insert(element.id, element.bounds)
        if element.isOpen { openCount += 1 }
        if element.isQuiet { quietCount += 1 }
        guard !chunks.isEmpty else {
            chunks = [Chunk([element])]
            updateReach(from: 0)
            return
        }
        let chunk = Swift.max(0, chunks.partitioningIndex { Self.precedes(element, $0.elements[0]) } - 1)
        let index = chunks[chunk].elements.partitioningIndex { Self.precedes(element, $0) }
        chunks[chunk].elements.insert(element, at: index)
        chunks[chunk].furthestEnd = Swift.max(chunks[chunk].furthestEnd, element.bounds.end)
        if element.isOpen { chunks[chunk].openCount += 1 }
        if element.isQuiet { chunks[chunk].quietCount += 1 }
        if chunks[chunk].elements.count > Self.chunkLimit {
            let half = chunks[chunk].elements.count / 2
            let upper = Chunk(Array(chunks[chunk].elements[half...]))
            chunks[chunk] = Chunk(Array(chunks[chunk].elements[..<half]))
            chunks.insert(upper, at: chunk + 1)
        }
        updateReach(from: chunk, through: chunk + 1)
    }

    /// Adds elements, at the cost of a copy when they come in order behind all others, as from a file of ours.
    mutating func append(contentsOf elements: [Element]) {
        let end = chunks.last?.elements.last
        let isInOrder = zip([end].compactMap(\.self) + elements, elements.dropFirst(end == nil ? 1 : 0))
            .allSatisfy(Self.precedes)
        let ids = Set(elements.map(\.id))
        guard isInOrder, ids.count == elements.count, ids.allSatisfy({ position(of: $0) == nil })
        else {
            for element in elements { insert(element) }
            return
        }
        for element in elements { places.insert(element.id, element.bounds) }
        let added = Self.chunks(of: elements)
        openCount += Self.openCount(of: added)
        quietCount += Self.quietCount(of: added)
        chunks += added
        updateReach(from: chunks.count - added.count)
    }

    @discardableResult
    public mutating func remove(_ id: ID) -> Element? {
        guard let (chunk, index) = position(of: id) else { return nil }
        let element = chunks[chunk].elements.remove(at: index)
        places.remove(id, element.bounds)
        if element.isOpen {
            chunks[chunk].openCount -= 1
            openCount -= 1
        }
        if element.isQuiet {
            chunks[chunk].quietCount -= 1
            quietCount -= 1
        }
        if chunks[chunk].elements.isEmpty {
            chunks.remove(at: chunk)
        } else if element.bounds.end == chunks[chunk].furthestEnd {
            chunks[chunk].furthestEnd = chunks[chunk].elements.reduce(0) { Swift.max($0, $1.bounds.end) }
        }
        updateReach(from: chunk, through: chunk)
        return element
    }

    /// Takes out the elements that lie inside the span and are `isReplaced`, and adds others in their place.
    ///
    /// Sorts and rebuilds only the chunks around the span, so that an engine can report a long article a piece at a
    /// time. Additions replace the elements with their ids, wherever those are; of two with one id the later stays.
    public mutating func replace(
        in span: Span, where isReplaced: (Element) -> Bool, with additions: some Sequence<Element>
    ) {
        var inside: [Element] = []
        for element in Self.latest(Array(additions)) {
            if span.contains(element.bounds) {
                if let place = self[element.id]?.bounds, !span.contains(place) { remove(element.id) }
                inside.append(element)
            } else {
                insert(element)
            }
        }
        // Whatever lies in the span sorts behind the first element of this chunk and before that of `end`.
        let begin = Swift.max(0, chunks.partitioningIndex { $0.first.start >= span.start } - 1)
        let end = Swift.max(begin, chunks.partitioningIndex { $0.first.start > span.end })
        let replacing = Set(inside.map(\.id))
        var elements: [Element] = []
        for chunk in chunks[begin..<end] {
            for element in chunk.elements {
                if replacing.contains(element.id) || span.contains(element.bounds) && isReplaced(element) {
                    places.remove(element.id, element.bounds)
                } else {
                    elements.append(element)
                }
            }
        }
        for element in inside { places.insert(element.id, element.bounds) }
        elements += inside
        elements.sort { Self.precedes($0, $1) }
        let rebuilt = Self.chunks(of: elements)
        openCount += Self.openCount(of: rebuilt) - Self.openCount(of: chunks[begin..<end])
        quietCount += Self.quietCount(of: rebuilt) - Self.quietCount(of: chunks[begin..<end])
        chunks.replaceSubrange(begin..<end, with: rebuilt)
        updateReach(from: begin, through: begin + rebuilt.count)
    }

    /// The elements whose bounds share a byte with the span, outer before inner.
    public func overlapping(_ span: Span) -> [Element] {
        var found: [Element] = []
        for chunk in chunks[chunks.partitioningIndex { $0.reach > span.start }...] {
            if chunk.first.start >= span.end { break }
            if chunk.furthestEnd <= span.start { continue }
            for element in chunk.elements {
                if element.bounds.start >= span.end { break }
                if element.bounds.end > span.start { found.append(element) }
            }
        }
        return found
    }

    /// The first element in order that begins at or after the offset, before the limit, and is wanted.
    public func first(
        from offset: Int, before limit: Int = .max, where wanted: (Element) -> Bool = { _ in true }
    ) -> Element? {
        first(from: offset, before: limit, inChunks: { _ in true }, where: wanted)
    }

    /// The first open element in order that begins at or after the offset, before the limit, and is wanted.
    public func firstOpen(
        from offset: Int, before limit: Int = .max, where wanted: (Element) -> Bool = { _ in true }
    ) -> Element? {
        first(from: offset, before: limit, inChunks: { $0.openCount > 0 }, where: { $0.isOpen && wanted($0) })
    }

    /// The last element in order that begins before the offset and is wanted.
    public func last(before offset: Int, where wanted: (Element) -> Bool = { _ in true }) -> Element? {
        last(before: offset, inChunks: { _ in true }, where: wanted)
    }

    /// The last open element in order that begins before the offset and is wanted.
    public func lastOpen(before offset: Int, where wanted: (Element) -> Bool = { _ in true }) -> Element? {
        last(before: offset, inChunks: { $0.openCount > 0 }, where: { $0.isOpen && wanted($0) })
    }

    private func first(
        from offset: Int, before limit: Int, inChunks isPromising: (Chunk) -> Bool,
        where wanted: (Element) -> Bool
    ) -> Element? {
        var chunk = Swift.max(0, chunks.partitioningIndex { $0.first.start >= offset } - 1)
        while chunk < chunks.count, chunks[chunk].first.start < limit {
            if isPromising(chunks[chunk]) {
                // Searched for and not scanned to: a strip of the whole text asks this for each of its rows.
                var index = chunks[chunk].elements.partitioningIndex { $0.bounds.start >= offset }
                while index < chunks[chunk].elements.count {
                    let element = chunks[chunk].elements[index]
                    if element.bounds.start >= limit { return nil }
                    if wanted(element) { return element }
                    index += 1
                }
            }
            chunk += 1
        }
        return nil
    }

    private func last(
        before offset: Int, inChunks isPromising: (Chunk) -> Bool, where wanted: (Element) -> Bool
    ) -> Element? {
        var chunk = chunks.partitioningIndex { $0.first.start >= offset } - 1
        while chunk >= 0 {
            if isPromising(chunks[chunk]) {
                let end = chunks[chunk].elements.partitioningIndex { $0.bounds.start >= offset }
                if let found = chunks[chunk].elements[..<end].last(where: wanted) { return found }
            }
            chunk -= 1
        }
        return nil
    }

    private func position(of id: ID) -> (chunk: Int, index: Int)? {
        places.places(of: id).lazy.compactMap { position(of: id, at: $0) }.first
    }

    /// Elements with equal bounds are told apart by id, so the place is found without a scan.
    private func position(of id: ID, at bounds: Span) -> (chunk: Int, index: Int)? {
        let chunk = chunks.partitioningIndex { Self.key($0.elements[0]) > (bounds, id) } - 1
        guard chunk >= 0 else { return nil }
        let index = chunks[chunk].elements.partitioningIndex { Self.key($0) >= (bounds, id) }
        guard index < chunks[chunk].elements.count, chunks[chunk].elements[index].id == id else { return nil }
        return (chunk, index)
    }

    private static func key(_ element: Element) -> (Span, ID) { (element.bounds, element.id) }

    private static func precedes(_ left: Element, _ right: Element) -> Bool {
        let (first, second) = (left.bounds, right.bounds)
        return first != second ? first < second : left.id < right.id
    }
}

extension SpanTable: Sequence {
    /// Inlinable, so that a loop in another module is made for just its elements: exporters go through all of them.
    public struct Iterator: IteratorProtocol {
        @usableFromInline let chunks: [[Element]]
        @usableFromInline var chunk = 0
        @usableFromInline var index = 0

        fileprivate init(chunks: [[Element]]) { self.chunks = chunks }

        @inlinable
        public mutating func next() -> Element? {
            guard chunk < chunks.count else { return nil }
            let element = chunks[chunk][index]
            index += 1
            if index == chunks[chunk].count { (chunk, index) = (chunk + 1, 0) }
            return element
        }
    }

    public func makeIterator() -> Iterator { Iterator(chunks: chunks.map { $0.elements }) }

    public var underestimatedCount: Int { count }
}

extension RandomAccessCollection where Index == Int {
    /// The first index whose element satisfies a condition that holds for all elements behind it too.
    public func partitioningIndex(where belongsBehind: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = low + (high - low) / 2
            if belongsBehind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
