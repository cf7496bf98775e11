import Articles

/// The id of a line in a brat file.
enum BratID: Hashable {
    /// One that the annotation has already.
    case kept(String)
    case new(letter: Unicode.Scalar, number: Int)
}

extension [UInt8] {
    mutating func append(_ id: BratID) {
        switch id {
        case .kept(let name): append(name)
        case .new(let letter, let number):
            append(UInt8(ascii: letter))
            appendDecimal(number)
        }
    }
}

/// The ids of a brat file: a letter and a number. Those of this form are kept, the others get the next free number.
struct BratIDs {
    /// The ids that annotations have already, where they are of brat's form.
    private var taken: Set<BratID> = []
    private var last: [Unicode.Scalar: Int] = [:]
    private var written: [ID: BratID] = [:]
    /// Whether a line may refer to another one.
    private let hasReferences: Bool

    init(_ annotations: Annotations) {
        let others = annotations.relationCount + annotations.chainCount + annotations.facts.count
        hasReferences = others > 0 || !annotations.notes.isEmpty
        if hasReferences { written.reserveCapacity(annotations.mentions.count + others) }
        func take(_ id: ID, _ letter: Unicode.Scalar) {
            if Self.isName(id.text, letter) { taken.insert(Self.number(id.text, letter)) }
        }
        for mention in annotations.mentions { take(mention.id, "T") }
        for relation in annotations.relations { take(relation.id, "R") }
        for fact in annotations.facts { take(fact.id, "E") }
        for note in annotations.notes { take(note.id, "#") }
    }

    /// The name of an annotation that has been written.
    subscript(id: ID) -> BratID? { written[id] }

    /// The name that an annotation is written under.
    mutating func name(_ id: ID, _ letter: Unicode.Scalar) -> BratID {
        let name = Self.isName(id.text, letter) ? .kept(id.text) : next(letter)
        if hasReferences { written[id] = name }
        return name
    }

    /// A name that nothing else has.
    mutating func next(_ letter: Unicode.Scalar) -> BratID {
        var number = last[letter, default: 0]
        repeat { number += 1 } while !taken.isEmpty && taken.contains(.new(letter: letter, number: number))
        last[letter] = number
        return .new(letter: letter, number: number)
    }

    /// Whether an id is a letter and digits, so that it can stay.
    private static func isName(_ id: String, _ letter: Unicode.Scalar) -> Bool {
        let bytes = id.utf8
        return bytes.first == UInt8(ascii: letter) && bytes.count > 1
            && bytes.dropFirst().allSatisfy { (48...57).contains($0) }
    }

    /// What an id would be if it were new; one with zeros in front, or too long for a number, never is.
    private static func number(_ id: String, _ letter: Unicode.Scalar) -> BratID {
        let digits = id.utf8.dropFirst()
        guard digits.first != 48, let number = Int(Substring(digits)) else { return .kept(id) }
        return .new(letter: letter, number: number)
    }
}
