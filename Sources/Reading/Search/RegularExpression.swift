import Articles

/// A regular expression as a small program that is run for all places at once.
///
/// It never goes back in the text, so a pattern such as `(a+)+$`, which takes other engines for ever, costs the length
/// of the text times that of the program. The price is that look-around and back-references are not known. Source: Rob
/// Pike's matcher as in Russ Cox, "Regular Expression Matching: the Virtual Machine Approach" (2009).
struct RegularExpression: Sendable {
    enum Instruction: Sendable {
        /// Takes a character of the set with this number.
        case take(Int)
        /// Goes on at both places; what the first one finds counts more.
        case fork(Int, Int)
        case jump(Int)
        case check(Assertion)
        case accept
    }

    /// What must hold between two characters.
    enum Assertion: Sendable {
        case start, end, wordEdge, noWordEdge

        func holds(between before: UInt32?, and after: UInt32?) -> Bool {
            switch self {
            case .start: return before == nil
            case .end: return after == nil
            case .wordEdge: return Self.isWord(before) != Self.isWord(after)
            case .noWordEdge: return Self.isWord(before) == Self.isWord(after)
            }
        }

        private static func isWord(_ value: UInt32?) -> Bool { value.map(word.contains) ?? false }

        private static let word = ScalarSet([.kind(.word)])
    }

    let instructions: [Instruction]
    let sets: [ScalarSet]
    /// For each byte whether a hit can begin with it.
    let isFirst: [Bool]

    /// - Throws: what is wrong with the pattern.
    init(_ pattern: String) throws(SearchError) {
        var parser = Parser(pattern)
        let tree = try parser.parse()
        var compiler = Compiler(pattern: pattern, ignoresCase: !parser.hasCapital)
        try compiler.emit(tree)
        try compiler.emit(.accept)
        instructions = compiler.instructions
        sets = compiler.sets
        isFirst = Self.firstBytes(instructions, sets)
    }

    private static func firstBytes(_ instructions: [Instruction], _ sets: [ScalarSet]) -> [Bool] {
        var table = [Bool](repeating: false, count: 256)
        var seen: Set<Int> = []
        var waiting = [0]
        while let index = waiting.popLast() {
            guard seen.insert(index).inserted else { continue }
            switch instructions[index] {
            case .take(let set): sets[set].markFirstBytes(in: &table)
            case .fork(let first, let second): waiting += [first, second]
            case .jump(let target): waiting.append(target)
            case .check: waiting.append(index + 1)
            case .accept: break
            }
        }
        return table
    }
}

extension RegularExpression {
    /// Makes instructions from the tree of a pattern.
    private struct Compiler {
        let pattern: String
        let ignoresCase: Bool
        private(set) var instructions: [Instruction] = []
        private(set) var sets: [ScalarSet] = []
        private static let limit = 1000

        init(pattern: String, ignoresCase: Bool) {
            self.pattern = pattern
            self.ignoresCase = ignoresCase
        }

        mutating func emit(_ instruction: Instruction) throws(SearchError) {
            guard instructions.count < Self.limit else {
                throw SearchError("“\(pattern)” repeats too much; ask for less at a time")
            }
            instructions.append(instruction)
        }

        mutating func emit(_ tree: Tree) throws(SearchError) {
            switch tree {
            case .set(let set):
                sets.append(ignoresCase ? set.ignoringCase : set)
                try emit(.take(sets.count - 1))
            case .check(let assertion): try emit(Instruction.check(assertion))
            case .sequence(let parts): for part in parts { try emit(part) }
            case .choice(let parts): try emit(choice: parts[...])
            case .repetition(let part, let least, let most, let greed):
                for _ in 0..<least { try emit(part) }
                if let most {
                    try emit(optional: part, times: most - least, greed)
                } else {
                    try emit(loop: part, greed)
                }
            }
        }

        private mutating func emit(choice parts: ArraySlice<Tree>) throws(SearchError) {
            guard let first = parts.first else { return }
            guard parts.count > 1 else { return try emit(first) }
            let fork = instructions.count
            try emit(.jump(0))
            try emit(first)
            let jump = instructions.count
            try emit(.jump(0))
            instructions[fork] = .fork(fork + 1, instructions.count)
            try emit(choice: parts.dropFirst())
            instructions[jump] = .jump(instructions.count)
        }

        private mutating func emit(loop part: Tree, _ greed: Tree.Greed) throws(SearchError) {
            let fork = instructions.count
            try emit(.jump(0))
            try emit(part)
            try emit(.jump(fork))
            instructions[fork] = greed.fork(into: fork + 1, past: instructions.count)
        }

        private mutating func emit(
            optional part: Tree, times: Int, _ greed: Tree.Greed
        ) throws(SearchError) {
            var forks: [Int] = []
            for _ in 0..<times {
                forks.append(instructions.count)
                try emit(.jump(0))
                try emit(part)
            }
            for fork in forks { instructions[fork] = greed.fork(into: fork + 1, past: instructions.count) }
        }
    }
}

extension RegularExpression.Tree.Greed {
    fileprivate func fork(into inside: Int, past outside: Int) -> RegularExpression.Instruction {
        switch self {
        case .most: .fork(inside, outside)
        case .least: .fork(outside, inside)
        }
    }
}
