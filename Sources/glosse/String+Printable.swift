extension String {
    /// The text with U+FFFD for what could steer a terminal: control characters but for line breaks and tabs, and the
    /// marks that turn the direction of writing.
    var printable: String {
        guard unicodeScalars.contains(where: \.steersTerminal) else { return self }
        var safe = String.UnicodeScalarView()
        for scalar in unicodeScalars { safe.append(scalar.steersTerminal ? "\u{FFFD}" : scalar) }
        return String(safe)
    }
}

extension Unicode.Scalar {
    fileprivate var steersTerminal: Bool {
        switch value {
        case 0x09, 0x0A: false
        case 0..<0x20, 0x7F...0x9F, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
