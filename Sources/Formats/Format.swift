import Articles

/// A file format: how it is called, what it can carry, how it is read and written. One file a format.
public struct Format: Sendable {
    /// The name on the command line: `brat`.
    public let name: String
    public let title: String
    /// Endings of file names, without the dot, lower case; the first is used for writing.
    public let extensions: [String]
    /// Endings of the files that lie beside the main one and belong to it (brat's text).
    public let companions: [String]
    /// What the file's offsets may count, the usual first; empty where annotation is inline or by token.
    public let offsets: [OffsetUnit]
    /// What the written file holds beside the text.
    public let carries: Set<Feature>
    /// How many mentions may lie on the same words where `carries` says neither nested nor overlapping.
    let levels: Int
    /// The only labels that the format has a way to write; nil where it takes all.
    let labels: Set<Label>?
    /// What becomes of names and places that the format has no way to write.
    let adapt: Adaptation?
    public let reader: Reader?
    public let writer: Writer?

    public init(
        name: String, title: String, extensions: [String], companions: [String] = [],
        offsets: [OffsetUnit] = [], carries: Set<Feature> = [], read: Reader? = nil, write: Writer? = nil
    ) {
        self.init(
            name: name, title: title, extensions: extensions, companions: companions, offsets: offsets,
            carries: carries, adapt: nil, read: read, write: write)
    }

    init(
        name: String, title: String, extensions: [String], companions: [String] = [],
        offsets: [OffsetUnit] = [], carries: Set<Feature> = [], levels: Int = 1,
        labels: Set<Label>? = nil, adapt: Adaptation?, read: Reader? = nil, write: Writer? = nil
    ) {
        self.name = name
        self.title = title
        self.extensions = extensions
        self.companions = companions
        self.offsets = offsets
        self.carries = carries
        self.levels = levels
        self.labels = labels
        self.adapt = adapt
        reader = read
        writer = write
    }

    /// Whether a file may hold several documents, so that it is worth looking for more than one.
    public var mayHoldSeveral: Bool {
        guard let reader else { return false }
        if reader.framing != .file || reader.holding == .several { return true }
        guard let writer, !writer.isReport, case .anyNumber = writer.grouping else { return false }
        return true
    }

    /// Reads a whole file. In a format of one document a line, a bad line is an error of its own and the others come
    /// in; elsewhere a file that is beyond repair is thrown.
    public func read(_ input: Input) throws(FormatError) -> Imported {
        guard let reader else {
            throw FormatError(file: input.name, "\(name) can be written but not read")
        }
        switch reader.framing {
        case .file:
            return try reader.body(input)
        case .lines:
            var lines = LineFraming(name: input.name)
            var all = Imported()
            for line in lines.add(input.bytes) + lines.finish() { all.append(reader.read(line: line)) }
            return all
        case .sections(let opening):
            var sections = SectionFraming(name: input.name, opening)
            var all = Imported()
            for section in sections.add(input.bytes) + sections.finish() {
                all.append(reader.read(line: section))
            }
            return all
        }
    }

    /// Writes one document into an output, without the opening and closing of a file; `Export` writes whole files.
    ///
    /// - Returns: what the format could not carry.
    public func write(
        _ document: Document, _ options: ExportOptions = ExportOptions(), into output: inout Output
    ) throws(FormatError) -> [Loss] {
        guard let writer else { throw FormatError("\(name) can be read but not written") }
        var options = options
        options.offsets = try unit(options.offsets)
        let fitted = fitted(document, options)
        try writer.body(fitted.document, options, &output)
        return fitted.losses
    }

    /// What would be lost if the document were written.
    public func loss(of document: Document, _ options: ExportOptions = ExportOptions()) -> [Loss] {
        fitted(document, options).losses
    }

    /// The document as a file that is written with these options holds it, for a comparison with what is read back.
    func held(_ document: Document, _ options: ExportOptions) -> Document {
        fitted(document, options).document
    }

    private func fitted(_ document: Document, _ options: ExportOptions) -> Fitted {
        document.withValidText().withValuesOfMentions().selected(by: options, for: self).fitted(to: self)
    }

    private func unit(_ wanted: OffsetUnit?) throws(FormatError) -> OffsetUnit? {
        guard let wanted else { return offsets.first }
        guard offsets.contains(wanted) else {
            let choice = offsets.map(\.rawValue).joined(separator: ", ")
            throw FormatError(
                offsets.isEmpty
                    ? "\(name) has no offsets; leave the option out"
                    : "\(name) cannot count in \(wanted.rawValue); choose \(choice)")
        }
        return wanted
    }
}

extension Format {
    /// What a format can carry beside the text. Numbers, for a document looks many up.
    public enum Feature: Int, Hashable, Sendable, CaseIterable {
        /// Mentions at all; a table of facts has none.
        case mentions
        /// Mentions inside others.
        case nested
        /// Mentions that cross others.
        case overlapping
        case discontinuous
        /// Mentions of nothing but white space.
        case blank
        case attributes, values, links, relations, chains, facts
        /// Labels of the whole article.
        case labels
        /// Notes on annotations.
        case notes
        /// Notes on the article or on a place in it.
        case placeNotes
        case status, origin
        /// The article's date, source, language and whatever else is known about it.
        case metadata
        /// Carriage returns in the text, alone or before line feeds.
        case returns
        /// Other control characters in the text, line feeds and tabs apart.
        case controls
        /// White space at the edges of mentions.
        case margins
        /// Names and values with signs that the format has no way to write, which it respells.
        case spelling
        /// The white space between words: a file of tokens has none, and its readers put blanks in.
        case spacing
    }
}
