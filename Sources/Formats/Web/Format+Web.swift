import Articles

/// Files that come from a web server, which says itself what they are.
extension Format {
    /// Reads what lies at an address. The articles' source is the address, unless they have another, such as items of feeds.
    ///
    /// - Parameters:
    ///   - address: where it was found, after redirects.
    ///   - contentType: what the server calls it: `text/html; charset=utf-8`; may be empty or wrong.
    ///   - format: the format that a person named; nil tells it by all that is known.
    public static func read(
        fetched bytes: [UInt8], from address: String, contentType: String, as format: Format? = nil
    ) throws(FormatError) -> Imported {
        let (type, charset) = HTTPHeader.contentType(contentType)
        guard let format = format ?? matching(contentType: type, address: address, bytes: bytes) else {
            throw FormatError(
                file: address,
                "the server calls it “\(type.prefix(60))”, which is no format that glosse reads")
        }
        var imported = try format.read(Input(name: address, bytes: bytes, charset: charset))
        imported.documents = imported.documents.map { document in
            // A page may claim any address; items of a feed have theirs.
            guard document.article.source == nil || format.name == "html" else { return document }
            var article = document.article
            article.source = address
            return Document(article: article, annotations: document.annotations)
        }
        return imported
    }

    /// The format of what a server sends: by its first bytes where they are unmistakable, then by what the server calls it,
    /// then by the address's ending.
    static func matching(contentType: String, address: String, bytes: [UInt8]) -> Format? {
        let start = bytes.prefix(headSize)
        let sure = unmistakable.lazy.compactMap(named).first { $0.reader?.recognises(start) ?? false }
        if let sure { return sure }
        if contentType == "text/html" || contentType == "application/xhtml+xml" { return .html }
        if let name = types[contentType], let format = named(name), format.reader != nil { return format }
        if pictures.contains(where: { contentType.hasPrefix($0) }) { return nil }
        let looksLikePage =
            OfficeHead.names("<html", in: start.prefix(1024))
            || OfficeHead.names("<HTML", in: start.prefix(1024))
        return looksLikePage ? .html : matching(fileName: fileName(address), bytes: start)
    }

    private static let unmistakable = ["pdf", "docx", "odt", "epub", "warc", "zip", "gz", "rss", "atom"]
    private static let pictures = ["image/", "video/", "audio/", "font/"]

    private static let types = [
        "application/rss+xml": "rss", "application/atom+xml": "atom", "application/feed+json": "jsonfeed",
        "application/pdf": "pdf", "application/epub+zip": "epub", "text/markdown": "markdown",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
        "application/vnd.oasis.opendocument.text": "odt", "text/vtt": "webvtt", "text/x-opml": "opml",
        "application/gzip": "gz", "application/zip": "zip", "application/warc": "warc",
    ]

    /// The last part of an address, without what is asked there: `artikel.pdf`.
    private static func fileName(_ address: String) -> String {
        let path = address.prefix { $0 != "?" && $0 != "#" }.split(separator: "/").dropFirst(2)
        return path.last.map(String.init) ?? "-"
    }
}
