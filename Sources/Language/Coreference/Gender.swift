/// What a word and what it stands for must agree in; several where the form leaves it open.
struct Gender: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    static let masculine = Gender(rawValue: 1)
    static let feminine = Gender(rawValue: 2)
    static let neuter = Gender(rawValue: 4)
    static let plural = Gender(rawValue: 8)

    static let person: Gender = [.masculine, .feminine]
}
