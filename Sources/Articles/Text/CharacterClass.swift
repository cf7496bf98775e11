/// What a scalar is to the tokenizer.
enum CharacterClass: UInt8 {
    // What words are made of comes first.
    case upper, lower
    /// A letter without case, also a byte that is not UTF-8: a damaged word stays one token.
    case letter
    case digit
    /// What clings to the character before it: combining marks, joiners, invisible format characters.
    case mark
    /// A character that is a word by itself: Han, Hiragana.
    case ideograph
    /// Runs of these are words.
    case katakana
    case pictograph
    /// Half of a flag.
    case regionalIndicator
    case punctuation, symbol, space

    /// Whether it continues a word of any kind: letter, digit or mark.
    var isWord: Bool { rawValue <= CharacterClass.mark.rawValue }
    var isLetter: Bool { rawValue <= CharacterClass.letter.rawValue }
    var isAlphanumeric: Bool { rawValue <= CharacterClass.digit.rawValue }

    /// Classes of U+0000 to U+2FFF: all alphabets, punctuation and signs of European news and many more.
    static let table: [CharacterClass] = (0..<tableCount).map { CharacterClass(lookingUp: $0) }
    static let tableCount: UInt32 = 0x3000

    /// Classes beyond the table, the large scripts first.
    @inline(never)
    init(beyondTable scalar: UInt32) {
        switch scalar {
        case UTF8Step.replacement: self = .letter
        case 0x3041...0x3096, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
            self = .ideograph
        case 0x30A1...0x30FA, 0x30FC...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F: self = .katakana
        case 0xAC00...0xD7A3: self = .letter
        case 0x1F1E6...0x1F1FF: self = .regionalIndicator
        case 0x1F3FB...0x1F3FF, 0xE0020...0xE007F: self = .mark
        default: self.init(lookingUp: scalar)
        }
    }

    private init(lookingUp value: UInt32) {
        guard let scalar = Unicode.Scalar(value) else {
            self = .letter
            return
        }
        let properties = scalar.properties
        if properties.isWhitespace || Self.invisibleBlanks.contains(value) {
            self = .space
        } else if properties.isEmoji, value > 0x2000 {
            self = .pictograph
        } else {
            self.init(properties.generalCategory)
        }
    }

    /// Zero width space and the byte order mark are no white space to Unicode, but separate or stand alone.
    private static let invisibleBlanks: [UInt32] = [0x200B, 0xFEFF]

    private init(_ category: Unicode.GeneralCategory) {
        switch category {
        case .uppercaseLetter, .titlecaseLetter: self = .upper
        case .lowercaseLetter: self = .lower
        case .otherLetter, .modifierLetter, .letterNumber, .privateUse: self = .letter
        case .decimalNumber, .otherNumber: self = .digit
        case .nonspacingMark, .spacingMark, .enclosingMark, .format: self = .mark
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
            .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            self = .punctuation
        case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol, .control, .surrogate,
            .unassigned, .spaceSeparator, .lineSeparator, .paragraphSeparator:
            self = .symbol
        @unknown default: self = .symbol
        }
    }
}
