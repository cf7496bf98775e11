/// Where the names of a tagger end: at brackets that they hold both of, and at a letter or digit.
///
///     [Halle (Saale])         [Halle (Saale)]         the closing bracket follows directly
///     [New Jersey)]           [New Jersey])           it has no opening one
///     [(]                                             nothing to read
struct NameEdges {
    let sentence: SentenceTokens
    /// Whether a person has tagged something with this label that begins or ends in this sign.
    let isTaught: (_ label: String, _ sign: String) -> Bool

    func names(_ names: [TaggedName]) -> [TaggedName] {
        var fitted: [TaggedName] = []
        for (index, name) in names.enumerated() {
            let limit = index + 1 < names.count ? names[index + 1].tokens.lowerBound : sentence.count
            var tokens = balanced(name.tokens, limit: limit)
            if name.isPersonal { tokens = trimmed(tokens, name.label) }
            guard tokens.contains(where: isReadable) else { continue }
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

    /// Without signs at its edges that nobody has taught; a bracket at the end whose partner is inside stays.
    private func trimmed(_ tokens: Range<Int>, _ label: String) -> Range<Int> {
        var kept = tokens
        func isStray(_ index: Int) -> Bool {
            !isReadable(index) && !isTaught(label, String(decoding: bytes(index), as: UTF8.self))
        }
        while let first = kept.first, isStray(first) { kept.removeFirst() }
        while let last = kept.last, isStray(last), !closesBracket(at: last, in: kept) { kept.removeLast() }
        return kept == tokens ? kept : balanced(kept, limit: kept.upperBound)
    }

    private func closesBracket(at index: Int, in tokens: Range<Int>) -> Bool {
        isClosing(index) && tokens.contains { closing(of: $0) == byte(index) }
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

    private func isReadable(_ index: Int) -> Bool {
        String(decoding: bytes(index), as: UTF8.self).contains { $0.isLetter || $0.isNumber }
    }
}
