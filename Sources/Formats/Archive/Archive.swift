import CArchive

/// The files in a ZIP, tar or 7z archive, read from memory and within limits. Nothing is ever written to disk.
struct Archive {
    struct Entry: Sendable {
        /// The path within the archive, without anything that leads out of it.
        let name: String
        let bytes: [UInt8]
    }

    private(set) var entries: [Entry] = []
    /// What could not be read, each with the archive's name.
    private(set) var errors: [FormatError] = []
    private let file: String
    private var places: [String: Int] = [:]

    /// - Parameter wanted: which of the files to unpack, by their paths; the others cost nothing in a ZIP archive.
    init(_ input: Input, wanted: (String) -> Bool = { _ in true }) throws(FormatError) {
        file = input.name
        let nesting = input.nesting ?? .outermost
        guard nesting.depth <= Nesting.deepest else {
            throw FormatError(
                file: file, "lies in more than \(Nesting.deepest) archives; unpack the outer one first")
        }
        guard !input.bytes.isEmpty else { throw FormatError(file: file, "the file is empty") }
        var failure: FormatError?
        input.bytes.withUnsafeBufferPointer { bytes in
            do throws(FormatError) {
                var unpacker = try Unpacker(bytes, kind: CARCHIVE_ENTRIES, file: file, nesting.allowance)
                defer { unpacker.close() }
                try read(&unpacker, wanted)
            } catch {
                failure = error
            }
        }
        if let failure {
            guard !entries.isEmpty else { throw failure }
            errors.append(failure)
        }
    }

    private mutating func read(
        _ unpacker: inout Unpacker, _ wanted: (String) -> Bool
    ) throws(FormatError) {
        while let header = try unpacker.next() {
            guard header.isFile else { continue }
            guard let name = Self.safe(header.name) else {
                let shown = header.name.mapScalars { $0.properties.isPrintable ? $0 : "\u{FFFD}" }
                errors.append(error("the entry “\(shown.prefix(80))” has no safe name and is not read"))
                continue
            }
            guard wanted(name) else { continue }
            guard !header.isEncrypted else {
                errors.append(error("“\(name)” is encrypted; unpack it with its password first"))
                continue
            }
            do throws(FormatError) {
                let content = try unpacker.content()
                places[name] = places[name] ?? entries.count
                entries.append(Entry(name: name, bytes: content))
            } catch {
                guard unpacker.goesOn else { throw error }
                errors.append(self.error("“\(name)” is damaged: \(error.message)"))
            }
        }
    }

    /// A part of a document that is an archive; its bytes.
    func part(_ name: String) -> [UInt8]? { places[name].map { entries[$0].bytes } }

    func error(_ message: String) -> FormatError { FormatError(file: file, message) }

    /// The name without `./` if it leads nowhere else and can be shown; nil for others.
    static func safe(_ name: String) -> String? {
        var parts = name.split(whereSeparator: { $0 == "/" || $0 == "\\" })
        guard !name.hasPrefix("/"), !name.hasPrefix("\\"), name.utf8.count <= 4096 else { return nil }
        guard name.unicodeScalars.allSatisfy(\.properties.isPrintable) else { return nil }
        parts.removeAll { $0 == "." }
        guard let first = parts.first, !parts.contains(".."), !first.hasSuffix(":") else { return nil }
        return parts.joined(separator: "/")
    }
}

extension Unicode.Scalar.Properties {
    /// Whether a terminal and a person can make something of the character: no control, no change of direction.
    var isPrintable: Bool {
        switch generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: false
        default: true
        }
    }
}
