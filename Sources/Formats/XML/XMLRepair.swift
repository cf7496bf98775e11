/// Mends XML as feeds and agencies get it wrong, so that it can be parsed.
///
/// References by name that XML does not have (`&nbsp;`, `&uuml;`) become numbers; where the file is not well-formed even
/// so, lone ampersands are spelled out and control characters become blanks.
enum XMLRepair {
    /// More different names are no text but an attack.
    private static let nameLimit = 300

    /// Parses a file, mended if it has to be.
    ///
    /// - Returns: the file, and a warning when it was not well-formed.
    static func parse(_ input: Input) throws(FormatError) -> (xml: XML, warning: FormatError?) {
        var mended = input
        mended.bytes = withNumbers(input.bytes)
        do throws(FormatError) {
            return (try XML(mended), nil)
        } catch {
            mended.bytes = withoutLooseSigns(mended.bytes)
            // The first finding is the better one when mending was of no use.
            guard mended.bytes.count != input.bytes.count || mended.bytes != input.bytes,
                let xml = try? XML(mended)
            else { throw error }
            var warning = error
            warning.message = "the file is not well-formed and read all the same: \(error.message)"
            return (xml, warning)
        }
    }

    /// The bytes with references by HTML's names as numbers.
    static func withNumbers(_ bytes: [UInt8]) -> [UInt8] {
        var known: [ArraySlice<UInt8>: [UInt8]] = [:]
        for name in ["amp", "lt", "gt", "quot", "apos"] { known[Array(name.utf8)[...]] = [] }
        return rewriting(bytes) { rest in
            guard let name = name(rest), !name.isEmpty else { return nil }
            if known[name] == nil, known.count < nameLimit { known[name] = number(name) }
            guard let number = known[name], !number.isEmpty else { return nil }
            return (number, name.count + 2)
        }
    }

    /// The bytes with ampersands that begin no reference spelled out, and blanks for control characters.
    static func withoutLooseSigns(_ bytes: [UInt8]) -> [UInt8] {
        let isUTF8 = IllFormedUTF8.first(in: bytes) == nil
        let plain = bytes.map { byte in
            isUTF8 && (byte < 32 && byte != 9 && byte != 10 && byte != 13) ? 32 : byte
        }
        return rewriting(plain) { rest in
            if let name = name(rest) {
                let isKnown = ["amp", "lt", "gt", "quot", "apos"].contains { name.elementsEqual($0.utf8) }
                if isKnown || isNumber(rest) { return nil }
            }
            return (Array("&amp;".utf8), 1)
        }
    }

    /// Exchanges what stands behind ampersands.
    /// - Parameter change: gives new bytes and how many old ones they replace; nil keeps the ampersand.
    private static func rewriting(
        _ bytes: [UInt8], _ change: (ArraySlice<UInt8>) -> (bytes: [UInt8], count: Int)?
    ) -> [UInt8] {
        var result: [UInt8] = []
        var copied = 0
        var at = 0
        while let sign = bytes.firstIndex(of: UInt8(ascii: "&"), from: at) {
            at = sign + 1
            guard let (new, count) = change(bytes[sign...]) else { continue }
            result += bytes[copied..<sign]
            result += new
            copied = sign + count
            at = copied
        }
        guard copied > 0 else { return bytes }
        return result + bytes[copied...]
    }

    /// What stands between an ampersand and a semicolon; empty for a number, nil where there is no reference.
    private static func name(_ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let window = rest.dropFirst().prefix(34)
        guard let end = window.firstIndex(of: UInt8(ascii: ";")) else { return nil }
        if window.first == UInt8(ascii: "#") { return isNumber(rest) ? window.prefix(0) : nil }
        let name = window[..<end]
        let isName = name.allSatisfy { (97...122).contains($0 | 32) || (48...57).contains($0) }
        return isName && !name.isEmpty ? name : nil
    }

    private static func isNumber(_ rest: ArraySlice<UInt8>) -> Bool {
        let window = rest.dropFirst().prefix(12)
        guard window.first == UInt8(ascii: "#"), let end = window.firstIndex(of: UInt8(ascii: ";")) else {
            return false
        }
        let digits = window[(window.startIndex + 1)..<end]
        let isHex = digits.first == UInt8(ascii: "x")
        let rest = isHex ? digits.dropFirst() : digits
        return !rest.isEmpty
            && rest.allSatisfy { (48...57).contains($0) || isHex && (97...102).contains($0 | 32) }
    }

    /// `&#252;` for `uuml`; empty for a name that HTML does not have.
    private static func number(_ name: ArraySlice<UInt8>) -> [UInt8] {
        let reference = "&" + String(decoding: name, as: UTF8.self) + ";"
        // White space at the ends of a text is taken away.
        guard let text = try? PageText.text(ofHTML: "x\(reference)x") else { return [] }
        let scalars = text.unicodeScalars.dropFirst().dropLast()
        guard !text.contains("&") else { return [] }
        return Array(scalars.map { "&#\($0.value);" }.joined().utf8)
    }
}
