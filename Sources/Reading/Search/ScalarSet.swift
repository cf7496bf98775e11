/// The characters that one place of a regular expression takes: `[a-zß]`, `\d`, `.`.
struct ScalarSet: Sendable {
    /// A part of a set.
    enum Member: Sendable {
        case range(ClosedRange<UInt32>)
        case kind(ScalarKind)
        case otherThan(ScalarKind)
    }

    private let members: [Member]
    private let isNegated: Bool
    /// One bit for each character of ASCII, which most text is made of.
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    init(_ members: [Member], isNegated: Bool = false) {
        self.members = members
        self.isNegated = isNegated
        for value in UInt32(0)..<128 where holds(value) {
            if value < 64 { low |= 1 << UInt64(value) } else { high |= 1 << UInt64(value - 64) }
        }
    }

    /// The set with all forms of each of its letters. A range that is longer than any alphabet stays as it is.
    var ignoringCase: ScalarSet {
        let others = members.flatMap { member -> [Member] in
            guard case .range(let range) = member, range.count <= 2048 else { return [] }
            let forms = range.compactMap { Unicode.Scalar($0) }.flatMap { CaseFolding.forms(of: $0) }
            return Set(forms.map(\.value)).filter { !range.contains($0) }.sorted().map { .range($0...$0) }
        }
        return ScalarSet(members + others, isNegated: isNegated)
    }

    @inline(__always)
    func contains(_ value: UInt32) -> Bool {
        if value < 64 { return low >> UInt64(value) & 1 == 1 }
        if value < 128 { return high >> UInt64(value - 64) & 1 == 1 }
        return holds(value)
    }

    private func holds(_ value: UInt32) -> Bool {
        let isMember = members.contains { member in
            switch member {
            case .range(let range): return range.contains(value)
            case .kind(let kind): return Unicode.Scalar(value).map(kind.contains) ?? false
            case .otherThan(let kind): return !(Unicode.Scalar(value).map(kind.contains) ?? false)
            }
        }
        return isMember != isNegated
    }

    /// Marks the bytes with which a character of the set can begin, in a table of 256.
    func markFirstBytes(in table: inout [Bool]) {
        for value in 0..<128 where contains(UInt32(value)) { table[value] = true }
        for byte in beyondASCII { table[Int(byte)] = true }
    }

    private var beyondASCII: [UInt8] {
        // Bytes that are not UTF-8 read as U+FFFD, and any of them can be one.
        guard !isNegated, !contains(0xFFFD) else { return Array(0x80...0xFF) }
        var bytes: [UInt8] = []
        for member in members {
            guard case .range(let range) = member else { return Array(0x80...0xFF) }
            guard range.upperBound >= 0x80 else { continue }
            bytes += Self.lead(of: max(0x80, range.lowerBound))...Self.lead(of: range.upperBound)
        }
        return bytes
    }

    /// The first byte of a character in UTF-8.
    private static func lead(of value: UInt32) -> UInt8 {
        switch value {
        case ..<0x80: UInt8(value)
        case ..<0x800: 0xC0 | UInt8(value >> 6)
        case ..<0x10000: 0xE0 | UInt8(value >> 12)
        default: 0xF0 | UInt8(min(value, 0x10FFFF) >> 18)
        }
    }
}
