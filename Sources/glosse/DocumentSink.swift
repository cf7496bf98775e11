import ArgumentParser
import Articles
import Formats
import Glibc

/// What is written where, and how; shared by `extract` and `export`.
struct OutputOptions: ParsableArguments {
    @Option(
        name: [.customLong("to")],
        help: ArgumentHelp("The format to write; glosse list formats names them.", valueName: "format"))
    var format: String?

    @Option(
        name: [.short, .customLong("output")],
        help: ArgumentHelp(
            "The file, or the folder for several articles; otherwise standard output.", valueName: "path"))
    var output: String?

    @Option(help: "What offsets count: utf8, utf16 or codepoints.")
    var offsets: OffsetUnit?

    @Flag(help: "Write only what a person has accepted or made.")
    var accepted = false

    @Option(help: ArgumentHelp("Leave the engine's findings below this confidence out.", valueName: "0…1"))
    var confidence: Float = 0

    @Option(help: "How tags of tokens say where a mention begins and ends: iob1, iob2, iobes or bilou.")
    var scheme: TagScheme = .iob2

    @Option(
        name: [.customLong("loss")],
        help: ArgumentHelp("Write what the format cannot carry into this file, as JSON.", valueName: "file"))
    var lossFile: String?

    @Flag(help: "Write nothing that would lose something: loss is an error.")
    var strict = false

    @Flag(help: "Do not read back and compare what is written.")
    var unchecked = false

    func validate() throws {
        if let format, Format.named(format)?.writer == nil {
            let names = Format.all.filter { $0.writer != nil }.map(\.name).joined(separator: ", ")
            throw ValidationError("no format “\(format)” to write; there are: \(names)")
        }
        guard chosen.companions.isEmpty || !isStandardOutput else {
            throw ValidationError("\(chosen.name) makes several files; name a file or a folder with --output")
        }
        guard 0...1 ~= confidence else { throw ValidationError("a confidence is from 0 to 1") }
    }

    /// The format that was asked for, or the one of the output's name; JSON lines otherwise.
    var chosen: Format {
        if let named = format.flatMap(Format.named) { return named }
        return output.flatMap { Format.matching(outputName: $0) } ?? .jsonLines
    }

    fileprivate var isStandardOutput: Bool { output == nil || output == "-" }

    var export: ExportOptions {
        ExportOptions(
            statuses: accepted ? [.accepted] : nil, minimumConfidence: confidence, offsets: offsets,
            scheme: scheme)
    }
}

extension OffsetUnit: ExpressibleByArgument {}
extension TagScheme: ExpressibleByArgument {}

/// Takes documents and writes them to standard output, into one file, or each into its own file of a folder.
struct DocumentSink: ~Copyable {
    private enum Target {
        case standardOutput
        case file(String)
        case folder(String)
    }

    private let target: Target
    private var export: Export
    private var output = StandardOutput()
    /// What is written of a file that a document at a time goes into.
    private var draft: FileDraft?
    private var fileBytes: [UInt8] = []
    private var companions: [String: [UInt8]] = [:]
    private var usedNames: Set<String> = []
    /// The files that documents come from, without links: none of them is written over.
    private var sources: Set<String> = []
    private(set) var losses: [Loss] = []
    private let lossFile: String?
    private let isStrict: Bool
    private let isUnchecked: Bool
    /// How many documents do not read back as what was written.
    private var mismatches = 0

    init(_ options: OutputOptions) {
        lossFile = options.lossFile
        isStrict = options.strict
        isUnchecked = options.unchecked
        export = Export(to: options.chosen, options.export)
        var status = stat()
        if let path = options.output, !options.isStandardOutput {
            let isFolder =
                path.hasSuffix("/") || (stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR)
            target = isFolder ? .folder(path) : .file(path)
        } else {
            target = .standardOutput
        }
    }

    /// Takes a file that is read out of those that may be written.
    mutating func protect(_ path: String) {
        if let path = FileBytes.resolved(path) { sources.insert(path) }
    }

