import Articles
import Cells

/// A piece of a row of the register, where it begins and at the latest ends.
private struct RegisterPiece: Hashable {
    let text: String
    let columns: Range<Int>
    let role: Role
}

extension State {
    private typealias Row = [RegisterPiece]

    /// The register page by page: a row for each name, some for each fact.
    func drawRegister(in areas: Areas, on grid: inout CellGrid) {
        guard let register else { return }
        for piece in header(of: register) {
            grid.put(
                piece.text, row: 0, column: piece.columns.lowerBound, end: piece.columns.upperBound,
                roles: ["library", piece.role])
        }
        let list = areas.list
        var row = list.row
        var index = register.top
        while row < list.endRow, register.items.indices.contains(index) {
            let rows = rows(of: register.items[index], in: register)
            for pieces in rows where row < list.endRow {
                for piece in pieces {
                    grid.put(
                        piece.text, row: row, column: piece.columns.lowerBound, end: piece.columns.upperBound,
                        roles: ["library", piece.role])
                }
                if index == register.cursor {
                    grid.overlay("library.selected", row: row, columns: 0..<size.columns)
                    if pieces == rows.first { grid.cursor = (row, 0) }
                }
                row += 1
            }
            index += 1
        }
        if register.items.isEmpty {
            grid.put(emptyLine(of: register), row: list.row, column: 1, roles: ["meta"])
        }
    }

    /// Scrolls so that the item under the cursor is in view, all of it where there is room.
    mutating func settleRegister(in areas: Areas) {
        guard var register else { return }
        register.top = max(0, min(register.top, register.cursor, register.items.count - 1))
        // No more items than rows fit, so that a jump to the end does not wrap all lines of the way.
        register.top = max(register.top, register.cursor - max(1, areas.list.rows))
        while register.top < register.cursor,
            height(of: register.items[register.top...register.cursor], in: register) > areas.list.rows
        {
            register.top += 1
        }
        self.register = register
    }

    /// How many items from the top on fit into the list.
    func shownItems(of register: RegisterList, in areas: Areas) -> Int {
        var rows = 0
        return register.items[register.top...].prefix { item in
            rows += self.rows(of: item, in: register).count
            return rows <= areas.list.rows
        }.count
    }

    mutating func clickRegister(_ mouse: Mouse, _ areas: Areas) -> [Effect] {
        guard let register else { return [] }
        switch mouse.action {
        case .wheelDown: self.register?.move(by: 3)
        case .wheelUp: self.register?.move(by: -3)
        case .press where areas.list.contains(row: mouse.row, column: mouse.column):
            var row = areas.list.row
            for index in register.items.indices[register.top...] {
                row += rows(of: register.items[index], in: register).count
                guard row > mouse.row else { continue }
                if index == register.cursor { return run(Invocation("open-entry")) }
                self.register?.move(to: index)
                break
            }
        case .press, .drag, .release: break
        }
        return []
    }

    /// What is under the cursor.
    var registerStatus: String {
        guard let register else { return "" }
        switch register.current {
        case .telling(let telling): return title(ofSource: telling.source, in: register)
        case .difference(let difference, let side):
            return difference.sides[side].sources.first.map { title(ofSource: $0, in: register) } ?? ""
        case .entry(let index): return register.contents.entries[index].name
        case .differences, nil: return ""
        }
    }

    /// How many articles have been read, and where in the list one is.
    var registerProgress: String {
        guard let register else { return "" }
        let contents = register.contents
        let progress = register.progress
        let reading =
            progress.isOver || progress.totalCount == 0
            ? "" : "reading \(progress.readCount) of \(progress.totalCount) … · "
        let failed = contents.failedCount == 0 ? "" : "\(contents.failedCount) not readable · "
        let filter = register.filter.isEmpty ? "" : "only “\(register.filter)” · "
        let count = register.items.count
        return "\(reading)\(failed)\(filter)\(count == 0 ? 0 : register.cursor + 1)/\(count)"
    }

    private func emptyLine(of register: RegisterList) -> String {
        if !register.progress.isOver { return "reading …" }
        switch register.page {
        case .names:
            return register.filter.isEmpty ? "no names in these articles" : "no name has “\(register.filter)”"
        case .differences: return "the articles say nothing that differs"
        case .entry(let name, _): return "no facts about \(name)"
        }
    }

    private func title(ofSource source: Int, in register: RegisterList) -> String {
        register.contents.sources.indices.contains(source) ? register.contents.sources[source].title : ""
    }

    private func date(ofSource source: Int, in register: RegisterList) -> String {
        let sources = register.contents.sources
        return (sources.indices.contains(source) ? sources[source].date : nil) ?? "no date"
    }
}

