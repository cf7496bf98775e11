import Articles

extension Format {
    /// How a format changes a document that it cannot write as it is: other spellings, fewer mentions or members.
    typealias Adaptation = @Sendable (Document) -> Document
}

/// A document as a format can hold it, and what is lost by that.
struct Fitted {
    let document: Document
    let losses: [Loss]
}

extension Document {
    /// Leaves out what the format has no place for, and counts it.
    ///
    /// Writers get the document that this gives, the report gets the counts, and the comparison after writing takes
    /// both: so the three always agree. What the format does not carry at all (notes, values) may still be in the
    /// document, for whoever writes it does not look at it.
    func fitted(to format: Format) -> Fitted {
        let carries = format.carries
        guard carries.count < Format.Feature.allCases.count else { return Fitted(document: self, losses: []) }
        let known = annotations.mentions.lazy.filter { format.labels?.contains($0.label) ?? true }
        var layers = Layers(known, in: text, for: carries, levels: format.levels)
        var lost = layers.lost
        if let labels = format.labels {
            lost[.mentions] = annotations.mentions.count { !labels.contains($0.label) }
        }
        if !carries.contains(.mentions) {
            lost = [.mentions: annotations.mentions.count]
            layers = Layers([Mention](), in: text, for: carries)
        }
        var mentions = carries.contains(.mentions) ? layers.kept : Array(annotations.mentions)
        if !carries.contains(.margins) { lost[.margins] = mentions.trim(in: text) }
        var fitted = self
        let isTrimmed = lost[.margins] ?? 0 > 0
        if mentions.count < annotations.mentions.count || isTrimmed {
            let table = isTrimmed ? SpanTable(mentions) : annotations.mentions.keeping(only: mentions)
            fitted = Document(article: article, annotations: annotations.keeping(table, for: carries))
        }
        fitted = fitted.withText(for: carries)
        if let adapt = format.adapt {
            let adapted = adapt(fitted)
            lost = adapted.changes(from: fitted, addedTo: lost)
            fitted = adapted
        }
        let extras = Extras(of: annotations.mentions)
        let losses = Format.Feature.allCases.compactMap { feature -> Loss? in
            guard !carries.contains(feature) || lost[feature] != nil || feature.isDependent else {
                return nil
            }
            let gone = count(of: feature, extras, keptIn: fitted.annotations, carries.contains(feature))
            let count = (carries.contains(feature) || gone == 0 ? lost[feature, default: 0] : 0) + gone
            return count == 0 ? nil : Loss(feature: feature, count: count)
        }
        return Fitted(document: fitted, losses: losses)
    }

    /// How many mentions have what only some have, counted in one pass.
    private struct Extras {
        private(set) var attributeCount = 0
        private(set) var valueCount = 0
        private(set) var linkCount = 0

        init(of mentions: SpanTable<Mention>) {
            mentions.forEach { mention in
                guard mention.hasDetails else { return }
                attributeCount += mention.attributes.count
                if mention.value != nil { valueCount += 1 }
                if mention.link != nil { linkCount += 1 }
            }
        }
    }

    private func count(
        of feature: Format.Feature, _ extras: Extras, keptIn kept: Annotations, _ isCarried: Bool
    ) -> Int {
        switch feature {
        case .mentions, .nested, .overlapping, .discontinuous, .blank, .margins, .spelling: 0
        case .relations: annotations.relationCount - (isCarried ? kept.relationCount : 0)
        case .chains: annotations.chainCount - (isCarried ? kept.chainCount : 0)
        case .notes: noteCount(annotations) - (isCarried ? noteCount(kept) : 0)
        case .attributes: isCarried ? 0 : extras.attributeCount
        case .values: isCarried ? 0 : extras.valueCount
        case .links: isCarried ? 0 : extras.linkCount
        case .facts: annotations.facts.count - (isCarried ? kept.facts.count : 0)
        case .labels: isCarried ? 0 : annotations.labels.count
        case .placeNotes: isCarried ? 0 : annotations.notes.count { !$0.isOnAnnotation }
        case .status: isCarried ? 0 : annotations.statusCount(where: { $0 != .accepted })
        case .origin:
            isCarried ? 0 : annotations.originCount(where: { $0.author != .person || $0 != .person() })
        case .metadata: isCarried ? 0 : propertyCount
        case .returns: isCarried ? 0 : text.withBytes { $0.count { $0 == 13 } }
        case .controls: isCarried ? 0 : text.controls.count
        case .spacing: isCarried || text.byteCount == 0 ? 0 : 1
        }
    }

