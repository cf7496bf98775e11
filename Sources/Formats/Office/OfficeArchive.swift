/// A document that is a ZIP archive of XML files: Word's, OpenDocument's, EPUB.
struct OfficeArchive {
    /// More XML than a library's catalogue; each byte of it costs up to twenty in memory.
    private static let largestPart = 32 << 20

    let archive: Archive
    private let input: Input

    /// - Parameters:
    ///   - kind: what the file should be, for messages: `a Word document`.
    ///   - wanted: the parts to unpack; pictures only cost time.
    init(_ input: Input, _ kind: String, wanted: (String) -> Bool) throws(FormatError) {
        self.input = input
        guard !input.bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else {
            throw FormatError(
                file: input.name,
                "is an old or encrypted Office file; open it there and save it as docx without a password")
        }
        guard input.bytes.starts(with: [0x50, 0x4B]) else {
            throw FormatError(file: input.name, "is not \(kind): it is no ZIP archive")
        }
        archive = try Archive(input, wanted: wanted)
    }

    func error(_ message: String) -> FormatError { FormatError(file: input.name, message) }

    /// A part that the document cannot be read without.
    func required(_ name: String) throws(FormatError) -> XML {
        guard let xml = try part(name) else {
            throw archive.errors.first ?? error("the part \(name) is missing; the file is not complete")
        }
        return xml
    }

    /// A part that not every document has.
    func part(_ name: String) throws(FormatError) -> XML? {
        guard let bytes = archive.part(name) else { return nil }
        guard bytes.count <= Self.largestPart else {
            throw error("the part \(name) is larger than \(Self.largestPart >> 20) MB; divide the document")
        }
        return try XML(Input(name: "\(input.name)/\(name)", bytes: bytes))
    }
}

extension XML {
    /// The value of an attribute by its name alone: Office writes all of them with namespaces, of which there are several.
    func anyValue(_ name: String, of element: Element) -> String? {
        attributes(element).first { $0.name == name }?.value
    }

    /// The text of an element, without white space at its ends; nil when nothing is left.
    func words(_ element: Element) -> String? {
        let line = BlockText.oneLine(text(element))
        return line.isEmpty ? nil : line
    }
}
