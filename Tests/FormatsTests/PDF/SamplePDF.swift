@testable import Formats

/// Pages with lines of text at places, as a PDF and as the table that pdftotext makes of it.
struct SamplePDF {
    struct Line {
        var text: String
        /// From the top left of the page, in points.
        var x: Double
        var y: Double
        var size: Double = 10
    }

    var pages: [[Line]]
    var title: String?

    static let width = 420.0
    static let height = 600.0

    /// Lines below each other.
    static func column(_ text: String, x: Double = 40, y: Double, size: Double = 10) -> [Line] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
            let indent = line.hasPrefix("  ") ? size : 0
            return Line(
                text: line.trimmingPrefix("  ").description, x: x + indent, y: y + Double(index) * size * 1.2,
                size: size)
        }.filter { !$0.text.isEmpty }
    }

    /// The file: pages, one font, and where everything lies in it.
    var bytes: [UInt8] {
        var objects: [[UInt8]] = []
        let kids = pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ")
        objects.append(Array("<< /Type /Catalog /Pages 2 0 R >>".utf8))
        objects.append(Array("<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>".utf8))
        objects.append(
            Array("<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>".utf8))
        for (index, page) in pages.enumerated() {
            objects.append(
                Array(
                    ("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 \(Self.width) \(Self.height)] /Contents \(5 + 2 * index) 0 R "
                        + "/Resources << /Font << /F 3 0 R >> >> >>").utf8))
            var content: [UInt8] = []
            for line in page {
                content += "BT /F \(line.size) Tf 1 0 0 1 \(line.x) \(Self.height - line.y) Tm (".utf8
                content += Self.windows1252(line.text)
                content += ") Tj ET\n".utf8
            }
            objects.append(
                Array("<< /Length \(content.count) >>\nstream\n".utf8) + content + Array("\nendstream".utf8))
        }
        if let title {
            objects.append(Array("<< /Title (".utf8) + Self.windows1252(title) + Array(") >>".utf8))
        }
        var file = Array("%PDF-1.4\n".utf8)
        var places: [Int] = []
        for (index, object) in objects.enumerated() {
            places.append(file.count)
            file += "\(index + 1) 0 obj\n".utf8
            file += object
            file += "\nendobj\n".utf8
        }
        let table = file.count
        file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n".utf8
        for place in places {
            let digits = String(place)
            file += (String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n").utf8
        }
        let info = title == nil ? "" : " /Info \(objects.count) 0 R"
        file +=
            "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R\(info) >>\nstartxref\n\(table)\n%%EOF\n".utf8
        return file
    }

    private static func windows1252(_ text: String) -> [UInt8] {
        text.unicodeScalars.flatMap { scalar -> [UInt8] in
            switch scalar {
            case "(", ")", "\\": [92, UInt8(scalar.value)]
            case "–": [0x96]
            case "„": [0x84]
            case "“": [0x93]
            case "”": [0x94]
            case "’": [0x92]
            case "•": [0x95]
            default: [UInt8(truncatingIfNeeded: scalar.value)]
            }
        }
    }

    /// The lines as pdftotext would write them, each column a block, with letters half as wide as high.
    static func table(_ pages: [[[Line]]]) -> [UInt8] {
        var rows = [
            "level\tpage_num\tpar_num\tblock_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
        ]
        for (page, blocks) in pages.enumerated() {
            rows.append("1\t\(page + 1)\t0\t0\t0\t0\t0\t0\t\(width)\t\(height)\t-1\t###PAGE###")
            for (block, lines) in blocks.enumerated() {
                for (number, line) in lines.enumerated() {
                    var x = line.x
                    for (index, word) in line.text.split(separator: " ").enumerated() {
                        let length = Double(word.count) * line.size / 2
                        rows.append(
                            "5\t\(page + 1)\t\(block)\t0\t\(number)\t\(index)\t\(x)\t\(line.y)\t\(length)\t\(line.size)\t100\t\(word)"
                        )
                        x += length + line.size / 2
                    }
                }
            }
        }
        return Array(rows.joined(separator: "\n").utf8)
    }
}
