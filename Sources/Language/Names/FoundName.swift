import Articles

/// A name that was found in a passage.
struct FoundName: Hashable, Sendable {
    /// How a name stands in the text; the values of the attribute `form`.
    enum Form: String, Sendable {
        case name
        /// `deutsche`, `Berliner`
        case derived
        /// `NATO-Länder`
        case part
    }

    let pieces: Range<Int>
    let label: Label
    var form = Form.name
    let confidence: Float
    /// The name without its inflection, by which mentions of the same thing are joined.
    let key: String
}