    /// Whether the output would take the place of what it is made from. Asked before anything is read.
    func checkTarget() throws(FileError) {
        if case .file(let path) = target { try check(path) }
    }

    private func check(_ path: String) throws(FileError) {
        guard let resolved = FileBytes.resolved(path), sources.contains(resolved) else { return }
        throw FileError("\(path): is read here, so it cannot be the output; choose another name")
    }

    mutating func add(_ document: Document) throws {
        if isStrict {
            let losses = export.format.loss(of: document, export.options)
            guard losses.isEmpty else {
                let list = losses.map(\.description).joined(separator: ", ")
                throw FileError(
                    "\(document.article.name): \(list) not representable in \(export.format.name)")
            }
        }
        if !isUnchecked { try verify(document) }
        switch target {
        case .standardOutput:
            try output.write(try export.add(document).bytes)
        case .file(let path):
            let written = try export.add(document)
            if export.documentCount == 1, export.format.companions.isEmpty {
                try check(path)
                draft = try FileDraft(path)
            }
            if draft == nil { fileBytes += written.bytes } else { try draft?.append(written.bytes) }
            companions.merge(written.companions) { _, new in new }
        case .folder(let folder):
            try write(document, into: folder)
        }
    }

    /// Completes what was begun and says on stderr what the format could not carry.
    mutating func finish() throws {
        switch target {
        case .standardOutput:
            try output.write(export.finish())
            try output.flush()
        case .file where draft != nil:
            try draft?.append(export.finish())
            try draft?.finish()
        case .file(let path):
            try check(path)
            try DocumentExport.write(fileBytes + export.finish(), with: companions, to: path)
        case .folder: break
        }
        losses = losses.adding(export.losses)
        if let lossFile { try FileBytes.write(LossReport(export.format, losses).bytes, to: lossFile) }
        if !losses.isEmpty {
            let list = losses.map(\.description).joined(separator: ", ")
            StandardError.line("warning: \(list) not representable in \(export.format.name)")
        }
        if mismatches > 0 { throw ExitCode(1) }
    }

    /// Reads back what the document is as a file of its own, and says what is not as it was.
    private mutating func verify(_ document: Document) throws {
        var single = Export(to: export.format, export.options)
        var output = try single.add(document)
        output.bytes += single.finish()
        let differences = export.format.differences(of: document, export.options, in: output)
        guard !differences.isEmpty else { return }
        mismatches += 1
        let more = differences.count > 3 ? ", and \(differences.count - 3) more" : ""
        StandardError.line(
            "error: \(document.article.name): the \(export.format.name) does not read back as it was: "
                + differences.prefix(3).joined(separator: "; ") + more)
    }

    private mutating func write(_ document: Document, into folder: String) throws {
        if mkdir(folder, 0o777) != 0, errno != EEXIST { throw FileError(path: folder) }
        var single = Export(to: export.format, export.options)
        let written = try single.add(document)
        let path =
            folder + (folder.hasSuffix("/") ? "" : "/") + newName(for: document.article.name) + "."
            + (export.format.extensions.first ?? "out")
        try check(path)
        try DocumentExport.write(written.bytes + single.finish(), with: written.companions, to: path)
        losses = losses.adding(single.losses)
    }

    /// An article's name as a file's name: without folders and odd characters, and not given twice.
    private mutating func newName(for name: String) -> String {
        let last = name.split(separator: "/").last.map(String.init) ?? ""
        var clean = String(
            last.map { $0.isLetter || $0.isNumber || "-_. ".contains($0) ? $0 : "_" }.prefix(100))
        while clean.hasPrefix(".") { clean.removeFirst() }
        if clean.isEmpty { clean = "article" }
        var candidate = clean
        var number = 2
        while !usedNames.insert(candidate.lowercased()).inserted {
            candidate = "\(clean)-\(number)"
            number += 1
        }
        return candidate
    }
}
