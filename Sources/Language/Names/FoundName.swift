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

    /// Who found it, as its origin tells.
    enum Finder: String, Sendable {
        case model, rules, personal
        /// The model and the deep engine together.
        case deep
    }

    let pieces: Range<Int>
    let label: Label
    var form = Form.name
    let confidence: Float
    var finder = Finder.rules
    /// The name without its inflection, by which mentions of the same thing are joined.
    let key: String
    /// Names of other classes inside: `[Köln]` in `[Universität Köln]`.
    var inner: [FoundName] = []

    /// What a label of the model says: `LOCderiv` is a place in derived form.
    static func kind(ofLabel name: String) -> (Label, Form) {
        if name.hasSuffix("deriv") { return (Label(String(name.dropLast(5))), .derived) }
        if name.hasSuffix("part") { return (Label(String(name.dropLast(4))), .part) }
        return (Label(name), .name)
    }
}
