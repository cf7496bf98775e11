/// What terminals send for keys.
extension Key {
    /// The key of a byte below U+0020 or U+007F.
    init(control byte: UInt8) {
        switch byte {
        case 0x00: self.init(" ", .control)
        case 0x09: self.init(.tab)
        case 0x0D: self.init(.enter)
        case 0x1B: self.init(.escape)
        case 0x7F: self.init(.backspace)
        case 0x01...0x1A: self.init(Character(Unicode.Scalar(byte + 0x60)), .control)
        default: self.init(Character(Unicode.Scalar(byte + 0x40)), .control)
        }
    }

    /// The key that ncurses calls `KEY_UP`, `KEY_F(13)` or, by the name of an extended capability, `kUP5`.
    ///
    /// Function keys from 13 to 63 are those from 1 to 12 with modifiers, as xterm counts them.
    public init?(cursesName name: String) {
        if let entry = Self.cursesNames.first(where: { $0.name == name }) {
            self = entry.key
        } else if name.hasPrefix("KEY_F("), name.last == ")", let number = Int(name.dropFirst(6).dropLast()),
            (1...63).contains(number)
        {
            let steps: [Modifiers] = [[], .shift, .control, [.control, .shift], .alt, [.alt, .shift]]
            self.init(.function((number - 1) % 12 + 1), steps[(number - 1) / 12])
        } else if let digit = name.last?.wholeNumberValue, let modifiers = Modifiers(xterm: digit),
            let code = Self.extendedNames[String(name.dropLast())]
        {
            self.init(code, modifiers)
        } else {
            return nil
        }
    }

    private static let cursesNames: [(name: String, key: Key)] = [
        ("KEY_UP", Key(.up)), ("KEY_DOWN", Key(.down)), ("KEY_LEFT", Key(.left)), ("KEY_RIGHT", Key(.right)),
        ("KEY_HOME", Key(.home)), ("KEY_END", Key(.end)), ("KEY_LL", Key(.end)), ("KEY_PPAGE", Key(.pageUp)),
        ("KEY_NPAGE", Key(.pageDown)), ("KEY_IC", Key(.insert)), ("KEY_DC", Key(.delete)),
        ("KEY_BACKSPACE", Key(.backspace)), ("KEY_ENTER", Key(.enter)), ("KEY_BTAB", Key(.tab, .shift)),
        ("KEY_SR", Key(.up, .shift)), ("KEY_SF", Key(.down, .shift)), ("KEY_SLEFT", Key(.left, .shift)),
        ("KEY_SRIGHT", Key(.right, .shift)), ("KEY_SHOME", Key(.home, .shift)),
        ("KEY_SEND", Key(.end, .shift)),
        ("KEY_SPREVIOUS", Key(.pageUp, .shift)), ("KEY_SNEXT", Key(.pageDown, .shift)),
        ("KEY_SIC", Key(.insert, .shift)), ("KEY_SDC", Key(.delete, .shift)),
        ("kUP", Key(.up, .shift)), ("kDN", Key(.down, .shift)),
    ]

    private static let extendedNames: [String: Code] = [
        "kUP": .up, "kDN": .down, "kLFT": .left, "kRIT": .right, "kHOM": .home, "kEND": .end, "kPRV": .pageUp,
        "kNXT": .pageDown, "kIC": .insert, "kDC": .delete,
    ]

    /// The sequences of xterm and its many descendants, for terminals whose description leaves some out: those of
    /// `screen-256color` and `linux` know no modified arrows, but what runs under them sends them all the same.
    public static let xtermSequences: [(sequence: String, key: Key)] = {
        let letters: [(String, Code)] = [
            ("A", .up), ("B", .down), ("C", .right), ("D", .left), ("H", .home), ("F", .end),
        ]
        let functions: [(String, Code)] = [
            ("P", .function(1)), ("Q", .function(2)), ("R", .function(3)), ("S", .function(4)),
        ]
        let numbers: [(Int, Code)] = [
            (1, .home), (2, .insert), (3, .delete), (4, .end), (5, .pageUp), (6, .pageDown), (7, .home),
            (8, .end),
            (11, .function(1)), (12, .function(2)), (13, .function(3)), (14, .function(4)),
            (15, .function(5)),
            (17, .function(6)), (18, .function(7)), (19, .function(8)), (20, .function(9)),
            (21, .function(10)),
            (23, .function(11)), (24, .function(12)),
        ]
        var sequences: [(String, Key)] = [("\u{1B}[Z", Key(.tab, .shift))]
        for (letter, code) in letters { sequences.append(("\u{1B}[\(letter)", Key(code))) }
        for (letter, code) in letters + functions { sequences.append(("\u{1B}O\(letter)", Key(code))) }
        for (number, code) in numbers { sequences.append(("\u{1B}[\(number)~", Key(code))) }
        for digit in 2...8 {
            guard let modifiers = Modifiers(xterm: digit) else { continue }
            for (letter, code) in letters + functions {
                sequences.append(("\u{1B}[1;\(digit)\(letter)", Key(code, modifiers)))
            }
            for (number, code) in numbers {
                sequences.append(("\u{1B}[\(number);\(digit)~", Key(code, modifiers)))
            }
        }
        return sequences
    }()
}

extension Key.Modifiers {
    /// The number that xterm sends for modifiers: 1 and the sum of 1 (shift), 2 (alt) and 4 (control); nil from 9 on.
    init?(xterm number: Int) {
        guard (2...8).contains(number) else { return nil }
        self.init(rawValue: UInt8(number - 1))
    }
}
