import Articles

/// Reads a web page as an article; a page that glosse itself exported comes back with its text as it was.
enum PageReader {
    /// Whether a file begins like a page: with `<!doctype html` or `<html`, behind comments and an XML declaration.
    static func isLikely(_ start: ArraySlice<UInt8>) -> Bool {
        var rest = start.drop { $0 == 0xEF || $0 == 0xBB || $0 == 0xBF || $0.isSpace }
        while true {
            let end: [UInt8]
            if rest.starts(with: "<!--".utf8) {
                end = Array("-->".utf8)
            } else if rest.starts(with: "<?".utf8) {
                end = Array("?>".utf8)
            } else {
                break
            }
            guard let close = rest.indices.first(where: { rest[$0...].starts(with: end) }) else {
                return false
            }
            rest = rest[(close + end.count)...].drop(while: \.isSpace)
        }
        let beginning = String(decoding: rest.prefix(15), as: UTF8.self).lowercased()
        return beginning.hasPrefix("<!doctype html") || beginning.hasPrefix("<html>")
            || beginning.hasPrefix("<html ")
            || beginning.hasPrefix("<html\n") || beginning.hasPrefix("<html\r")
    }

    static func read(_ input: Input) throws(FormatError) -> Imported {
        let (bytes, encoding) = try TextEncoding.utf8(
            input.bytes, name: input.name,
            declared: input.charset ?? PageCharset.declared(in: input.bytes[...]))
        let tree = try PageTree(bytes, name: input.name)
        var imported = Imported(warnings: [encoding].compactMap(\.self))
        if let own = ExportedPage(tree) {
            imported.warnings.append(
                FormatError(
                    file: input.name,
                    "is a report of glosse: its text comes in without marks and facts; JSON lines bring them back"
                ))
            imported.documents = [Document(article: own.article(name: input.stem, source: input.name))]
            return imported
        }
        let page = PageArticle(tree)
        let text = page.text
        guard !text.isEmpty else {
            throw FormatError(
                file: input.name,
                "is a page without text; if scripts fill it, save it from a browser once it is shown")
        }
        if !page.isFound {
            imported.warnings.append(
                FormatError(file: input.name, "looks like no article, so all that the page shows is taken"))
        }
        imported.documents = [Document(article: article(page, text, input))]
        return imported
    }

    private static func article(_ page: PageArticle, _ text: String, _ input: Input) -> Article {
        let about = page.metadata
        var metadata: [String: String] = [:]
        if !about.authors.isEmpty { metadata["author"] = about.authors.joined(separator: ", ") }
        metadata["site"] = about.site
        metadata["section"] = about.section
        return Article(
            name: input.stem, title: page.headline, source: about.address ?? input.name, date: about.date,
            language: about.language, text: Text(text), metadata: metadata)
    }
}