    private var propertyCount: Int {
        [article.source, article.date, article.language].compactMap(\.self).count + article.metadata.count
    }

    private func noteCount(_ annotations: Annotations) -> Int {
        annotations.notes.count(where: \.isOnAnnotation)
    }

    /// What an adaptation took away or spelled otherwise.
    private func changes(
        from before: Document, addedTo lost: [Format.Feature: Int]
    ) -> [Format.Feature: Int] {
        var lost = lost
        // Most often both are the same in the same order, and nothing has to be looked up.
        let mentions =
            annotations.mentions.isCopy(of: before.annotations.mentions)
            ? SpanTable() : before.annotations.mentions
        var others = annotations.mentions.makeIterator()
        for old in mentions {
            let next = others.next()
            guard let new = next?.id == old.id ? next : annotations.mentions[old.id] else {
                lost[.nested, default: 0] += 1
                continue
            }
            if new == old { continue }
            // What an adaptation adds is no loss; what it calls otherwise keeps its value.
            let gone = old.attributes.filter { new.attributes[$0.key] == nil }
            let renamed = new.attributes.count { name, value in
                old.attributes[name] == nil && gone.values.contains(value)
            }
            if gone.count > renamed { lost[.attributes, default: 0] += gone.count - renamed }
            if old.value != nil, new.value == nil { lost[.values, default: 0] += 1 }
            if old.link != nil, new.link == nil { lost[.links, default: 0] += 1 }
            let isRespelled =
                renamed > 0
                || old.attributes.contains { name, value in new.attributes[name].map { $0 != value } ?? false
                }
            if old.label != new.label || (new.value != nil && old.value != new.value)
                || (new.link != nil && old.link != new.link) || isRespelled
            {
                lost[.spelling, default: 0] += 1
            }
        }
        if !article.hasSameProperties(as: before.article) {
            let properties = Dictionary(
                ArticleFields().fields(of: article).map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
            for (key, value) in ArticleFields().fields(of: before.article) where properties[key] != value {
                lost[properties[key] == nil ? .metadata : .spelling, default: 0] += 1
            }
        }
        guard !annotations.isSameBesidesPlaces(before.annotations) else { return lost }
        for relation in before.annotations.relations {
            guard case .relation(let new)? = annotations[relation.id], new.kind != relation.kind else {
                continue
            }
            lost[.spelling, default: 0] += 1
        }
        for label in before.annotations.labels where annotations[label.id] != .label(label) {
            lost[.spelling, default: 0] += 1
        }
        for note in before.annotations.notes {
            guard case .note(let new)? = annotations[note.id], new.text != note.text else { continue }
            lost[.spelling, default: 0] += 1
        }
        for chain in before.annotations.chains {
            guard case .chain(let new)? = annotations[chain.id], new.mentions.count < chain.mentions.count
            else { continue }
            lost[.chains, default: 0] += 1
        }
        return lost
    }

    /// The document with the white space that the format can hold, byte for byte in the same places.
    private func withText(for carries: Set<Format.Feature>) -> Document {
        let text: Text
        if !carries.contains(.controls) {
            text = carries.contains(.returns) ? self.text.withoutControlSigns : self.text.withoutControls
        } else if !carries.contains(.returns), self.text.withBytes({ $0.contains(13) }) {
            text = Text(bytes: self.text.bytesWithoutReturns)
        } else {
            return self
        }
        let article = Article(
            name: article.name, title: article.ownTitle, source: article.source, date: article.date,
            language: article.language, text: text, metadata: article.metadata)
        return Document(article: article, annotations: annotations)
    }
}

extension Article {
    fileprivate func hasSameProperties(as other: Article) -> Bool {
        name == other.name && title == other.title && source == other.source && date == other.date
            && language == other.language && metadata == other.metadata
    }
}

extension Format.Feature {
    /// Whether it goes with mentions that are lost, though the format has a place for it.
    fileprivate var isDependent: Bool {
        self == .relations || self == .chains || self == .facts || self == .notes
    }
}

extension Annotations {
    /// Everything that makes sense with only these mentions, as far as a format has a place for it.
    func keeping(
        _ mentions: SpanTable<Mention>, for carries: Set<Format.Feature> = Set(Format.Feature.allCases)
    ) -> Annotations {
        guard !carries.isDisjoint(with: [.relations, .chains, .facts, .notes, .placeNotes]) else {
            return Annotations(mentions: mentions, labels: labels)
        }
        let relations = relations.filter { mentions.contains($0.from) && mentions.contains($0.to) }
        let chains = chains.compactMap { $0.keeping(only: mentions) }
        let facts = facts.map { fact in
            var fact = fact
            for index in fact.slots.indices {
                guard let id = fact.slots[index].mention, !mentions.contains(id) else { continue }
                // The words stay a filler when the mention on them goes.
                fact.slots[index].spans = fact.slots[index].spans ?? self.mentions[id]?.spans
                fact.slots[index].mention = nil
            }
            return fact
        }
        var ids = Set(relations.map(\.id) + chains.map(\.id) + facts.map(\.id))
        ids.formUnion(labels.map(\.id))
        ids.formUnion(notes.map(\.id))
        let notes = notes.filter { note in
            switch note.target {
            case .article, .span: true
            case .annotation(let id): mentions.contains(id) || ids.contains(id)
            }
        }
        return Annotations(
            mentions: mentions, relations: relations, chains: chains, facts: facts, labels: labels,
            notes: notes)
    }
}

extension SpanTable<Mention> {
    /// - Parameter mentions: some of the table's, mostly in its order.
    func keeping(only mentions: [Mention]) -> SpanTable<Mention> {
        var next = 0
        let kept = keeping { mention in
            guard next < mentions.count, mentions[next].id == mention.id else { return false }
            next += 1
            return true
        }
        return next == mentions.count ? kept : SpanTable(mentions)
    }
}

extension [Mention] {
    /// Takes the white space from the edges of all fragments.
    ///
    /// - Returns: how many mentions had some.
    mutating func trim(in text: Text) -> Int {
        var count = 0
        for index in indices {
            let spans = self[index].spans
            if spans.isContiguous, text.trimmed(spans.bounds) == spans.bounds { continue }
            guard let trimmed = SpanSet(spans.fragments.map { text.trimmed($0) }), trimmed != spans else {
                continue
            }
            self[index].spans = trimmed
            count += 1
        }
        if count > 0 { sort { $0.spans < $1.spans } }
        return count
    }
}

extension Text {
    /// A span without the white space at its edges.
    func trimmed(_ span: Span) -> Span {
        let isPlain = withBytes { bytes in
            guard let first = bytes[span.range].first, let last = bytes[span.range].last else { return true }
            return first > 32 && first < 127 && last > 32 && last < 127
        }
        if isPlain { return span }
        var (start, end) = (span.start, span.end)
        let scalars = string(in: span).unicodeScalars
        for scalar in scalars {
            guard scalar.isSeparator else { break }
            start += UTF8.width(scalar)
        }
        for scalar in scalars.reversed() where end > start {
            guard scalar.isSeparator else { break }
            end -= UTF8.width(scalar)
        }
        return Span(start, max(start, end))
    }
}
