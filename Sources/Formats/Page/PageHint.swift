/// What the names that a page gives its elements (tags, classes, ids, roles) say about them, in English and German.
enum PageHint: Hashable {
    /// Never part of an article, however long: comments, notices about cookies.
    case foreign
    /// Around the article: menus, share bars, newsletters.
    case around
    /// Around the article if it is made of links, for a text may be called so too: `teaser`.
    case linked
    /// About the article, while it is short: author, date, caption.
    case about
    /// The text or a part of it.
    case content

    /// Hints of an element, found in the words of its names.
    static func hints(of node: Int, in tree: PageTree) -> Set<PageHint> {
        var hints: Set<PageHint> = []
        switch tree.value("role", of: node) {
        case "navigation", "banner", "contentinfo", "search", "menu", "menubar", "toolbar", "tablist":
            hints.insert(.around)
        case "complementary", "dialog", "alertdialog": hints.insert(.around)
        case "article", "main": hints.insert(.content)
        default: break
        }
        var names = [tree.value("class", of: node), tree.value("id", of: node)].compactMap(\.self)
        if tree.tag(node) == .other { names.append(tree.name(node)) }
        for name in names where name.utf8.count <= 500 {
            var isDenied = false
            for word in words(of: name) {
                if !isDenied, let hint = byWord[word] ?? byBeginning(word) { hints.insert(hint) }
                isDenied = denials.contains(word)
            }
        }
        switch tree.value("itemprop", of: node) {
        case "articleBody": hints = [.content]
        case "author", "datePublished", "dateModified", "publisher", "keywords": hints.insert(.about)
        default: break
        }
        return hints
    }

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
