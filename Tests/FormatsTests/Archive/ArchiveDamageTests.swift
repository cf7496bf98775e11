import Articles
import TestSupport
import Testing

@testable import Formats

/// Archives and the documents that are archives, cut off and changed: a document or an error with its place, no trap.
@Suite("damaged archives and office documents")
struct ArchiveDamageTests {
    /// A format with a whole file of it, and the file's parts, which are damaged before they are packed.
    struct Sample: CustomTestStringConvertible, Sendable {
        let format: Format
        let archive: SampleArchive

        var testDescription: String { format.name }
    }

    static let samples = [
        Sample(
            format: .zip,
            archive: SampleArchive([
                "a.txt": "Text eins.", "b.html": "<p>Text zwei.</p>", "c.jsonl": "{\"text\":\"drei\"}\n",
            ])),
        Sample(format: .docx, archive: OfficeSamples.docx), Sample(format: .odt, archive: OfficeSamples.odt),
    ]

    private func check(_ format: Format, _ bytes: [UInt8], _ what: Comment) {
        do throws(FormatError) {
            let imported = try format.read(Input(name: "a", bytes: bytes))
            #expect(imported.errors.allSatisfy { $0.file != nil }, what)
            #expect(imported.documents.allSatisfy { $0.text.byteCount < 1 << 20 }, what)
        } catch {
            #expect(error.file != nil, what)
        }
    }

    @Test("every truncation is read or refused", arguments: samples)
    func truncated(sample: Sample) {
        for bytes in [sample.archive.zip, sample.archive.tar, SampleArchive.gzip(sample.archive.tar)] {
            for length in stride(from: 0, to: bytes.count, by: 100) {
                check(sample.format, Array(bytes.prefix(length)), "\(sample.format.name), \(length)")
                check(.gz, Array(bytes.prefix(length)), "gz, \(length)")
            }
        }
    }

    @Test("1,000 times random bytes are changed, in the archive and in what it holds", arguments: samples)
    func changed(sample: Sample) {
        var random = SplitMix(seed: 14)
        func damage(_ bytes: inout [UInt8]) {
            for _ in 0..<random.below(4) + 1 where !bytes.isEmpty {
                bytes[random.below(bytes.count)] = UInt8(random.below(256))
            }
        }
        let whole = [sample.archive.zip, sample.archive.tar]
        for round in 0..<500 {
            var bytes = whole[round % 2]
            damage(&bytes)
            check(sample.format, bytes, "\(sample.format.name), \(round)")
        }
        for round in 0..<500 {
            var archive = sample.archive
            damage(&archive.entries[random.below(archive.entries.count)].bytes)
            check(sample.format, archive.zip, "\(sample.format.name), inner \(round)")
        }
    }

    @Test("1,000 times random bytes of a compressed file are changed")
    func changedGzip() {
        var random = SplitMix(seed: 15)
        let packed = [
            "H4sIAAAAAAAAA3PJTFVwO7wkoyhVIQ1ElehxAQBwGV7wEwAAAA==",
            "KLUv/SQTmQAARGllIEbDpGhyZSBmw6RocnQuCnjdsEw=",
            "/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQASRGllIEbDpGhyZSBmw6RocnQuCgAAMmwfRuPdg/kAASsTnAlI0h+2830BAAAAAARZWg==",
            "QlpoOTFBWSZTWep1o/0AAAJVlAAQQAEFAANgFAAEAAgAIAAhqZMBoIBoAVxn2vFIohtB3hdyRThQkOp1o/0=",
        ].map(SampleArchive.packed)
        for round in 0..<1000 {
            var bytes = packed[round % packed.count]
            for _ in 0..<random.below(3) + 1 { bytes[random.below(bytes.count)] = UInt8(random.below(256)) }
            check(.gz, bytes, "\(round)")
        }
    }
}
