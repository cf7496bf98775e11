import Articles
import Formats

/// Lines that a person has tagged, without the texts: each is put back in by the name of its article.
enum GoldLines {
    private static let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
    private static let news = root + "/../shared/articles/wikinews"

    /// Whether Wikinews lies beside the checkout.
    static var hasNews: Bool { !SharedData.names(in: news).isEmpty }

    /// Those whose text is there: samples of the program, and Wikinews.
    ///
    /// - Parameter name: the file, from the folder of these tests.
    static func documents(of name: String) throws -> [Document] {
        try SharedData.read("\(root)/Tests/LanguageTests/\(name)").split(separator: "\n").compactMap { line in
            let id = line.dropFirst(#"{"id":""#.count).prefix { $0 != "\"" }
            let places = ["\(news)/\(id).txt", "\(root)/Sources/CBundled/samples/\(id).txt"]
            guard let text = places.map(SharedData.read).first(where: { !$0.isEmpty }) else {
                print("\(name): the text of \(id) is not there")
                return nil
            }
            let whole = #"{"text":"\#(escaped(text))","# + line.dropFirst()
            return try Format.jsonLines.read(Input(name: name, bytes: Array(whole.utf8))).documents.first
        }
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: #"\\"#).replacing("\"", with: #"\""#).replacing("\n", with: #"\n"#)
            .replacing("\t", with: #"\t"#).replacing("\r", with: #"\r"#)
    }
}
