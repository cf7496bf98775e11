import Articles

/// Books in EPUB 2 and 3: each chapter is an article.
///
/// Source: EPUB 3.3 (w3.org/TR/epub-33) and Open Packaging Format 2.0.1.
extension Format {
    public static let epub = Format(
        name: "epub", title: "EPUB, a chapter an article", extensions: ["epub"],
        read: Reader(
            holding: .several,
            recognises: {
                OfficeHead.isZIP($0) && OfficeHead.names("mimetypeapplication/epub+zip", in: $0)
            }, EPUBReader.read))
}

/// Reads a book's chapters in their order.
struct EPUBReader {
    private let office: OfficeArchive
    private let package: EPUBPackage
    private let input: Input
    private var imported = Imported()

    @Sendable static func read(_ input: Input) throws(FormatError) -> Imported {
        let endings = [".xml", ".opf", ".ncx", ".xhtml", ".html", ".htm", ".xht"]
        let office = try OfficeArchive(input, "an EPUB") { name in
            endings.contains { name.lowercased().hasSuffix($0) }
        }
        try refuseLocked(office)
        let container = try office.required("META-INF/container.xml")
        let root = container.descendants(container.root).first { container.name($0) == "rootfile" }
        guard let root, let path = container.value("full-path", of: root) else {
            throw office.error("META-INF/container.xml names no package; the file is not complete")
        }
        let package = EPUBPackage(try office.required(path), path)
        var reader = EPUBReader(office: office, package: package, input: input)
        try reader.addChapters()
        return reader.imported
    }

    private init(office: OfficeArchive, package: EPUBPackage, input: Input) {
        self.office = office
        self.package = package
        self.input = input
    }

    /// Fonts are often locked, which does no harm; texts that are can only be read by the shop's own program.
    private static func refuseLocked(_ office: OfficeArchive) throws(FormatError) {
        guard let xml = try office.part("META-INF/encryption.xml") else { return }
        let isLocked = xml.descendants(xml.root).contains { element in
            guard xml.name(element) == "CipherReference", let path = xml.value("URI", of: element) else {
                return false
            }
            return [".xhtml", ".html", ".htm"].contains { path.lowercased().hasSuffix($0) }
        }
        if isLocked { throw office.error("its chapters are encrypted (DRM) and cannot be read") }
    }

    private mutating func addChapters() throws(FormatError) {
        imported.errors = office.archive.errors
        let titles = titles()
        var chapters: [(path: String, title: String?, text: String)] = []
        for path in package.chapters {
            guard let bytes = office.archive.part(path) else {
                imported.errors.append(office.error("the chapter \(path) is missing"))
                continue
            }
            do throws(FormatError) {
                let chapter = try EPUBChapter(bytes, "\(input.name)/\(path)")
                guard !chapter.text.isEmpty, !chapter.isFront else { continue }
                chapters.append((path, titles[path] ?? chapter.heading, chapter.text))
            } catch {
                imported.errors.append(error)
            }
        }
        guard !chapters.isEmpty else {
            throw imported.errors.first ?? office.error("there is no text in the book")
        }
        let core = package.core
        var metadata = core.metadata
        metadata["book"] = core.title
        let width = String(chapters.count).count
        for (index, chapter) in chapters.enumerated() {
            let number = String(index + 1)
            let padded = String(repeating: "0", count: width - number.count) + number
            let isAlone = chapters.count == 1
            let article = Article(
                name: isAlone ? input.stem : "\(input.stem)-\(padded)",
                title: isAlone ? core.title ?? chapter.title : chapter.title,
                source: "\(input.name)/\(chapter.path)", date: core.date, language: core.language,
                text: Text(bytes: Array(chapter.text.utf8)), metadata: metadata)
            imported.documents.append(Document(article: article))
        }
    }

    /// What the table of contents calls each chapter.
    private func titles() -> [String: String] {
        if let path = package.navigation, let bytes = office.archive.part(path),
            let titles = try? EPUBContents.ofPage(bytes, path), !titles.isEmpty
        {
            return titles
        }
        guard let path = package.ncx, let xml = try? office.part(path) else { return [:] }
        return EPUBContents.ofNCX(xml, path)
    }
}

/// One chapter's page.
struct EPUBChapter {
    let text: String
    let heading: String?
    /// Whether it is the title page or another one before the book begins.
    let isFront: Bool

    /// How EPUB 3 calls pages that are no chapters.
    private static let frontTypes: Set<Substring> = [
        "cover", "titlepage", "halftitlepage", "toc", "landmarks",
    ]

    init(_ bytes: [UInt8], _ name: String) throws(FormatError) {
        let tree = try PageTree(EPUBMarkup.html(bytes, name), name: name)
        let text = PageText.text(of: tree)
        let front = tree.nodes.indices.first { node in
            let types = tree.value(.epubType, of: node)?.lowercased().split(separator: " ") ?? []
            return types.contains(where: Self.frontTypes.contains)
        }
        // A page may hold more than its contents.
        isFront = front.map { PageText.text(of: tree, in: $0) == text } ?? false
        self.text = text
        let heading = tree.nodes.indices.first { tree.tag($0).headingLevel != nil }
        self.heading = heading.map { PageText.line(of: tree, in: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
}
