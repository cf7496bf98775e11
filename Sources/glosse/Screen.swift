import ArgumentParser
import Cells
import Reading

/// Prints the screen that keys lead to: for bug reports, pictures and tests without a terminal.
struct Screen: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "screen",
        abstract: "Print the screen after some keys, without a terminal and without the library.",
        discussion: "Keys are typed as they are; names stand in angle brackets: --keys 'jj<Enter>p<C-w>'.")

    @Argument(help: "Files and folders to read; the bundled samples when there are none.")
    var paths: [String] = []

    @Option(help: ArgumentHelp("The size of the screen.", valueName: "rowsxcolumns"))
    var size = "24x80"

    @Option(help: "The keys to type.")
    var keys = ""

    @OptionGroup var article: ArticleOptions
    @OptionGroup var fetching: FetchOptions
    @OptionGroup var appearance: AppearanceOptions

    func validate() throws {
        if parsedSize == nil { throw ValidationError("“\(size)” is no size: write it as 24x80") }
        if parsedKeys == nil {
            throw ValidationError("“\(keys)” holds a name that is no key; glosse keys shows names")
        }
    }

    func run() throws {
        guard let size = parsedSize, let keys = parsedKeys else { return }
        let setup = try Setup(appearance: appearance, library: nil)
        for problem in setup.problems { StandardError.lines("warning: \(problem)") }
        let workplace = try Workplace(
            arguments: paths, library: nil, setup: setup, properties: article.properties,
            web: fetching.web)
        let inbox = Inbox {}
        let effects = Effects(
            catalog: workplace.catalog, library: nil, inbox: inbox, properties: article.properties,
            patterns: setup.patterns, scheduling: .immediate)
        var state = setup.state(size: size)
        let (messages, opening) = workplace.firstMessages(&state)
        opening.forEach(effects.perform)
        for message in messages + inbox.take() + keys.map({ .terminal(.key($0)) }) {
            var waiting = [message]
            while !waiting.isEmpty {
                for message in waiting { state.update(message).forEach(effects.perform) }
                waiting = inbox.take()
            }
        }
        print(state.draw().text)
    }

    private var parsedSize: Size? {
        let parts = size.split(separator: "x").compactMap { Int($0) }
        guard parts.count == 2, parts.allSatisfy({ 1...1000 ~= $0 }) else { return nil }
        return Size(rows: parts[0], columns: parts[1])
    }

    private var parsedKeys: [Key]? {
        var typed: [Key] = []
        var rest = keys[...]
        while let character = rest.first {
            if character == "<", let close = rest.firstIndex(of: ">"),
                rest.index(after: rest.startIndex) < close
            {
                guard let key = Key(String(rest[rest.index(after: rest.startIndex)..<close])) else {
                    return nil
                }
                typed.append(key)
                rest = rest[rest.index(after: close)...]
            } else {
                typed.append(character == " " ? Key(.character(" ")) : Key(character))
                rest.removeFirst()
            }
        }
        return typed
    }
}
