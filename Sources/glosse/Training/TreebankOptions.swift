import ArgumentParser
import Language

/// What all training from treebanks is told.
struct TreebankOptions: ParsableArguments {
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Treebanks in CoNLL-U to learn from.", valueName: "file"))
    var data: [String]

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Treebanks that a model annotated, to learn from beside.", valueName: "file"))
    var silver: [String] = []

    @Option(help: ArgumentHelp("Learn a silver sentence only in each so many passes.", valueName: "number"))
    var silverPeriod = 1

    @Option(help: ArgumentHelp("A treebank to score the model on.", valueName: "file"))
    var test: String?

    @Option(help: ArgumentHelp("The model to write.", valueName: "file"))
    var out: String

    @Option(help: "The language: de or en.")
    var language = "de"

    @Option(help: "Where the shuffling of sentences begins.")
    var seed: UInt64 = 1

    @Option(help: "Passes over the data; without it as many as measurement found best.")
    var epochs: Int?

    func validate() throws {
        if let epochs, !(1...1000 ~= epochs) { throw ValidationError("--epochs must be between 1 and 1000") }
        guard 1...100 ~= silverPeriod else {
            throw ValidationError("--silver-period must be between 1 and 100")
        }
        guard ["de", "en"].contains(language) else {
            throw ValidationError("“\(language)” is no language that glosse parses; there are: de, en")
        }
    }

    func trainer() throws -> SyntaxTrainer {
        var trainer = SyntaxTrainer(language: language)
        trainer.seed = seed
        trainer.epochs = epochs
        trainer.silverPeriod = silverPeriod
        return trainer
    }

    /// All treebanks together; German contractions both as words and as they are written.
    func treebank() throws -> Treebank {
        var all = Treebank()
        for path in data + silver {
            let text = try Self.text(path)
            do throws(TreebankError) {
                if silver.contains(path) {
                    all.append(silver: try Treebank(conllu: text))
                    continue
                }
                all.append(try Treebank(conllu: text))
                if language == "de" { all.append(try Treebank.contracted(conllu: text)) }
            } catch {
                throw FileError("\(path):\(error)")
            }
        }
        return all
    }

    func testTreebank() throws -> Treebank? {
        guard let test else { return nil }
        let text = try Self.text(test)
        do throws(TreebankError) {
            return try Treebank(conllu: text)
        } catch {
            throw FileError("\(test):\(error)")
        }
    }

    static func text(_ path: String) throws(FileError) -> String {
        String(decoding: try FileBytes.read(path), as: UTF8.self)
    }
}

/// A share in percent, with two digits behind the point.
struct Share: CustomStringConvertible {
    let description: String

    init(_ share: Double) {
        let hundredths = Int((share * 10_000).rounded())
        let rest = hundredths % 100
        description = "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
