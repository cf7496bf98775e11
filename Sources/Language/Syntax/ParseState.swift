/// A word that still waits for its head, with what has been attached to it: the outer two on each side.
///
/// Indices of words; -1 for none.
struct ParseItem {
    var word: Int32
    var left: Int32 = -1
    var secondLeft: Int32 = -1
    var right: Int32 = -1
    var secondRight: Int32 = -1
    var leftCount: Int32 = 0
    var rightCount: Int32 = 0

    static let none = ParseItem(word: -1)

    @inline(__always)
    mutating func attachLeft(_ word: Int32) {
        secondLeft = left
        left = word
        leftCount += 1
    }

    @inline(__always)
    mutating func attachRight(_ word: Int32) {
        secondRight = right
        right = word
        rightCount += 1
    }
}

/// What the parser does next (arc-hybrid: Kuhlmann, Gómez-Rodríguez, Satta, "Dynamic programming algorithms for
/// transition-based dependency parsers", 2011).
enum ParseAction: Int, CaseIterable {
    /// The next word goes onto the stack.
    case shift
    /// The top of the stack gets the next word as its head.
    case left
    /// The top of the stack gets the word below it as its head.
    case right
}

/// A place in the search: the stack as a linked list that states share, the next word, and the way here.
struct ParseState {
    var score: Int64 = 0
    /// The top of the stack, an index of a cell; -1 for none.
    var top: Int32 = -1
    /// The state before, and what was done there.
    var previous: Int32 = -1
    var action: Int32 = 0
    /// The next word with what hangs on it already.
    var next: ParseItem
}

/// One place of the stack.
struct ParseCell {
    var item: ParseItem
    var below: Int32
}
