/// Numbers of lists and headings as letters, Roman or plain.
enum ListNumber {
    /// - Parameter format: as Word calls it: `lowerLetter`.
    static func written(_ number: Int, _ format: String) -> String {
        switch format {
        case "lowerLetter", "upperLetter":
            guard 1...780 ~= number else { return String(number) }
            let letter = Character(Unicode.Scalar(UInt8(97 + (number - 1) % 26)))
            let letters = String(repeating: letter, count: (number - 1) / 26 + 1)
            return format == "upperLetter" ? letters.uppercased() : letters
        case "lowerRoman": return roman(number).lowercased()
        case "upperRoman": return roman(number)
        case "decimalZero": return 0..<10 ~= number ? "0\(number)" : String(number)
        default: return String(number)
        }
    }

    private static func roman(_ number: Int) -> String {
        guard 1..<4000 ~= number else { return String(number) }
        let signs = [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
            (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ]
        var rest = number
        var roman = ""
        for (value, sign) in signs {
            while rest >= value {
                roman += sign
                rest -= value
            }
        }
        return roman
    }
}
