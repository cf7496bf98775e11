import CUchardet

/// In which encoding bytes are text that are no UTF-8, told by their looks.
///
/// uchardet knows many encodings but takes short German texts for Turkish or worse, so a text that is plausible as
/// Windows-1252 stays that unless the guess is of another script, or of letters that Windows-1252 has no use for.
struct CharsetGuess {
    /// Nil where nothing fits.
    let charset: Charset?
    /// Whether the library was there to ask.
    let isAsked: Bool

    /// - Parameter isWestern: whether the bytes may be Windows-1252 at all.
    init(_ bytes: [UInt8], isWestern: Bool) {
        let sample = Self.sample(bytes)
        var name = [CChar](repeating: 0, count: Int(CUCHARDET_NAME_SIZE))
        let result = sample.withUnsafeBufferPointer { cuchardet_detect($0.baseAddress, $0.count, &name) }
        isAsked = result != Int32(CUCHARDET_MISSING)
        let label = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let western: Charset? = isWestern ? .windows1252 : nil
        let oddity = Self.oddity(sample)
        guard result == Int32(CUCHARDET_FOUND), let guess = Charset(label: label), guess != .utf8 else {
            charset = oddity > 0.1 ? Self.latin2(sample) ?? western : western
            return
        }
        let isFitting = Self.isFitting(guess, sample)
        if Self.otherScripts.contains(guess.name) {
            charset = isFitting ? guess : western
        } else if oddity > 0.1 {
            charset = Self.latin2(sample) ?? (isFitting ? guess : western)
        } else {
            charset = western ?? (isFitting ? guess : nil)
        }
    }

    /// The parts of the bytes that tell something: those above ASCII with what is near them.
    private static func sample(_ bytes: [UInt8]) -> [UInt8] {
        var sample: [UInt8] = []
        var last = -100
        for (index, byte) in bytes.enumerated() where byte >= 0x80 || byte == 0x1B {
            guard sample.count < 1 << 16 else { break }
            if index - last > 12 {
                if !sample.isEmpty { sample += bytes[last + 1..<last + 7] }
                sample.append(32)
                sample += bytes[max(last + 7, index - 6, 0)..<index]
            } else {
                sample += bytes[last + 1..<index]
            }
            sample.append(byte)
            last = index
        }
        if last >= 0 { sample += bytes[last + 1..<min(bytes.count, last + 7)] }
        return sample
    }

    /// The share of the bytes above ASCII that, as Windows-1252, are signs within words, such as ³ in `by³o`.
    private static func oddity(_ bytes: [UInt8]) -> Double {
        var (odd, all) = (0, 0)
        for index in bytes.indices where bytes[index] >= 0x80 {
            all += 1
            guard oddLetters.contains(bytes[index]) else { continue }
            let isBehind = index > 0 && isLetter(bytes[index - 1])
            let isBefore = index + 1 < bytes.count && isLetter(bytes[index + 1])
            if isBehind && isBefore || isBehind && index + 1 < bytes.count && bytes[index + 1] == 32 {
                odd += 1
            }
        }
        return Double(odd) / Double(max(1, all))
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 32) }

    /// ¡ £ ¥ ¦ ¬ ± ³ µ ¶ ¹ ¼ ¾ ¿ and the like, letters in the encodings of central Europe; Œ and œ are not among them.
    private static let oddLetters: Set<UInt8> = [
        0xA1, 0xA3, 0xA5, 0xA6, 0xAC, 0xAF, 0xB1, 0xB3, 0xB6, 0xB9, 0xBC, 0xBE, 0xBF,
    ]

    /// Windows-1250 and ISO-8859-2 differ in a few letters and in what is between 0x80 and 0x9F; nil when neither
    /// makes letters of the odd signs.
    private static func latin2(_ bytes: [UInt8]) -> Charset? {
        let isWindows = bytes.contains { (0x80...0x9F).contains($0) }
        // ą, ľ and Ą: B9, BE and A5 in Windows, B1, B5 and A1 in the standard.
        let windows = bytes.count { [0xB9, 0xBE, 0xA5].contains($0) }
        let standard = bytes.count { [0xB1, 0xB6, 0xB5, 0xA1, 0xA6, 0xBC].contains($0) }
        let charset = Charset(label: isWindows || windows > standard ? "windows-1250" : "iso-8859-2")
        return charset.flatMap { isFitting($0, bytes) ? $0 : nil }
    }

    /// Whether all bytes are characters of it, and nearly all of those above ASCII letters, ideographs or punctuation.
    private static func isFitting(_ charset: Charset, _ sample: [UInt8]) -> Bool {
        guard let (bytes, damage) = charset.utf8(sample) else { return false }
        let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars.filter { $0.value >= 0x80 }
        guard !scalars.isEmpty, damage * 50 <= scalars.count else { return false }
        let letters = scalars.count {
            $0.properties.isAlphabetic || (0x2010...0x203A).contains($0.value) || $0.value >= 0x3000
        }
        return letters * 10 >= scalars.count * 8
    }

    private static let otherScripts: Set<String> = [
        "WINDOWS-1251", "KOI8-R", "ISO-8859-5", "IBM855", "IBM866", "MAC-CYRILLIC", "WINDOWS-1253",
        "ISO-8859-7",
        "WINDOWS-1255", "ISO-8859-8", "WINDOWS-1256", "ISO-8859-6", "TIS-620", "GB18030", "BIG5-HKSCS",
        "CP932", "EUC-JP",
        "CP949", "EUC-TW", "ISO-2022-JP", "ISO-2022-KR", "ISO-2022-CN", "HZ-GB-2312",
    ]
}
