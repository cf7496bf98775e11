/// Days as people and machines write them, as `2025-03-12`.
///
///     2025-03-12T18:04:00+01:00    12.03.2025    12. März 2025    March 12, 2025    Wed, 12 Mar 2025 17:04:00 GMT
enum PageDate {
    /// The first day that a text names; years before 1900 are none.
    static func first(in text: some StringProtocol) -> String? {
        guard text.utf8.contains(where: { (48...57).contains($0) }) else { return nil }
        let parts = Self.parts(text)
        for index in parts.indices {
            if let day = day(parts[index...]) { return day }
        }
        return nil
    }

    private enum Part {
        case number(Int, digits: Int)
        case month(Int)
        case sign(Character)
        case word
    }

    private static func parts(_ text: some StringProtocol) -> [Part] {
        var parts: [Part] = []
        var rest = Substring(text.prefix(2000))
        while let first = rest.first {
            if first.isASCII, first.isNumber {
                let digits = rest.prefix { $0.isASCII && $0.isNumber }
                rest = rest[digits.endIndex...]
                parts.append(.number(Int(digits) ?? -1, digits: digits.count))
                // "12th" and the T of a time are no words of their own.
                let tail = rest.prefix(while: \.isLetter)
                if ["st", "nd", "rd", "th", "T"].contains(tail) { rest = rest[tail.endIndex...] }
            } else if first.isLetter {
                let word = rest.prefix(while: \.isLetter)
                rest = rest[word.endIndex...]
                parts.append(month(word).map { .month($0) } ?? .word)
            } else {
                rest = rest.dropFirst()
                if !first.isWhitespace { parts.append(.sign(first)) }
            }
        }
        return parts
    }

    private static func day(_ parts: ArraySlice<Part>) -> String? {
        var rest = parts
        guard let first = rest.popFirst() else { return nil }
        if case .month(let month) = first {
            skipSigns(&rest)
            guard case .number(let day, 1...2)? = rest.popFirst() else { return nil }
            skipSigns(&rest)
            guard case .number(let year, 4)? = rest.first else { return nil }
            return string(year, month, day)
        }
        guard case .number(let number, let digits) = first else { return nil }
        if digits == 8 { return string(number / 10000, number / 100 % 100, number % 100) }
        guard let sign = rest.popFirst() else { return nil }
        if digits == 4 {
            guard case .sign(let mark) = sign, "-/.".contains(mark),
                case .number(let month, 1...2)? = rest.popFirst(),
                case .sign? = rest.popFirst(), case .number(let day, 1...2)? = rest.first
            else { return nil }
            return string(number, month, day)
        }
        guard digits <= 2 else { return nil }
        if case .month(let month) = sign { return year(&rest).flatMap { string($0, month, number) } }
        guard case .sign(let mark) = sign else { return nil }
        if mark == ".", case .month(let month)? = rest.first {
            rest = rest.dropFirst()
            return year(&rest).flatMap { string($0, month, number) }
        }
        guard mark == "." || mark == "/", case .number(let second, 1...2)? = rest.popFirst(),
            case .sign(mark)? = rest.popFirst(), case .number(var year, let yearDigits)? = rest.first
        else { return nil }
        if yearDigits == 2 { year += 2000 } else if yearDigits != 4 { return nil }
        // With slashes the month comes first in America alone: only a day above 12 tells.
        if mark == "/", second > 12 { return string(year, number, second) }
        return string(year, second, number)
    }

    private static func year(_ rest: inout ArraySlice<Part>) -> Int? {
        skipSigns(&rest)
        guard case .number(let year, 4)? = rest.first else { return nil }
        return year
    }

    private static func skipSigns(_ rest: inout ArraySlice<Part>) {
        while case .sign(let sign)? = rest.first, ".,".contains(sign) { rest = rest.dropFirst() }
    }

    private static func string(_ year: Int, _ month: Int, _ day: Int) -> String? {
        guard (1900...2200).contains(year) else { return nil }
        let date = "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
        return UTCTime.isDay(date) ? date : nil
    }

    private static func month(_ word: Substring) -> Int? {
        guard (3...9).contains(word.count), word.first?.isUppercase ?? false else { return nil }
        return months[word.lowercased()]
    }

    private static let months: [String: Int] = {
        let lists = [
            "januar january jänner jan", "februar february feber feb", "märz march maerz mar mär",
            "april apr",
            "mai may", "juni june jun", "juli july jul", "august aug", "september sep sept",
            "oktober october okt oct",
            "november nov", "dezember december dez dec",
        ]
        var months: [String: Int] = [:]
        for (index, list) in lists.enumerated() {
            for word in list.split(separator: " ") { months[String(word)] = index + 1 }
        }
        return months
    }()
}
