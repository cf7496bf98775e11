import Testing

@testable import Cells

@Suite("the grid of cells")
struct CellGridTests {
    private func grid(_ rows: Int = 2, _ columns: Int = 8) -> CellGrid {
        CellGrid(size: Size(rows: rows, columns: columns))
    }

    @Test("text stands where it was put, and the column behind it is returned")
    func put() {
        var grid = grid()
        #expect(grid.put("Größe", row: 1, column: 2) == 7)
        #expect(grid.text == "\n  Größe")
    }

    @Test("text that does not fit ends in an ellipsis")
    func ellipsis() {
        var grid = grid()
        #expect(grid.put("abcdefghi", row: 0, column: 0) == 8)
        #expect(grid.put("漢字", row: 1, column: 0, end: 3) == 3)
        #expect(grid.text == "abcdefg…\n漢…")
    }

    @Test("a wide character takes two cells; drawing over half of it leaves a blank")
    func wide() {
        var grid = grid()
        grid.put("漢字", row: 0, column: 0)
        #expect(grid[0, 1].glyph.isEmpty)
        grid.put("x", row: 0, column: 1)
        #expect(grid.line(0) == " x字")
        grid.put("y", row: 0, column: 2)
        #expect(grid.line(0) == " xy")
        #expect(grid[0, 3].glyph == " ")
    }

    @Test("a wide character over two wide ones leaves blanks beside it")
    func wideOverWide() {
        var grid = grid()
        grid.put("漢字", row: 0, column: 0)
        grid.put("한", row: 0, column: 1)
        #expect((0..<4).map { grid[0, $0].glyph } == [" ", "한", "", " "])
    }

    @Test(
        "drawing outside is cut off, at any size",
        arguments: [Size(rows: 0, columns: 0), Size(rows: 1, columns: 1)])
    func outside(size: Size) {
        var grid = CellGrid(size: size)
        for row in -2...2 {
            for column in -3...3 {
                grid.put("a漢b", row: row, column: column)
                grid.put(glyph: "漢", width: 2, row: row, column: column, look: 0)
                grid.fill(Region(row: row, column: column, rows: 3, columns: 3), roles: ["text"])
                grid.overlay("selection", row: row, columns: column..<column + 4)
            }
        }
        #expect(grid.cells.count == size.rows * size.columns)
    }

    @Test("a second grid of letters shows what is what")
    func roleMap() {
        var grid = grid(2, 12)
        grid.put("Ada sprach", row: 0, column: 0)
        grid.put("Ada", row: 0, column: 0, roles: ["text", "entity.person"])
        grid.overlay("selection", row: 0, columns: 2..<6)
        #expect(grid.text == "Ada sprach\n")
        #expect(grid.roleMap(["entity": "E", "selection": "s"]) == "EEssss\n")
        #expect(grid.roleMap(["entity.person": "P", "text": "."]) == "PPP.......\n")
    }

    @Test("cells with the same roles share them")
    func sharedRoles() {
        var grid = grid(24, 80)
        for row in 0..<24 { grid.put("some text", row: row, column: 0, roles: ["text", "entity.place"]) }
        grid.overlay("cursor", row: 3, columns: 0..<80)
        grid.overlay("cursor", row: 4, columns: 0..<80)
        #expect(grid.looks.count == 4)
        #expect(grid.roles(atRow: 4, column: 0) == ["text", "entity.place", "cursor"])
    }
}
