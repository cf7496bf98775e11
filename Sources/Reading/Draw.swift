import Cells

extension State {
    /// The picture of the state: pure, at any size.
    public func draw() -> CellGrid {
        var grid = CellGrid(size: size)
        guard size.rows > 0, size.columns > 0 else { return grid }
        let areas = Areas(of: self)
        grid.fill(Region(row: 0, column: 0, rows: size.rows, columns: size.columns), roles: ["text"])
        if let help {
            draw(help, in: areas.body, on: &grid)
        } else {
            switch screen {
            case .library: drawLibrary(in: areas, on: &grid)
            case .article: drawArticle(in: areas, on: &grid)
            case .register: drawRegister(in: areas, on: &grid)
            }
        }
        drawStatus(in: areas, on: &grid)
        drawHints(in: areas, on: &grid)
        return grid
    }

    private func drawArticle(in areas: Areas, on grid: inout CellGrid) {
        guard let reading else {
            grid.put("opening …", row: 0, column: 0, roles: ["meta"])
            return
        }
        reading.drawHeader(in: areas.header, row: library[reading.key], on: &grid)
        reading.drawText(in: areas.text, schema: schema, on: &grid)
        reading.drawStrip(in: areas.strip, on: &grid)
        reading.drawPane(in: areas.pane, settings: settings, schema: schema, on: &grid)
    }
}
