/// Reads gold data that has one token a line and blank lines between sentences: CoNLL with any number of columns,
/// GermEval, WNUT, Universal NER.
///
///     Merkel⇥B-PER          7⇥Merkel⇥B-PER⇥O          Merkel NNP I-NP I-PER
///
/// The word is in the first column, or in the second when the first counts. The labels are in the first column of
/// which every value is a label and some are `O`.
public struct ColumnReader: Sendable {
    public let sentences: [TaggedSentence]

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
        let column = ((word + 1)..<max(word + 1, width)).first { column in
            blocks.joined().allSatisfy { Self.isLabel($0[column]) }
                && blocks.joined().contains { $0[column] == "O" }
        }
        guard let column else {
            sentences = []
            return
        }
        // GermEval has the names inside names in the column behind.
        let hasInner =
            column + 1 < width
            && blocks.joined().allSatisfy { Self.isLabel($0[column + 1]) }
            && blocks.joined().contains { $0[column + 1] != "O" }
        sentences = blocks.map { block in
            TaggedSentence(
                words: block.map { Self.unescaped($0[word]) },
                labels: Self.iob2(block.map { String($0[column]) }),
                inner: hasInner ? Self.iob2(block.map { String($0[column + 1]) }) : [])
        }
    }

    private static func isLabel(_ value: Substring) -> Bool {
        value == "O" || ((value.hasPrefix("B-") || value.hasPrefix("I-")) && value.utf8.count > 2)
    }

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

    /// In some data a name begins with `I-`.
    private static func iob2(_ labels: [String]) -> [String] {
        var fixed: [String] = []
        for label in labels {
            let continues = (fixed.last ?? "O").dropFirst(2) == label.dropFirst(2)
            fixed.append(label.hasPrefix("I-") && !continues ? "B-" + label.dropFirst(2) : label)
        }
        return fixed
    }
}
