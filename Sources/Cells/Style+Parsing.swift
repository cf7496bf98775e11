extension Style {
    /// Reads `bold underline #e5c07b on black`: attributes, then a colour, then the colour behind it, each optional.
    init(parsing text: Substring) throws(ThemeError.Reason) {
        self.init()
        var words = text.words[...]
        while let word = words.first, let attribute = Attributes.named[word.lowercased()] {
            attributes.insert(attribute)
            words.removeFirst()
        }
        if let word = words.first, word != "on" {
            foreground = try Color.parse(words.removeFirst())
        }
        guard let word = words.popFirst() else { return }
        guard word == "on" else {
            throw ThemeError.Reason(
                "'\(word)' comes after the colour; write attributes first, then one colour")
        }
        guard let word = words.popFirst() else {
            throw ThemeError.Reason("no colour after 'on'; add one such as #1c1f26 or remove 'on'")
        }
        background = try Color.parse(word)
        if let word = words.first {
            throw ThemeError.Reason("'\(word)' comes after the last colour; remove it")
        }
    }
}

extension Style.Attributes {
    static let named: [String: Style.Attributes] = [
        "bold": .bold, "dim": .dim, "italic": .italic, "underline": .underline, "reverse": .reverse,
    ]
}

extension Color {
    /// The names of the terminal's own colours; `bright-red` is the eighth after `red`.
    static let names = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]

    /// Nil for `default`, which leaves the colour as it is.
    static func parse(_ word: Substring) throws(ThemeError.Reason) -> Color? {
        if word == "default" { return nil }
        if word.first == "#" {
            let digits = word.dropFirst()
            guard digits.count == 6, digits.allSatisfy(\.isHexDigit), let value = UInt32(digits, radix: 16)
            else {
                throw ThemeError.Reason(
                    "'\(word)' is no colour; write # and six hexadecimal digits, as in #e5c07b")
            }
            return .rgb(UInt8(value >> 16), UInt8(value >> 8 & 255), UInt8(value & 255))
        }
        let isBright = word.hasPrefix("bright-")
        let name = isBright ? word.dropFirst("bright-".count) : word
        guard let index = names.firstIndex(of: String(name)) else {
            let attributes = ["bold", "dim", "italic", "underline", "reverse"].joined(separator: ", ")
            throw ThemeError.Reason(
                "'\(word)' is no attribute (\(attributes)) and no colour (#rrggbb, default, "
                    + names.joined(separator: ", ") + ", each also as bright-…)")
        }
        return .named(UInt8(index + (isBright ? 8 : 0)))
    }
}
