import Articles

/// The extractors whose patterns come with the program, each a table in its own file.
extension PatternTable {
    static let builtIn: [PatternTable] = [
        .people, .affiliations, .changes, .relations, .offices,
    ]

    /// A table of the program; a mistake in one is found by the tests, and leaves the table empty.
    static func own(_ name: String, _ text: String) -> PatternTable {
        PatternTable(name, (try? PatternReader.read(text, file: name, schema: .news)) ?? [])
    }

    /// The texts of the program's tables, by the name of their extractor.
    static let sources: [(name: String, text: String)] = [
        ("people", peoplePatterns), ("affiliation", affiliationPatterns), ("change", changePatterns),
        ("relation", relationPatterns), ("office", officePatterns),
    ]
}
