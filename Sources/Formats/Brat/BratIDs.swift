import Articles

/// The id of a line in a brat file.
enum BratID {
    /// One that the annotation has already.
    case kept(String)
    case new(BratIDs.Kind, number: Int)
}

extension [UInt8] {
    mutating func append(_ id: BratID) {
        switch id {
        case .kept(let name): append(name)
        case .new(let kind, let number):
            append(kind.letter)
            appendDecimal(number)
        }
    }
}

/// The ids of a brat file: a letter and a number. Those of this form are kept, the others get the next free number.
struct BratIDs {
    /// What a line is about.
    enum Kind: Int, CaseIterable {
        case textBound, relation, event, attribute, normalization, note

        var letter: UInt8 {
            switch self {
            case .textBound: UInt8(ascii: "T")
            case .relation: UInt8(ascii: "R")
            case .event: UInt8(ascii: "E")
            case .attribute: UInt8(ascii: "A")
            case .normalization: UInt8(ascii: "N")
            case .note: UInt8(ascii: "#")
            }
        }
    }

    /// By kind, the numbers that annotations have already, and the last one that was given out.
    private var taken: [NumberSet]
    private var last = [Int](repeating: 0, count: Kind.allCases.count)
    private var written: [ID: BratID] = [:]
    /// Whether a line may refer to another one.
    private let hasReferences: Bool

    init(_ annotations: Annotations) {
        let others = annotations.relationCount + annotations.chainCount + annotations.facts.count
        let count = annotations.mentions.count + others
        hasReferences = others > 0 || !annotations.notes.isEmpty
        if hasReferences { written.reserveCapacity(count) }
        taken = Array(repeating: NumberSet(upTo: 64 * count + 1024), count: Kind.allCases.count)
        annotations.mentions.forEach { take($0.id, .textBound) }
        for relation in annotations.relations { take(relation.id, .relation) }
        annotations.facts.forEach { take($0.id, .event) }
        for note in annotations.notes { take(note.id, .note) }
    }

    /// One with zeros in front, or too long for a number, takes none: no new one is like it.
    private mutating func take(_ id: ID, _ kind: Kind) {
        guard Self.isName(id.text, kind) else { return }
        let digits = id.text.utf8.dropFirst()
        guard digits.first != UInt8(ascii: "0"), let number = Int(decimal: digits) else { return }
        taken[kind.rawValue].insert(number)
    }

    /// The name of an annotation that has been written.
    subscript(id: ID) -> BratID? { written[id] }

    /// The name that an annotation is written under.
    mutating func name(_ id: ID, _ kind: Kind) -> BratID {
        let name = Self.isName(id.text, kind) ? .kept(id.text) : next(kind)
        if hasReferences { written[id] = name }
        return name
    }

    /// A name that nothing else has.
    mutating func next(_ kind: Kind) -> BratID {
        var number = last[kind.rawValue]
        repeat { number += 1 } while taken[kind.rawValue].contains(number)
        last[kind.rawValue] = number
        return .new(kind, number: number)
    }

    /// Whether an id is a letter and digits, so that it can stay.
    private static func isName(_ id: String, _ kind: Kind) -> Bool {
        let bytes = id.utf8
        return bytes.first == kind.letter && bytes.count > 1
            && bytes.dropFirst().allSatisfy { (48...57).contains($0) }
    }
}
