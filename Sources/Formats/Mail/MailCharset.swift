/// Text of a mail in the charset that the mail names, as UTF-8.
enum MailCharset {
    /// - Parameter label: nil stands for UTF-8, or for Windows-1252 where the bytes are not UTF-8.
    /// - Returns: the text, and what had to be assumed.
    static func utf8(_ bytes: [UInt8], label: String?) -> (bytes: [UInt8], assumption: String?) {
        let plain = label?.lowercased() ?? ""
        let charset = undecided.contains(plain) ? nil : Charset(label: plain)
        if let charset, charset != .utf8, let text = charset.utf8(bytes) { return (text.bytes, nil) }
        let unknown =
            undecided.contains(plain) || charset == .utf8
            ? nil
            : "the charset “\(Prose.line(plain.prefix(40)))” is not known; read as UTF-8 or Windows-1252"
        guard IllFormedUTF8.first(in: bytes) != nil, let text = Charset.windows1252.utf8(bytes) else {
            return (bytes, unknown)
        }
        return (text.bytes, unknown ?? "text that is not UTF-8 is read as Windows-1252")
    }

    /// What says no more than that the text is some text: programs that write it send UTF-8 all the same.
    private static let undecided: Set<String> = [
        "", "us-ascii", "ascii", "unknown-8bit", "x-unknown", "8bit",
    ]
}
