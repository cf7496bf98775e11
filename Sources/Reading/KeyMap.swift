import Articles
import Cells

/// Which keys run which command, mode by mode.
///
/// A line of its text reads `mode keys command [argument]`, with the keys of a sequence apart:
///
///     article    g n       go-to-next-mention
///     article    p         tag PER
public struct KeyMap: Hashable, Sendable {
    public struct Binding: Hashable, Sendable {
        public let mode: Mode
        public let keys: [Key]
        public let invocation: Invocation

        public var keyNames: String { keys.map(\.description).joined(separator: " ") }
    }

    enum Match: Hashable, Sendable {
        case command(Invocation)
        /// The keys begin a longer sequence.
        case unfinished
        case none
    }

    /// In the order in which they were given; a later one replaces an earlier one with the same keys.
    public private(set) var bindings: [Binding] = []
    private var table: [Mode: [[Key]: Invocation]] = [:]
    private var beginnings: [Mode: Set<[Key]>] = [:]

    public init() {}

    public mutating func bind(_ mode: Mode, _ keys: [Key], to invocation: Invocation) {
        bindings.removeAll { $0.mode == mode && $0.keys == keys }
        bindings.append(Binding(mode: mode, keys: keys, invocation: invocation))
        table[mode, default: [:]][keys] = invocation
        for length in 1..<max(1, keys.count) { beginnings[mode, default: []].insert(Array(keys[..<length])) }
    }

    /// Adds a line; the error says what is wrong with it.
    public mutating func bind(line: Substring) throws(KeyMapError) {
        let words = line.split(separator: " ").map(String.init)
        guard let first = words.first, let mode = Mode(rawValue: first) else {
            throw KeyMapError("“\(words.first ?? "")” is no mode: use article, pane, library, prompt or help")
        }
        let names = words.dropFirst().prefix { Command.named($0) == nil }
        let rest = words.dropFirst(1 + names.count)
        guard let command = rest.first else {
            throw KeyMapError("“\(line)” names no command: glosse list commands shows all")
        }
        try bind(
            mode, keys: names.joined(separator: " "),
            to: Invocation(command, rest.dropFirst().joined(separator: " ")))
    }

    /// Binds keys given by name, such as `g n`.
    public mutating func bind(_ mode: Mode, keys names: String, to invocation: Invocation) throws(KeyMapError)
    {
        var keys: [Key] = []
        for name in names.split(separator: " ") {
            guard let key = Key(String(name)) else {
                throw KeyMapError(
                    "“\(name)” is no key: glosse keys shows the name of each key that is pressed")
            }
            keys.append(key)
        }
        guard !keys.isEmpty else { throw KeyMapError("no key is given for “\(invocation.line)”") }
        guard let command = Command.named(invocation.command) else {
            throw KeyMapError("“\(invocation.command)” is no command: glosse list commands shows all")
        }
        guard command.argument != .none || invocation.argument.isEmpty else {
            throw KeyMapError("“\(command.name)” takes nothing behind its name")
        }
        bind(mode, keys, to: invocation)
    }

    /// Adds a line of a person's configuration.
    public mutating func bind(_ line: Configuration.KeyLine) throws(KeyMapError) {
        guard let mode = Mode(rawValue: line.mode) else {
            throw KeyMapError("“\(line.mode)” is no mode: use article, pane, library, prompt or help")
        }
        guard let invocation = Invocation(line: line.command) else {
            throw KeyMapError("no command for “\(line.keys)”: glosse list commands shows all")
        }
        try bind(mode, keys: line.keys, to: invocation)
    }

    func match(_ mode: Mode, _ keys: [Key]) -> Match {
        if let invocation = table[mode]?[keys] { return .command(invocation) }
        return beginnings[mode]?.contains(keys) == true ? .unfinished : .none
    }

    /// The keys of a command in a mode that were bound first, for the hint line; nil when it has none.
    func keys(for invocation: Invocation, in mode: Mode) -> String? {
        bindings.first { $0.mode == mode && $0.invocation == invocation }?.keyNames
    }
}

/// What is wrong with a line of a key table.
public struct KeyMapError: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String

    init(_ description: String) { self.description = description }
}
