/// Something that a person can do, by its name: in the key table, at the prompt, in help.
public struct Command: Sendable {
    /// What a command is told beside its name, which also says how to complete it.
    public enum Argument: Hashable, Sendable {
        case none, label, theme, tab, order, format, attribute, relation, setting, text, articleLabel
    }

    public let name: String
    /// One sentence, for help and the README.
    public let summary: String
    public let argument: Argument
    /// Whether `.` can do it again.
    let isRepeatable: Bool
    let run: @Sendable (inout State, Invocation) -> [Effect]

    init(
        _ name: String, _ summary: String, _ argument: Argument = .none,
        run: @escaping @Sendable (inout State, Invocation) -> [Effect]
    ) {
        self.init(name: name, summary: summary, argument: argument, isRepeatable: false, run: run)
    }

    private init(
        name: String, summary: String, argument: Argument, isRepeatable: Bool,
        run: @escaping @Sendable (inout State, Invocation) -> [Effect]
    ) {
        self.name = name
        self.summary = summary
        self.argument = argument
        self.isRepeatable = isRepeatable
        self.run = run
    }

    /// The same command, repeated by `.`.
    var repeatable: Command {
        Command(name: name, summary: summary, argument: argument, isRepeatable: true, run: run)
    }

    /// Every command there is, in the order of help.
    public static let all: [Command] =
        moving + selecting + tagging + reviewing + describing + linking + searching + viewing + choosing
        + general

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
        if command.argument != .none, command.argument != .text, invocation.argument.isEmpty,
            Prompt.asks(for: command.argument)
        {
            prompt = .command(command.name + " ")
            return []
        }
        if command.isRepeatable { lastEdit = invocation }
        return command.run(&self, invocation)
    }
}
