/// The names in a line such as `Von Ada Lindqvist-Rohde und Matteo Ferrandini`.
enum PageByline {
    /// The names of a line that says that it names authors; empty for any other.
    static func names(_ line: String) -> [String] {
        guard line.utf8.count <= 160 else { return [] }
        guard let word = openings.first(where: { begins(line, with: $0) }) else { return besideDate(line) }
        return split(names(in: line.dropFirst(word.count))).filter(isPersonal)
    }

    /// The names in a line of an element that the page calls the author's, which may be those of an agency, too.
    static func marked(_ line: String) -> [String] {
        guard line.utf8.count <= 80 else { return [] }
        let word = openings.first { begins(line, with: $0) } ?? ""
        return split(names(in: line.dropFirst(word.count))).filter {
            isPersonal($0) || $0.count { $0 == " " } < 3
        }
    }

    /// What comes before the date, which often stands behind the names.
    private static func names(in line: Substring) -> String {
        String(line.prefix { !"|·•–—\n0123456789(".contains($0) })
    }

    /// Whether a line begins with ASCII in lower case, whatever its own case is.
    private static func begins(_ line: String, with word: String) -> Bool {
        line.utf8.count >= word.utf8.count
            && zip(line.utf8, word.utf8).allSatisfy { (65...90).contains($0) ? $0 + 32 == $1 : $0 == $1 }
    }

    /// The names in `12.03.2025 | 18:04 | Ada Krüger`.
    private static func besideDate(_ line: String) -> [String] {
        guard line.utf8.contains(where: { $0 == UInt8(ascii: "|") || $0 == 0xB7 || $0 == 0xA2 }) else {
            return []
        }
        let parts = line.split { "|·•".contains($0) }.map { String($0).trimmedPageText }
        guard parts.count > 1, parts.contains(where: { PageDate.first(in: $0) != nil }) else { return [] }
        return parts.flatMap(split).filter {
            $0.contains(" ") && isPersonal($0) && PageDate.first(in: $0) == nil
        }
    }

    /// In a line of text, only words with capital letters and particles make a name: "Von Montag an" is none.
    private static func isPersonal(_ name: String) -> Bool {
        let words = name.split(separator: " ")
        return words.contains { $0.first?.isUppercase ?? false }
            && words.allSatisfy { $0.first?.isUppercase ?? false || particles.contains(String($0)) }
    }

    private static let particles: Set<String> = [
        "von", "van", "vom", "zu", "zur", "de", "der", "den", "del", "della", "di", "da", "do", "dos", "du",
        "la", "le",
        "el", "al", "bin", "ibn", "ten", "ter", "af", "av", "y",
    ]

    private static let openings = [
        "von ", "by ", "by: ", "von: ", "written by ", "posted by ", "text: ", "autor: ", "autorin: ",
        "author: ",
        "autoren: ", "story by ", "geschrieben von ", "reported by ", "ein beitrag von ", "eine analyse von ",
        "ein kommentar von ", "eine reportage von ", "ein gastbeitrag von ", "gastbeitrag von ",
        "kommentar von ", "analyse von ", "interview von ", "bericht von ", "text von ", "text by ",
        "words by ",
        "reporting by ", "analysis by ", "opinion by ",
    ]

    /// Several names in one value: `A B, C D und E F`. What is no name is left out.
    static func split(_ value: String) -> [String] {
        var rest = value
        for word in ["Von ", "von ", "By ", "by ", "VON ", "BY ", "Posted by ", "written by "]
        where rest.hasPrefix(word) {
            rest = String(rest.dropFirst(word.count))
        }
        for joint in [" und ", " and ", " & ", ";", " / ", "|", " sowie "] {
            rest = rest.replacing(joint, with: ",")
        }
        return rest.split(separator: ",").map { String($0).trimmedPageText }.filter(isName)
    }

    /// Names have up to five words, of which the first begins with a capital letter, or are one word of any kind.
    private static func isName(_ name: String) -> Bool {
        let words = name.split(separator: " ")
        guard (1...5).contains(words.count), (2...60).contains(name.count), !name.contains(where: \.isNumber),
            !name.contains("://"), !name.contains("@")
        else { return false }
        return words.count == 1 || words.first?.first?.isUppercase ?? false
    }
}
