import Articles
import TestSupport
import Testing

@testable import Formats

/// Every reader gets files that are cut off, changed or made to hurt: a document or an error with its place, no trap.
@Suite("damaged and hostile files")
struct DamageTests {
    static let readers = Format.all.filter { $0.reader != nil }

    /// A file of the format to damage: one of its own, for formats that are only read a small one.
    private static func files(_ format: Format) throws -> [Input] {
        var files: [Input] = []
        if format.writer != nil {
            for seed: UInt64 in [4, 21] {
                var documents = RandomDocuments(seed: seed)
                var export = Export(to: format, ExportOptions(statuses: Set(Status.allCases)))
                var output = try export.add(documents.document())
                output.bytes += export.finish()
                files.append(Input(name: "a", bytes: output.bytes, companions: output.companions))
            }
        } else {
            let text = Array("🙂 Die Größe\nvon [@Köln#LOC*] ist [$groß#X*].\nMehr davon.\n".utf8)
            files.append(Input(name: "a", bytes: text))
            let lines = "((1, 0), (1, 2)) - A B\n(0, 1) - C\n[(0, 0), (1, 1)] - \n(0, 2, 1) - D\n5 1 - \n"
            files.append(Input(name: "a", bytes: Array(lines.utf8), companions: ["": text, "txt": text]))
            let rows = """
                #FORMAT=WebAnno TSV 3.3
                #T_SP=webanno.custom.Span|value|ROLE_webanno.custom.Span:links_webanno.custom.Link|webanno.custom.Span
                #T_RL=webanno.custom.Relation|label|BT_webanno.custom.Span
                #T_CH=webanno.custom.Link|referenceRelation|referenceType


                #Text=Köln\\t ist 🙂 groß
                1-1\t0-4\tKöln\tLOC[1]|GPE[2]\trole;*\t1-2;1-3\t_\t_\t*->1-1\t*[5]\t
                1-2\t6-9\tist\tLOC[1]\t_\t_\tin|at\t1-1[1_0]|1-1[2_0]\t_\t_\t
                1-3\t10-12\t🙂\tX\\;Y\t_\t_\t_\t_\t*->1-2\t*[6]\t
                1-3.1\t10-12\t🙂\t*\t_\t_\t_\t_\t_\t_\t

                """
            files.append(Input(name: "a", bytes: Array(rows.utf8)))
        }
        return files
    }

    private func read(_ format: Format, _ input: Input, _ what: Comment) {
        do throws(FormatError) {
            let back = try format.read(input)
            #expect(back.errors.allSatisfy { $0.file != nil }, what)
            for document in back.documents {
                let size = document.text.byteCount
                #expect(
                    document.annotations.mentions.allSatisfy { $0.bounds.end <= size && !$0.bounds.isEmpty },
                    what)
            }
        } catch {
            #expect(error.file != nil, what)
        }
    }

    @Test("every truncation ends in a document or an error with its place", arguments: readers)
    func truncated(format: Format) throws {
        for file in try Self.files(format) {
            for length in stride(from: 0, to: file.bytes.count, by: max(1, min(100, file.bytes.count / 40))) {
                var cut = file
                cut.bytes = Array(file.bytes.prefix(length))
                read(format, cut, "\(format.name), cut at \(length)")
            }
        }
    }

    @Test("random bytes that are changed end in a document or an error", arguments: readers)
    func changed(format: Format) throws {
        var random = SplitMix(seed: 9)
        for file in try Self.files(format) where !file.bytes.isEmpty {
            for round in 0..<500 {
                var changed = file
                for _ in 0..<random.below(4) + 1 {
                    changed.bytes[random.below(changed.bytes.count)] = UInt8(random.below(256))
                }
                read(format, changed, "\(format.name), round \(round)")
            }
        }
    }

    @Test("numbers that are changed point nowhere, or inside a character, and are named", arguments: readers)
    func numbers(format: Format) throws {
        var random = SplitMix(seed: 11)
        let odd = [
            "-1", "0", "7", "999999", "9223372036854775807", "99999999999999999999", "1e9", "2.5", "0x1", "",
        ]
        for file in try Self.files(format) {
            let digits = file.bytes.indices.filter { (48...57).contains(file.bytes[$0]) }
            for round in 0..<150 where !digits.isEmpty {
                var changed = file
                let place = digits[random.below(digits.count)]
                changed.bytes.replaceSubrange(place...place, with: odd[random.below(odd.count)].utf8)
                read(format, changed, "\(format.name), round \(round)")
            }
        }
    }

    @Test(
        "nesting without end, lone surrogates and control characters are refused or read", arguments: readers)
    func hostile(format: Format) {
        let files = [
            String(repeating: "[", count: 200_000), String(repeating: "{\"a\":", count: 100_000),
            String(repeating: "((", count: 50_000), "{\"text\":\"\\ud800\"}", "{\"text\":\"a\u{1}b\"}",
            "{\"text\":\"a\\u0000b\",\"label\":[[0,2,\"X\"]]}", String(repeating: "Entity=(", count: 50_000),
            "1\tx\t_\t_\t_\t_\t_\t_\t_\tEntity=" + String(repeating: "(e1", count: 30_000) + "\n",
            "\u{FEFF}{\"text\":\"a\"}", "-DOCSTART- -X- O O\n\n\n", "#\t\n\n", "[@#*]", "[@a#*]",
            "<a>" + String(repeating: "<b>", count: 100_000),
            "<TEI " + (0..<5000).map { "a\($0)='' " }.joined() + "/>",
            "<!DOCTYPE a [<!ENTITY b \"bbbbbbbb\"><!ENTITY c \"&b;&b;&b;\">]><a>&c;</a>",
            "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
            "<!DOCTYPE TimeML [<!ATTLIST EVENT class CDATA \"x\">]><TimeML><EVENT>a</EVENT></TimeML>",
            "<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\"><a xmi:id=\"1\" sofaString=\"a\"/></xmi:XMI>",
            "a B-\nb I-\n\n", String(repeating: "[@", count: 20_000),
        ]
        for (index, file) in files.enumerated() {
            let bytes = Array(file.utf8)
            read(
                format,
                Input(
                    name: "a", bytes: bytes, companions: ["txt": Array("abc".utf8), "": Array("abc".utf8)]),
                "\(format.name), \(index)")
        }
    }
}
