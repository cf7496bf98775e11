import Cells

/// Where on the screen the parts are.
struct Areas: Hashable, Sendable {
    /// Everything above the status line.
    let body: Region
    /// A row above the text for what is known about the article.
    let header: Region
    /// The text of the article, without margins: as wide as a line may be.
    let text: Region
    /// The narrow strip that shows the whole article.
    let strip: Region
    let pane: Region
    let list: Region
    let status: Region
    let hint: Region

    init(of state: State) {
        let size = state.size
        let hints = size.rows >= 8 ? 1 : 0
        let statuses = size.rows >= 2 ? 1 : 0
        let rows = size.rows - hints - statuses
        body = Region(row: 0, column: 0, rows: rows, columns: size.columns)
        status = Region(row: rows, column: 0, rows: statuses, columns: size.columns)
        hint = Region(row: rows + statuses, column: 0, rows: hints, columns: size.columns)
        list = Region(row: 1, column: 0, rows: rows - 1, columns: size.columns)

        // A pane beside the text needs room for both; on a narrow screen it goes below.
        let settings = state.settings
        let share = settings.paneWidth ?? max(30, size.columns * 3 / 10)
        let fitsBeside = size.columns - share >= 50
        var articleRows = rows
        var articleColumns = size.columns
        switch settings.pane {
        case .off:
            pane = Region(row: 0, column: 0, rows: 0, columns: 0)
        case .auto where fitsBeside, .right where size.columns > share:
            articleColumns = size.columns - share
            pane = Region(row: 0, column: articleColumns, rows: rows, columns: share)
        case .auto, .right, .below:
            let height = rows >= 12 ? max(5, rows * 3 / 10) : 0
            articleRows = rows - height
            pane = Region(row: articleRows, column: 0, rows: height, columns: height == 0 ? 0 : size.columns)
        }
        let stripColumns = articleColumns >= 24 ? 1 : 0
        strip = Region(
            row: 0, column: articleColumns - stripColumns, rows: articleRows, columns: stripColumns)
        let room = articleColumns - stripColumns * 2
        let margin = articleColumns >= 24 ? 2 : 0
        let measure = max(1, min(settings.measure, room - margin))
        let left = max(0, (room - measure) / 2)
        let headers = articleRows >= 8 ? 1 : 0
        header = Region(row: 0, column: left, rows: headers, columns: max(0, min(measure, room)))
        text = Region(
            row: headers, column: left, rows: articleRows - headers, columns: max(0, min(measure, room)))
    }
}
