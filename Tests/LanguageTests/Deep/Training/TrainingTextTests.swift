import Testing

@testable import Language

@Suite struct TrainingTextTests {
    private let lessons: TinyLessons

    init() throws { lessons = try TinyLessons() }

    @Test("each word has its label on its first piece, between start and end")
    func targets() {
        var text = TrainingText(lessons.base)
        text.add(
            TaggedSentence(words: ["Angela", "bal", "ab"], labels: ["B-PER", "I-PER", "O"]), corpus: "own")
        let shape = lessons.base.model.shape
        #expect(text.pieces.first == shape.startPiece && text.pieces.last == shape.endPiece)
        #expect(text.heads[0].labels == ["O", "B-PER", "I-PER"])
        #expect(text.targets.map(\.label) == [1, 2, 0])
        // ▁Angela | ▁ b a l | ▁ a b
        #expect(text.targets.map(\.place) == [1, 2, 6])
        #expect(text.segments.map(\.pieces.count) == [10])
    }

    @Test(
        "a sentence beyond the longest segment is cut, and each word is learned once",
        arguments: [10, 16, 24])
    func cuts(longest: Int) {
        var text = TrainingText(lessons.base, longest: longest)
        let count = 40
        text.add(
            TaggedSentence(
                words: Array(repeating: "ab", count: count), labels: Array(repeating: "O", count: count)),
            corpus: "own")
        #expect(text.segments.count > 1)
        #expect(text.segments.allSatisfy { $0.pieces.count <= longest })
        #expect(text.targets.count == count)
        for segment in text.segments {
            #expect(
                text.targets[segment.targets].allSatisfy { 1..<segment.pieces.count - 1 ~= Int($0.place) })
        }
    }

    @Test("sentences without words, with too few labels, or never wanted are left out")
    func nothing() {
        var text = TrainingText(lessons.base)
        text.add(TaggedSentence(), corpus: "own")
        text.add(TaggedSentence(words: ["ab"], labels: []), corpus: "own")
        text.add(TaggedSentence(words: ["ab"], labels: ["O"]), corpus: "own", times: 0)
        #expect(text.segments.isEmpty)
    }

    @Test("an epoch has each segment as often as is wanted, in batches that are full and not too large")
    func epochs() {
        for (times, expected) in [
            (1e-9, 120...120), (1, 120...120), (2, 240...240), (0.5, 40...80), (1.5, 160...200),
        ]
            as [(Float, ClosedRange<Int>)]
        {
            let text = lessons.text(times: times)
            let order = EpochOrder(text, size: 100, seed: 3)
            let batches = order.batches(inEpoch: 0)
            let all = batches.flatMap { $0 }
            #expect(expected.contains(all.count), "\(times)")
            if times == 2 { #expect(Set(all).count == 120) }
            let sizes = batches.map { $0.reduce(0) { $0 + text.segments[$1].pieces.count } }
            #expect(sizes.dropLast().allSatisfy { 60...100 ~= $0 } && (sizes.last ?? 0) <= 150)
            #expect(batches == order.batches(inEpoch: 0) && batches != order.batches(inEpoch: 1))
            for batch in batches {
                let halves = order.halves(batch)
                #expect(halves.flatMap { $0 }.sorted() == batch.sorted())
                let parts = halves.map { $0.reduce(0) { $0 + text.segments[$1].pieces.count } }
                let longest = batch.map { text.segments[$0].pieces.count }.max() ?? 0
                #expect(abs(parts[0] - parts[1]) <= longest)
            }
        }
    }
}
