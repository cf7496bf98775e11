import Articles

/// Writes documents one after the other into a file, in memory that does not grow with their number, and adds up what
/// the format could not carry.
///
///     var export = Export(to: format, options)
///     for document in documents { write(try export.add(document).bytes) }
///     write(export.finish())
public struct Export: Sendable {
    public let format: Format
    public let options: ExportOptions
    /// What could not be carried so far.
    public private(set) var losses: [Loss] = []
    public private(set) var documentCount = 0
    /// What all documents have used so far, for a configuration beside them.
    private var names: Set<ConfiguredName> = []
    /// The documents that only make a file together, as the format can hold them.
    private var waiting: [Document] = []

    public init(to format: Format, _ options: ExportOptions = ExportOptions()) {
        self.format = format
        self.options = options
    }

    /// The bytes to append to the file, with the opening before the first document.
    public mutating func add(_ document: Document) throws(FormatError) -> Output {
        var output = Output()
        switch format.writer?.grouping {
        case .oneDocument where documentCount > 0:
            throw FormatError(
                "a \(format.name) file holds one document; give a folder to export several")
        case .anyNumber(let opening, let separator, _):
            output.write(documentCount == 0 ? opening : separator)
        case .together:
            waiting.append(format.held(document, options))
            losses = losses.adding(format.loss(of: document, options))
            documentCount += 1
            return output
        case .oneDocument, nil:
            break
        }
        var options = options
        options.number = documentCount + 1
        losses = losses.adding(try format.write(document, options, into: &output))
        if let configuration = format.writer?.configuration {
            names.formUnion(output.names)
            output.companions[configuration.ending] = configuration.bytes(names)
        }
        documentCount += 1
        return output
    }

    /// The bytes after the last document; without documents a complete, empty file.
    public func finish() -> [UInt8] {
        switch format.writer?.grouping {
        case .anyNumber(let opening, _, let closing):
            Array(((documentCount == 0 ? opening : "") + closing).utf8)
        case .together:
            format.writer?.whole?(waiting, options) ?? []
        case .oneDocument, nil:
            []
        }
    }
}
