extension CellGrid {
    /// The screen as a second grid of letters, which shows in a test what is what:
    ///
    ///     Mark Rutte sprach        text
    ///     PPPPPPPPPP ssssss        roleMap(["entity.person": "P", "selection": "s"])
    ///
    /// A cell has the letter of the last of its roles that has one; a role without a letter counts as its parent.
    /// Other cells are blank, and blanks at the end of a row are left out.
    public func roleMap(_ letters: [Role: Character]) -> String {
        let letterOfLook = looks.map { roles in
            roles.reversed().lazy.compactMap { Self.letter(of: $0, in: letters) }.first ?? " "
        }
        let rows = (0..<size.rows).map { row in
            var line = String((0..<size.columns).map { letterOfLook[self[row, $0].look] })
            while line.last == " " { line.removeLast() }
            return line
        }
        return rows.joined(separator: "\n")
    }

    private static func letter(of role: Role, in letters: [Role: Character]) -> Character? {
        var role: Role? = role
        while let known = role {
            if let letter = letters[known] { return letter }
            role = known.parent
        }
        return nil
    }
}
