/// Which letters are one and the same but for their case: Unicode's simple case folding.
///
///     Σ σ ς        Ж ж        ẞ ß        i I İ ı        k K K (the Kelvin sign)
///
/// Both Turkish letters i belong to `i`, since a person who types one of the four rarely means only that one.
enum CaseFolding {
    /// The letter that stands for all its forms, mostly the small one.
    static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar == "İ" { return "i" }
        let upper = single(scalar.properties.uppercaseMapping) ?? scalar
        return single(upper.properties.lowercaseMapping) ?? upper
    }

    /// Every form of a letter, itself among them; only itself for what has no case.
    static func forms(of scalar: Unicode.Scalar) -> Set<Unicode.Scalar> {
        let folded = folded(scalar)
        let mappings = [folded.properties.uppercaseMapping, folded.properties.titlecaseMapping]
        return Set([folded] + mappings.compactMap(single) + (others[folded] ?? []))
    }

    private static func single(_ mapping: String) -> Unicode.Scalar? {
        mapping.unicodeScalars.count == 1 ? mapping.unicodeScalars.first : nil
    }

    /// The forms beyond a letter's own capital: final, historical and compatibility ones.
    private static let others: [Unicode.Scalar: [Unicode.Scalar]] = [
        "i": ["\u{130}", "\u{131}"], "k": ["\u{212A}"], "s": ["\u{17F}"], "ß": ["\u{1E9E}"],
        "å": ["\u{212B}"], "ṡ": ["\u{1E9B}"],
        "β": ["\u{3D0}"], "ε": ["\u{3F5}"], "θ": ["\u{3D1}", "\u{3F4}"], "ι": ["\u{345}", "\u{1FBE}"],
        "κ": ["\u{3F0}"], "μ": ["\u{B5}"], "π": ["\u{3D6}"], "ρ": ["\u{3F1}"], "σ": ["\u{3C2}"],
        "φ": ["\u{3D5}"], "ω": ["\u{2126}"],
        "в": ["\u{1C80}"], "д": ["\u{1C81}"], "о": ["\u{1C82}"], "с": ["\u{1C83}"],
        "т": ["\u{1C84}", "\u{1C85}"], "ъ": ["\u{1C86}"], "ѣ": ["\u{1C87}"], "ꙋ": ["\u{1C88}"],
    ]
}
