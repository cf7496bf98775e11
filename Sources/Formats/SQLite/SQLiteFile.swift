/// The bytes of an SQLite database, made without SQLite: tables with rows in their order, and nothing else.
///
/// A table is a tree of pages of 4,096 bytes: leaves with rows, and above them pages that say up to which row each leaf
/// goes. A row that is too long for its page goes on in a list of overflow pages. Source: sqlite.org, "Database File Format".
struct SQLiteFile {
    enum Value {
        case null
        case int(Int)
        case real(Double)
        case text(String)
    }

    private static let pageSize = 4096
    /// The page at 1 GB, which SQLite keeps free for its locks.
    private static let lockPage = (1 << 30) / pageSize + 1
    /// The most bytes of a row that may lie in a leaf, and the fewest that do when it goes on elsewhere.
    private static let mostLocal = pageSize - 35
    private static let leastLocal = (pageSize - 12) * 32 / 255 - 23

    /// The first page is the table of tables, which is known last.
    private var pages: [[UInt8]] = [[]]
    private var tables: [[Value]] = []

    /// Adds a table whose rows have the numbers 1, 2, 3, …; its first column is that number when it is declared
    /// `INTEGER PRIMARY KEY`, and its value is then `null` in each row.
    mutating func add(_ name: String, _ declaration: String, _ rows: some Sequence<[Value]>) {
        let root = tree(rows)
        tables.append([.text("table"), .text(name), .text(name), .int(root), .text(declaration)])
    }

    /// Adds a view, which is only its declaration.
    mutating func addView(_ name: String, _ declaration: String) {
        tables.append([.text("view"), .text(name), .text(name), .int(0), .text(declaration)])
    }

    /// The whole file.
    mutating func bytes() -> [UInt8] {
        var leaf = Leaf(start: 100)
        for (index, table) in tables.enumerated() {
            let cell = cell(index + 1, table)
            precondition(leaf.fits(cell), "the declarations of all tables fit into one page")
            leaf.add(cell)
        }
        pages[0] = leaf.bytes(isFirst: header(pageCount: pages.count))
        return Array(pages.joined())
    }

    private func header(pageCount: Int) -> [UInt8] {
        var header = Array("SQLite format 3\0".utf8)
        header += Self.big(Self.pageSize, 2) + [1, 1, 0, 64, 32, 32]
        // Change counter, pages, free pages (where, how many), schema cookie and format, cache, largest root.
        for number in [1, pageCount, 0, 0, 1, 4, 0, 0] { header += Self.big(number, 4) }
        // UTF-8, user version, vacuum, application.
        for number in [1, 0, 0, 0] { header += Self.big(number, 4) }
        header += [UInt8](repeating: 0, count: 20)
        return header + Self.big(1, 4) + Self.big(3_040_000, 4)
    }

    // MARK: Pages

    /// A page that is being filled: cells from its end, their places from its beginning.
    private struct Leaf {
        /// Where the page's own header begins: behind the file's on the first page.
        let start: Int
        var cells: [[UInt8]] = []
        var size = 0

        init(start: Int) { self.start = start }

        func fits(_ cell: [UInt8]) -> Bool {
            start + 8 + 2 * (cells.count + 1) + size + cell.count <= pageSize
        }

        mutating func add(_ cell: [UInt8]) {
            cells.append(cell)
            size += cell.count
        }

        func bytes(isFirst header: [UInt8] = []) -> [UInt8] {
            page(header, [0x0D], cells, [])
        }
    }

    private static func page(
        _ fileHeader: [UInt8], _ kind: [UInt8], _ cells: [[UInt8]], _ last: [UInt8]
    ) -> [UInt8] {
        var places: [UInt8] = []
        var content: [UInt8] = []
        var place = pageSize
        for cell in cells {
            place -= cell.count
            places += big(place, 2)
        }
        for cell in cells.reversed() { content += cell }
        var page = fileHeader + kind + [0, 0] + big(cells.count, 2) + big(place, 2) + [0] + last + places
        page += [UInt8](repeating: 0, count: place - page.count)
        return page + content
    }

