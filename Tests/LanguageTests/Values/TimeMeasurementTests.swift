import Agreement
import Articles
import Formats
import Language
import Testing

/// Time expressions of KRAUTS and TempEval-3 beside HeidelTime. Rules were written while looking at some articles; of
/// the others nothing was read but the score.
@Suite(.enabled(if: SharedData.exists), .serialized) struct TimeMeasurementTests {
    @Test("dates, times, durations and sets of KRAUTS beside HeidelTime")
    func krauts() throws {
        let names = SharedData.names(in: Self.german)
        let seen = names.indices.filter { $0 % 5 < 3 }.map { names[$0] }
        let unseen = names.indices.filter { $0 % 5 >= 3 }.map { names[$0] }
        print("KRAUTS Dolomiten        strict relaxed  +value")
        let all = try measure("all 100", names)
        try measure("60 looked at", seen)
        let held = try measure("40 never read", unseen)
        try print(row("HeidelTime, all 100", peer(names)))
        try print(row("HeidelTime, the 40", peer(unseen)))
        #expect(all[0] > 0.85 && all[1] > 0.915 && all[2] > 0.795)
        #expect(held[1] > 0.88)
    }

    @Test("English dates, times, durations and sets of TempEval-3 platinum")
    func tempEval() throws {
        let names = SharedData.names(in: Self.english)
        print("TempEval-3 platinum     strict relaxed  +value")
        let all = try measure("all 10", names, in: Self.english, language: "en")
        try measure(
            "5 looked at", names.indices.filter { $0 % 2 == 0 }.map { names[$0] }, in: Self.english,
            language: "en")
        try measure(
            "5 never read", names.indices.filter { $0 % 2 == 1 }.map { names[$0] }, in: Self.english,
            language: "en")
        #expect(all[1] > 0.88)
    }

    private static let german = SharedData.folder + "/time/krauts-dolomiten-100"
    private static let english = SharedData.folder + "/time/tempeval3-platinum"

    @discardableResult
    private func measure(
        _ title: String, _ names: [String], in folder: String = german, language: String = "de"
    ) throws -> [Double] {
        var scores = TimeScores()
        for name in names {
            let gold = try Self.read("\(folder)/\(name)")
            let article = Article(name: name, date: gold.article.date, language: language, text: gold.text)
            let found = try Pipeline.values.suggestions(
                for: article, paragraphs: 0..<article.text.paragraphCount)
            scores.add(gold: Array(gold.annotations.mentions), other: found.mentions)
        }
        let figures = [scores.strict.f1, scores.relaxed.f1, scores.value.f1]
        print(row(title, figures))
        return figures
    }

    private static func read(_ path: String) throws -> Document {
        let input = Input(name: path, bytes: Array(SharedData.read(path).utf8))
        return try #require(Format.timeML.read(input).documents.first)
    }

    private func peer(_ names: [String]) throws -> [Double] {
        var scores = TimeScores()
        for name in names {
            let gold = try Self.read("\(Self.german)/\(name)")
            let other = try Self.read("\(Self.german)-heideltime/\(name)")
            scores.add(
                gold: Array(gold.annotations.mentions),
                other: other.text == gold.text ? Array(other.annotations.mentions) : [])
        }
        return [scores.strict.f1, scores.relaxed.f1, scores.value.f1]
    }
}
