import Articles

/// Reads the names of a passage: persons, places, organisations and other names as the trained model sees them, and
/// offices beside them by their words.
///
/// Values and offices come first where they overlap with what the model says.
struct NameReader: Sendable {
    /// A suggestion that is more likely wrong than right costs the reader more than it gives.
    private static let threshold: Float = 0.5

    let passage: Passage
    let context: NameContext
    /// Pieces that are values already; no name stands there.
    let taken: [Bool]

    init(_ passage: Passage, context: NameContext, values: [FoundValue] = []) {
        self.passage = passage
        self.context = context
        var taken = Array(repeating: false, count: passage.pieces.count)
        for value in values { for index in value.pieces { taken[index] = true } }
        self.taken = taken
    }

    /// All names in reading order, without overlaps.
    /// - Parameter opinions: what else is said of the sentences, one behind the other.
    func names(_ run: inout TaggingRun, with opinions: [SecondOpinion]? = nil) -> [FoundName] {
        guard passage.tongue != .other else { return [] }
        var names: [FoundName] = []
        var sentence = SentenceTokens()
        for (index, range) in passage.sentences.enumerated() {
            sentence.removeAll()
            for index in range {
                sentence.add(passage.bytes[passage.pieces[index].start..<passage.pieces[index].end])
            }
            let opinion = opinions.flatMap { $0.indices.contains(index) ? $0[index] : nil }
            for name in run.names(in: sentence, passage.tongue, with: opinion) {
                let pieces =
                    range.lowerBound + name.tokens.lowerBound..<range.lowerBound + name.tokens.upperBound
                guard name.confidence >= Self.threshold, !pieces.contains(where: { taken[$0] }),
                    name.isPersonal || !isCommonAbbreviation(pieces)
                else { continue }
                var found = found(pieces, name)
                if opinion != nil, found.finder == .model { found.finder = .deep }
                if found.form == .name { found.inner = inner(of: name, from: range.lowerBound) }
                names.append(found)
            }
        }
        let isPersonal = marking(names.filter { $0.finder == .personal }, in: taken)
        let offices = OfficeReader(passage, names: names, taken: isPersonal).offices()
        let isOffice = marking(offices, in: Array(repeating: false, count: passage.pieces.count))
        names.removeAll { $0.pieces.contains { isOffice[$0] } }
        names += offices
        names += FormReader(passage, taken: marking(names, in: taken)).forms()
        return names.sorted { $0.pieces.lowerBound < $1.pieces.lowerBound }
    }

    private func inner(of name: TaggedName, from start: Int) -> [FoundName] {
        name.inner.filter { $0.confidence >= Self.threshold }.map { inner in
            found(start + inner.tokens.lowerBound..<start + inner.tokens.upperBound, inner)
        }
    }

    private func isCommonAbbreviation(_ pieces: Range<Int>) -> Bool {
        guard pieces.count == 1, let piece = pieces.first.map({ passage.pieces[$0] }) else { return false }
        return passage.bytes[piece.start..<piece.end].withUnsafeBufferPointer(CommonAbbreviation.contains)
    }

    private func marking(_ names: [FoundName], in pieces: [Bool]) -> [Bool] {
        var marked = pieces
        for name in names { for index in name.pieces { marked[index] = true } }
        return marked
    }

    private func found(_ pieces: Range<Int>, _ name: TaggedName) -> FoundName {
        let (label, form) = FoundName.kind(ofLabel: name.label)
        return FoundName(
            pieces: pieces, label: label == .other ? kind(ofOther: pieces) : label, form: form,
            confidence: name.confidence, finder: name.isPersonal ? .personal : .model,
            key: form == .part ? head(of: pieces) : key(of: pieces, label))
    }

    /// Laws and events that the lists know have a label of their own.
    private func kind(ofOther pieces: Range<Int>) -> Label {
        guard let first = pieces.first, let last = pieces.last else { return .other }
        let known = passage.traits(from: passage.pieces[first].start, to: passage.pieces[last].end)
        return known.contains(.law) ? .law : known.contains(.event) ? .event : .other
    }

    /// The name without its genitive s when the lists, or the article, know it so: `Angela Merkels`, `Deutschlands`.
    private func key(of pieces: Range<Int>, _ label: Label) -> String {
        var key = passage.string(of: pieces)
        guard let last = pieces.last, key.utf8.last == UInt8(ascii: "s") else { return key }
        let piece = passage.pieces[last]
        let wanted: WordTraits =
            label == .person ? .person : label == .place ? .place : [.organisation, .organisationHead]
        guard piece.end - piece.start > 3, passage.traits(at: last).isDisjoint(with: wanted) else {
            return key
        }
        let stem = passage.traits(from: piece.start, to: piece.end - 1)
        let word = passage.string(of: last..<last + 1)
        if !stem.isDisjoint(with: wanted) || context.surname(of: word) == String(word.dropLast()) {
            key.removeLast()
        }
        return key
    }

    /// What a compound begins with: `NATO` of `NATO-Länder`.
    private func head(of pieces: Range<Int>) -> String {
        let key = passage.string(of: pieces)
        return key.firstIndex(of: "-").map { String(key[..<$0]) } ?? key
    }
}
