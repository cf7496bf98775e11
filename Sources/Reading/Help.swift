import Articles

/// The help page: made from the table of keys, so that it says what the keys do and not what they once did.
public struct Help: Hashable, Sendable {
    /// A line of the table: the keys of a command in one mode.
    public struct Line: Hashable, Sendable {
        public let mode: Mode
        public let keys: String
        public let command: String
        public let summary: String
    }

    var top = 0
    var filter = ""

    /// All lines, in the order of the modes and commands.
    public static func lines(of keyMap: KeyMap, schema: Schema) -> [Line] {
        Mode.allCases.flatMap { mode in
            var order: [Invocation] = []
            var keys: [Invocation: [String]] = [:]
            for binding in keyMap.bindings where binding.mode == mode {
                if keys[binding.invocation] == nil { order.append(binding.invocation) }
                keys[binding.invocation, default: []].append(binding.keyNames)
            }
            return order.map { invocation in
                Line(
                    mode: mode, keys: (keys[invocation] ?? []).joined(separator: ", "),
                    command: invocation.line,
                    summary: summary(of: invocation, schema: schema))
            }
        }
    }

    private static func summary(of invocation: Invocation, schema: Schema) -> String {
        let kind = schema.label(Label(invocation.argument))
        switch (invocation.command, kind) {
        case ("tag", .some(let kind)): return "Tag the selection: \(kind.title)"
        case ("tag-other", .some(let kind)): return "Tag the other way (nest or replace): \(kind.title)"
        case ("tab", _): return "Show \(invocation.argument) in the side pane"
        default: return Command.named(invocation.command)?.summary ?? ""
        }
    }
}
