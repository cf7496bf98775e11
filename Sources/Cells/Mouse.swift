/// What the left button or the wheel of a mouse did, and where.
public struct Mouse: Hashable, Sendable {
    public enum Action: Hashable, Sendable {
        case press, drag, release, wheelUp, wheelDown
    }

    public let action: Action
    /// From 0.
    public let row: Int
    /// From 0.
    public let column: Int
    public let modifiers: Key.Modifiers

    public init(_ action: Action, row: Int, column: Int, modifiers: Key.Modifiers = []) {
        self.action = action
        self.row = row
        self.column = column
        self.modifiers = modifiers
    }

    /// Reads the part of an xterm SGR report behind `ESC [ <`, as in `0;12;5M`: button, column, row; `m` for a release.
    ///
    /// Nil for other buttons, for motion without a button, and for what is no report.
    /// Source: invisible-island.net/xterm/ctlseqs, "Extended coordinates".
    public init?(report: String) {
        let numbers = report.dropLast().split(separator: ";", omittingEmptySubsequences: false).map {
            Int($0)
        }
        guard numbers.count == 3, let code = numbers[0], let column = numbers[1], let row = numbers[2],
            let end = report.last, end == "M" || end == "m", code >= 0, column >= 1, row >= 1
        else { return nil }
        let action: Action? =
            switch (code & ~0b11100, end) {
            case (0, "M"): .press
            case (0, _): .release
            case (32, "M"): .drag
            case (64, "M"): .wheelUp
            case (65, "M"): .wheelDown
            default: nil
            }
        guard let action else { return nil }
        var modifiers: Key.Modifiers = []
        if code & 4 != 0 { modifiers.insert(.shift) }
        if code & 8 != 0 { modifiers.insert(.alt) }
        if code & 16 != 0 { modifiers.insert(.control) }
        self.init(action, row: row - 1, column: column - 1, modifiers: modifiers)
    }
}
