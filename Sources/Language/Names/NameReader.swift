import Articles

/// Reads the names of a passage from left to right: what the lexicon knows, persons by their first names, titles and
/// offices, organisations by their heads and legal forms.
///
/// In German every noun is a capital word, and in both languages the first of a sentence is: a word of the general
/// vocabulary needs more evidence than its capital.
struct NameReader: Sendable {
    let passage: Passage
    let context: NameContext
    /// Pieces that are values already; no name begins or goes on there.
    let taken: [Bool]

    init(_ passage: Passage, context: NameContext, values: [FoundValue] = []) {
        self.passage = passage
        self.context = context
        var taken = Array(repeating: false, count: passage.pieces.count)
        for value in values { for index in value.pieces { taken[index] = true } }
        self.taken = taken
    }

    /// All names in reading order, without overlaps.
    func names() -> [FoundName] {
        guard passage.tongue != .other else { return [] }
        var found: [FoundName] = []
        var index = 0
        while index < pieces.count {
            guard !taken[index], pieces[index].isWord, let name = name(at: index) else {
                index += 1
                continue
            }
            found.append(name)
            index = max(name.pieces.upperBound, index + 1)
        }
        return found
    }

    var pieces: [Piece] { passage.pieces }

    private func name(at index: Int) -> FoundName? {
        guard pieces[index].isCapital else {
            // Adjectives of places, and the few names that are written small.
            if traits(index).contains(.derived) { return single(index, .place, 0.7, form: .derived) }
            if passage.tongue == .english, let office = office(at: index), office.confidence > 0.6 {
                return office
            }
            return phrase(at: index) ?? (traits(index).contains(.organisation) ? entry(at: index) : nil)
        }
        if let name = phrase(at: index) ?? company(at: index) ?? person(at: index) { return name }
        if let name = entry(at: index) ?? office(at: index) ?? organisation(at: index) { return name }
        if let name = compound(at: index) ?? place(at: index) ?? loneSurname(at: index) { return name }
        return unknownPerson(at: index) ?? acronym(at: index)
    }

    // MARK: What a piece is

    func traits(_ index: Int) -> WordTraits { passage.traits(at: index) }

    /// Whether a capital word follows after white space, free for a name.
    func isCapital(_ index: Int) -> Bool {
        pieces.indices.contains(index) && pieces[index].isCapital && pieces[index].isSpaced && !taken[index]
    }

    /// Whether the general vocabulary has the word, as it stands or written small.
    func isCommon(_ index: Int) -> Bool {
        traits(index).contains(.common) || foldedTraits(index).contains(.common)
    }

    func foldedTraits(_ index: Int) -> WordTraits {
        passage.foldedTraits(from: pieces[index].start, to: pieces[index].end)
    }

    func isWord(_ index: Int, _ words: StaticString...) -> Bool {
        words.contains { passage.word(at: index, is: $0) }
    }

    /// Whether a word of place comes before: `in Essen`, but not `das Essen`.
    func followsPreposition(_ index: Int) -> Bool {
        isWord(index - 1, "in", "nach", "aus", "bei", "near", "from", "to", "at", "stadt", "ort")
    }

    func single(
        _ index: Int, _ label: Label, _ confidence: Float, form: FoundName.Form = .name, key: String? = nil
    ) -> FoundName {
        FoundName(
            pieces: index..<index + 1, label: label, form: form, confidence: confidence,
            key: key ?? passage.string(of: index..<index + 1))
    }

    func found(_ range: Range<Int>, _ label: Label, _ confidence: Float) -> FoundName {
        FoundName(pieces: range, label: label, confidence: confidence, key: passage.string(of: range))
    }
}
