extension UInt8 {
    /// White space that a browser collapses.
    var isPageSpace: Bool { self == 32 || (9...13).contains(self) && self != 11 }
}

extension ArraySlice<UInt8> {
    /// UTF-8 without soft hyphens, zero-width spaces, byte order marks and control characters that are no white space.
    var withoutInvisibles: ArraySlice<UInt8> {
        guard var place = firstInvisible else { return self }
        var kept = Array(self[..<place])
        while place < endIndex {
            let length = invisibleLength(at: place)
            if length == 0 { kept.append(self[place]) }
            place += Swift.max(1, length)
        }
        return kept[...]
    }

    private var firstInvisible: Int? {
        let suspicious = withUnsafeBufferPointer { bytes in
            bytes.firstIndex { byte in
                if byte < 0x7F { return byte < 32 && !byte.isPageSpace }
                return byte == 0x7F || byte == 0xC2 || byte == 0xE2 || byte == 0xEF
            }
        }
        guard let suspicious else { return nil }
        return self[(startIndex + suspicious)...].indices.first { invisibleLength(at: $0) > 0 }
    }

    private func invisibleLength(at place: Int) -> Int {
        let byte = self[place]
        switch byte {
        case 32..<0x7F: return 0
        case 0..<32: return byte.isPageSpace ? 0 : 1
        case 0x7F: return 1
        case 0xC2: return place + 1 < endIndex && self[place + 1] == 0xAD ? 2 : 0
        case 0xE2, 0xEF:
            guard place + 2 < endIndex else { return 0 }
            switch (byte, self[place + 1], self[place + 2]) {
            case (0xE2, 0x80, 0x8B), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF): return 3
            default: return 0
            }
        default: return 0
        }
    }
}

extension String {
    /// Without the white space around it, non-breaking spaces included.
    var trimmedPageText: String {
        if let first = utf8.first, let last = utf8.last, (33..<0x7F).contains(first),
            (33..<0x7F).contains(last)
        {
            return self
        }
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        let end = scalars.index(after: last)
        return first == startIndex && end == endIndex ? self : String(scalars[first..<end])
    }

    /// Whether ASCII letters occur in it, in any case.
    ///
    /// - Parameter word: in lower case.
    func containsLetters(_ word: StaticString) -> Bool {
        word.withUTF8Buffer { word in
            var text = self
            return text.withUTF8 { text in
                guard text.count >= word.count else { return false }
                return (0...(text.count - word.count)).contains { start in
                    (0..<word.count).allSatisfy { text[start + $0] | 32 == word[$0] }
                }
            }
        }
    }
}
