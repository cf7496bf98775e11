import Articles

/// E-mail: the subject is the title, the sender the author; of several versions of a text the plain one is read.
///
/// Sources: RFC 5322 (messages), 2045 to 2047 (MIME), 3676 (format=flowed), 4155 (mbox).
extension Format {
    static let mail = Format(
        name: "mail", title: "E-mail message", extensions: ["eml"],
        read: Reader(recognises: MailHeader.isLikely) { input throws(FormatError) in
            try MailReader.read(input, name: input.stem)
        })

    static let mailbox = Format(
        name: "mbox", title: "Mailbox, an article a message", extensions: ["mbox", "mbx"],
        read: Reader(
            framing: .sections(.mailbox),
            recognises: { MailboxLine.beginsMessage($0.prefix(1000).prefix { $0 != 10 }) },
            MailboxLine.readMessage))
}

/// The lines between the messages of a mailbox: `From anna@example.org Thu Oct 17 10:00:00 2024`.
enum MailboxLine {
    /// Whether a line parts messages: it names a year and a time, as no sentence that begins with the word does.
    static func beginsMessage(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.starts(with: "From ".utf8) else { return false }
        let words = line.prefix(1000).split { $0.isSpace }.dropFirst(2)
        let hasYear = words.contains { $0.count == 4 && $0.allSatisfy { (48...57).contains($0) } }
        let hasTime = words.contains { word in
            word.count >= 4 && word.contains(UInt8(ascii: ":"))
                && word.allSatisfy { (48...58).contains($0) }
        }
        return hasYear && hasTime
    }

    @Sendable static func readMessage(_ input: Input) throws(FormatError) -> Imported {
        var message = input
        if beginsMessage(input.bytes.prefix { $0 != 10 }), let end = input.bytes.firstIndex(of: 10) {
            message.bytes = unquoted(input.bytes[(end + 1)...])
            message.firstLine += 1
        }
        return try MailReader.read(message, name: "\(input.stem):\(input.firstLine)")
    }

    /// `>From ` at the beginning of a line was `From `, and so on with more signs.
    private static func unquoted(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        var rest = bytes
        while !rest.isEmpty {
            let line = rest.prefix { $0 != 10 }
            let isQuoted =
                line.first == UInt8(ascii: ">")
                && line.drop { $0 == UInt8(ascii: ">") }.starts(with: "From ".utf8)
            plain += isQuoted ? line.dropFirst() : line
            rest = rest[line.endIndex...]
            if rest.first == 10 {
                plain.append(10)
                rest = rest.dropFirst()
            }
        }
        return plain
    }
}
