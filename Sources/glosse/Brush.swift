import CTerminal
import Cells

/// Puts cells on the terminal in the looks that a theme gives them.
struct Brush {
    /// A cell as the terminal shows it; equal strokes look the same, whatever their roles.
    struct Stroke: Hashable {
        var glyph: String
        var attributes: Int32
        var pair: Int32
    }

    private struct Look {
        let attributes: Int32
        let pair: Int32
    }

    private let palette: Palette
    private var theme: Theme?
    /// The looks of lists of roles in the theme.
    private var looks: [[Role]: Look] = [:]
    /// The scalars of the cell being put.
    private var scalars: [UInt32] = []

    init(palette: Palette) {
        self.palette = palette
    }

    /// The cells of a screen that shows the grid, row by row.
    mutating func strokes(for grid: CellGrid, on size: Size, theme: Theme) -> [Stroke] {
        if self.theme != theme {
            self.theme = theme
            looks = [:]
        }
        let looks = grid.looks.map { look(of: $0, theme: theme) }
        let strokes = grid.cells.map { cell in
            Stroke(glyph: cell.glyph, attributes: looks[cell.look].attributes, pair: looks[cell.look].pair)
        }
        guard grid.size != size else { return strokes }
        let blank = Stroke(glyph: " ", attributes: looks[0].attributes, pair: looks[0].pair)
        return (0..<size.rows * size.columns).map { index in
            let (row, column) = index.quotientAndRemainder(dividingBy: size.columns)
            guard row < grid.size.rows, column < grid.size.columns else { return blank }
            return strokes[row * grid.size.columns + column]
        }
    }

    mutating func put(_ stroke: Stroke, width: Int, row: Int, column: Int) {
        scalars.removeAll(keepingCapacity: true)
        scalars.append(contentsOf: stroke.glyph.unicodeScalars.lazy.map(\.value))
        scalars.withUnsafeBufferPointer { scalars in
            let cell = glosse_cell(
                scalars: scalars.baseAddress, count: Int32(scalars.count), width: Int32(width),
                attributes: stroke.attributes, pair: stroke.pair)
            glosse_terminal_put(Int32(row), Int32(column), cell)
        }
    }

    private mutating func look(of roles: [Role], theme: Theme) -> Look {
        if let look = looks[roles] { return look }
        let style = theme.style(of: roles)
        let numbers = palette.numbers(of: style)
        let look = Look(
            attributes: Int32(style.attributes.rawValue),
            pair: glosse_terminal_pair(Int32(numbers.foreground ?? -1), Int32(numbers.background ?? -1)))
        looks[roles] = look
        return look
    }
}
