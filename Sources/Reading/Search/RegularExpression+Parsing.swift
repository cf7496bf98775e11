extension RegularExpression {
    /// What a pattern says, before it is made into instructions.
    indirect enum Tree: Sendable {
        /// Whether a repetition takes as much as it can or as little.
        enum Greed: Sendable {
            case most, least
        }

        case set(ScalarSet)
        case check(Assertion)
        case sequence([Tree])
        case choice([Tree])
        /// - Parameter most: nil is without end.
        case repetition(Tree, least: Int, most: Int?, Greed)
    }

    /// Reads the usual notation: `a|b`, `(…)`, `[a-z]`, `.`, `* + ? {2,5}` and their lazy forms with `?`, `^ $ \b`,
    /// `\d \w \s \p{Lu}` and their opposites, `\x{20AC}`.
    struct Parser {
        private let pattern: String
        private var rest: Substring.UnicodeScalarView
        private var depth = 0
        /// Whether a capital was typed as a letter to look for, so that case matters.
        private(set) var hasCapital = false

        init(_ pattern: String) {
            self.pattern = pattern
            rest = Substring(pattern).unicodeScalars
        }

        mutating func parse() throws(SearchError) -> Tree {
            let tree = try choice()
            guard rest.isEmpty else { throw wrong("a “)” has no “(” before it") }
            return tree
        }

        private func wrong(_ reason: String) -> SearchError {
            SearchError("“\(pattern)” is no regular expression: \(reason)")
        }

        private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
            guard rest.first == scalar else { return false }
            rest.removeFirst()
            return true
        }

        private mutating func choice() throws(SearchError) -> Tree {
            var parts = [try sequence()]
            while take("|") { parts.append(try sequence()) }
            return parts.count == 1 ? parts[0] : .choice(parts)
        }

        private mutating func sequence() throws(SearchError) -> Tree {
            var parts: [Tree] = []
            while let next = rest.first, next != "|", next != ")" {
                let part = try single()
                parts.append(try repetition(of: part))
            }
            return .sequence(parts)
        }

        private mutating func repetition(of part: Tree) throws(SearchError) -> Tree {
            guard let (least, most) = try count() else { return part }
            let greed: Tree.Greed = take("?") ? .least : .most
            if rest.first == "+" { throw wrong("possessive repetition is not known; leave the “+” out") }
            return try repetition(of: .repetition(part, least: least, most: most, greed))
        }

        /// `*`, `+`, `?`, `{2}`, `{2,}` or `{2,5}`; braces around anything else are text.
        private mutating func count() throws(SearchError) -> (least: Int, most: Int?)? {
            if take("*") { return (0, nil) }
            if take("+") { return (1, nil) }
            if take("?") { return (0, 1) }
            guard rest.first == "{", let close = rest.firstIndex(of: "}") else { return nil }
            let inside = rest[rest.index(after: rest.startIndex)..<close]
            let numbers = inside.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
                .map { String(Substring($0)) }
            guard numbers.allSatisfy({ $0.utf8.allSatisfy { 48...57 ~= $0 } }), let first = numbers.first,
                !first.isEmpty
            else { return nil }
            rest = rest[rest.index(after: close)...]
            let least = Int(first) ?? .max
            let most = numbers.count == 1 ? least : numbers[1].isEmpty ? nil : Int(numbers[1]) ?? .max
            guard max(least, most ?? 0) <= 1000 else {
                throw wrong("at most 1000 repetitions can be asked for")
            }
            guard least <= most ?? least else { throw wrong("“{\(String(Substring(inside)))}” is empty") }
            return (least, most)
        }

        private mutating func single() throws(SearchError) -> Tree {
            guard let next = rest.popFirst() else { return .sequence([]) }
            switch next {
            case "(": return try group()
            case "[": return .set(try bracket())
            case ".": return .set(ScalarSet([.range(10...10), .range(13...13)], isNegated: true))
            case "^": return .check(.start)
            case "$": return .check(.end)
            case "*", "+", "?": throw wrong("nothing stands before “\(next)” that it could repeat")
            case "\\": return try escape()
            default: return .set(ScalarSet([letter(next)]))
            }
        }

        private mutating func group() throws(SearchError) -> Tree {
            if take("?") {
                if take("P") || rest.first == "<" {
                    let isNamed = take("<") && rest.first != "=" && rest.first != "!"
                    guard isNamed, let close = rest.firstIndex(of: ">") else { throw unknownGroup }
                    rest = rest[rest.index(after: close)...]
                } else if !take(":") {
                    throw unknownGroup
                }
            }
            depth += 1
            guard depth <= 100 else { throw wrong("the brackets lie too deep in each other") }
            let tree = try choice()
            depth -= 1
            guard take(")") else { throw wrong("a “(” has no “)” behind it") }
            return tree
        }

        private var unknownGroup: SearchError {
            wrong("groups are “(…)”, “(?:…)” and “(?<name>…)”; look-around and flags are not known")
        }

        private mutating func bracket() throws(SearchError) -> ScalarSet {
            let isNegated = take("^")
            var members: [ScalarSet.Member] = []
            while let next = rest.popFirst() {
                if next == "]", !members.isEmpty { return ScalarSet(members, isNegated: isNegated) }
                let member = next == "\\" ? try member() : letter(next)
                guard case .range(let first) = member, rest.first == "-", rest.dropFirst().first != "]",
                    rest.count > 1
                else {
                    members.append(member)
                    continue
                }
                rest.removeFirst()
                guard let end = rest.popFirst() else { break }
                guard case .range(let last) = end == "\\" ? try self.member() : letter(end),
                    first.lowerBound <= last.lowerBound
                else { throw wrong("a range in “[…]” ends before it begins") }
                members.append(.range(first.lowerBound...last.lowerBound))
            }
            throw wrong("a “[” has no “]” behind it")
        }

        private mutating func letter(_ scalar: Unicode.Scalar) -> ScalarSet.Member {
            if scalar.properties.isUppercase { hasCapital = true }
            return .range(scalar.value...scalar.value)
        }

        private mutating func escape() throws(SearchError) -> Tree {
            if take("b") { return .check(.wordEdge) }
            if take("B") { return .check(.noWordEdge) }
            return .set(ScalarSet([try member()]))
        }

        /// What stands behind a `\`, as a part of a set.
        private mutating func member() throws(SearchError) -> ScalarSet.Member {
            guard let next = rest.popFirst() else { throw wrong("nothing stands behind the last “\\”") }
            switch next {
            case "d": return .kind(.digit)
            case "D": return .otherThan(.digit)
            case "w": return .kind(.word)
            case "W": return .otherThan(.word)
            case "s": return .kind(.space)
            case "S": return .otherThan(.space)
            case "p": return .kind(try category())
            case "P": return .otherThan(try category())
            case "t": return .range(9...9)
            case "n": return .range(10...10)
            case "r": return .range(13...13)
            case "x": return letter(try number(digits: 2))
            case "u": return letter(try number(digits: 4))
            case "0"..."9": throw wrong("“\\\(next)” would refer back, which is not known")
            case "a"..."z", "A"..."Z": throw wrong("“\\\(next)” means nothing")
            default: return letter(next)
            }
        }

        private mutating func braced() throws(SearchError) -> String {
            guard take("{"), let close = rest.firstIndex(of: "}") else { throw wrong("“{…}” is missing") }
            defer { rest = rest[rest.index(after: close)...] }
            return String(Substring(rest[..<close]))
        }

        private mutating func category() throws(SearchError) -> ScalarKind {
            let name = try braced()
            guard let kind = ScalarKind.categories[name] else {
                let known = ScalarKind.categories.keys.sorted().joined(separator: ", ")
                throw wrong("“\(name)” is no category; there are \(known)")
            }
            return kind
        }

        /// A character by its number in hexadecimal digits: so many, or as many as stand in braces.
        private mutating func number(digits: Int) throws(SearchError) -> Unicode.Scalar {
            let text: String
            if rest.first == "{" {
                text = try braced()
            } else {
                text = String(Substring(rest.prefix(digits)))
                rest = rest.dropFirst(digits)
            }
            guard let value = UInt32(text, radix: 16), let scalar = Unicode.Scalar(value) else {
                throw wrong("“\(text)” is the number of no character")
            }
            return scalar
        }
    }
}
