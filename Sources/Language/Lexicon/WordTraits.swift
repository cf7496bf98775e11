/// What a word or a name is known to be; one word is often several things (`Essen`: a town and a common word).
struct WordTraits: OptionSet, Hashable, Sendable {
    let rawValue: UInt16

    /// A country, region, continent, sea or river.
    static let country = WordTraits(rawValue: 1 << 0)
    static let town = WordTraits(rawValue: 1 << 1)
    /// An adjective or inhabitant that comes from the name of a place: `deutsche`, `Franzosen`.
    static let derived = WordTraits(rawValue: 1 << 2)
    static let firstName = WordTraits(rawValue: 1 << 3)
    static let surname = WordTraits(rawValue: 1 << 4)
    /// A word of the general vocabulary, in the case that running text writes it in.
    static let common = WordTraits(rawValue: 1 << 5)
    static let organisation = WordTraits(rawValue: 1 << 6)
    /// The noun in the name of an organisation: `Ministerium`, `University`.
    static let organisationHead = WordTraits(rawValue: 1 << 7)
    /// An office or calling: `Präsidentin`, `spokesman`.
    static let office = WordTraits(rawValue: 1 << 8)
    /// A form of address or academic title: `Dr.`, `Frau`.
    static let title = WordTraits(rawValue: 1 << 9)
    static let legalForm = WordTraits(rawValue: 1 << 10)
    static let event = WordTraits(rawValue: 1 << 11)
    static let law = WordTraits(rawValue: 1 << 12)
    /// A longer entry begins with this word, so it is worth trying more words.
    static let startsPhrase = WordTraits(rawValue: 1 << 13)

    /// Something that many people are: `Forscherin`, `author`; worth a tag only beside a name.
    static let calling = WordTraits(rawValue: 1 << 14)

    static let place: WordTraits = [.country, .town]
    static let person: WordTraits = [.firstName, .surname]
    /// Whatever is tagged as it stands, without looking around.
    static let name: WordTraits = [.country, .town, .organisation, .event, .law]

    /// The letters of the word lists.
    init(letters: some Sequence<UInt8>) {
        self = []
        for letter in letters {
            switch letter {
            case UInt8(ascii: "C"): insert(.country)
            case UInt8(ascii: "T"): insert(.town)
            case UInt8(ascii: "A"): insert(.derived)
            case UInt8(ascii: "V"): insert(.firstName)
            case UInt8(ascii: "N"): insert(.surname)
            case UInt8(ascii: "W"): insert(.common)
            case UInt8(ascii: "O"): insert(.organisation)
            case UInt8(ascii: "H"): insert(.organisationHead)
            case UInt8(ascii: "R"): insert(.office)
            case UInt8(ascii: "K"): insert(.calling)
            case UInt8(ascii: "D"): insert(.title)
            case UInt8(ascii: "L"): insert(.legalForm)
            case UInt8(ascii: "E"): insert(.event)
            case UInt8(ascii: "J"): insert(.law)
            default: break
            }
        }
    }

    init(rawValue: UInt16) { self.rawValue = rawValue }
}
