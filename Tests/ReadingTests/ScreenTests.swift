import Articles
import Cells
import Testing

@testable import Reading

@Suite("The screen")
struct ScreenTests {
    @Test("an article is drawn with its marks")
    func article() {
        let reader = TestReader("[Mark Rutte](PER) sprach in [Brüssel](LOC?).", rows: 6, columns: 40)
        #expect(reader.row(0).contains("Mark Rutte sprach in Brüssel."))
    }

    @Test("drawing works at any size", arguments: [0, 1, 2, 3, 5, 8, 13, 24, 60, 200])
    func anySize(rows: Int) {
        for columns in [0, 1, 2, 3, 7, 19, 40, 80, 200] {
            var reader = TestReader("[Mark Rutte](PER) sprach in [Brüssel](LOC?).\n\nUnd 東京 auch.")
            reader.send(.terminal(.resize(Size(rows: rows, columns: columns))))
            for keys in ["w", "G", "F3", "C-w", "Escape", "?", "Escape", ":", "Escape", "q"] {
                reader.type(keys)
                let grid = reader.state.draw()
                #expect(grid.cells.count == rows * columns)
            }
        }
    }
}