/// The rows of the pages.
extension State {
    /// The columns of the names: the numbers while the name keeps a readable width.
    private var nameColumns: (name: Range<Int>, label: Range<Int>, numbers: [Range<Int>]) {
        let label = size.columns >= 50 ? 14 : 0
        let count = max(0, min(3, (size.columns - 25 - label) / 10))
        let name = 1..<max(2, size.columns - label - 10 * count)
        let first = name.upperBound + label
        return (
            name, name.upperBound..<max(name.upperBound, first - 1),
            (0..<count).map { first + 10 * $0..<first + 10 * $0 + 9 }
        )
    }

    private func header(of register: RegisterList) -> Row {
        switch register.page {
        case .names:
            let columns = nameColumns
            return [
                RegisterPiece(text: "Name", columns: columns.name, role: "pane.title"),
                RegisterPiece(text: "Kind", columns: columns.label, role: "pane.title"),
            ]
                + zip(["Articles", "Mentions", "Facts"], columns.numbers).map { title, columns in
                    RegisterPiece(text: flushed(title, columns), columns: columns, role: "pane.title")
                }
        case .differences:
            return [piece("Where articles differ", from: 1, "pane.title")]
        case .entry(let name, let label):
            let entry = register.entry
            let counts = entry.map {
                [$0.sources.count.of("article"), $0.mentionCount.of("mention")]
            }
            let kind = register.kind.map { "only: " + (schema.fact($0)?.title ?? $0) }
            let parts = [entry?.name ?? name, schema.label(label)?.title ?? label.name] + (counts ?? [])
            return [
                piece((parts + [kind].compactMap(\.self)).joined(separator: " · "), from: 1, "pane.title")
            ]
        }
    }

    private func rows(of item: RegisterList.Item, in register: RegisterList) -> [Row] {
        switch item {
        case .differences(let count):
            return [[piece("Where articles differ: \(count.of("case"))", from: 1, "message.warning")]]
        case .entry(let index):
            let entry = register.contents.entries[index]
            let columns = nameColumns
            let kind = schema.label(entry.label)
            let numbers = [entry.sources.count, entry.mentionCount, entry.tellings.count]
            return [
                [
                    RegisterPiece(
                        text: entry.name, columns: columns.name, role: Role(kind?.role ?? "entity")),
                    RegisterPiece(
                        text: kind?.title ?? entry.label.name, columns: columns.label, role: "meta"),
                ]
                    + zip(numbers, columns.numbers).map { number, columns in
                        RegisterPiece(text: flushed(String(number), columns), columns: columns, role: "meta")
                    }
            ]
        case .telling(let telling):
            let kind = schema.fact(telling.kind)?.title ?? telling.kind
            return [
                [
                    RegisterPiece(
                        text: date(ofSource: telling.source, in: register), columns: 1..<12, role: "meta"),
                    piece(kind, from: 13, Role("fact.\(telling.kind)")),
                    piece(
                        title(ofSource: telling.source, in: register), from: max(27, 14 + Width.of(kind)),
                        "meta"),
                ]
            ] + wrapped(telling.line, from: 3)
        case .difference(let difference, let side):
            let kind = schema.fact(difference.kind)
            let slot = kind?.slots.first { $0.name == difference.slot }?.title ?? difference.slot
            let head = "\(kind?.title ?? difference.kind), \(difference.about): \(slot)"
            let names = difference.sides[side].sources.map {
                "\(title(ofSource: $0, in: register)) (\(date(ofSource: $0, in: register)))"
            }
            let words = difference.sides[side].words
            let line = [
                piece(words, from: 3, "library"),
                piece("– " + names.joined(separator: ", "), from: 4 + Width.of(words), "meta"),
            ]
            return side == 0 ? [[piece(head, from: 1, Role("fact.\(difference.kind)"))], line] : [line]
        }
    }

    private func height(of items: some Sequence<RegisterList.Item>, in register: RegisterList) -> Int {
        items.reduce(0) { $0 + rows(of: $1, in: register).count }
    }

    private func piece(_ text: String, from column: Int, _ role: Role) -> RegisterPiece {
        RegisterPiece(text: text, columns: column..<max(column, size.columns - 1), role: role)
    }

    /// A number at the right of its column.
    private func flushed(_ text: String, _ columns: Range<Int>) -> String {
        String(repeating: " ", count: max(0, columns.count - Width.of(text))) + text
    }

    private func wrapped(_ line: String, from column: Int) -> [Row] {
        let columns = max(8, min(settings.measure, size.columns - column - 1))
        return Wrap.lines(of: line.prefixOfLine(600), columns: columns).prefix(6)
            .map { [piece($0, from: column, "library")] }
    }
}
