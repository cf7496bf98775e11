import Articles

/// Gives each word of a text its tag, for mentions that do not share text.
struct TagColumn {
    private let mentions: [(span: Span, label: String)]
    private let scheme: TagScheme
    /// The first mention that does not end before the next word.
    private var next = 0
    /// The mention of the word before, unless a sentence began since.
    private var last: Int?

    /// - Parameter mentions: in reading order, whole words each.
    init(_ mentions: some Sequence<Mention>, _ scheme: TagScheme) {
        self.mentions = mentions.map { ($0.bounds, $0.label.name) }
        self.scheme = scheme
    }

    /// The word's tag in two parts, `B` and `PER`; nil for one that no mention holds.
    mutating func tag(_ word: Words.Word) -> (letter: UInt8, label: String)? {
        if word.beginsSentence { last = nil }
        while next < mentions.count, mentions[next].span.end <= word.start { next += 1 }
        guard next < mentions.count, mentions[next].span.start <= word.start else {
            last = nil
            return nil
        }
        let (span, label) = mentions[next]
        let touches = last.map { $0 != next && mentions[$0].label.utf8.elementsEqual(label.utf8) } ?? false
        last = next
        let letter = scheme.letter(
            isFirst: span.start == word.start, isLast: span.end == word.end, touches: touches)
        return (letter, label)
    }

    /// Appends the word's tag: `O` or `B-PER`.
    mutating func append(_ word: Words.Word, to output: inout [UInt8]) {
        guard let (letter, label) = tag(word) else {
            output.append(UInt8(ascii: "O"))
            return
        }
        output.append(letter)
        output.append(UInt8(ascii: "-"))
        output.append(label)
    }
}

/// Makes mentions of the tags of a column, in any scheme.
///
/// All schemes are read by one rule: `B`, `S` and `U` begin a mention; `I`, `E` and `L` go on with one of the same label,
/// else begin one; `E`, `L`, `S` and `U` end it.
struct TagDecoder {
    /// Each label once, as far as there are few.
    private(set) var labels: [Label] = []
    /// Places, and which of the labels they have.
    private(set) var mentions: [(span: Span, label: Int)] = []
    private var open: (span: Span, label: Int)?

    /// - Returns: what is doubtful about the tag.
    mutating func add(_ tag: ArraySlice<UInt8>, _ word: Range<Int>) -> String? {
        let span = Span(word.lowerBound, word.upperBound)
        guard let letter = tag.first, !(tag.count == 1 && "O_*-".utf8.contains(letter)) else {
            close()
            return nil
        }
        var label = tag
        var isPrefixed = false
        if tag.count > 2, tag[tag.startIndex + 1] == UInt8(ascii: "-"), "BIELSU".utf8.contains(letter) {
            label = tag.dropFirst(2)
            isPrefixed = true
        }
        let begins = isPrefixed && "BSU".utf8.contains(letter)
        if let last = open, !begins, labels[last.label].isSpelled(label) {
            open = (last.span.union(span), last.label)
        } else {
            close()
            open = (span, number(of: label))
        }
        if isPrefixed, "ELSU".utf8.contains(letter) { close() }
        return isPrefixed
            ? nil
            : "the tag \"\(String(decoding: tag, as: UTF8.self))\" has no B- or I-; equal tags in a row are one mention"
    }

    private mutating func number(of label: ArraySlice<UInt8>) -> Int {
        // A file with very many labels is not searched through for each word.
        if let known = labels.prefix(64).firstIndex(where: { $0.isSpelled(label) }) { return known }
        labels.append(Label(String(decoding: label, as: UTF8.self)))
        return labels.count - 1
    }

    /// Ends a mention, as the end of a sentence does.
    mutating func close() {
        if let open { mentions.append(open) }
        open = nil
    }
}

extension Label {
    fileprivate func isSpelled(_ bytes: ArraySlice<UInt8>) -> Bool { name.utf8.elementsEqual(bytes) }
}
