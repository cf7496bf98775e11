import Articles
import Formats
import Glibc
import Storage

/// One article of a file that holds one a line: where its bytes are, so that it is read when somebody looks at it.
struct FileLine: Sendable {
    /// The file as it was when its lines were counted.
    let file: FileStamp
    /// Its path as the person named it.
    let path: String
    /// Counted from 1.
    let number: Int
    /// Where its bytes lie, without the line break.
    let range: Range<Int>

    var name: String { "\(path):\(number)" }

    /// What the line says.
    func read() throws -> Imported {
        let bytes = try FileBytes.read(path, range, of: file)
        guard let reader = try Format.reading(path, bytes).reader else { return Imported() }
        return reader.read(line: Input(name: path, bytes: bytes, firstLine: number))
    }

    /// Whether the file's name says that it holds one article a line.
    static func isHeld(by path: String) -> Bool {
        let ending = path.lastIndex(of: ".").map { path[path.index(after: $0)...].lowercased() } ?? ""
        return endings.contains(ending)
    }

    /// Whether a file that is not named so begins like one.
    static func isHeld(inside path: String) -> Bool {
        guard let head = try? FileBytes.read(path, upTo: 4096) else { return false }
        return (try? Format.reading(path, head))?.reader?.framing == .lines
    }

    private static let endings = Set(
        Format.all.filter { $0.reader?.framing == .lines }.flatMap(\.extensions))

    /// The lines of a file that are not blank. One pass over the file, of which only these places stay in memory.
    static func lines(of path: String) throws(FileError) -> [FileLine] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0, let file = FileStamp(path: path) else { throw FileError(path: path) }
        defer { close(descriptor) }
        let pieces = Pieces(descriptor: descriptor, name: path)
        var scan = LineScan()
        while true {
            let piece = try pieces.next()
            if piece.isEmpty { break }
            scan.add(piece)
        }
        return scan.finish().map { FileLine(file: file, path: path, number: $0.number, range: $0.range) }
    }
}

/// Finds the lines in bytes that come in pieces.
struct LineScan {
    private var found: [(number: Int, range: Range<Int>)] = []
    private var number = 1
    private var start = 0
    private var isBlank = true
    /// How many bytes the pieces before had.
    private var passed = 0

    mutating func add(_ piece: [UInt8]) {
        piece.withUnsafeBytes { bytes in
            var index = 0
            while index < bytes.count {
                // A line is blank until it has a byte that is no white space, mostly its first.
                while isBlank, index < bytes.count,
                    bytes[index] == 32 || bytes[index] == 9 || bytes[index] == 13
                {
                    index += 1
                }
                guard index < bytes.count, let base = bytes.baseAddress else { break }
                if bytes[index] != 10 { isBlank = false }
                guard let end = memchr(base + index, 10, bytes.count - index) else { break }
                index = UnsafeRawPointer(end) - base
                close(at: passed + index)
                index += 1
            }
        }
        passed += piece.count
    }

    /// The lines that are not blank, the last one also without a line break.
    mutating func finish() -> [(number: Int, range: Range<Int>)] {
        close(at: passed)
        return found
    }

    private mutating func close(at end: Int) {
        if !isBlank { found.append((number, start..<end)) }
        number += 1
        start = end + 1
        isBlank = true
    }
}
