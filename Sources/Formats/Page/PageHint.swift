/// What the names that a page gives its elements (tags, classes, ids, roles) say about them, in English and German.
struct PageHint: OptionSet, Sendable {
    let rawValue: UInt8

    /// Never part of an article, however long: comments, notices about cookies.
    static let foreign = PageHint(rawValue: 1)
    /// Around the article: menus, share bars, newsletters.
    static let around = PageHint(rawValue: 2)
    /// Around the article if it is made of links, for a text may be called so too: `teaser`.
    static let linked = PageHint(rawValue: 4)
    /// About the article, while it is short: author, date, caption.
    static let about = PageHint(rawValue: 8)
    /// The text or a part of it.
    static let content = PageHint(rawValue: 16)
    /// Its class calls it the author's.
    static let byline = PageHint(rawValue: 32)

    /// What the words of a class, an id or an unknown element say.
    static func hints(ofName name: String) -> PageHint {
        guard name.utf8.count <= 500 else { return [] }
        var hints: PageHint = []
        var isDenied = false
        for word in words(of: name) {
            if !isDenied { hints.formUnion(byWord[word] ?? byBeginning(word) ?? []) }
            isDenied = denials.contains(word)
        }
        return hints
    }

    static func hint(ofRole role: ArraySlice<UInt8>) -> PageHint {
        roles[String(decoding: role, as: UTF8.self)] ?? []
    }

    private static let roles: [String: PageHint] = [
        "navigation": .around, "banner": .around, "contentinfo": .around, "search": .around, "menu": .around,
        "menubar": .around, "toolbar": .around, "tablist": .around, "complementary": .around,
        "dialog": .around,
        "alertdialog": .around, "article": .content, "main": .content,
    ]

    /// `articleBody entry-content--wide` is article, body, entry, content, wide; `textabsatz` is one word.
    static func words(of names: String) -> [String] {
        var words: [String] = []
        var word = ""
        var wasLower = false
        for scalar in names.unicodeScalars {
            let isUpper = ("A"..."Z").contains(scalar)
            let isLetter = isUpper || ("a"..."z").contains(scalar) || scalar.value > 127
            if !isLetter || isUpper && wasLower {
                if !word.isEmpty { words.append(word) }
                word = ""
            }
            if isLetter {
                word.unicodeScalars.append(isUpper ? Unicode.Scalar(scalar.value + 32) ?? scalar : scalar)
            }
            wasLower = isLetter && !isUpper
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    /// The word behind one of these says what is not there, or only that something may be.
    private static let denials: Set<String> = [
        "no", "not", "has", "with", "without", "hide", "non", "is", "mit", "ohne",
    ]

    private static func byBeginning(_ word: String) -> PageHint? {
        beginnings.first { word.hasPrefix($0.word) }?.hint
    }

    private static let beginnings: [(word: String, hint: PageHint)] = [
        ("kommentar", .foreign), ("comment", .foreign), ("cookie", .foreign), ("consent", .foreign),
        ("newsletter", .around), ("paywall", .around), ("subscri", .around), ("abonn", .around),
        ("navi", .around),
        ("social", .around), ("sharing", .around), ("breadcrumb", .around), ("brotkrum", .around),
        ("advert", .around), ("werbung", .around), ("outbrain", .around), ("taboola", .around),
        ("recommend", .around), ("empfehl", .around), ("related", .around), ("autor", .about),
        ("author", .about),
        ("bildunter", .about), ("caption", .about), ("byline", .about), ("bildinfo", .about),
        ("bildtext", .about),
    ]

    private static let byWord: [String: PageHint] = {
        let lists: [(PageHint, String)] = [
            (.foreign, "cmp gdpr dsgvo disqus diskussion discussion respond leserbriefe"),
            (
                .around,
                """
                nav menu menue footer foot masthead topbar navbar toolbar sidebar rail share teilen ad ads anzeige adslot
                sponsored sponsor promo popup modal overlay banner login signup anmelden registration offcanvas widget
                pagination pager skip tags tag tools print drucken pullquote pull zitatbox mostread meistgelesen recirc
                backlink kontakt contact imprint impressum disclaimer correction feedback rating ratings poll umfrage quiz
                correctionbox donate spenden follow appbox shop upsell offer storylist trending player tickerlink readmore
                supplement download downloads archive keywords schlagworte services servicelinks bookmark
                """
            ),
            (
                .linked,
                """
                teaser teasers more mehr weitere similar aehnliche card cards list liste links linkbox box aside next
                stage recent latest further infobox read lesen thema themen also feed
                """
            ),
            (
                .about,
                """
                meta metadata metatextline date datum time timestamp pubdate published posted updated stand kicker topline
                overline dachzeile spitzmarke rubrik rubric category credit credits legend copyright source quelle info
                details vcard bio label eyebrow dateline sendungsbezug fotograf photographer originator docdata customer
                agency readingtime
                """
            ),
            (
                .content,
                """
                article artikel content contents inhalt story body entry post text copy main maincontent articlebody
                articletext storybody posttext beitrag bodytext fliesstext longform liveblog richtext
                """
            ),
        ]
        var words: [String: PageHint] = [:]
        for (hint, list) in lists {
            for word in list.split(whereSeparator: \.isWhitespace) { words[String(word)] = hint }
        }
        return words
    }()
}
