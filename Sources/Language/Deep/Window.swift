/// Some neighbouring words that the transformer sees at once, and those of them whose labels it is asked for.
///
///     words  […………………………]
///     core       [………………]        the rest is context, for which another window is asked
struct Window: Hashable {
    let words: Range<Int>
    let core: Range<Int>

    /// So many pieces of context on each side of a core, where a sentence is longer than a window.
    static let overlap = 48

    /// Windows over a sentence: one if it fits, else several that overlap. Each word is in exactly one core.
    /// - Parameters:
    ///   - starts: where each word's pieces begin, and where the last one's end.
    ///   - limit: the most pieces of a window.
    static func windows(starts: [Int], limit: Int) -> [Window] {
        let count = starts.count - 1
        guard count > 0 else { return [] }
        if starts[count] - starts[0] <= limit { return [Window(words: 0..<count, core: 0..<count)] }
        let overlap = min(Self.overlap, limit / 4)
        var windows: [Window] = []
        var first = 0
        while first < count {
            var left = first
            while left > 0, starts[first] - starts[left - 1] <= overlap { left -= 1 }
            // At least one word, however long.
            var end = first + 1
            while end < count, starts[end + 1] - starts[left] <= limit - overlap { end += 1 }
            var right = end
            while right < count, starts[right + 1] - starts[left] <= limit { right += 1 }
            if right == count { end = count }
            windows.append(Window(words: left..<right, core: first..<end))
            first = end
        }
        return windows
    }
}
