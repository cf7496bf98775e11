import Articles

/// Makes an article of named values, whichever kind of file they stand in.
struct ColumnArticle {
    private var draft: ArticleDraft
    private var publisher: String?
    private var teaser: [UInt8] = []

    init(name: String) { draft = ArticleDraft(name: name) }

    mutating func take(_ name: String, _ value: String) throws(FormatError) {
        guard !value.isEmpty else { return }
        switch ColumnNames.field(name) {
        case .title: draft.setTitle(try HTMLFragment.line(value))
        case .text: if draft.body.isEmpty { draft.body = try Self.prose(value) }
        case .teaser: if teaser.isEmpty { teaser = try Self.prose(value) }
        case .date:
            draft.setDate(value)
            // A day that is not understood is not lost.
            if draft.date == nil { draft.set(name, value) }
        case .author: draft.set("author", value)
        case .source: draft.setSource(value)
        case .publisher: publisher = publisher ?? value
        case .language: draft.setLanguage(value)
        case nil: draft.set(Prose.line(name), value)
        }
    }

    /// The document; nil without title and text.
    ///
    /// - Parameter file: stands in the place of a source.
    func document(file: String) -> Document? {
        var draft = draft
        if draft.body.isEmpty {
            draft.body = teaser
        } else {
            draft.set("summary", String(decoding: teaser, as: UTF8.self))
        }
        guard !draft.isEmpty else { return nil }
        if draft.source != nil { draft.set("publisher", publisher) }
        draft.setSource(publisher ?? file)
        return draft.document()
    }

    /// Text with its line breaks, or HTML: a table does not say which.
    private static func prose(_ value: String) throws(FormatError) -> [UInt8] {
        if value.utf8.contains(UInt8(ascii: "<")), value.contains("</") || value.contains("/>"),
            HTMLFragment.isLikely(value)
        {
            return try HTMLFragment.prose(value)
        }
        var prose = Prose()
        prose.addParagraphs(Array(value.utf8))
        return prose.bytes
    }
}
