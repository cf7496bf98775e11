/// Words that were divided at the ends of lines, put together again.
///
///     Be- + stand        Bestand           the hyphen was the line's
///     NATO- + Länder     NATO-Länder       it is the word's
///     Nord- + und        Nord- und         it stands for a part that comes later
struct Hyphenation {
    /// The words that stand undivided somewhere in the text, with small letters.
    private var words: Set<Substring> = []
    private let isGerman: Bool

    private static let conjunctions: [Bool: Set<String>] = [
        true: ["und", "oder", "bzw", "sowie", "bis", "als", "wie", "noch", "aber", "statt"],
        false: ["and", "or", "to", "versus", "nor"],
    ]
    /// What English writes with a hyphen before another word.
    private static let firstParts: Set<String> = [
        "all", "best", "cross", "ex", "far", "fast", "first", "five", "four", "free", "full", "half", "hard",
        "high", "home", "ill", "large", "left", "long", "low", "mid", "much", "near", "new", "off", "old",
        "one", "part", "post", "pro", "right", "second", "self", "semi", "seven", "short", "six", "small",
        "so", "state", "ten", "third", "three", "top", "two", "vice", "well", "wide", "year",
    ]

    init(_ lines: [String]) {
        var (german, english) = (0, 0)
        for line in lines {
            for part in line.lowercased().split(whereSeparator: \.isWhitespace) {
                let word = Self.letters(part)
                if ["der", "die", "das", "und", "nicht", "ist", "den", "von"].contains(word) { german += 1 }
                if ["the", "and", "of", "to", "is", "not", "that", "for"].contains(word) { english += 1 }
                if word.last != "-", !word.isEmpty { words.insert(word) }
            }
        }
        isGerman = german > english
    }

    /// Adds a line to a text in UTF-8 that ends with the line before.
    func append(_ line: String, to text: inout [UInt8]) {
        guard let hyphen = Self.hyphen(endOf: text) else {
            if !text.isEmpty, !line.isEmpty { text.append(32) }
            text += line.utf8
            return
        }
        guard hyphen != Self.softHyphen else {
            text.removeLast(hyphen.count)
            text += line.utf8
            return
        }
        // Longer words are none, and nobody waits while they are searched again with every line.
        let end = String(decoding: text.dropLast(hyphen.count).suffix(Self.longestWord), as: UTF8.self)
        let before = Self.letters(end.split(separator: " ").last ?? "")
        let after = Self.letters(line.prefix(Self.longestWord).prefix { !$0.isWhitespace })
        // A dash between words.
        guard let last = end.last, !last.isWhitespace, !before.isEmpty, let next = line.first else {
            text.append(32)
            text += line.utf8
            return
        }
        switch kind(before, after, last, next) {
        case .line: text.removeLast(hyphen.count)
        case .word: break
        case .leftOut: text.append(32)
        }
        text += line.utf8
    }

    private static let softHyphen: [UInt8] = [0xC2, 0xAD]

    /// The hyphen that a text in UTF-8 ends with.
    static func hyphen(endOf text: some BidirectionalCollection<UInt8>) -> [UInt8]? {
        [[0x2D], [0xE2, 0x80, 0x90], softHyphen].first { text.suffix($0.count).elementsEqual($0) }
    }

    private static let longestWord = 64

    private enum Kind {
        /// The hyphen is there because the line ended.
        case line
        /// It belongs to the word.
        case word
        /// It stands for what two words have in common.
        case leftOut
    }

    private func kind(_ before: Substring, _ after: Substring, _ last: Character, _ next: Character) -> Kind {
        let (small, smallAfter) = (before.lowercased(), after.lowercased())
        if Self.conjunctions[isGerman]?.contains(smallAfter) ?? false,
            !words.contains(Substring(small + smallAfter))
        {
            return .leftOut
        }
        let isKnown = words.contains(Substring(small + smallAfter))
        let isKnownHyphenated = words.contains(Substring("\(small)-\(smallAfter)"))
        if isKnown != isKnownHyphenated { return isKnown ? .line : .word }
        guard last.isLetter, next.isLetter else { return .word }
        let isUpper = before.count > 1 && before.allSatisfy(\.isUppercase)
        if next.isUppercase {
            // A headline in capitals, unless the first part looks like an abbreviation beside a normal word.
            return isUpper && after.count > 1 && after.allSatisfy(\.isUppercase) ? .line : .word
        }
        if isUpper || before.contains("-") && !isGerman { return .word }
        return !isGerman && Self.firstParts.contains(small) ? .word : .line
    }

    /// A word without quotes, brackets and marks around it.
    private static func letters(_ word: some StringProtocol) -> Substring {
        var word = Substring(word)
        func isPart(_ character: Character) -> Bool {
            character.isLetter || character.isNumber || character == "-" || character == "\u{2010}"
        }
        while let first = word.first, !isPart(first) { word.removeFirst() }
        while let last = word.last, !isPart(last) { word.removeLast() }
        return word
    }
}
