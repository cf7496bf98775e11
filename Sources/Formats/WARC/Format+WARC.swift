import Articles

/// Web archives (WARC 1.0 and 1.1), as crawlers keep them, whole or compressed record by record: each page is an article.
///
/// Source: iipc.github.io/warc-specifications, WARC 1.1.
extension Format {
    public static let warc = Format(
        name: "warc", title: "Web archives (WARC), a page an article", extensions: ["warc", "warc.gz"],
        read: Reader(holding: .several, recognises: WARCReader.recognises, WARCReader.read))
}

/// Reads the pages of a web archive; pictures, scripts and everything else is counted.
struct WARCReader {
    private let input: Input
    private let allowance: Allowance
    private var imported = Imported()
    /// What was passed by, by its kind.
    private var others: [String: Int] = [:]
    private static let namedErrors = 50
    /// A file of which so little fits together is no web archive.
    private static let mostErrors = 1000

    @Sendable static func recognises(_ start: ArraySlice<UInt8>) -> Bool {
        guard start.starts(with: [0x1F, 0x8B]) else { return start.starts(with: "WARC/1.".utf8) }
        // The beginning of a compressed file breaks off, which does not matter here.
        let beginning = Input(name: "", bytes: Array(start.prefix(4096)))
        let content = try? CompressedReader.content(of: beginning, Allowance()).bytes
        return content?.starts(with: "WARC/1.".utf8) ?? false
    }

    @Sendable static func read(_ input: Input) throws(FormatError) -> Imported {
        let nesting = input.nesting ?? .outermost
        guard nesting.depth <= Nesting.deepest else { throw ArchiveReader.tooDeep(input.name) }
        var reader = WARCReader(input: input, allowance: nesting.allowance)
        var bytes = input.bytes
        if CompressedReader.recognises(bytes[...]) {
            // Of a large one the first pages are better than none.
            let content = try CompressedReader.content(of: input, nesting.allowance)
            bytes = content.bytes
            if let damage = content.damage { reader.imported.errors.append(CompressedReader.partly(damage)) }
        }
        guard bytes.starts(with: "WARC/".utf8) else {
            throw FormatError(file: input.name, line: 1, "is no web archive: it does not begin with WARC/")
        }
        reader.add(bytes)
        return reader.imported
    }

    private init(input: Input, allowance: Allowance) {
        self.input = input
        self.allowance = allowance
    }

    private mutating func add(_ bytes: [UInt8]) {
        var records = WARCRecords(bytes, file: input.name)
        var errorCount = 0
        while errorCount < Self.mostErrors {
            do throws(FormatError) {
                guard let record = try records.next() else { break }
                if let problem = try add(record) { others[problem, default: 0] += 1 }
            } catch {
                errorCount += 1
                if errorCount <= Self.namedErrors { imported.errors.append(error) }
            }
        }
        if errorCount > Self.namedErrors {
            imported.errors.append(
                FormatError(file: input.name, "and \(errorCount - Self.namedErrors) more errors"))
        }
        if !others.isEmpty {
            let kinds = others.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            let list = kinds.prefix(6).map { "\($0.value) × \($0.key)" } + (kinds.count > 6 ? ["others"] : [])
            imported.warnings.append(
                FormatError(
                    file: input.name,
                    "records that are no pages are left out: " + list.joined(separator: ", ")))
        }
    }

    /// - Returns: what the record is, if it is no page.
    private mutating func add(_ record: WARCRecord) throws(FormatError) -> String? {
        let address = record.address ?? "record"
        switch record.kind {
        case "response":
            guard let response = HTTPResponse(record.content) else { return "response without HTTP" }
            guard response.status == 200 else { return "status \(response.status)" }
            let (type, charset) = HTTPHeader.contentType(response.fields["content-type"] ?? "")
            guard Self.isPage(type) else { return Self.shown(type) }
            try addPage(try response.body(address, allowance), charset, record)
        case "resource", "conversion":
            let (type, charset) = HTTPHeader.contentType(record.fields["content-type"] ?? "")
            guard Self.isPage(type) || type == "text/plain" else { return Self.shown(type) }
            if Self.isPage(type) {
                try addPage(Array(record.content), charset, record)
            } else {
                let name = record.address ?? input.name
                try add(Format.text.read(Input(name: name, bytes: Array(record.content))), record)
            }
        case let kind: return Self.shown(kind)
        }
        return nil
    }

    private static func isPage(_ type: String) -> Bool {
        type == "text/html" || type == "application/xhtml+xml"
    }

    private static func shown(_ kind: String) -> String {
        kind.isEmpty
            ? "unknown" : String(kind.prefix(40)).mapScalars { $0.properties.isPrintable ? $0 : "\u{FFFD}" }
    }

    private mutating func addPage(
        _ bytes: [UInt8], _ charset: String?, _ record: WARCRecord
    ) throws(FormatError) {
        let address = record.address ?? input.name
        add(try WebPage.read(bytes, charset: charset, address: address), record)
    }

    private mutating func add(_ page: Imported, _ record: WARCRecord) {
        for document in page.documents {
            var article = document.article
            article.source = record.address ?? article.source
            if let date = record.fields["warc-date"] {
                article.metadata["retrieved"] = date
                if article.date == nil, UTCTime.isDay(date.prefix(10)) {
                    article.date = String(date.prefix(10))
                }
            }
            imported.documents.append(Document(article: article, annotations: document.annotations))
        }
        imported.errors += page.errors
        // Of an archive of many pages each could have something to be said.
        imported.warnings += page.warnings.prefix(max(0, Self.namedErrors - imported.warnings.count))
    }
}
