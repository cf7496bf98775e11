/// The words that tell of an event, with its type: a line a type, nouns and verbs by lemma, `*` before an ending; a line
/// of phrases is a type, a noun and the verbs that it goes with.
struct EventWords: Sendable {
    /// What a word tells of, and how it says who does it.
    struct Entry: Sendable {
        enum Sort: String, Sendable {
            case noun, verb
            /// An adjective that says what somebody is: `insolvent`.
            case state
            /// A noun that tells of it with a verb such as `streichen`.
            case object
            /// A participle before a noun: `die neugegründete Partei`.
            case participle
        }

        let type: String
        let sort: Sort
    }

    private let words: [String: [Entry]]
    /// By their last byte, the longest first.
    private let endings: [UInt8: [(ending: [UInt8], entry: Entry)]]
    private let exceptions: Set<String>
    /// Nouns that tell of it only with one of these verbs: `in den Handel kommen`.
    private let phrases: [String: [(verbs: Set<String>, entry: Entry)]]

    /// What a word tells of, by its lemma with a separable prefix.
    func entry(_ lemma: String, _ part: PartOfSpeech) -> Entry? {
        if let entries = words[lemma] { return entries.first { $0.sort.fits(part) } }
        guard part == .noun || part == .properNoun, lemma.utf8.count > 6, !exceptions.contains(lemma)
        else { return nil }
        var lemma = lemma
        return lemma.withUTF8 { bytes in
            guard let last = bytes.last, let endings = endings[last] else { return nil }
            return endings.first {
                bytes.count > $0.ending.count && bytes.suffix($0.ending.count).elementsEqual($0.ending)
            }?
            .entry
        }
    }

    /// What a verb tells of together with a noun.
    func entry(_ verb: String, with noun: String) -> Entry? {
        phrases[noun]?.first { $0.verbs.contains(verb) }?.entry
    }

    init(_ table: String, phrases list: String, exceptions: String) {
        var words: [String: [Entry]] = [:]
        var phrases: [String: [(verbs: Set<String>, entry: Entry)]] = [:]
        for line in list.split(separator: "\n") {
            let parts = line.split(separator: " ").map(String.init)
            guard parts.count > 2 else { continue }
            phrases[parts[1], default: []].append((Set(parts[2...]), Entry(type: parts[0], sort: .verb)))
        }
        self.phrases = phrases
        var endings: [(String, Entry)] = []
        for line in table.split(separator: "\n") {
            let sides = line.split(separator: ":")
            guard sides.count == 2 else { continue }
            let head = sides[0].split(separator: " ").map(String.init)
            guard head.count == 2, let sort = Entry.Sort(rawValue: head[1]) else { continue }
            let entry = Entry(type: head[0], sort: sort)
            for word in sides[1].split(separator: " ") {
                if word.hasPrefix("*") {
                    endings.append((String(word.dropFirst()), entry))
                    words[String(word.dropFirst()), default: []].append(entry)
                } else {
                    words[String(word), default: []].append(entry)
                }
            }
        }
        self.words = words
        // The longest ending decides: `Stellenabbau` before `Abbau`.
        self.endings = Dictionary(
            grouping: endings.map { (ending: Array($0.0.utf8), entry: $0.1) }, by: { $0.ending.last ?? 0 }
        ).mapValues { same in same.sorted { $0.ending.count > $1.ending.count } }
        self.exceptions = Set(exceptions.split(whereSeparator: \.isWhitespace).map(String.init))
    }

    static func table(_ tongue: Tongue) -> EventWords? {
        switch tongue {
        case .german: german
        case .english: english
        case .other: nil
        }
    }
}

extension EventWords.Entry.Sort {
    /// Whether a word of this part of speech can tell of it.
    func fits(_ part: PartOfSpeech) -> Bool {
        switch self {
        case .noun, .object: part == .noun || part == .properNoun
        case .verb: part == .verb
        case .participle: part == .adjective || part == .verb
        case .state:
            part == .adjective || part == .adverb || part == .noun || part == .properNoun
                || part == .other
        }
    }
}
