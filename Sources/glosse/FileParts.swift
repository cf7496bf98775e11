import Articles
import Formats
import Glibc
import Storage

/// The articles of a file: where they lie, or what was seen of them in one reading.
struct FileParts {
    private(set) var parts: [FilePart] = []
    /// What the reading found wrong or doubtful, as lines.
    private(set) var findings: [String] = []

    /// So many findings of a file are told when it is opened.
    private static let toldFindings = 10

    /// Empty for a file of one article, and for one that there is no time to look into.
    ///
    /// - Parameters:
    ///   - isAlone: whether no other file waits.
    ///   - patience: how many bytes may be read as a whole, in files that are not alone; what is read is taken off.
    init(of path: String, alone isAlone: Bool, patience: inout Int) throws {
        guard isAlone || Self.hasTellingName(path) else { return }
        let format = try Format.reading(path, FileBytes.read(path, upTo: Format.headSize))
        guard format.mayHoldSeveral else { return }
        switch format.reader?.framing {
        case .lines: parts = try Self.lines(of: path)
        case .sections(let opening): parts = try Self.sections(of: path, opening)
        case .file:
            guard let file = FileStamp(path: path), isAlone || file.byteCount <= patience else { return }
            patience -= isAlone ? 0 : file.byteCount
            try read(path, file, format)
        case nil: break
        }
    }

    /// Whether the name says that the file may hold several articles: of folders of 100,000 files none is opened
    /// without need.
    private static func hasTellingName(_ path: String) -> Bool {
        let ending = path.lastIndex(of: ".").map { path[path.index(after: $0)...].lowercased() } ?? ""
        return endings.contains(ending)
    }

    private static let endings = Set(Format.all.filter(\.mayHoldSeveral).flatMap(\.extensions))

    /// The lines of a file that are not blank. One pass over the file, of which only these places stay in memory.
    static func lines(of path: String) throws(FileError) -> [FilePart] {
        var scan = LineScan()
        let file = try stream(path) { scan.add($0) }
        return scan.finish().map {
            FilePart(file: file, path: path, number: $0.number, place: .bytes($0.range))
        }
    }

    /// The same for documents of several lines.
    static func sections(
        of path: String, _ opening: SectionFraming.Opening
    ) throws(FileError) -> [FilePart] {
        var framing = SectionFraming(name: path, opening)
        var found: [(firstLine: Int, byteCount: Int)] = []
        let file = try stream(path) { piece in
            found += framing.add(piece).map { (firstLine: $0.firstLine, byteCount: $0.bytes.count) }
        }
        found += framing.finish().map { (firstLine: $0.firstLine, byteCount: $0.bytes.count) }
        var start = 0
        return found.map { section in
            // The last line has a line break here that the file may lack.
            let end = min(start + section.byteCount, file.byteCount)
            defer { start = end }
            return FilePart(file: file, path: path, number: section.firstLine, place: .bytes(start..<end))
        }
    }

    private static func stream(
        _ path: String, _ body: ([UInt8]) -> Void
    ) throws(FileError) -> FileStamp {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0, let file = FileStamp(path: path) else { throw FileError(path: path) }
        defer { close(descriptor) }
        let pieces = Pieces(descriptor: descriptor, name: path)
        while true {
            let piece = try pieces.next()
            if piece.isEmpty { return file }
            body(piece)
        }
    }

    /// Reads the file once; its documents are let go of and read again when they are opened.
    private mutating func read(_ path: String, _ file: FileStamp, _ format: Format) throws {
        let imported = try format.read(format.input(path, FileBytes.read(path)))
        guard imported.documents.count > 1 else { return }
        let found = (imported.errors + imported.warnings).map(\.description)
        findings = Array(found.prefix(Self.toldFindings))
        if found.count > Self.toldFindings {
            findings.append(
                "\(path): and \(found.count - Self.toldFindings) more findings; glosse import tells all")
        }
        parts = imported.documents.enumerated().map { index, document in
            FilePart(
                file: file, path: path, number: index + 1, place: .document(index, FilePart.Glance(document)))
        }
    }
}
