import Articles

/// Who holds which office where.
///
///     NATO-Sprecherin Ada Brandt
///     des Präsidenten des Deutschen Bundestages, Emil Brandt,
///     Ada Brandt, Sprecherin der NATO
extension ParagraphReading {
    func officeFacts() -> [Fact] {
        items.compactMap { item in
            guard item.mention.label == .role else { return nil }
            let organisation = organisation(of: item)
            let end = organisation.map { max($0.end, item.pieces.upperBound) } ?? item.pieces.upperBound
            guard
                let person = personAfter(end) ?? personBefore(item.pieces.lowerBound)
                    ?? personBehindGenitive(end) ?? personBehindGenitive(item.pieces.upperBound)
            else { return nil }
            // `die deutsche Schauspielerin`: a country's adjective makes no office of a profession.
            let isOnlyCountry =
                organisation?.slot.mention != nil
                && self.item(at: item.pieces.lowerBound - 1)?.mention.attributes["form"] == "derived"
            if organisation == nil || isOnlyCountry, isProfession(item) { return nil }
            let pieces =
                min(item.pieces.lowerBound, person.pieces.lowerBound)..<max(end, person.pieces.upperBound)
            return Fact(
                id: .found(item.mention.bounds, as: "office"), kind: "office",
                evidence: SpanSet(passage.span(of: pieces)),
                slots: [Slot("person", person), Slot("title", item)]
                    + (organisation.map { [$0.slot] } ?? [])
                    + (status(of: item).map { [$0] } ?? []),
                origin: .engine("office", confidence: organisation == nil ? 0.7 : 0.8))
        }
    }

    /// Whether somebody held the office before, will hold it, or stands in: `der frühere Minister`, `Ex-Minister`.
    private func status(of office: Item) -> Slot? {
        let first = office.pieces.lowerBound
        for index in [first - 1, first, first - 2]
        where index >= 0 && passage.sentence(of: first).contains(index) {
            let word = passage.word(index)
            guard let found = Self.statuses.first(where: { word.hasPrefix($0.beginning) }) else {
                continue
            }
            let span = passage.span(of: index..<index + 1)
            return Slot("status", spans: index == first ? nil : SpanSet(span), value: found.status)
        }
        return nil
    }

    private static let statuses: [(beginning: String, status: String)] = [
        ("ehemalig", "former"), ("früher", "former"), ("ex-", "former"), ("damalig", "former"),
        ("alt-", "former"),
        ("altbundes", "former"), ("altkanzler", "former"), ("former", "former"),
        ("designiert", "designated"),
        ("künftig", "designated"), ("gewählt", "designated"), ("designate", "designated"),
        ("amtierend", "acting"),
        ("scheidend", "outgoing"), ("outgoing", "outgoing"), ("acting", "acting"),
        ("geschäftsführend", "acting"),
        ("kommissarisch", "acting"), ("stellvertretend", "deputy"), ("vize", "deputy"),
        ("deputy", "deputy"),
    ]

    /// The person who is named behind an office, with or without what it is the office of between them.
    func holder(of office: Item) -> Item? {
        personAfter(office.pieces.upperBound) ?? personBehindGenitive(office.pieces.upperBound)
    }

    /// The person right behind an office, also behind a comma.
    private func personAfter(_ index: Int) -> Item? {
        let next = isWord(index, ",") ? index + 1 : index
        guard let item = item(from: next), item.mention.label == .person,
            passage.sentence(of: index - 1).contains(next)
        else { return nil }
        return item
    }

    /// `der Direktor der peruanischen Behörde Roberto Rodriguez`: what he directs comes between.
    private func personBehindGenitive(_ index: Int) -> Item? {
        passage.personBehindGenitive(
            index, isPerson: { item(from: $0)?.mention.label == .person && !isPronoun($0) },
            isOffice: { item(at: $0)?.mention.label == .role || isCalling($0) }
        ).flatMap(item(from:))
    }

