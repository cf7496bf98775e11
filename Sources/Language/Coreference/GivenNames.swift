import CWordLists

/// Whether a first name is a man's or a woman's.
struct GivenNames: Sendable {
    private let genders: WordTable<Gender>

    static let embedded = GivenNames(
        UnsafeBufferPointer(start: glosse_given_names(), count: glosse_given_names_count()))

    /// - Parameter list: lines of a name, a tab, and `m` or `f`.
    init(_ list: UnsafeBufferPointer<UInt8>) {
        var genders = WordTable<Gender>(capacity: list.count / 9)
        for line in list.split(separator: UInt8(ascii: "\n")) {
            guard let tab = line.firstIndex(of: UInt8(ascii: "\t")), let letter = line.last else { continue }
            genders.insert(
                UnsafeBufferPointer(rebasing: line[..<tab]),
                letter == UInt8(ascii: "f") ? .feminine : .masculine
            ) { $0.union($1) }
        }
        self.genders = genders
    }

    /// The gender of a first name, of `Frank-Walter` that of its first part; nil when it is not known.
    func gender(of name: Substring) -> Gender? {
        genders.value(ofText: name) ?? name.firstIndex(of: "-").flatMap { genders.value(ofText: name[..<$0]) }
    }
}

extension WordTable {
    func value(ofText text: some StringProtocol) -> Value? {
        var word = String(text)
        return word.withUTF8 { value(of: $0) }
    }
}
