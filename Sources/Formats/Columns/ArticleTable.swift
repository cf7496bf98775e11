import Articles

/// Reads tables of articles.
enum ArticleTable {
    /// Whether a file begins with a header that names a column of text.
    static func isLikely(_ start: ArraySlice<UInt8>) -> Bool {
        let rest = start.starts(with: [0xEF, 0xBB, 0xBF]) ? start.dropFirst(3) : start
        var scan = TableScan(rest.prefix(1 << 14))
        guard let header = scan.next()?.cells.map({ Prose.line($0) }), header.count > 1 else { return false }
        let names = Set(header.map { $0.lowercased() })
        // The tables of entities and facts that are written here.
        guard !names.isSuperset(of: ["start", "end", "label"]), ColumnNames.holdText(header) else {
            return false
        }
        let known = header.count { ColumnNames.field($0) != nil }
        return known > 1 || header.allSatisfy { $0.utf8.count <= 40 && !$0.contains(" ") }
    }

    static func isTabbed(_ start: ArraySlice<UInt8>) -> Bool {
        TableScan(start.prefix(1 << 14)).separator == 9
    }

    @Sendable static func read(_ input: Input) throws(FormatError) -> Imported {
        let (bytes, warning) = try TextEncoding.utf8(input.bytes, name: input.name, declared: input.charset)
        var scan = TableScan(bytes[...], firstLine: input.firstLine)
        guard let header = scan.next()?.cells.map({ Prose.line($0) }) else {
            throw FormatError(
                file: input.name, line: input.firstLine, "the table is empty; it needs a header")
        }
        guard ColumnNames.holdText(header) else {
            throw FormatError(
                file: input.name, line: input.firstLine,
                "no column is called text, body or content (found: \(Prose.line(header.joined(separator: ", ").prefix(300)))); "
                    + "name the column that holds the articles' text so")
        }
        var findings = Findings(input.name)
        if let warning { findings.warn(warning) }
        var documents: [Document] = []
        var emptyCount = 0
        var unevenCount = 0
        var number = 0
        while let row = scan.next() {
            number += 1
            if row.isOpen {
                findings.add(
                    FormatError(
                        line: row.line,
                        "a quote is opened in this row and never closed; everything behind it is left out"))
                break
            }
            if row.cells.count != header.count { unevenCount += 1 }
            var article = ColumnArticle(name: "\(input.stem):\(number)")
            do throws(FormatError) {
                for (name, cell) in zip(header, row.cells) { try article.take(name, cell) }
            } catch {
                findings.add(FormatError(line: row.line, error.message))
                continue
            }
            if let document = article.document(file: input.name) {
                documents.append(document)
            } else {
                emptyCount += 1
            }
        }
        if unevenCount > 0 {
            findings.warn(
                FormatError("more or fewer cells than in the header: \(unevenCount) of \(number.of("row"))"))
        }
        if emptyCount > 0 {
            findings.warn(
                FormatError("left out, without title and text: \(emptyCount) of \(number.of("row"))"))
        }
        if documents.isEmpty, findings.errors.isEmpty {
            findings.add(FormatError(line: input.firstLine, "the table has a header but no articles"))
        }
        return findings.imported(documents)
    }
}
