import ArgumentParser
import Articles
import Cells
import Formats
import Foundation
import Language
import Reading
import Storage

/// How the screen is to look and what can be tagged there, from the command line.
struct AppearanceOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The colours; glosse list themes names them.", valueName: "name"))
    var theme: String?

    @Option(help: ArgumentHelp("The longest line of text, in columns.", valueName: "columns"))
    var measure: Int?

    @Option(
        help: ArgumentHelp(
            "A schema of labels in TOML, which the library keeps from now on; “news” is the program's own.",
            valueName: "file"))
    var schema: String?

    func validate() throws {
        if let measure, !(20...200).contains(measure) {
            throw ValidationError("a measure is from 20 to 200 columns")
        }
    }
}

/// The schema, the themes, the keys and the settings that a person has chosen.
struct Setup {
    let schema: Schema
    /// Patterns of facts of the person's own.
    private(set) var patterns: [PatternTable] = []
    let themes: [Theme]
    let keyMap: KeyMap
    /// The language of articles that do not say theirs.
    let language: String?
    var settings: Settings
    /// Wrong lines of the configuration; the rest of it counts.
    private(set) var problems: [String] = []

    /// - Parameter library: whose schema counts when no other is named; nil for none.
    init(appearance: AppearanceOptions, library: Library?) throws {
        let folder = Folders.configuration
        let file = folder + "/config.toml"
        var bytes: [UInt8] = []
        if access(file, F_OK) == 0 {
            do throws(FileError) { bytes = try FileBytes.read(file) } catch { problems = [error.description] }
        }
        let text = String(decoding: bytes, as: UTF8.self)
        let (configuration, wrong) = Configuration.parse(text, file: file)
        problems += wrong.map(\.description)

        if let chosen = try SchemaSource.schema(named: appearance.schema, library: library) {
            schema = chosen
        } else {
            // Its line is wrong like any other when it leads nowhere, and the rest counts.
            do {
                schema = try SchemaSource.schema(
                    at: configuration.schema.map { SchemaSource.path($0, in: folder) })
            } catch {
                let line = TOMLFile(name: file, text: text).line(of: ["schema"])
                problems.append("\(file):\(line): schema: \(error); the schema “\(Schema.news.name)” is used")
                schema = .news
            }
        }
        if let path = configuration.patterns {
            do {
                patterns = [try PatternSource.table(at: Paths.of(path, in: folder), schema: schema)]
            } catch {
                let line = TOMLFile(name: file, text: text).line(of: ["patterns"])
                problems.append("\(file):\(line): patterns: \(error); they do not count")
            }
        }
        var keyMap = KeyMap.standard(for: schema)
        for key in configuration.keys {
            do throws(KeyMapError) {
                try keyMap.bind(key)
            } catch {
                problems.append("\(file):\(key.line): \(error)")
            }
        }
        self.keyMap = keyMap
        let (themes, wrongThemes) = Self.themes(in: folder + "/themes")
        self.themes = themes
        problems += wrongThemes

        language = configuration.language == .auto ? nil : configuration.language.rawValue
        settings = Settings(configuration)
        if let theme = appearance.theme {
            guard themes.contains(where: { $0.name == theme }) else {
                throw ValidationError("no theme “\(theme)”; glosse list themes names them")
            }
            settings.theme = theme
        } else if !themes.contains(where: { $0.name == settings.theme }) {
            problems.append("\(file): no theme “\(settings.theme)”; glosse list themes names them")
            settings.theme = Theme.default.name
        }
        if let learns = try library?.learns() { settings.learning = learns ? .on : .off }
        if let measure = appearance.measure { settings.measure = measure }
        if settings.author.isEmpty { settings.author = ProcessInfo.processInfo.environment["USER"] ?? "" }
    }

    func state(size: Size, hasColours: Bool = true) -> State {
        var settings = settings
        settings.hasColours = hasColours
        if !hasColours { settings.theme = Theme.monochrome.name }
        return State(
            size: size, schema: schema, settings: settings, themes: themes, keyMap: keyMap,
            exportFormats: Format.all.filter { $0.writer != nil }.map(\.name))
    }

    /// The program's own themes, and those of the user, which win.
    static func themes(in folder: String) -> (themes: [Theme], problems: [String]) {
        var themes: [String: Theme] = [Theme.default.name: .default, Theme.monochrome.name: .monochrome]
        var problems: [String] = []
        func add(_ name: String, _ bytes: [UInt8]) {
            let (theme, errors) = Theme.parse(name: name, text: String(decoding: bytes, as: UTF8.self))
            themes[name] = theme
            problems += errors.map(\.description)
        }
        for file in Bundled.themes { add(file.name, file.bytes) }
        let own = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for file in own.sorted() where file.hasSuffix(".theme") {
            if let bytes = try? FileBytes.read(folder + "/" + file) { add(String(file.dropLast(6)), bytes) }
        }
        return (themes.values.sorted { $0.name < $1.name }, problems)
    }
}
