import Articles

/// Work on Unicode scalars: a combining mark behind a tab or colon must not hide it, as it does among Characters.
extension Unicode.Scalar {
    /// White space, and the four controls that Python and its readers take for it.
    var isSeparator: Bool { properties.isWhitespace || (0x1C...0x1F).contains(value) }
}

extension StringProtocol {
    /// The string with every scalar exchanged.
    func mapScalars(_ transform: (Unicode.Scalar) -> Unicode.Scalar) -> String {
        var mapped = String.UnicodeScalarView()
        mapped.append(contentsOf: unicodeScalars.map(transform))
        return String(mapped)
    }
}

extension String {
    /// Whether it is nothing but visible signs of ASCII, as most names are: then no rule of spelling has to be tried.
    var isVisibleASCII: Bool { utf8.allSatisfy { $0 > 32 && $0 < 127 } }
}

extension Mention {
    /// Spells the label otherwise; one that stays costs nothing.
    mutating func relabel(_ clean: (String) -> String) {
        let name = clean(label.name)
        if name != label.name { label = Label(name) }
    }
}

extension Substring {
    /// Without the blanks and tabs around it.
    var trimmed: Substring {
        var rest = drop { $0 == " " || $0 == "\t" }
        while rest.last == " " || rest.last == "\t" { rest.removeLast() }
        return rest
    }

    /// The parts between the scalars that equal the separator.
    func parts(
        between separator: Unicode.Scalar, maxSplits: Int = .max, omittingEmpty: Bool = true
    ) -> [Substring] {
        unicodeScalars.split(
            separator: separator, maxSplits: maxSplits, omittingEmptySubsequences: omittingEmpty
        )
        .map { Substring($0) }
    }
}

extension Text {
    /// Whether the place holds nothing but white space of any kind.
    func isBlank(_ spans: SpanSet) -> Bool {
        spans.isContiguous ? isBlank(spans.bounds) : spans.fragments.allSatisfy(isBlank)
    }

    private func isBlank(_ span: Span) -> Bool {
        guard withBytes({ bytes in bytes[span.range].first.map { $0 < 33 || $0 > 126 } ?? true }) else {
            return false
        }
        return string(in: span).unicodeScalars.allSatisfy(\.isSeparator)
    }
}
