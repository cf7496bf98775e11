/// Running headers, footers and page numbers: what stands at the edge of a page and again on the pages beside it.
struct PDFMargins {
    /// How much of the page's height counts as its edge.
    private static let edge = 0.12
    /// How many pages further a header is looked for: left and right pages have different ones.
    private static let reach = 2
    /// How far apart a header may stand on two pages, in points.
    private static let tolerance = 4.0
    private static let longestHeader = 80

    private struct Key: Hashable {
        let page: Int
        let words: String
    }

    /// The lines without those of the margins.
    ///
    /// - Parameter bodySize: the height of the text. Smaller lines at the top that stand at one height on several pages are
    ///   headers, whatever they say.
    static func removed(from layout: PDFLayout, bodySize: Double) -> [PDFLayout.Line] {
        var tops: [Key: [Double]] = [:]
        let keys = layout.lines.map { line -> Key? in
            guard isAtEdge(line, layout) else { return nil }
            return Key(page: line.page, words: pattern(line.text))
        }
        for (line, key) in zip(layout.lines, keys) {
            if let key { tops[key, default: []].append(line.top) }
        }
        func isSmallHeader(_ line: PDFLayout.Line) -> Bool {
            line.height < bodySize * 0.95 && line.text.utf8.count <= longestHeader
                && line.bottom < layout.pageHeights[line.page - 1] * edge
        }
        var headers: [Int: [Double]] = [:]
        for (line, key) in zip(layout.lines, keys) where key != nil && isSmallHeader(line) {
            headers[line.page, default: []].append(line.top)
        }
        var kept: [PDFLayout.Line] = []
        for (line, key) in zip(layout.lines, keys) {
            guard let key else {
                kept.append(line)
                continue
            }
            let isRepeated = (-reach...reach).contains { step in
                step != 0
                    && tops[Key(page: key.page + step, words: key.words)]?.contains {
                        abs($0 - line.top) < tolerance
                    } ?? false
            }
            let isBesideOthers =
                isSmallHeader(line)
                && (-reach...reach).contains { step in
                    step != 0 && headers[line.page + step]?.contains { abs($0 - line.top) < 1.5 } ?? false
                }
            if !isRepeated, !isBesideOthers, !isPageNumber(key.words) { kept.append(line) }
        }
        return kept
    }

    private static func isAtEdge(_ line: PDFLayout.Line, _ layout: PDFLayout) -> Bool {
        guard layout.pageHeights.indices.contains(line.page - 1) else { return false }
        let height = layout.pageHeights[line.page - 1]
        return line.bottom < height * edge || line.top > height * (1 - edge)
    }

    /// Numbers differ from page to page.
    private static func pattern(_ text: String) -> String {
        var pattern = ""
        for scalar in text.lowercased().unicodeScalars {
            let sign = scalar.properties.numericType == nil ? scalar : "#"
            if sign != "#" || pattern.unicodeScalars.last != "#" { pattern.unicodeScalars.append(sign) }
        }
        return pattern
    }

    /// `– # –`, `seite # von #`, `page #`.
    private static func isPageNumber(_ pattern: String) -> Bool {
        let words = pattern.split { " -–—|/.".contains($0) }
        return words.contains("#") && words.count <= 4
            && words.allSatisfy { ["#", "seite", "page", "s", "p", "von", "of"].contains($0) }
    }
}
