/// The names of keys in key tables and on the screen: `p`, `C-p`, `A-x`, `S-Tab`, `C-S-Right`, `F1`, `Space`.
extension Key: CustomStringConvertible {
    public var description: String { modifierPrefix + code.name }

    /// Reads a name. Nil if it is none, or a key that no terminal can tell: a shifted character is another character,
    /// and control turns a letter into the same key whether it is large or small.
    ///
    /// `C-i`, `C-m` and `C-[` are Tab, Enter and Escape, since a terminal sends the same for both.
    public init?(_ name: String) {
        var rest = name[...]
        var modifiers: Modifiers = []
        while rest.count > 2,
            let (letter, modifier) = Self.prefixes.first(where: { rest.hasPrefix("\($0.0)-") })
        {
            guard !modifiers.contains(modifier) else { return nil }
            modifiers.insert(modifier)
            rest = rest.dropFirst(letter.count + 1)
        }
        guard let code = Code(name: rest) else { return nil }
        guard case .character(let character) = code else {
            self.init(code, modifiers)
            return
        }
        guard !modifiers.contains(.shift) else { return nil }
        self = Key.sent(for: character, modifiers)
    }

    /// The key that a terminal reports for a character with modifiers.
    private static func sent(for character: Character, _ modifiers: Modifiers) -> Key {
        guard modifiers.contains(.control), character.isASCII else { return Key(character, modifiers) }
        return switch character {
        case "i", "I": Key(.tab, modifiers.subtracting(.control))
        case "m", "M": Key(.enter, modifiers.subtracting(.control))
        case "[": Key(.escape, modifiers.subtracting(.control))
        default: Key(.character(Character(character.lowercased())), modifiers)
        }
    }

    private static let prefixes: [(String, Modifiers)] = [("C", .control), ("A", .alt), ("S", .shift)]

    private var modifierPrefix: String {
        Self.prefixes.filter { modifiers.contains($0.1) }.map { $0.0 + "-" }.joined()
    }
}

extension Key.Code {
    /// The keys that have a name of more than one character; function keys are `F1` to `F63`.
    static let named: [(name: String, code: Key.Code)] = [
        ("Enter", .enter), ("Escape", .escape), ("Tab", .tab), ("Backspace", .backspace), ("Delete", .delete),
        ("Insert", .insert), ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right),
        ("Home", .home),
        ("End", .end), ("PageUp", .pageUp), ("PageDown", .pageDown), ("Space", .character(" ")),
    ]

    var name: String {
        if let entry = Self.named.first(where: { $0.code == self }) { return entry.name }
        return switch self {
        case .character(let character): String(character)
        case .function(let number): "F\(number)"
        case .enter, .escape, .tab, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end,
            .pageUp,
            .pageDown:
            ""
        }
    }

    init?(name: Substring) {
        if let entry = Self.named.first(where: { $0.name == name }) {
            self = entry.code
        } else if name.first == "F", let number = Int(name.dropFirst()), (1...63).contains(number) {
            self = .function(number)
        } else if name.count == 1, let character = name.first, !character.isWhitespace,
            character.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
        {
            self = .character(character)
        } else {
            return nil
        }
    }
}
