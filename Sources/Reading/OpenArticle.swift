import Articles
import Cells

/// The article on the screen: the document, where the reader is in it, and what the side pane shows of it.
public struct OpenArticle: Sendable {
    /// Whether the annotations on the screen are those of the library; while they are not, nothing can be changed.
    public enum Phase: Hashable, Sendable {
        /// Only the text is there.
        case previewed
        case ready
        /// The article is being loaded again, since another program may have changed it.
        case outdated
    }

    public let key: ArticleKey
    public internal(set) var document: Document
    public internal(set) var selection: Selection
    /// The selections that growing has left, for shrinking back.
    var smallerSelections: [Selection] = []
    /// The first row in view.
    var top = Place(paragraph: 0, row: 0)
    var viewport = Viewport()
    /// The column that moving up and down keeps to.
    var goalColumn: Int?
    public internal(set) var pane = SidePane()
    public internal(set) var search: Search? { didSet { hitMemory = HitMemory() } }
    private(set) var hitMemory = HitMemory()
    /// Whether the next hit is being looked for in the background.
    var isFinding = false
    var entityGroups: EntityGroups?
    /// The revision that is being counted in the background.
    var countRequest: Int?
    /// How far the engine has read the text.
    var engine = EngineProgress()
    /// How far the deep engine has read it.
    var deep = EngineProgress(EngineProgress.deep)
    public internal(set) var phase: Phase
    /// What an earlier version of the file had, until it is taken over.
    var carryOver: CarryOver?
    /// The first of two mentions to relate or join.
    struct Mark: Hashable, Sendable {
        enum Purpose: String, Sendable {
            case relate = "relate the first to it"
            case join = "say that both are the same"
        }

        let id: ID
        let purpose: Purpose
    }

    var mark: Mark?
    /// The fact that is being made or changed.
    var factWork: FactWork?
    /// Whether the text has no blank lines, so that the screen sets paragraphs off.
    let isSpaced: Bool
    /// The first paragraph that is not blank, when it is the title.
    let headline: Int?
    private(set) var layouts = LayoutCache()
    private(set) var paneMemo = PaneMemo()
    /// The marks that the schema gives to labels.
    private(set) var marks: [Label: String] = [:]
    /// The width of the side pane, to which its lines are broken.
    var paneColumns = 30

    public init(key: ArticleKey, document: Document, phase: Phase) {
        self.key = key
        self.document = document
        self.phase = phase
        let first = document.text.token(after: 0)?.span ?? Span(0, 0)
        selection = Selection(first)
        let paragraphs = 0..<min(200, document.text.paragraphCount)
        let isDense = paragraphs.dropLast().allSatisfy { !document.text.paragraph($0).isEmpty }
        let bytes = document.text.paragraph(paragraphs.upperBound - 1).end
        headline = Self.headline(of: document.article)
        isSpaced = paragraphs.count > 1 && isDense && bytes / paragraphs.count > 100
    }

    /// Puts a document with the same text in the place of this one; the reader stays where they are.
    ///
    /// Revisions begin anew with it, so nothing that was remembered for one may stay.
    mutating func take(_ document: Document) {
        self.document = document
        phase = .ready
        engine = EngineProgress()
        deep = EngineProgress(EngineProgress.deep)
        layouts = LayoutCache()
        paneMemo = PaneMemo()
        entityGroups = nil
        countRequest = nil
        isFinding = false
        mark = nil
        factWork = nil
    }

    private static func headline(of article: Article) -> Int? {
        let text = article.text
        guard let index = (0..<min(5, text.paragraphCount)).first(where: { !text.paragraph($0).isEmpty })
        else { return nil }
        let span = text.paragraph(index)
        return span.count < 400 && text.string(in: span).contains(article.title) ? index : nil
    }

    public var text: Text { document.text }
    var annotations: Annotations { document.annotations }

    /// Takes the screen's size and settings in, and keeps the selection in view and inside the text.
    mutating func settle(in areas: Areas, settings: Settings, schema: Schema) {
        let new = Viewport(
            rows: max(1, areas.text.rows), columns: max(1, areas.text.columns),
            showsMarks: settings.showsMarks)
        marks = Dictionary(
            schema.labels.compactMap { kind in kind.mark.map { (kind.label, $0) } },
            uniquingKeysWith: { first, _ in first })
        if new != viewport {
            viewport = new
            top = place(of: text.paragraph(top.paragraph).start)
        }
        top.row = min(top.row, layout(top.paragraph).rows.count - 1)
        showHead()
        fillFromAbove()
        paneColumns = areas.pane.columns
        guard !areas.pane.isEmpty else { return }
        let lines = paneLines(schema: schema)
        pane.lineCount = lines.count
        if !pane.isFocused, pane.tab == .facts, let followed,
            let line = lines.firstIndex(where: { $0.id == followed })
        {
            // All of it, from its end to its beginning.
            if let last = lines.lastIndex(where: { $0.id == followed }) { pane.follow(last) }
            pane.follow(line)
        }
        pane.settle(rows: max(0, areas.pane.rows - 1))
    }

    /// The mention that the cursor is in when it is on a single token of a longer one that is not tagged by itself.
    var mentionAroundToken: Mention? {
        guard let mention = mentionAtCursor, mention.status != .rejected, !mention.isQuiet,
            mention.bounds.contains(selection.span), mention.bounds != selection.span,
            text.token(at: selection.span.start)?.span == selection.span
        else { return nil }
        return mention
    }

    /// The mention that a decision is about: the one selected, else the innermost one around the cursor, else one that
    /// the selection touches. Quiet and rejected ones only when there is no other.
    public var mentionAtCursor: Mention? {
        let span = selection.span
        let place = span.isEmpty ? Span(span.start, span.start + 1) : span
        let touched = annotations.mentions.overlapping(place).filter { $0.spans.overlaps(place) }
        func rank(_ mention: Mention) -> Int {
            var rank = mention.status == .rejected ? 100 : mention.isQuiet ? 50 : 0
            if mention.bounds == span {
                rank += 0
            } else if mention.bounds.contains(span) {
                rank += 10
            } else {
                rank += 20
            }
            return rank + (mention.status == .suggested ? 0 : 1)
        }
        return touched.min { (rank($0), $0.bounds.count) < (rank($1), $1.bounds.count) }
    }

    func marked(for purpose: Mark.Purpose) -> Mention? {
        mark.flatMap { $0.purpose == purpose ? annotations.mentions[$0.id] : nil }
    }

    mutating func select(_ span: Span) {
        selection = Selection(span)
        smallerSelections = []
        goalColumn = nil
    }

    /// Puts the cursor on the token at an offset, or on the next one after it.
    mutating func selectToken(at offset: Int) {
        let token = text.token(at: offset) ?? text.token(after: offset) ?? text.token(before: offset)
        if let token { select(token.span) }
    }
}
