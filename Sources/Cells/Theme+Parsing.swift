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
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .enumerated()
        {
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
        let words = line.split(whereSeparator: \.isWhitespace)
        guard let first = words.first, !first.hasPrefix("#") else { return nil }
        guard let equals = line.firstIndex(of: "=") else {
            throw ThemeError.Reason(
                "no '=' after '\(first)'; write a line such as: entity.person = bold #e5c07b")
        }
        let names = line[..<equals].split(whereSeparator: \.isWhitespace)
        guard names.count == 1, let name = names.first, isRole(name) else {
            throw ThemeError.Reason(
                "'\(names.joined(separator: " "))' is no role; write small letters, digits and - with dots between, "
                    + "as in entity.person")
        }
        return (Role(String(name)), try Style(parsing: line[equals...].dropFirst()))
    }

    private static func isRole(_ name: Substring) -> Bool {
        name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty && part.allSatisfy { $0 == "-" || $0.isASCII && ($0.isLowercase || $0.isNumber) }
        }
    }
}
