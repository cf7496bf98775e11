import ArgumentParser
import Language
import Storage

/// Whether the engine uses what it has learned from a person, for commands that do not open the reader.
struct PersonalOptions: ParsableArguments {
    @Flag(help: "Use what the engine has learned in the library.")
    var personal = false

    @OptionGroup var kept: LibraryOptions

    /// The layer that was learned; nil when it is not asked for.
    func layer(_ tagger: NameTagger?) throws -> PersonalLayer? {
        guard personal, let tagger else { return nil }
        let library = try Library.open(at: kept.path, for: .reading)
        return try Teacher(library, schema: SchemaSource.name(in: library), tagger: tagger)?.layer()
    }
}
