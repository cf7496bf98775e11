import ArgumentParser
import Articles
import Formats
import Glibc
import Language

/// `glosse tag`: tokens with the labels of names, for scripts and for measuring.
struct TagCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tag",
        abstract: "Print tokens with the names that they belong to.",
        discussion: """
            Prints one token a line, a tab and its tag: O, B-PER, I-PER and so on (IOB2); a blank line ends a sentence. \
            Works on a stream of any length.
            """)

    @Flag(help: "The input has one token a line already, and blank lines between sentences.")
    var pretokenized = false

    @OptionGroup var names: NameModelOptions
    @OptionGroup var personal: PersonalOptions

    @Argument(help: "The file to tag; - is standard input.")
    var file = "-"

    func validate() throws {
        if personal.personal, names.engine == .deep {
            throw ValidationError("--personal goes with the fast engine, which is the one that learns")
        }
    }

    func run() throws {
        var run = try names.run(personal)
        let descriptor = file == "-" ? STDIN_FILENO : open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(path: file) }
        defer { if file != "-" { close(descriptor) } }
        var output = StandardOutput()
        var lines = WholeLines(descriptor: descriptor, name: file == "-" ? "standard input" : file)
        var sentence: [ArraySlice<UInt8>] = []
        var tagged: [UInt8] = []
        while let piece = try lines.next() {
            if pretokenized {
                for line in piece.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
                    .dropLast()
                {
                    let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
                    let token = line.prefix { $0 != UInt8(ascii: "\t") }
                    if token.isEmpty {
                        try run.appendLines(ofWords: sentence, to: &tagged)
                        sentence.removeAll(keepingCapacity: true)
                    } else {
                        sentence.append(ArraySlice(Array(token)))
                    }
                }
            } else {
                let text = Text(bytes: piece)
                for paragraph in 0..<text.paragraphCount {
                    try run.appendLines(ofParagraph: paragraph, in: text, to: &tagged)
                }
            }
            if !pretokenized { try run.finish(to: &tagged) }
            try output.write(tagged)
            tagged.removeAll(keepingCapacity: true)
        }
        try run.appendLines(ofWords: sentence, to: &tagged)
        try run.finish(to: &tagged)
        try output.write(tagged)
        try output.flush()
    }
}

/// A stream in pieces of whole lines; a line beyond four megabytes is cut at a blank.
struct WholeLines {
    private static let longest = 1 << 22
    private let descriptor: Int32
    private let name: String
    private var rest: [UInt8] = []
    private var isAtEnd = false

    init(descriptor: Int32, name: String) {
        self.descriptor = descriptor
        self.name = name
    }

    /// The next piece, which ends with a line break unless the line is too long; nil at the end.
    mutating func next() throws(FileError) -> [UInt8]? {
        while !isAtEnd {
            var failure: Int32 = 0
            var received = 0
            let piece = [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, count in
                received = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
                failure = errno
                count = max(0, received)
            }
            if received < 0, failure == EINTR { continue }
            guard received >= 0 else { throw FileError(path: name, failure) }
            if received == 0 {
                isAtEnd = true
                break
            }
            let searched = rest.count
            rest += piece
            if let end = rest[searched...].lastIndex(of: UInt8(ascii: "\n")) { return cut(end + 1) }
            if rest.count > Self.longest {
                return cut((rest.lastIndex(of: UInt8(ascii: " ")) ?? rest.count - 1) + 1)
            }
        }
        guard !rest.isEmpty else { return nil }
        if rest.last != UInt8(ascii: "\n") { rest.append(UInt8(ascii: "\n")) }
        return cut(rest.count)
    }

    private mutating func cut(_ end: Int) -> [UInt8] {
        let piece = Array(rest[..<end])
        rest.removeSubrange(..<end)
        return piece
    }
}
