/// An exact decimal number, as texts write them: a whole number times a power of ten.
///
///     20,9 Milliarden      209 · 10⁸      20900000000
struct Numeral: Hashable, Sendable, CustomStringConvertible {
    let significand: Int
    let exponent: Int

    init(_ significand: Int, exponent: Int = 0) {
        var significand = significand
        var exponent = exponent
        while exponent < 0, significand % 10 == 0 {
            significand /= 10
            exponent += 1
        }
        self.significand = significand
        self.exponent = exponent
    }

    /// Reads digits with at most one decimal sign and the groups of three before it.
    ///
    /// A single sign with three digits behind it groups in the language's own way (German `1.000`, English `1,000`)
    /// and is a decimal sign otherwise. Nil for times, dates with dots, versions, and more than 15 digits.
    init?(digits text: some Collection<UInt8>, in tongue: Tongue) {
        var groups: [(separator: UInt8?, digits: Int, value: Int)] = [(nil, 0, 0)]
        var total = 0
        for byte in text {
            if Letters.isDigit(byte) {
                groups[groups.count - 1].digits += 1
                groups[groups.count - 1].value = groups[groups.count - 1].value &* 10 &+ Int(byte - 0x30)
                total += 1
            } else if byte == UInt8(ascii: ":") || byte == UInt8(ascii: "-") {
                return nil
            } else {
                groups.append((byte, 0, 0))
            }
        }
        guard total > 0, total <= 15, groups.allSatisfy({ $0.digits > 0 }), let last = groups.last else {
            return nil
        }
        let separators = Set(groups.dropFirst().compactMap(\.separator))
        let hasDecimals: Bool
        if groups.count == 1 {
            hasDecimals = false
        } else if separators.count == 2 {
            guard groups.dropFirst().dropLast().allSatisfy({ $0.separator != last.separator }) else {
                return nil
            }
            hasDecimals = true
        } else if separators.count > 2 {
            return nil
        } else if groups.count > 2 {
            hasDecimals = false
        } else {
            let grouping: UInt8? =
                switch tongue {
                case .german: UInt8(ascii: ".")
                case .english: UInt8(ascii: ",")
                case .other: last.separator
                }
            let isGroup = last.digits == 3 && groups[0].digits <= 3 && groups[0].value > 0
            hasDecimals = !(isGroup && (last.separator == grouping || last.separator == UInt8(ascii: "'")))
        }
        let whole = hasDecimals ? groups.dropLast() : groups[...]
        guard whole.dropFirst().allSatisfy({ $0.digits == 3 }), whole.count == 1 || groups[0].digits <= 3
        else {
            return nil
        }
        var value = whole.reduce(0) { $0 * 1000 + $1.value }
        if whole.count == 1 { value = groups[0].value }
        if hasDecimals {
            for _ in 0..<last.digits { value *= 10 }
            self.init(value + last.value, exponent: -last.digits)
        } else {
            self.init(value)
        }
    }

    /// Nil when the product is too large to be meant.
    func times(_ factor: Int) -> Numeral? {
        let (product, overflow) = significand.multipliedReportingOverflow(by: factor)
        return overflow ? nil : Numeral(product, exponent: exponent)
    }

    func times(tenTo power: Int) -> Numeral { Numeral(significand, exponent: exponent + power) }

    /// The number without a fraction, if it has none and fits.
    var whole: Int? {
        guard exponent >= 0, exponent <= 18 else { return nil }
        var value = significand
        for _ in 0..<exponent {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            value = product
        }
        return value
    }

    /// Plain digits with a point: `20900000000`, `1000.5`.
    var description: String {
        let digits = String(significand)
        if exponent >= 0 { return significand == 0 ? "0" : digits + String(repeating: "0", count: exponent) }
        let missing = max(0, 1 - exponent - digits.count)
        let padded = String(repeating: "0", count: missing) + digits
        return padded.dropLast(-exponent) + "." + padded.suffix(-exponent)
    }
}