    private func isPronoun(_ index: Int) -> Bool { item(at: index)?.mention.attributes["form"] != nil }

    private func isCalling(_ index: Int) -> Bool {
        !passage.traits(at: index).isDisjoint(with: [.office, .calling])
    }

    /// Whether it is a profession, which many people have anywhere, and no office that somebody holds somewhere.
    private func isProfession(_ office: Item) -> Bool {
        let word = passage.word(office.pieces.upperBound - 1)
        return Self.professions.contains { word.hasPrefix($0) || word.hasSuffix($0) }
            || Self.professions.contains { word.hasSuffix($0 + "in") }
    }

    private static let professions = [
        "professor", "forscher", "historiker", "politologe", "politologin", "soziologe", "soziologin",
        "wissenschaftler", "ökonom", "experte", "expertin", "schriftsteller", "autor", "regisseur",
        "schauspieler", "sänger", "musiker", "künstler", "journalist", "politiker", "kandidat", "unternehmer",
        "analyst", "rechtsanwalt", "rechtsanwältin", "stürmer", "torwart", "author", "economist", "historian",
        "lawyer", "analyst",
    ]

    /// The person before an apposition: `Rutte, der Generalsekretär …`, `Brandt, Lenz’ Stellvertreterin`.
    private func personBefore(_ index: Int) -> Item? {
        var before = index - 1
        if let owner = item(at: before), owner.mention.label == .person {
            before = owner.pieces.lowerBound - 1
        }
        var words = 0
        while before >= 0, words < 3, passage.pieces[before].shape == .lower {
            before -= 1
            words += 1
        }
        guard before > 0, isWord(before, ","), let item = item(at: before - 1),
            item.mention.label == .person
        else {
            return nil
        }
        return item
    }

    /// What the office belongs to: the first part of its compound, or the genitive behind it.
    private func organisation(of office: Item) -> (slot: Slot, end: Int)? {
        if let hyphen = hyphen(in: office.pieces.lowerBound) {
            let start = passage.pieces[office.pieces.lowerBound].start
            let known = passage.traits(from: start, to: hyphen)
            if !known.isDisjoint(with: [.organisation, .country, .town]) || isShort(start..<hyphen) {
                let span = Span(passage.span.start + start, passage.span.start + hyphen)
                return (Slot("organisation", span), office.pieces.upperBound)
            }
        }
        var next = office.pieces.upperBound
        guard isWord(next, "der", "des", "von", "vom", "of", "beim", "bei", "im", "in") else {
            if let before = item(at: office.pieces.lowerBound - 1),
                before.mention.label == .organisation || before.mention.label == .place
            {
                return (Slot("organisation", before), office.pieces.upperBound)
            }
            return nil
        }
        next += 1
        if isWord(next, "the", "der", "dem", "den") { next += 1 }
        // `der staatlichen Behörde Enac`, `des Bundesstaates New York`: an adjective and a noun before a name.
        if item(at: next) == nil, isLower(next), passage.pieces.indices.contains(next + 1) { next += 1 }
        if item(at: next) == nil, item(from: next + 1) != nil, passage.pieces[next].isCapital,
            !isCalling(next)
        {
            next += 1
        }
        guard let item = item(from: next),
            item.mention.label == .organisation || item.mention.label == .place,
            item.mention.attributes.isEmpty
        else { return nil }
        return (Slot("organisation", item), item.pieces.upperBound)
    }

    private func isLower(_ index: Int) -> Bool {
        passage.pieces.indices.contains(index) && passage.pieces[index].shape == .lower
    }

    /// Whether it is written like `RTL` or `BDI`.
    private func isShort(_ range: Range<Int>) -> Bool {
        2...5 ~= range.count && passage.bytes[range].allSatisfy { 0x41...0x5A ~= $0 }
    }

    private func hyphen(in index: Int) -> Int? {
        let piece = passage.pieces[index]
        return passage.bytes[piece.start..<piece.end].lastIndex(of: UInt8(ascii: "-"))
    }
}
