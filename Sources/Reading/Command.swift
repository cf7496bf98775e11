/// Something that a person can do, by its name: in the key table, at the prompt, in help.
public struct Command: Sendable {
    /// What a command is told beside its name, which also says how to complete it.
    public enum Argument: Hashable, Sendable {
        case none, label, theme, tab, order, format, attribute, relation, setting, text, articleLabel,
            switching, factKind, slot
        /// Said so that nobody does by mistake what cannot be undone.
        case all
    }

    /// Where a command makes sense.
    enum Place: Hashable, Sendable {
        case anywhere, article, list
    }

    public let name: String
    /// One sentence, for help and the README.
    public let summary: String
    public let argument: Argument
    /// Whether `.` can do it again.
    private(set) var isRepeatable = false
    private(set) var place = Place.anywhere
    let run: @Sendable (inout State, Invocation) -> [Effect]

    init(
        _ name: String, _ summary: String, _ argument: Argument = .none,
        run: @escaping @Sendable (inout State, Invocation) -> [Effect]
    ) {
        self.name = name
        self.summary = summary
        self.argument = argument
        self.run = run
    }

    /// The same command, repeated by `.`.
    var repeatable: Command {
        var command = self
        command.isRepeatable = true
        return command
    }

    /// The same command, which says so where it makes no sense.
    func only(in place: Place) -> Command {
        var command = self
        command.place = place
        return command
    }

    /// Every command there is, in the order of help.
    public static let all: [Command] =
        (moving + selecting + tagging + reviewing + describing + linking + telling + searching).map {
            $0.only(in: .article)
        } + travelling + viewing + choosing + registering + learning + general

    public static func named(_ name: String) -> Command? { byName[name] }

    private static let byName = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
}

/// A command with what it was told: `tag PER`, `3 next-token`.
public struct Invocation: Hashable, Sendable {
    public let command: String
    public let argument: String
    /// How often, when a count was typed.
    public var count: Int?

    public init(_ command: String, _ argument: String = "", count: Int? = nil) {
        self.command = command
        self.argument = argument
        self.count = count
    }

    /// From a line such as `tag PER`; nil when it is blank.
    public init?(line: String) {
        let words = line.split(separator: " ", maxSplits: 1)
        guard let name = words.first else { return nil }
        let rest = words.count > 1 ? words[1].drop { $0 == " " } : ""
        self.init(String(name), String(rest))
    }

    /// The argument that takes away what there is.
    static let nothing = "-"

    public var line: String { argument.isEmpty ? command : "\(command) \(argument)" }

    var times: Int { min(max(1, count ?? 1), 100_000) }
}

extension State {
    /// Runs a command by its name; an unknown one is an error line on the screen.
    public mutating func run(_ invocation: Invocation) -> [Effect] {
        guard let command = Command.named(invocation.command) else {
            notice = Notice(.error, "no command “\(invocation.command)”; : and Tab lists all")
            return []
        }
        switch command.place {
        case .article where reading == nil:
            // While one is being opened the status line says so.
            if loading == nil {
                notice = Notice(.warning, "\(command.name) works in an article: open one first")
            }
            return []
        case .list where screen != .library:
            notice = Notice(.warning, "\(command.name) works in the list of articles: close this one first")
            return []
        case .anywhere, .article, .list: break
        }
        if command.argument != .none, command.argument != .text, invocation.argument.isEmpty,
            Prompt.asks(for: command.argument)
        {
            prompt = .asking(command.name)
            return []
        }
        let effects = command.run(&self, invocation)
        // What was only asked for is not done yet.
        if command.isRepeatable, command.argument == .none || !invocation.argument.isEmpty {
            lastEdit = invocation
        }
        return effects
    }
}
