/// Reads gold data that has one token a line and blank lines between sentences: CoNLL with any number of columns,
/// GermEval, WNUT, Universal NER.
///
///     Merkel⇥B-PER          7⇥Merkel⇥B-PER⇥O          Merkel NNP I-NP I-PER
///
/// The word is in the first column, or in the second when the first counts. The labels are in the last column of
/// which every value is a label and some are `O`, as the reader of CoNLL-2003 has it: phrases stand before the names.
/// Where the first column counts, as in GermEval, they are in the first such column, and names inside names behind it.
public struct ColumnReader: Sendable {
    public let sentences: [TaggedSentence]
    /// What was read, when another column could have been meant as well.
    public let doubt: String?

    public init(_ text: String) {
        var blocks: [[[Substring]]] = []
        var block: [[Substring]] = []
        for line in text.split(
            omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" })
        {
            let isTabbed = line.contains("\t")
            if line.allSatisfy(\.isWhitespace) {
                if !block.isEmpty { blocks.append(block) }
                block = []
            } else if !(line.first == "#" && (!isTabbed || line.hasPrefix("#\t"))),
                !line.hasPrefix("-DOCSTART-")
            {
                block.append(
                    isTabbed
                        ? line.split(separator: "\t", omittingEmptySubsequences: false)
                        : line.split(separator: " "))
            }
        }
        if !block.isEmpty { blocks.append(block) }
        let width = blocks.joined().map(\.count).min() ?? 0
        let isCounted = width > 2 && blocks.joined().allSatisfy { $0[0].allSatisfy(\.isNumber) }
        let word = isCounted ? 1 : 0
        let candidates = ((word + 1)..<max(word + 1, width)).filter { column in
            blocks.joined().allSatisfy { Self.isLabel($0[column]) }
                && blocks.joined().contains { $0[column] == "O" }
        }
        guard let column = isCounted ? candidates.first : candidates.last else {
            sentences = []
            doubt = nil
            return
        }
        // GermEval has the names inside names in the column behind.
        let hasInner =
            isCounted && column + 1 < width
            && blocks.joined().allSatisfy { Self.isLabel($0[column + 1]) }
            && blocks.joined().contains { $0[column + 1] != "O" }
        let rivals = candidates.filter { rival in
            rival != column && !(isCounted && rival == column + 1)
                && blocks.joined().contains { $0[rival] != "O" }
                && !blocks.joined().allSatisfy { Self.isPhrase($0[rival]) }
        }
        doubt =
            rivals.isEmpty
            ? nil
            : "the labels of column \(column + 1) are read, though "
                + (rivals.count == 1 ? "column " : "columns ")
                + rivals.map { String($0 + 1) }.joined(separator: ", ")
                + (rivals.count == 1 ? " holds" : " hold") + " labels too"
        sentences = blocks.map { block in
            TaggedSentence(
                words: block.map { Self.unescaped($0[word]) },
                labels: Self.iob2(block.map { String($0[column]) }),
                inner: hasInner ? Self.iob2(block.map { String($0[column + 1]) }) : [])
        }
    }

    private static func isLabel(_ value: Substring) -> Bool {
        value == "O"
            || (value.utf8.count > 2 && value.dropFirst().first == "-" && "BIELSU".contains(value.prefix(1)))
    }

    /// Whether a label of CoNLL-2000 or 2003 says which phrase a word is in.
    private static func isPhrase(_ value: Substring) -> Bool {
        value == "O" || phrases.contains(String(value.dropFirst(2)))
    }

    private static let phrases: Set<String> = [
        "NP", "VP", "PP", "ADVP", "ADJP", "SBAR", "PRT", "CONJP", "INTJ", "LST", "UCP", "NC", "VC", "PC",
    ]

    /// Penn Treebank's names of brackets.
    private static func unescaped(_ word: Substring) -> String {
        switch word {
        case "-LRB-": "("
        case "-RRB-": ")"
        case "-LSB-": "["
        case "-RSB-": "]"
        default: String(word)
        }
    }

    /// In some data a name begins with `I-`, in some it ends with `E-` or `L-` and a single word has `S-` or `U-`.
    private static func iob2(_ labels: [String]) -> [String] {
        var fixed: [String] = []
        var isClosed = true
        for label in labels {
            let continues = !isClosed && (fixed.last ?? "O").dropFirst(2) == label.dropFirst(2)
            isClosed = ["E", "L", "S", "U", "O"].contains(label.prefix(1))
            switch label.prefix(1) {
            case "O": fixed.append(label)
            case "B", "S", "U": fixed.append("B-" + label.dropFirst(2))
            default: fixed.append((continues ? "I-" : "B-") + label.dropFirst(2))
            }
        }
        return fixed
    }
}
