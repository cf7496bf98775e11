/// One table of a TOML file, read key by key.
///
/// A value of the wrong type is noted as a problem and read as nil; a key that nobody asked for is unknown.
public struct TOMLSection {
    private let table: [String: TOMLItem]
    /// What messages call it: `a label`.
    private let name: String
    private let path: TOMLPath
    private let file: String
    private let lines: TOMLLines
    private var known: [String] = []
    private var problems: [TOMLProblem] = []

    init(_ table: [String: TOMLItem], named name: String, at path: TOMLPath, file: String, lines: TOMLLines) {
        self.table = table
        self.name = name
        self.path = path
        self.file = file
        self.lines = lines
    }

    /// The keys that are there, in the order of the file.
    public var keys: [String] {
        table.keys.sorted { (line(of: $0), $0) < (line(of: $1), $1) }
    }

    /// The line of a key's value, counted from 1.
    public func line(of key: String) -> Int { lines.line(of: path + [.key(key)]) }

    /// Notes what is wrong with a key's value.
    public mutating func note(_ key: String, _ message: String) {
        problems.append(TOMLProblem(file: file, line: line(of: key), message))
    }

    // MARK: Values

    public mutating func string(_ key: String) -> String? {
        guard let item = item(key) else { return nil }
        guard case .string(let string) = item else {
            note(key, "\(key) must be text in quotes, not \(item.kind)")
            return nil
        }
        return string
    }

    public mutating func character(_ key: String) -> Character? {
        guard let string = string(key) else { return nil }
        guard let character = string.first, string.count == 1 else {
            note(key, "\(key) must be one character, not \"\(string)\"")
            return nil
        }
        return character
    }

    public mutating func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
        guard let item = item(key) else { return nil }
        guard case .integer(let integer) = item, range.contains(integer) else {
            let given = if case .integer(let integer) = item { String(integer) } else { item.kind }
            note(key, "\(key) must be a number from \(range.lowerBound) to \(range.upperBound), not \(given)")
            return nil
        }
        return integer
    }

    public mutating func boolean(_ key: String) -> Bool? {
        guard let item = item(key) else { return nil }
        guard case .boolean(let boolean) = item else {
            note(key, "\(key) must be true or false, without quotes")
            return nil
        }
        return boolean
    }

    /// One of the words that an enumeration knows.
    public mutating func choice<Choice>(_ key: String) -> Choice?
    where Choice: RawRepresentable<String> & CaseIterable {
        guard let word = string(key) else { return nil }
        if let choice = Choice(rawValue: word) { return choice }
        note(key, "\(key) cannot be \"\(word)\"" + Choice.allCases.map(\.rawValue).remedy(for: word))
        return nil
    }

    /// A list of texts; what is none is left out.
    public mutating func strings(_ key: String) -> [String]? {
        guard let item = item(key) else { return nil }
        guard case .list(let items) = item else {
            note(key, "\(key) must be a list such as [\"a\", \"b\"], not \(item.kind)")
            return nil
        }
        var strings: [String] = []
        for (index, item) in items.enumerated() {
            if case .string(let string) = item {
                strings.append(string)
            } else {
                let line = lines.line(of: path + [.key(key), .index(index)])
                problems.append(
                    TOMLProblem(file: file, line: line, "\(key) must hold text in quotes, not \(item.kind)"))
            }
        }
        return strings
    }

    // MARK: Tables in this one

    /// Reads the table `[key]`; nil when there is none.
    public mutating func table<Value>(
        _ key: String, named name: String, read: (inout TOMLSection) -> Value
    ) -> Value? {
        guard let item = item(key) else { return nil }
        guard case .table(let table) = item else {
            note(key, "\(key) must be a table, not \(item.kind); write [\(header(key))] on a line of its own")
            return nil
        }
        return self.read(table, named: name, at: path + [.key(key)], read: read)
    }

    /// Reads every table `[[key]]`, in the order of the file.
    public mutating func tables<Value>(
        _ key: String, named name: String, read: (inout TOMLSection) -> Value
    ) -> [Value] {
        guard let item = item(key) else { return [] }
        guard case .list(let items) = item else {
            note(
                key, "\(key) must be a list of tables, not \(item.kind); write [[\(header(key))]] before each"
            )
            return []
        }
        return items.enumerated().compactMap { index, item in
            guard case .table(let table) = item else {
                note(
                    key,
                    "\(key) must be a list of tables, not of \(item.kind); write [[\(header(key))]] before each"
                )
                return nil
            }
            return self.read(table, named: name, at: path + [.key(key), .index(index)], read: read)
        }
    }

    // MARK: Ends

    /// The problems, now with the keys that nobody asked for.
    func finish() -> [TOMLProblem] {
        let unknown = Set(table.keys).subtracting(known).sorted()
        return problems
            + unknown.map { key in
                TOMLProblem(
                    file: file, line: line(of: key),
                    "\(name) knows no \"\(key)\"" + known.remedy(for: key))
            }
    }

    /// How the header of a table in this one is written: `fact.slot`.
    private func header(_ key: String) -> String {
        (path + [.key(key)])
            .compactMap { if case .key(let key) = $0 { key } else { nil } }
            .joined(separator: ".")
    }

    private mutating func item(_ key: String) -> TOMLItem? {
        known.append(key)
        return table[key]
    }

    private mutating func read<Value>(
        _ table: [String: TOMLItem], named name: String, at path: TOMLPath,
        read: (inout TOMLSection) -> Value
    ) -> Value {
        var section = TOMLSection(table, named: name, at: path, file: file, lines: lines)
        let value = read(&section)
        problems += section.finish()
        return value
    }
}
