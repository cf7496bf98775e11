import ArgumentParser
import Articles
import Foundation
import Language
import Storage

/// `glosse personal`: what the engine has learned from a person, to look at, to keep and to forget.
struct PersonalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "personal",
        abstract: "Show, export, import or reset what the engine has learned from you.",
        discussion:
            "It is kept in the library, apart for each schema. In the reader: :learning on|off and :forget all.",
        subcommands: [
            ShowPersonal.self, ExportPersonal.self, ImportPersonal.self, ResetPersonal.self,
            SimulatePersonal.self,
        ], defaultSubcommand: ShowPersonal.self)
}

/// The library and the schema whose lessons are meant.
struct LessonOptions: ParsableArguments {
    @OptionGroup var kept: LibraryOptions

    @Option(
        help: ArgumentHelp("The schema by its name; the library's own when absent.", valueName: "name"))
    var schema: String?

    func teacher(for access: Library.Access) throws -> Teacher {
        let library = try Library.open(at: kept.path, for: access)
        guard let teacher = try Teacher(library, schema: schema ?? SchemaSource.name(in: library)) else {
            throw FileError("the program was built without its model of names; build it again")
        }
        return teacher
    }
}

struct ShowPersonal: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Tell what has been learned, in numbers.")

    @OptionGroup var lessons: LessonOptions

    func run() throws {
        let sentences = try lessons.teacher(for: .reading).sentences()
        var accepted: [String: Int] = [:]
        var rejected: [String: Int] = [:]
        for decision in sentences.flatMap(\.decisions) {
            if decision.isAccepted {
                accepted[decision.label, default: 0] += 1
            } else {
                rejected[decision.label, default: 0] += 1
            }
        }
        print(sentences.count.of("sentence"))
        let rows = Set(accepted.keys).union(rejected.keys).sorted().map { label in
            [label, String(accepted[label] ?? 0), String(rejected[label] ?? 0)]
        }
        if !rows.isEmpty { print(Table(header: ["label", "accepted", "rejected"], rows: rows).plain) }
    }
}

struct ExportPersonal: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Print the sentences that were learned, one a line.")

    @OptionGroup var lessons: LessonOptions

    func run() throws {
        print(LessonFile.text(try lessons.teacher(for: .reading).sentences()), terminator: "")
    }
}

struct ImportPersonal: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Learn the sentences of an export in addition.")

    @Argument(help: "The file; - is standard input.")
    var file: String

    @OptionGroup var lessons: LessonOptions

    func run() throws {
        let bytes = file == "-" ? try FileBytes.readStandardInput() : try FileBytes.read(file)
        let sentences: [DecidedSentence]
        do throws(LessonError) {
            sentences = try LessonFile.sentences(String(decoding: bytes, as: UTF8.self))
        } catch {
            throw FileError("\(file):\(error)")
        }
        let teacher = try lessons.teacher(for: .writing)
        try teacher.learn(sentences)
        try teacher.save()
        StandardError.line("\(sentences.count.of("sentence")) learned")
    }
}

struct ResetPersonal: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset", abstract: "Forget all that was learned; export it first to keep a copy.")

    @OptionGroup var lessons: LessonOptions

    func run() throws {
        let teacher = try lessons.teacher(for: .writing)
        let count = (try? teacher.sentences().count) ?? 0
        try teacher.forget()
        StandardError.line("\(count.of("sentence")) forgotten")
    }
}
