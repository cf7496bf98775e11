import Articles

/// A line of the configuration that does not count, why, and what to do.
public typealias ConfigurationProblem = TOMLProblem

extension Configuration {
    /// Reads a configuration file.
    /// - Parameter file: The file's name, for messages.
    /// - Returns: The settings, with the default where a line is wrong, and the problems in the order of the file.
    public static func parse(_ text: String, file: String) -> (Configuration, [ConfigurationProblem]) {
        let source = TOMLFile(name: file, text: text)
        let (configuration, problems) = source.read { Configuration(&$0) }
        return (configuration, (source.syntaxProblems + problems).sorted { $0.line < $1.line })
    }

    private init(_ root: inout TOMLSection) {
        self.init()
        theme = root.nonEmpty("theme")
        measure = root.integer("measure", in: 20...200) ?? measure
        schema = root.nonEmpty("schema")
        patterns = root.nonEmpty("patterns")
        language = root.choice("language") ?? language
        pane = root.choice("pane") ?? pane
        paneWidth = root.integer("pane-width", in: 20...200)
        marks = root.choice("marks") ?? marks
        nesting = root.choice("nest") ?? nesting
        learning = root.choice("learning") ?? learning
        refinement = root.choice("deep") ?? refinement
        author = root.nonEmpty("author")
        keys = root.table("keys", named: "the table of keys") { $0.keyLines() } ?? []
    }
}

extension TOMLSection {
    fileprivate mutating func nonEmpty(_ key: String) -> String? {
        guard let string = string(key) else { return nil }
        guard !string.isEmpty else {
            note(key, "\(key) must not be empty; give a value or remove the line")
            return nil
        }
        return string
    }

    /// The lines of `[keys.article]`, `[keys.library]` and so on.
    fileprivate mutating func keyLines() -> [Configuration.KeyLine] {
        var lines: [Configuration.KeyLine] = []
        for mode in keys {
            lines += table(mode, named: "the keys of \(mode)") { $0.keyLines(of: mode) } ?? []
        }
        return lines.sorted { $0.line < $1.line }
    }

    private mutating func keyLines(of mode: String) -> [Configuration.KeyLine] {
        var lines: [Configuration.KeyLine] = []
        for keys in keys {
            guard let command = nonEmpty(keys) else { continue }
            lines.append(
                Configuration.KeyLine(mode: mode, keys: keys, command: command, line: line(of: keys)))
        }
        return lines
    }
}
