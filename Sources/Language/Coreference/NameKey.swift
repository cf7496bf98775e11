/// Forms of a name that are one: its cases, its acronym, its short forms.
enum NameKey {
    /// Names with more than one common form; the first of each line stands for all. Written for Glosse.
    private static let aliases: WordTable<String> = {
        let lines = """
            usa|us|u.s.|u.s.a.|vereinigte staaten|vereinigten staaten|vereinigte staaten von amerika|united states|united states of america
            vereinigtes königreich|uk|u.k.|united kingdom|großbritannien|great britain
            uno|un|u.n.|vereinte nationen|united nations|vereinten nationen
            eu|europäische union|european union
            nato|nordatlantikpakt|nordatlantische allianz
            ddr|deutsche demokratische republik
            brd|bundesrepublik|bundesrepublik deutschland|deutschland
            vr china|volksrepublik china|china
            russland|russische föderation
            tschechien|tschechische republik
            vae|vereinigte arabische emirate
            spd|sozialdemokratische partei deutschlands
            cdu|christlich demokratische union
            csu|christlich-soziale union
            fdp|freie demokratische partei
            afd|alternative für deutschland
            bündnis 90/die grünen|die grünen|grünen|grüne|bündnis 90
            pds|partei des demokratischen sozialismus
            dgb|deutscher gewerkschaftsbund
            bgh|bundesgerichtshof
            bka|bundeskriminalamt
            bnd|bundesnachrichtendienst
            ezb|europäische zentralbank|ecb|european central bank
            iwf|internationaler währungsfonds|imf|international monetary fund
            who|weltgesundheitsorganisation|world health organization
            wto|welthandelsorganisation|world trade organization
            oecd|organisation für wirtschaftliche zusammenarbeit und entwicklung
            osze|organisation für sicherheit und zusammenarbeit in europa
            dfb|deutscher fußball-bund
            vw|volkswagen
            fed|federal reserve|us-notenbank
            """
        return WordTable<String>(
            lines.split(separator: "\n").flatMap { line in
                let names = line.split(separator: "|").map { normal(String($0)) }
                return names.map { ($0, names[0]) }
            })
    }()

    /// The name in lower case, each word of several without the ending of its case, by its best known form.
    static func of(_ name: String) -> String {
        let key = normal(name.lowercased())
        return aliases.value(ofText: key) ?? key
    }

    /// `Europäischen Rates` is `europäisch rat`; a single word stays.
    private static func normal(_ name: String) -> String {
        var words = name.split(whereSeparator: \.isWhitespace).map { NounStem.english(String($0)) }
        if words.count > 1, ["der", "die", "das", "den", "dem", "des", "the"].contains(words[0]) {
            words.removeFirst()
        }
        while words.count > 1, legalForms.contains(words[words.count - 1]) { words.removeLast() }
        guard words.count > 1 else { return words.first ?? name }
        return words.map(uninflected).joined(separator: " ")
    }

    private static let legalForms: Set<String> = [
        "ag", "gmbh", "se", "kg", "inc.", "inc", "ltd", "ltd.", "corp.", "corp", "co.", "plc", "e.v.", "llc",
        "s.a.",
    ]

    private static func uninflected(_ word: String) -> String {
        guard word.utf8.count > 3 else { return word }
        for ending in ["en", "er", "es", "em", "e", "s", "n"]
        where word.utf8.count > ending.utf8.count + 2 && word.hasSuffix(ending) {
            return String(word.dropLast(ending.count))
        }
        return word
    }

    /// Whether it is written as an acronym is: `FDP`, `BaFin`, `UNEP`.
    static func isAcronym(_ name: String) -> Bool {
        let scalars = name.unicodeScalars
        guard 2...8 ~= scalars.count, !scalars.contains(" ") else { return false }
        return scalars.count { $0.properties.isUppercase } * 2 >= scalars.count
            && scalars.count { $0.properties.isUppercase } >= 2
    }

    /// The first letters of the words, all of them and the large ones only; none for a single word.
    static func initials(of name: String) -> [String] {
        let words = name.split(whereSeparator: \.isWhitespace)
        guard 2...8 ~= words.count else { return [] }
        let large = words.filter { $0.first?.isUppercase == true }
        let forms = [large, words].map { words in String(words.compactMap(\.first)).lowercased() }
        return Array(Set(forms.filter { 2...6 ~= $0.count })).sorted()
    }

    /// Whether the letters of an acronym come in the name in their order, the first at its beginning.
    static func isAbbreviation(_ acronym: String, of name: String) -> Bool {
        let name = name.lowercased()
        var rest = name[...]
        guard acronym.lowercased().first == rest.first else { return false }
        for letter in acronym.lowercased() {
            guard let place = rest.firstIndex(of: letter) else { return false }
            rest = rest[rest.index(after: place)...]
        }
        return true
    }
}
