/// The language of a paragraph, as far as the rules can tell.
enum Tongue: Sendable {
    case german, english
    /// Another language: only what needs no words is found.
    case other

    /// An article's language code, such as `de` or `en-GB`; nil for none.
    init?(code: String?) {
        guard let code, !code.isEmpty else { return nil }
        switch code.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" }).first {
        case "de", "deu", "ger": self = .german
        case "en", "eng": self = .english
        default: self = .other
        }
    }

    /// The code that the models of grammar go by.
    var code: String? {
        switch self {
        case .german: "de"
        case .english: "en"
        case .other: nil
        }
    }

    /// Counts function words. A text with too few of them, such as a headline, is what `context` is.
    static func guess(of pieces: [Piece], in folded: [UInt8], context: Tongue? = nil) -> Tongue {
        var german = 0
        var english = 0
        var others = 0
        var words = 0
        var foreign = 0
        folded.withUnsafeBufferPointer { folded in
            for piece in pieces.prefix(400) where piece.isWord {
                words += 1
                if piece.shape == .foreign { foreign += 1 }
                switch ofFunctionWord(UnsafeBufferPointer(rebasing: folded[piece.start..<piece.end])) {
                case .german: german += 1
                case .english: english += 1
                case .other: others += 1
                case nil: break
                }
            }
        }
        if foreign * 2 > words { return .other }
        if others > 1, others > german + english { return .other }
        // German and English have a function word in every three to five words; other languages share a few. Names in a
        // row have none, so a few words alone never tell that a text is in another language.
        let best = max(german, english)
        guard best > 0, best * 14 >= words else { return context ?? (words < 40 ? .german : .other) }
        return german == english ? context ?? .german : german > english ? .german : .english
    }

    /// The language of a function word in lower case; nil for other words.
    static func ofFunctionWord(_ word: UnsafeBufferPointer<UInt8>) -> Tongue? {
        functionWords.value(of: word)
    }

    private static let functionWords = WordTable<Tongue>(
        words(of: .german, germanWords) + words(of: .english, englishWords) + words(of: .other, otherWords))

    private static func words(of tongue: Tongue, _ text: String) -> [(String, Tongue)] {
        text.split(whereSeparator: \.isWhitespace).map { (String($0), tongue) }
    }

    private static let germanWords = """
        der die das des dem den und ist nicht ein eine einen einem einer eines von mit für auf zu im sich auch dass
        wird werden wurde wurden sind sei habe hat haben hatte hatten bei nach aus wie noch nur oder aber über vom zum
        zur sie er es wir ich kein keine sowie durch gegen unter seit bis als am beim ans ins um wenn weil dann doch
        schon sehr wo wer diese dieser dieses seine seiner ihre ihrer ihren mehr zwischen während
        """

    private static let englishWords = """
        the of and to is that for with are was were be been has have had this from by not which it its as at but they
        he she we his her their would will said who or into about after before over than there when what where these
        those you your our does did can could should may
        """

    /// Of the neighbours, those that stand in no German or English name.
    private static let otherWords = """
        et une est pas qui que dans pour avec cette elle ces aux les che per sono della gli por para una y del con het
        een niet zijn voor ook się jest nie że jak ve bir och att som inte och ikke det og
        """
}
