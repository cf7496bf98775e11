import Articles

/// PDF through `pdftotext`, a program of Poppler: paragraphs over columns and pages, without headers and page numbers.
extension Format {
    public static let pdf = Format(
        name: "pdf", title: "PDF (needs pdftotext)", extensions: ["pdf"],
        read: Reader(recognises: { $0.starts(with: "%PDF-".utf8) }) { input throws(FormatError) in
            try PDFReader().read(input)
        })
}

/// Reads a PDF with the help of two programs.
struct PDFReader {
    var textProgram = "pdftotext"
    var infoProgram = "pdfinfo"
    var limits = ChildProcess.Limits()

    func read(_ input: Input) throws(FormatError) -> Imported {
        guard input.bytes.starts(with: "%PDF-".utf8) else {
            throw FormatError(file: input.name, "is no PDF: it does not begin with %PDF-")
        }
        let table = try run(textProgram, ["-tsv", "-nodiag", "-enc", "UTF-8", "-", "-"], input)
        let layout = PDFLayout(table)
        guard !layout.lines.isEmpty else {
            throw FormatError(
                file: input.name,
                "holds pictures of its pages and no text; recognise the text first, as with ocrmypdf")
        }
        var blocks = BlockText()
        let text = PDFText(layout)
        for paragraph in text.paragraphs { blocks.add(paragraph.text) }
        let info = PDFInfo((try? run(infoProgram, ["-isodates", "-enc", "UTF-8", "-"], input)) ?? [])
        let article = Article(
            name: input.stem, title: info.title ?? text.headline, source: input.name, date: info.date,
            text: blocks.text, metadata: info.metadata)
        return Imported(documents: [Document(article: article)])
    }

    private func run(
        _ program: String, _ arguments: [String], _ input: Input
    ) throws(FormatError) -> [UInt8] {
        func error(_ message: String) -> FormatError { FormatError(file: input.name, message) }
        let result: ChildProcess.Result
        do throws(ChildProcess.Failure) {
            result = try ChildProcess.run(program, arguments, input: input.bytes, limits: limits)
        } catch {
            switch error {
            case .missing:
                throw FormatError(
                    file: input.name,
                    "PDF cannot be read without \(program); install the package poppler-utils")
            case .slow:
                throw FormatError(
                    file: input.name, "\(program) took more than \(limits.seconds) seconds; divide the file")
            case .large:
                throw FormatError(
                    file: input.name,
                    "\(program) wrote more than \(limits.outputBytes >> 20) MB; divide the file")
            case .system(let reason):
                throw FormatError(file: input.name, "\(program) could not be started: \(reason)")
            }
        }
        if result.complaint.contains("Incorrect password") {
            throw error("is encrypted; save it without its password first, as with qpdf --decrypt")
        }
        if result.complaint.contains("Copying of text from this document is not allowed") {
            throw error("does not allow its text to be copied")
        }
        guard result.status == 0 else {
            let reason = result.complaint.split(separator: "\n").first ?? "no reason given"
            throw error("\(program) cannot read it: \(BlockText.oneLine(String(reason.prefix(200))))")
        }
        return result.output
    }
}

/// What a PDF says about itself, as `pdfinfo` prints it.
struct PDFInfo {
    private(set) var title: String?
    private(set) var date: String?
    private(set) var metadata: [String: String] = [:]

    init(_ output: [UInt8]) {
        for line in String(decoding: output, as: UTF8.self).split(separator: "\n") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = BlockText.oneLine(String(line[line.index(after: colon)...]))
            guard !value.isEmpty, !["(unspecified)", "(anonymous)", "none"].contains(value) else { continue }
            switch line[..<colon] {
            case "Title": title = title ?? Self.title(value)
            case "Author": metadata["author"] = value
            case "Subject": metadata["subject"] = value
            case "Keywords": metadata["keywords"] = value
            case "CreationDate": if UTCTime.isDay(value.prefix(10)) { date = String(value.prefix(10)) }
            default: break
            }
        }
    }

    /// Many programs put the name of a file there.
    private static func title(_ value: String) -> String? {
        let small = value.lowercased()
        let isFile = [".doc", ".docx", ".indd", ".qxd", ".pdf", ".odt", ".dvi", ".tex", ".rtf"].contains {
            small.hasSuffix($0)
        }
        return isFile || small.hasPrefix("microsoft word - ") || small.hasPrefix("untitled") ? nil : value
    }
}
