import Articles
import Testing

@testable import Formats

@Suite("Ids of brat files") struct BratIDsTests {
    @Test("a set of numbers answers like any other, with and without a bit for each")
    func numbers() {
        var random = SystemRandomNumberGenerator()
        for limit in [0, 1, 64, 1_000] {
            var numbers = NumberSet(upTo: limit)
            var expected: Set<Int> = []
            for _ in 0..<300 {
                let number = Int.random(in: 0..<1_500, using: &random)
                numbers.insert(number)
                expected.insert(number)
            }
            numbers.insert(.max)
            #expect((0..<1_500).allSatisfy { numbers.contains($0) == expected.contains($0) })
            #expect(numbers.contains(.max) && !numbers.contains(.max - 1))
        }
    }

    @Test("new ids go around those that are kept, and each kind has its own")
    func newIDs() throws {
        let kept = ["T2", "T3", "T007", "T99999999999999999999", "Tx", "T", "R1"]
        let mentions = kept.enumerated().map { Mention(id: ID($1), spans: SpanSet($0, $0 + 1), label: "PER") }
        var ids = BratIDs(Annotations(mentions: mentions))
        #expect(mentions.map { name(ids.name($0.id, .textBound)) }.prefix(4) == kept.prefix(4))
        var fresh = BratIDs(Annotations(mentions: mentions))
        #expect((0..<3).map { _ in name(fresh.next(.textBound)) } == ["T1", "T4", "T5"])
        #expect(name(fresh.next(.relation)) == "R1" && name(fresh.next(.note)) == "#1")
        #expect(name(fresh.name("Tx", .textBound)) == "T6")
    }

    private func name(_ id: BratID) -> String {
        var bytes: [UInt8] = []
        bytes.append(id)
        return String(decoding: bytes, as: UTF8.self)
    }
}
