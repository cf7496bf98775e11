import Cells

extension String {
    /// As the screen shows it: names of files and words of documents may hold escape sequences, which no terminal must
    /// see.
    var printable: String { Width.clusters(of: self).map(\.glyph).joined() }
}
