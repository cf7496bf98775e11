import ArgumentParser
import Articles

/// What a person says about the articles that a command reads.
struct ArticleOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The day of publication, which gives “Thursday” its date.", valueName: "yyyy-mm-dd"))
    var date: String?

    @Option(
        help: ArgumentHelp(
            "The language of the text; otherwise each paragraph's is guessed.", valueName: "de|en"))
    var language: Language?

    enum Language: String, ExpressibleByArgument, CaseIterable {
        case de, en
    }

    func validate() throws {
        guard let date else { return }
        let parts = date.split(separator: "-", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { Int($0) }
        guard parts.map(\.count) == [4, 2, 2], numbers.count == 3, 1...12 ~= numbers[1], 1...31 ~= numbers[2]
        else {
            throw ValidationError("“\(date)” is no day: write it as 2024-10-17")
        }
    }

    var properties: ArticleProperties { ArticleProperties(date: date, language: language?.rawValue) }
}