    /// Puts a page at the end of the file.
    ///
    /// - Returns: its number, counted from 1.
    private mutating func append(_ page: [UInt8]) -> Int {
        if pages.count + 1 == Self.lockPage { pages.append([UInt8](repeating: 0, count: Self.pageSize)) }
        pages.append(page)
        return pages.count
    }

    /// Writes rows as a tree.
    ///
    /// - Returns: the number of its root page.
    private mutating func tree(_ rows: some Sequence<[Value]>) -> Int {
        var level: [(page: Int, lastRow: Int)] = []
        var leaf = Leaf(start: 0)
        var number = 0
        for row in rows {
            let cell = cell(number + 1, row)
            if !leaf.fits(cell) {
                level.append((append(leaf.bytes()), number))
                leaf = Leaf(start: 0)
            }
            number += 1
            leaf.add(cell)
        }
        level.append((append(leaf.bytes()), number))
        while level.count > 1 {
            // At most 13 bytes a child: page, row, place.
            let width = (Self.pageSize - 12) / 15
            var next: [(page: Int, lastRow: Int)] = []
            var start = 0
            while start < level.count {
                // No page of one child at the end.
                let rest = level.count - start
                let count = rest > width && rest - width < 2 ? width - 1 : min(width, rest)
                let children = level[start..<start + count]
                let cells = children.dropLast().map { Self.big($0.page, 4) + Self.varint($0.lastRow) }
                guard let last = children.last else { break }
                next.append((append(Self.page([], [0x05], cells, Self.big(last.page, 4))), last.lastRow))
                start += count
            }
            level = next
        }
        return level[0].page
    }

    /// A row as it lies in a leaf; the rest of a long one goes into pages of its own.
    private mutating func cell(_ number: Int, _ row: [Value]) -> [UInt8] {
        let payload = Self.record(row)
        let head = Self.varint(payload.count) + Self.varint(number)
        guard payload.count > Self.mostLocal else { return head + payload }
        let fitting = Self.leastLocal + (payload.count - Self.leastLocal) % (Self.pageSize - 4)
        let local = fitting <= Self.mostLocal ? fitting : Self.leastLocal
        // The list is written from its end, for each page names the next.
        let rest = payload[local...]
        let starts = Array(stride(from: rest.startIndex, to: rest.endIndex, by: Self.pageSize - 4))
        var next = 0
        for start in starts.reversed() {
            let part = rest[start..<min(start + Self.pageSize - 4, rest.endIndex)]
            let padding = [UInt8](repeating: 0, count: Self.pageSize - 4 - part.count)
            next = append(Self.big(next, 4) + part + padding)
        }
        return head + payload[..<local] + Self.big(next, 4)
    }

    // MARK: Values

    private static func record(_ row: [Value]) -> [UInt8] {
        var types: [UInt8] = []
        var body: [UInt8] = []
        for value in row {
            switch value {
            case .null: types.append(0)
            case .int(0): types.append(8)
            case .int(1): types.append(9)
            case .int(let number):
                let widths: [(type: UInt8, count: Int)] = [(1, 1), (2, 2), (3, 3), (4, 4), (5, 6), (6, 8)]
                let fitting = widths.first { number >> (8 * $0.count - 1) == number >> 63 } ?? (6, 8)
                types.append(fitting.type)
                body += big(number, fitting.count)
            case .real(let number):
                types.append(7)
                body += big(Int(bitPattern: UInt(number.bitPattern)), 8)
            case .text(let text):
                types += varint(13 + 2 * text.utf8.count)
                body += Array(text.utf8)
            }
        }
        // The header counts itself.
        var count = types.count + 1
        if varint(count).count > 1 { count = types.count + varint(types.count + 2).count }
        return varint(count) + types + body
    }

    private static func big(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    /// Seven bits a byte, the highest first; numbers here are never negative, so nine bytes are not needed in full.
    private static func varint(_ number: Int) -> [UInt8] {
        var bytes = [UInt8(number & 0x7F)]
        var rest = number >> 7
        while rest > 0 {
            bytes.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        return bytes.reversed()
    }
}
