/// The marks that German and English newspapers put around what somebody said.
enum QuotationMarks {
    /// Each opening mark with those that may close it. A straight mark opens and closes.
    private static let closing: [String: Set<String>] = [
        "„": ["“", "”", "\""], "“": ["”", "\""], "»": ["«"], "«": ["»"], "\"": ["\"", "“", "”"],
        "‚": ["‘", "’"],
    ]

    private static let closingMarks: Set<String> = Set(closing.values.flatMap { $0 })

    static func isOpening(_ mark: String) -> Bool { closing[mark] != nil }

    static func isClosing(_ mark: String) -> Bool { closingMarks.contains(mark) }

    static func closes(_ mark: String, _ opening: String) -> Bool {
        closing[opening]?.contains(mark) ?? false
    }
}
