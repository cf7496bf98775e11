/// Lines that are about an article or lead away from it, by what they say in English and German.
enum PagePhrase {
    /// Whether a short line begins something else below the text: other stories, comments, contacts.
    static func opensOther(_ line: String) -> Bool { isOpening(others, of: words(line)) }

    /// Whether a line is about the text: its author, date, place in the site, or a hint at another story.
    static func isAbout(_ line: String) -> Bool {
        guard line.utf8.count < 250 else { return false }
        let isShort = line.utf8.count <= 160
        let words = isShort ? words(line) : words(line.prefix(60))
        if isOpening(hints, of: words) { return true }
        guard isShort, words.count <= 14 else { return false }
        if words.count <= 6, labels.contains(words.joined(separator: " ")) { return true }
        return isByline(line) || isDateline(line, words)
    }

    /// Whether a short line invites to a newsletter, as the rest of its box does then.
    static func isInvitation(_ line: String) -> Bool {
        line.utf8.count < 80 && line.containsLetters("newsletter")
    }

    private static func isByline(_ line: String) -> Bool {
        !PageByline.names(line).isEmpty && !".!?".contains(line.last ?? ".")
    }

    /// A line with a day in it that holds little else.
    private static func isDateline(_ line: String, _ words: [String]) -> Bool {
        guard words.count <= 9, let last = line.last, !"!?:".contains(last), !line.hasPrefix("–") else {
            return false
        }
        guard PageDate.first(in: line) != nil else { return false }
        let others = words.filter { word in !word.contains(where: \.isNumber) && !dateWords.contains(word) }
        return others.count <= 2
    }

    private static func words(_ line: some StringProtocol) -> [String] {
        PageWords.lowercased(line.utf8.count > 300 ? String(line.prefix(300)) : String(line), joint: "-")
    }

    private static func isOpening(_ phrases: [String: [[String]]], of words: [String]) -> Bool {
        guard let first = words.first, let phrases = phrases[first] else { return false }
        return phrases.contains { words.starts(with: $0) }
    }

    /// Phrases by their first words.
    private static func list(_ text: String) -> [String: [[String]]] {
        let phrases = text.split { "\n/".contains($0) }.map { $0.split(separator: " ").map(String.init) }
        return Dictionary(grouping: phrases) { $0.first ?? "" }
    }

    private static let others = list(
        """
        mehr zum thema/mehr zu diesem thema/mehr aus/weitere artikel/weitere nachrichten/weitere storys/weitere meldungen
        weitere informationen/weiterführende links/das könnte sie auch interessieren/das könnte dich auch interessieren
        auch interessant/meistgelesen/meist gelesen/lesen sie auch/lesen sie mehr/zum thema/themen/verwandte artikel
        ähnliche artikel/ähnliche beiträge/kommentare/kommentar schreiben/schreiben sie einen kommentar/diskussion
        leserkommentare/pressekontakt/kontakt für/rückfragen an/original-content von/über den autor/über die autorin
        zur person/newsletter/schlagwörter/schlagworte/artikel teilen/teilen sie/jetzt teilen/quellen/aktuelle meldungen
        related stories/related articles/related content/related posts/related news/more on this/more from/more stories
        more news/most read/most popular/you may also like/you might also like/read next/read more/recommended/comments
        leave a comment/leave a reply/join the conversation/about the author/share this/media contact/press contact
        contact information/tags/topics/sign up for/recent posts/latest news/popular stories/trending/keep reading
        notes to editors/journal/doi/disclaimer
        """)

    private static let hints = list(
        """
        lesen sie auch/lesen sie hier/lesen sie mehr/lesen sie dazu/mehr dazu/mehr zum thema/siehe auch/auch interessant
        read more/read also/also read/see also/related/recommended/watch/more on this/click here/download the app
        sign up/subscribe/copyright/all rights reserved/alle rechte vorbehalten/this material may not/fehler gefunden
        zurück zur übersicht/zur startseite/zum seitenanfang/back to top/back to overview/jetzt abonnieren/newsletter
        artikel drucken/seite drucken/foto/fotos/photo/photos/image/picture/bild/quelle/credit/photograph/lesezeit
        original-content von/dieses thema im programm/über dieses thema/spotted a mistake/stand/aktualisiert/updated
        last updated/published/veröffentlicht/veröffentlicht am/posted
        """)

    /// Lines that say nothing but this.
    private static let labels: Set<String> = [
        "anzeige", "advertisement", "werbung", "ad", "sponsored", "teilen", "share", "drucken", "print",
        "video", "audio",
        "kommentare", "comments", "mehr", "more", "plus", "exklusiv", "share this article", "artikel teilen",
        "merken",
        "kommentieren", "e-mail", "email", "facebook", "twitter", "x", "whatsapp", "pocket", "linkedin",
        "xing", "home",
        "startseite", "advertisement article continues below this ad", "article continues below",
        "anzeige anzeige",
    ]

    private static let dateWords: Set<String> = [
        "uhr", "am", "pm", "a", "p", "m", "um", "the", "den", "vom", "montag", "dienstag", "mittwoch",
        "donnerstag",
        "freitag", "samstag", "sonnabend", "sonntag", "monday", "tuesday", "wednesday", "thursday", "friday",
        "saturday",
        "sunday", "mo", "di", "mi", "do", "fr", "sa", "so", "mon", "tue", "wed", "thu", "fri", "sat", "sun",
        "januar",
        "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
        "dezember",
        "january", "february", "march", "may", "june", "july", "october", "december", "stand", "updated",
        "gmt", "cet",
    ]
}
