import Articles
import TestSupport
import Testing

@testable import Formats

enum Poppler {
    static let isThere = (try? ChildProcess.run("pdftotext", ["-v"], input: [])) != nil
}

@Suite("PDF through pdftotext", .enabled(if: Poppler.isThere, "needs the package poppler-utils"))
struct PDFTests {
    private func text(_ document: Document) -> String {
        document.text.withBytes { String(decoding: $0, as: UTF8.self) }
    }

    private static let german = SamplePDF(
        pages: [
            [SamplePDF.Line(text: "Lindenhafener Anzeiger", x: 40, y: 25, size: 8)]
                + SamplePDF.column("Die Drehbrücke bleibt", y: 70, size: 22)
                + SamplePDF.column(
                    """
                    Lindenhafen. Die Drehbrücke über
                    die Warne wird nicht abgerissen, son-
                    dern saniert. Der Stadtrat stimmte am
                    Donnerstag für den Entwurf.
                      „Wer diese Brücke aufgibt, gibt den
                    Hafen auf“, sagte die Oberbürgermeis-
                    terin. Die NATO-Länder und die Nord-
                    und Südseite sind damit einverstan-
                    """, x: 40, y: 120)
                + SamplePDF.column(
                    """
                    den, wie am Freitag zu hören war.
                      Täglich benutzen die Brücke rund
                    14.500 Fahrzeuge und 2.000 Räder.
                    """, x: 230, y: 120) + [SamplePDF.Line(text: "Seite 1", x: 190, y: 580, size: 8)],
            [SamplePDF.Line(text: "Lindenhafener Anzeiger", x: 40, y: 25, size: 8)]
                + SamplePDF.column("Ende Juli soll die letzte Schranke fallen.", y: 120)
                + [SamplePDF.Line(text: "Seite 2", x: 190, y: 580, size: 8)],
        ], title: "Drehbrücke")

    @Test("a German newspaper page of two columns")
    func columns() throws {
        let imported = try Format.pdf.read(Input(name: "x/zeitung.pdf", bytes: Self.german.bytes))
        let document = try #require(imported.documents.first)
        #expect(
            text(document) == """
                Die Drehbrücke bleibt

                Lindenhafen. Die Drehbrücke über die Warne wird nicht abgerissen, sondern saniert. Der Stadtrat stimmte am \
                Donnerstag für den Entwurf.

                „Wer diese Brücke aufgibt, gibt den Hafen auf“, sagte die Oberbürgermeisterin. Die NATO-Länder und die Nord- und \
                Südseite sind damit einverstanden, wie am Freitag zu hören war.

                Täglich benutzen die Brücke rund 14.500 Fahrzeuge und 2.000 Räder.

                Ende Juli soll die letzte Schranke fallen.
                """)
        #expect(document.article.title == "Drehbrücke" && document.article.name == "zeitung")
    }

    @Test("an English page without a title takes its headline")
    func english() throws {
        let pages = [
            SamplePDF.column("Harbour ferries to run all night", y: 70, size: 20)
                + SamplePDF.column(
                    """
                    PORT ELLERY — For the first time since 1963 the last ferry across the sound will no longer
                    be the last. A well-known captain called it the “greatest” change since the transit author-
                    ity was founded. Boats will leave every 40 minutes.
                    """.replacing("—", with: "–"), y: 120, size: 9)
        ]
        let imported = try Format.pdf.read(Input(name: "a.pdf", bytes: SamplePDF(pages: pages).bytes))
        let document = try #require(imported.documents.first)
        #expect(document.article.title == "Harbour ferries to run all night")
        #expect(
            text(document).hasSuffix("the transit authority was founded. Boats will leave every 40 minutes."))
    }

    @Test("a scan, a file that is none and a missing program say what to do")
    func refused() {
        func message(_ reader: PDFReader, _ bytes: [UInt8]) -> String {
            do throws(FormatError) {
                _ = try reader.read(Input(name: "a.pdf", bytes: bytes))
                return ""
            } catch {
                return error.description
            }
        }
        #expect(message(PDFReader(), SamplePDF(pages: [[]]).bytes).contains("ocrmypdf"))
        #expect(message(PDFReader(), Array("Text".utf8)) == "a.pdf: is no PDF: it does not begin with %PDF-")
        #expect(
            message(PDFReader(), Array("%PDF-1.4\nnonsense".utf8)).hasPrefix(
                "a.pdf: pdftotext cannot read it: "))
        #expect(
            message(PDFReader(textProgram: "pdftotext-that-is-not-there"), Self.german.bytes)
                == "a.pdf: PDF cannot be read without pdftotext-that-is-not-there; install the package poppler-utils"
        )
    }

    @Test("1,000 damaged files are read or refused", arguments: 0..<10)
    func damaged(part: Int) {
        var random = SplitMix(seed: UInt64(8 + part))
        let whole = Self.german.bytes
        // What the other program says of a file was tested before.
        let reader = PDFReader(infoProgram: "no-such-program")
        for round in 0..<100 {
            var bytes = round < 10 ? Array(whole.prefix(whole.count * (10 * round + part) / 100)) : whole
            if round >= 10 { for _ in 0..<4 { bytes[random.below(bytes.count)] = UInt8(random.below(256)) } }
            do throws(FormatError) {
                _ = try reader.read(Input(name: "a", bytes: bytes))
            } catch {
                #expect(error.file == "a")
            }
        }
    }

    @Test("what a damaged file says of itself harms nobody")
    func damagedInfo() {
        var random = SplitMix(seed: 8)
        for _ in 0..<20 {
            var bytes = Self.german.bytes
            for _ in 0..<4 { bytes[random.below(bytes.count)] = UInt8(random.below(256)) }
            do throws(FormatError) {
                _ = try Format.pdf.read(Input(name: "a", bytes: bytes))
            } catch {
                #expect(error.file == "a")
            }
        }
    }
}

@Suite("child processes")
struct ChildProcessTests {
    @Test("bytes go in and come out, and nobody waits for ever or takes everything")
    func limits() throws {
        let large = [UInt8](repeating: 65, count: 3 << 20)
        #expect(try ChildProcess.run("cat", [], input: large).output == large)
        let complaint = try ChildProcess.run("ls", ["/no-such-folder"], input: [])
        #expect(complaint.status == 2 && complaint.complaint.contains("No such file"))
        func failure(
            _ program: String, _ arguments: [String], _ limits: ChildProcess.Limits
        ) -> ChildProcess.Failure? {
            do throws(ChildProcess.Failure) {
                _ = try ChildProcess.run(program, arguments, input: [], limits: limits)
                return nil
            } catch {
                return error
            }
        }
        if case .slow = failure("sleep", ["20"], ChildProcess.Limits(seconds: 1)) {
        } else {
            Issue.record("a slow program was waited for")
        }
        if case .large = failure("yes", [], ChildProcess.Limits(outputBytes: 1 << 20)) {
        } else {
            Issue.record("a program wrote without end")
        }
        if case .missing = failure("no-such-program", [], ChildProcess.Limits()) {
        } else {
            Issue.record("a program that is not there was started")
        }
    }

    @Test("arguments go to the program as they are")
    func arguments() throws {
        let odd = "$(id); `id` 'x' \"y\" *"
        let result = try ChildProcess.run("printf", ["%s", odd], input: [])
        #expect(String(decoding: result.output, as: UTF8.self) == odd)
    }
}
