@testable import Language

/// A grammar that a tiny transformer can learn, for which only first pieces matter: `▁Angela` is the verb and root, what
/// begins with `▁An` an object, and all else an adverb.
struct TinyTreebank {
    private static let words = [
        ("Anbal", "NOUN", "obj"), ("Ankas", "NOUN", "obj"), ("bal", "ADV", "advmod"),
        ("kas", "ADV", "advmod"),
    ]
    let learned: Treebank
    let heldOut: Treebank

    init(seed: UInt64 = 1) throws {
        var chance = Chance(seed)
        func text(_ count: Int) -> String {
            (0..<count).map { _ in Self.sentence(&chance) }.joined(separator: "\n")
        }
        learned = try Treebank(conllu: text(120))
        heldOut = try Treebank(conllu: text(40))
    }

    static func sentence(_ chance: inout Chance) -> String {
        var chosen = (0..<Int.random(in: 1...4, using: &chance)).compactMap { _ in
            words.randomElement(using: &chance)
        }
        let verb = Int.random(in: 0...chosen.count, using: &chance)
        chosen.insert(("Angela", "VERB", "root"), at: verb)
        return chosen.enumerated().map { index, word in
            let head = index == verb ? 0 : verb + 1
            return "\(index + 1)\t\(word.0)\t_\t\(word.1)\t_\t_\t\(head)\t\(word.2)\t_\t_\n"
        }.joined()
    }
}
