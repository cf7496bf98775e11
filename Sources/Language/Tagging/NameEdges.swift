/// Where the names of a tagger end: at brackets that they hold both of.
///
///     [Halle (Saale])         [Halle (Saale)]         the closing bracket follows directly
///     [New Jersey)]           [New Jersey])           it has no opening one
struct NameEdges {
    let sentence: SentenceTokens

    func names(_ names: [TaggedName]) -> [TaggedName] {
        var fitted: [TaggedName] = []
        for (index, name) in names.enumerated() {
            let limit = index + 1 < names.count ? names[index + 1].tokens.lowerBound : sentence.count
            let tokens = balanced(name.tokens, limit: limit)
            guard !tokens.isEmpty else { continue }
            var fit = name
            fit.tokens = tokens
            fitted.append(fit)
        }
        return fitted
    }

    /// With the closing bracket behind it, or else the longest part between brackets that have no partner; of two that are
    /// as long the last, which in `Frank) Bainirama` is the surname.
    private func balanced(_ tokens: Range<Int>, limit: Int) -> Range<Int> {
        var open: [Int] = []
        var alone: [Int] = []
        for index in tokens {
            if closing(of: index) != nil {
                open.append(index)
            } else if isClosing(index) {
                if let last = open.last, closing(of: last) == byte(index) {
                    open.removeLast()
                } else {
                    alone.append(index)
                }
            }
        }
        guard !open.isEmpty || !alone.isEmpty else { return tokens }
        if alone.isEmpty, open.count == 1, tokens.upperBound < limit,
            byte(tokens.upperBound) == closing(of: open[0]),
            tokens.upperBound - open[0] > 1
        {
            return tokens.lowerBound..<tokens.upperBound + 1
        }
        var best = tokens.lowerBound..<tokens.lowerBound
        var start = tokens.lowerBound
        for end in (alone + open).sorted() + [tokens.upperBound] {
            if end - start >= best.count { best = start..<end }
            start = end + 1
        }
        return best
    }

    private func bytes(_ index: Int) -> ArraySlice<UInt8> { sentence.bytes[sentence.tokens[index]] }

    /// The only byte of a token.
    private func byte(_ index: Int) -> UInt8? {
        let bytes = bytes(index)
        return bytes.count == 1 ? bytes.first : nil
    }

    private func closing(of index: Int) -> UInt8? {
        switch byte(index) {
        case UInt8(ascii: "("): UInt8(ascii: ")")
        case UInt8(ascii: "["): UInt8(ascii: "]")
        default: nil
        }
    }

    private func isClosing(_ index: Int) -> Bool {
        byte(index) == UInt8(ascii: ")") || byte(index) == UInt8(ascii: "]")
    }
}
