import Articles
import Fetching
import Formats
import Glibc

/// Documents from files, folders and standard input, one after the other: a stream of JSON lines is never held whole.
struct DocumentSource {
    /// A file or pipe that could not be read, in part or whole; the others still count.
    private(set) var errors: [String] = []
    /// The files in their order; `-` is standard input.
    let paths: [String]
    private let format: Format?
    private let properties: ArticleProperties
    /// Nil where the web is left alone.
    private let web: Web?

    /// Says on stderr which names lead nowhere; they keep nobody from the others.
    ///
    /// - Parameter format: nil tells the format by the file's name and first bytes.
    /// - Throws: when there is nothing to read at all.
    init(
        arguments: [String], format: Format?, properties: ArticleProperties, web: Web? = nil
    ) throws(FileError) {
        var paths: [String] = []
        var missing: [FileError] = []
        for argument in arguments {
            do throws(FileError) {
                let isWhole = argument == "-" || web != nil && Fetcher.isAddress(argument)
                paths += isWhole ? [argument] : try Paths.files(in: [argument], of: format)
            } catch {
                missing.append(error)
            }
        }
        guard !paths.isEmpty else {
            if missing.count == 1, let error = missing.first { throw error }
            for error in missing { StandardError.line("error: \(error)") }
            throw FileError(
                "there is no article in \(arguments.joined(separator: ", ")); name files, or a folder that holds some"
            )
        }
        self.paths = paths
        self.format = format
        self.properties = properties
        self.web = web
        for error in missing { report(error.description) }
    }

    var fileCount: Int { paths.count }

    /// Gives every document to the body; what is wrong with files is told on stderr at once and counted, but what the
    /// body throws ends the reading.
    mutating func forEach(_ body: (Document) throws -> Void) throws {
        var progress = Progress("reading", total: paths.count)
        for path in paths {
            var failure: (any Error)?
            do {
                try read(path) { document in
                    do { try body(document) } catch {
                        failure = error
                        throw error
                    }
                }
            } catch let error where failure != nil {
                throw error
            } catch let error as FileError {
                report(error.description)
            } catch let error as FormatError {
                report(error.description)
            }
            progress.advance()
        }
    }

    private mutating func read(_ path: String, _ body: (Document) throws -> Void) throws {
        if let web, Fetcher.isAddress(path) { return try take(web.read(path, as: self.format), body) }
        let name = path == "-" ? "standard input" : path
        let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(path: path) }
        defer { if path != "-" { close(descriptor) } }
        let pieces = Pieces(descriptor: descriptor, name: name)
        let head = try pieces.next()
        let format = try format ?? Format.reading(path, head)
        switch format.reader?.framing {
        case .lines:
            var lines = LineFraming(name: name)
            try stream(format, head, pieces, { lines.add($0) }, { lines.finish() }, body)
        case .sections(let opening):
            var sections = SectionFraming(name: name, opening)
            try stream(format, head, pieces, { sections.add($0) }, { sections.finish() }, body)
        case .file, nil:
            try readWhole(format, path, name, head, pieces, body)
        }
    }

    /// Reads the parts of a stream that hold a document each, with no more of it in memory than one of them.
    private mutating func stream(
        _ format: Format, _ head: [UInt8], _ pieces: Pieces, _ add: ([UInt8]) -> [Input],
        _ finish: () -> [Input],
        _ body: (Document) throws -> Void
    ) throws {
        guard let reader = format.reader else { return }
        var piece = head
        while !piece.isEmpty {
            for part in add(piece) { try take(reader.read(line: part), body) }
            piece = try pieces.next()
        }
        for part in finish() { try take(reader.read(line: part), body) }
    }

    private mutating func readWhole(
        _ format: Format, _ path: String, _ name: String, _ head: [UInt8], _ pieces: Pieces,
        _ body: (Document) throws -> Void
    ) throws {
        if path != "-" { try FileBytes.checkSize(of: pieces.descriptor, name) }
        var bytes = head
        while true {
            let piece = try pieces.next()
            if piece.isEmpty { break }
            bytes += piece
            guard bytes.count <= FileBytes.limit else { throw FileBytes.tooLarge(name) }
        }
        if format.name == "gz", let stream = CompressedStream(Input(name: name, bytes: bytes)) {
            return try stream.forEach { try take($0, body) }
        }
        if let web, format.name == "opml" {
            return try take(web.readFeeds(of: Input(name: name, bytes: bytes)), body)
        }
        try take(
            format.read(path == "-" ? Input(name: name, bytes: bytes) : format.input(path, bytes)), body)
    }

    private mutating func take(_ imported: Imported, _ body: (Document) throws -> Void) throws {
        for error in imported.errors { report(error.description) }
        for warning in imported.warnings { StandardError.line("warning: \(warning)") }
        for document in imported.documents { try body(properties.applied(to: document)) }
    }

    private mutating func report(_ error: String) {
        StandardError.line("error: \(error)")
        errors.append(error)
    }
}

/// What a file or pipe holds, in pieces as they come.
struct Pieces {
    let descriptor: Int32
    let name: String

    /// Empty at the end.
    func next() throws(FileError) -> [UInt8] {
        while true {
            var received = 0
            let piece = [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, count in
                received = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
                count = max(0, received)
            }
            if received < 0, errno == EINTR { continue }
            guard received >= 0 else { throw FileError(path: name) }
            return piece
        }
    }
}
