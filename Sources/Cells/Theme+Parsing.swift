extension Theme {
    /// Reads a theme's file: a role a line, `role = [attribute]… [colour] [on colour]`.
    ///
    ///     # A comment stands on a line of its own, since # also begins a colour.
    ///     text          = #d8dee9 on #1c1f26
    ///     entity.person = bold #e5c07b
    ///     selection     = reverse
    ///
    /// Attributes are bold, dim, italic, underline and reverse. A colour is `#rrggbb`, the name of one of the terminal's
    /// own (`red`, `bright-red`) or `default`, which leaves open what the role is drawn over.
    /// - Parameter name: the file, for messages.
    /// - Returns: the theme of all the lines that are right, and an error for each that is not.
    public static func parse(name: String, text: some StringProtocol) -> (theme: Theme, errors: [ThemeError])
    {
        var theme = Theme(name: name, styles: [:])
        var errors: [ThemeError] = []
        // By bytes: all themes are read before the first screen, and characters would take ten times as long.
        let lines = Substring(text).utf8.split(
            separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            do throws(ThemeError.Reason) {
                guard let (role, style) = try parse(line: Substring(line)) else { continue }
                guard theme.styles[role] == nil else {
                    throw ThemeError.Reason(
                        "'\(role)' has a style already, which is kept; remove one of the two")
                }
                theme.styles[role] = style
            } catch {
                errors.append(ThemeError(name: name, line: index + 1, message: error.message))
            }
        }
        return (theme, errors)
    }

    /// Nil for a comment or a blank line.
    private static func parse(line: Substring) throws(ThemeError.Reason) -> (Role, Style)? {
        guard let first = line.words.first, first.utf8.first != UInt8(ascii: "#") else { return nil }
        guard let equals = line.utf8.firstIndex(of: UInt8(ascii: "=")) else {
            throw ThemeError.Reason(
                "no '=' after '\(first)'; write a line such as: entity.person = bold #e5c07b")
        }
        let names = line[..<equals].words
        guard names.count == 1, let name = names.first, isRole(name) else {
            throw ThemeError.Reason(
                "'\(names.joined(separator: " "))' is no role; write small letters, digits and - with dots between, "
                    + "as in entity.person")
        }
        return (Role(String(name)), try Style(parsing: line[line.utf8.index(after: equals)...]))
    }

    private static func isRole(_ name: Substring) -> Bool {
        name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty
                && part.allSatisfy { byte in
                    switch byte {
                    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                        UInt8(ascii: "-"):
                        true
                    default: false
                    }
                }
        }
    }
}

extension Substring {
    /// What stands between blanks, tabs and the carriage return of a line's end.
    var words: [Substring] {
        utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\r") }
            .map { Substring($0) }
    }
}
