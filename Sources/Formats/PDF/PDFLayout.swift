/// Where the words of a PDF stand on its pages, as `pdftotext -tsv` writes it: lines in reading order.
struct PDFLayout {
    struct Line {
        var text: String
        let page: Int
        /// Counts the blocks of the file: lines of one column that stand close together.
        let block: Int
        /// In points, from the top left of the page.
        let left, top, right, bottom: Double
        /// How wide its first word is: whether it would have fitted on the line before.
        let firstWordWidth: Double

        var height: Double { bottom - top }
    }

    private(set) var lines: [Line] = []
    /// The height of each page.
    private(set) var pageHeights: [Double] = []

    /// - Parameter table: columns of level, page, flow, block, line, word, left, top, width, height, confidence, text.
    init(_ table: [UInt8]) {
        var words: [Word] = []
        var place: Place?
        for row in table.split(separator: 10) {
            let columns = row.split(separator: 9, maxSplits: 11, omittingEmptySubsequences: false)
            guard columns.count == 12, let level = columns[0].first else { continue }
            if level == UInt8(ascii: "1") { pageHeights.append(Self.number(columns[9])) }
            guard level == UInt8(ascii: "5") else { continue }
            let next = Place(columns[1..<5].map { Int(Self.number($0)) })
            if next != place {
                add(words, at: place)
                words = []
                if let place, !place.isInBlock(of: next) { blockCount += 1 }
                place = next
            }
            let word = Word(columns)
            if !word.text.isEmpty { words.append(word) }
        }
        add(words, at: place)
    }

    private var blockCount = 0

    private mutating func add(_ words: [Word], at place: Place?) {
        guard let place, let first = words.first else { return }
        lines.append(
            Line(
                text: words.map(\.text).joined(separator: " "), page: place.page, block: blockCount,
                left: words.map(\.left).min() ?? first.left, top: words.map(\.top).min() ?? first.top,
                right: words.map { $0.left + $0.width }.max() ?? first.left,
                bottom: words.map { $0.top + $0.height }.max() ?? first.top, firstWordWidth: first.width))
    }

    private struct Place: Equatable {
        let page, flow, block, line: Int

        init(_ numbers: [Int]) {
            (page, flow, block, line) = (numbers[0], numbers[1], numbers[2], numbers[3])
        }

        func isInBlock(of other: Place) -> Bool {
            page == other.page && flow == other.flow && block == other.block
        }
    }

    private struct Word {
        let text: String
        let left, top, width, height: Double

        init(_ columns: [ArraySlice<UInt8>]) {
            text = PDFLayout.plain(String(decoding: columns[11], as: UTF8.self))
            (left, top) = (PDFLayout.number(columns[6]), PDFLayout.number(columns[7]))
            (width, height) = (PDFLayout.number(columns[8]), PDFLayout.number(columns[9]))
        }
    }

    /// Numbers that no page has are 0.
    private static func number(_ bytes: ArraySlice<UInt8>) -> Double {
        guard let number = Double(String(decoding: bytes, as: UTF8.self)), abs(number) < 1e6 else { return 0 }
        return number
    }

    /// Without control characters, and with ligatures as the letters that they join.
    private static func plain(_ word: String) -> String {
        guard word.utf8.contains(where: { $0 >= 0x80 || $0 < 32 }) else { return word }
        var plain = ""
        for scalar in word.unicodeScalars {
            switch scalar.value {
            case 0xFB00...0xFB06: plain += ligatures[Int(scalar.value) - 0xFB00]
            case 0..<32, 0x7F..<0xA0: break
            default: plain.unicodeScalars.append(scalar)
            }
        }
        return plain
    }

    private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]
}
