import Cells

extension String {
    /// The text as the screen would show it: names of files and words of documents may hold what steers a terminal, and
    /// each such character becomes a symbol.
    var printable: String { Width.clusters(of: self).map(\.glyph).joined() }
}
