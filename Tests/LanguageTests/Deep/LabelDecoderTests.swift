import Testing

@testable import Language

@Suite struct LabelDecoderTests {
    private static let labels = TinyModel.labels

    private static func found(_ logits: [Float]) -> [String] {
        var decoder = LabelDecoder(labels)
        var found: [UInt8] = []
        decoder.labels(of: logits, into: &found)
        return found.map { labels[Int($0)] }
    }

    @Test("an inside label without its beginning is never given")
    func forbidden() {
        #expect(Self.found([0, 2, 9, 0, 0]) == ["B-PER"])
        #expect(Self.found([0, 0, 0, 3, 0] + [0, 0, 9, 0, 8]) == ["B-LOC", "I-LOC"])
        #expect(Self.found([]) == [])
    }

    @Test("no allowed labelling has a better sum")
    func best() {
        var chance = Chance(6)
        func isAllowed(_ labels: [Int]) -> Bool {
            zip([0] + labels, labels).allSatisfy { before, label in
                label % 2 == 1 || label == 0 || before == label || before == label - 1
            }
        }
        for _ in 0..<50 {
            let logits = chance.floats(4 * 5, 5)
            var top: (sum: Float, labels: [Int]) = (-.infinity, [])
            for code in 0..<625 {
                let labels = [code % 5, code / 5 % 5, code / 25 % 5, code / 125]
                let sum = labels.enumerated().reduce(Float(0)) { $0 + logits[$1.offset * 5 + $1.element] }
                if isAllowed(labels), sum > top.sum { top = (sum, labels) }
            }
            #expect(Self.found(logits) == top.labels.map { Self.labels[$0] })
        }
    }

    @Test("a name has the share of all allowed labellings that has exactly it")
    func probability() {
        var decoder = LabelDecoder(Self.labels)
        var found: [UInt8] = []
        let logits: [Float] = [0, 5, 0, 0, 0, 0, 0, 5, 0, 0, 9, 0, 0, 0, 0]
        decoder.labels(of: logits, into: &found)
        let names = decoder.names(of: logits, found)
        #expect(names.map(\.words) == [0..<2] && names.map(\.label) == ["PER"])
        #expect(names[0].probability > 0.9 && names[0].probability < 1)
        #expect(decoder.names(of: [9, 0, 0, 0, 0], [0]).isEmpty)
    }

    @Test("numbers that are none do not stop it")
    func notNumbers() {
        #expect(Self.found([.nan, .infinity, -.infinity, 0, 0]).count == 1)
    }
}
