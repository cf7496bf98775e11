/// The words of a line in lower case: runs of letters and digits.
enum PageWords {
    /// - Parameter joint: a sign that may stand within words.
    static func lowercased(_ line: some StringProtocol, joint: Character? = nil) -> [String] {
        western(line, joint: joint?.asciiValue)
            ?? line.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != joint }.map(String.init)
    }

    /// The words of a line in German or English, whose letters are told by their bytes; nil for other alphabets.
    private static func western(_ line: some StringProtocol, joint: UInt8?) -> [String]? {
        var words: [String] = []
        var word: [UInt8] = []
        var rest = line.utf8.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case 97...122, 48...57: word.append(byte)
            case 65...90: word.append(byte + 32)
            case joint: word.append(byte)
            case 0..<0x80: end(&word, &words)
            case 0xC3:
                guard let next = rest.next(), next != 0x97, next != 0xB7 else { return nil }
                word.append(0xC3)
                // Ä to Þ; ß has no capital letter beside it.
                word.append(next < 0x9F ? next + 32 : next)
            case 0xE2:
                // Dashes, quotes, dots.
                guard rest.next() == 0x80, rest.next() != nil else { return nil }
                end(&word, &words)
            default: return nil
            }
        }
        end(&word, &words)
        return words
    }

    private static func end(_ word: inout [UInt8], _ words: inout [String]) {
        guard !word.isEmpty else { return }
        words.append(String(decoding: word, as: UTF8.self))
        word.removeAll(keepingCapacity: true)
    }
}
