import Articles

/// Characters that some formats cannot hold. What is put in their place has as many bytes, so that no offset moves.
extension Text {
    /// The bytes without carriage returns: one before a line feed becomes a blank, one alone a line feed.
    ///
    /// For formats whose readers turn CRLF into LF, after which no offset would fit.
    var bytesWithoutReturns: [UInt8] {
        withBytes { bytes in
            var copy = Array(bytes)
            for index in copy.indices where copy[index] == 13 {
                copy[index] = index + 1 < copy.count && copy[index + 1] == 10 ? 32 : 10
            }
            return copy
        }
    }

    /// The text without carriage returns and control characters.
    var withoutControls: Text {
        guard withBytes({ $0.contains(13) }) else { return withoutControlSigns }
        return Text(bytes: bytesWithoutReturns).withoutControlSigns
    }

    /// The text without control characters; carriage returns stay.
    var withoutControlSigns: Text {
        let controls = controls
        guard !controls.isEmpty else { return self }
        var bytes = withBytes { Array($0) }
        for control in controls { bytes.replaceSubrange(control, with: Self.placeholders[control.count - 1]) }
        return Text(bytes: bytes)
    }

    /// A sign of each length in UTF-8: ? ¿ � 🯄
    private static let placeholders: [[UInt8]] = ["?", "¿", "\u{FFFD}", "\u{1FBC4}"].map { Array($0.utf8) }

    /// The characters that are controls (line feed, carriage return and tab apart) or are none by definition
    /// (U+FFFE and its kin): HTML and XML have no way to write them.
    ///
    /// - Precondition: the text is valid UTF-8.
    var controls: [Range<Int>] {
        withBytes { bytes in
            bytes.indices.compactMap { index in
                let length = Self.controlLength(bytes[index...].prefix(4))
                return length == 0 ? nil : index..<index + length
            }
        }
    }

    /// How many bytes the control character has that begins here; 0 when none does.
    private static func controlLength(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        let first = bytes[bytes.startIndex]
        if first < 0x7F { return first < 32 && first != 9 && first != 10 && first != 13 ? 1 : 0 }
        let rest = bytes.dropFirst()
        switch (first, bytes.count) {
        case (0x7F, _): return 1
        case (0xC2, 2...): return rest.first.map { $0 < 0xA0 } ?? false ? 2 : 0
        case (0xEF, 3...):
            let (second, third) = (rest[rest.startIndex], rest[rest.startIndex + 1])
            let isInArabicBlock = second == 0xB7 && (0x90...0xAF).contains(third)
            return isInArabicBlock || (second == 0xBF && third >= 0xBE) ? 3 : 0
        case (0xF0...0xF4, 4):
            let isLastOfPlane = rest[rest.startIndex] & 0x0F == 0x0F && rest[rest.startIndex + 1] == 0xBF
            return isLastOfPlane && rest[rest.startIndex + 2] >= 0xBE ? 4 : 0
        default: return 0
        }
    }
}
