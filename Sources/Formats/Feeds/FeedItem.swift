import Articles

/// An item of a feed: its article, and whether that is whole.
struct FeedItem {
    var draft: ArticleDraft
    /// What the feed says is the whole text.
    var content: [UInt8] = []
    /// What may be the text or only how it begins.
    var teaser: [UInt8] = []

    init(name: String) { draft = ArticleDraft(name: name) }

    /// Shorter text that the feed does not call the content is taken for a teaser, in bytes.
    private static let shortest = 700

    /// Whether the article stands elsewhere.
    var isTeaser: Bool {
        if content.count > teaser.count / 2, !content.isEmpty { return Self.isCut(content) }
        return teaser.count < Self.shortest || Self.isCut(teaser)
    }

    /// The document; nil for an item without title and text.
    func document() -> Document? {
        var draft = draft
        // Some feeds have the text in the description and a picture in the content.
        draft.body = content.count > teaser.count / 2 ? content : teaser
        guard !draft.isEmpty else { return nil }
        if isTeaser { draft.set("content", "teaser") }
        return draft.document()
    }

    private static func isCut(_ text: [UInt8]) -> Bool {
        let end = String(decoding: text.suffix(8), as: UTF8.self)
        return ["…", "...", "[…]", "[...]", "…]"].contains { end.hasSuffix($0) }
    }
}

/// The documents of a feed, and what is to be said about its items.
struct FeedHarvest {
    private let name: String
    private(set) var findings: Findings
    private var documents: [Document] = []
    private var teaserCount = 0
    private var emptyCount = 0
    private(set) var itemCount = 0
    /// What had to be mended before the feed could be read; the first finding says enough.
    private var mending: FormatError?

    init(_ name: String) {
        self.name = name
        findings = Findings(name)
    }

    private mutating func add(_ item: FeedItem) {
        itemCount += 1
        guard let document = item.document() else {
            emptyCount += 1
            return
        }
        if item.isTeaser { teaserCount += 1 }
        documents.append(document)
    }

    /// Takes an item, or says why it is left out.
    mutating func add(_ item: () throws(FormatError) -> FeedItem) { add(firstLine: 1, item) }

    /// Takes the item of an element.
    ///
    /// - Parameters:
    ///   - input: the feed, or the piece of it that the element is in.
    ///   - read: gives the item under a name.
    mutating func add(
        _ element: XML.Element, of xml: XML, in input: Input,
        read: (_ name: String) throws(FormatError) -> FeedItem
    ) {
        let name = "\(input.stem):\(itemCount + 1)"
        add(firstLine: input.firstLine) { () throws(FormatError) in
            do throws(FormatError) { return try read(name) } catch { throw xml.error(element, error.message) }
        }
    }

    private mutating func add(firstLine: Int, _ item: () throws(FormatError) -> FeedItem) {
        do throws(FormatError) {
            add(try item())
        } catch var error {
            itemCount += 1
            error.line = error.line.map { $0 + firstLine - 1 }
            // What is missing on the machine is missing for every item.
            if findings.errors.last?.message != error.message { findings.add(error) }
        }
    }

    mutating func mend(_ warning: FormatError?) { mending = mending ?? warning }

    func imported() -> Imported {
        var findings = findings
        if itemCount == 0 { findings.add(FormatError("the feed holds no items; there is nothing to read")) }
        if teaserCount > 0 {
            findings.warn(
                FormatError(
                    about: .teasers,
                    "only a teaser and not the whole article: \(teaserCount) of \(itemCount.of("item")); "
                        + "the page of an article is its source, and --fetch gets it"))
        }
        if emptyCount > 0 {
            findings.warn(
                FormatError("left out, without title and text: \(emptyCount) of \(itemCount.of("item"))"))
        }
        var imported = findings.imported(documents)
        if let mending { imported.warnings.append(mending) }
        return imported
    }
}
