import Articles

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The data sets beside the package, which a checkout may lack.
enum SharedData {
    /// `../shared/data` from the package's root, however deep this file lies in it.
    static let folder =
        #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/../shared/data"

    static var exists: Bool { access(folder, R_OK) == 0 }

    static func read(_ path: String) -> String {
        guard let file = fopen(path, "rb") else { return "" }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    static func names(in folder: String) -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }
}

/// A text with TIMEX3 elements in it, as TimeML has them.
struct TimeML {
    let date: String
    let plain: String
    let mentions: [Mention]

    /// Reads what lies between `<TEXT>` and `</TEXT>`; elements without words are passed by.
    init(_ file: String) {
        date = file.split(separator: "<DCT>").last.flatMap { Self.attribute("value", in: $0) } ?? ""
        var plain = ""
        var mentions: [Mention] = []
        var open: (start: Int, value: String)?
        let body = file.firstRange(of: "<TEXT>").map { file[$0.upperBound...] } ?? ""
        var rest = body
        while let tag = rest.firstIndex(of: "<"), let end = rest[tag...].firstIndex(of: ">") {
            plain += Self.unescaped(rest[..<tag])
            let element = rest[tag...end]
            if element.hasPrefix("</TEXT") { break }
            if element.hasPrefix("<TIMEX3"), !element.hasSuffix("/>") {
                open = (plain.utf8.count, Self.attribute("value", in: element) ?? "")
            } else if element.hasPrefix("</TIMEX3"), let begun = open {
                if plain.utf8.count > begun.start {
                    let span = Span(begun.start, plain.utf8.count)
                    mentions.append(
                        Mention(
                            id: .found(span, as: "TIMEX3"), spans: SpanSet(span), label: "TIMEX3",
                            value: begun.value))
                }
                open = nil
            }
            rest = rest[rest.index(after: end)...]
        }
        self.plain = plain
        self.mentions = mentions
    }

    private static func attribute(_ name: String, in element: some StringProtocol) -> String? {
        guard let start = String(element).split(separator: name + "=\"", maxSplits: 1).dropFirst().first
        else { return nil }
        return String(start.prefix { $0 != "\"" })
    }

    private static func unescaped(_ text: Substring) -> String {
        String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&amp;", with: "&")
    }
}

/// A line of a table: a name and shares in percent.
func row(_ name: String, _ shares: [Double]) -> String {
    let columns = shares.map { share in
        let tenths = String(Int((share * 1000).rounded()))
        let padded = tenths.count < 2 ? "0" + tenths : tenths
        let text = "\(padded.dropLast()).\(padded.suffix(1))"
        return String(repeating: " ", count: max(0, 8 - text.count)) + text
    }
    return name + String(repeating: " ", count: max(0, 24 - name.count)) + columns.joined()
}
