import TestSupport
import Testing

@testable import Articles

@Suite("SpanTable")
struct SpanTableTests {
    @Test(
        "answers as a plain sorted array does, whatever is inserted, removed and replaced", arguments: 1...6)
    func agreesWithAnArray(seed: Int) {
        var numbers = SplitMix(seed: UInt64(seed))
        var table = SpanTable<Mention>()
        var array: [Mention] = []
        let length = seed.isMultiple(of: 2) ? 5_000 : 60
        for _ in 0..<1_500 {
            let mention = numbers.mention(within: length)
            switch Int.random(in: 0..<10, using: &numbers) {
            case 0..<6:
                table.insert(mention)
                array.removeAll { $0.id == mention.id }
                array.append(mention)
            case 6..<9:
                let removed = table.remove(mention.id)
                #expect(removed == array.first { $0.id == mention.id })
                array.removeAll { $0.id == mention.id }
            default:
                let span = numbers.span(within: length)
                let additions = (0..<Int.random(in: 0..<40, using: &numbers)).map { _ in
                    numbers.mention(within: length)
                }
                table.replace(in: span, where: { $0.label == "PER" }, with: additions)
                let added = Set(additions.map(\.id))
                array.removeAll {
                    added.contains($0.id) || (span.contains($0.bounds) && $0.label == "PER")
                }
                let latest = Dictionary(additions.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
                array += latest.values
            }
        }
        array.sort { ($0.bounds, $0.id) < ($1.bounds, $1.id) }
        #expect(Array(table) == array)
        #expect(Array(SpanTable(array.shuffled(using: &numbers))) == array)
        var appended = SpanTable<Mention>()
        for batch in stride(from: 0, to: array.count, by: 100) {
            appended.append(contentsOf: Array(array[batch..<min(batch + 100, array.count)]))
        }
        #expect(Array(appended) == array && appended.openCount == table.openCount)
        appended.append(contentsOf: Array(array.shuffled(using: &numbers).prefix(50)))
        #expect(Array(appended) == array && appended.count == array.count)
        #expect(table.count == array.count)
        #expect(table.openCount == array.count { $0.isOpen })
        #expect(table.quietCount == array.count { $0.isQuiet } && appended.quietCount == table.quietCount)
        for _ in 0..<300 {
            let span = numbers.span(within: length)
            #expect(table.overlapping(span) == array.filter { $0.bounds.overlaps(span) })
            #expect(table.first(from: span.start) == array.first { $0.bounds.start >= span.start })
            #expect(table.last(before: span.start) == array.last { $0.bounds.start < span.start })
            #expect(
                table.lastOpen(before: span.start) == array.last { $0.isOpen && $0.bounds.start < span.start }
            )
            #expect(
                table.firstOpen(from: span.start, before: span.end)
                    == array.first {
                        $0.isOpen && span.start <= $0.bounds.start && $0.bounds.start < span.end
                    })
            #expect(
                table.first(from: span.start, before: span.end)
                    == array.first { span.start <= $0.bounds.start && $0.bounds.start < span.end })
            let id = ID("m\(Int.random(in: 0..<1_000, using: &numbers))")
            #expect(table[id] == array.first { $0.id == id })
        }
    }

    @Test("finds a long element that begins far before the place asked about")
    func findsLongElements() {
        var mentions = (0..<2_000).map {
            Mention(id: ID("m\($0)"), spans: SpanSet($0 * 10, $0 * 10 + 4), label: "PER")
        }
        mentions.append(Mention(id: "long", spans: SpanSet(5, 19_000), label: "EVENT"))
        let table = SpanTable(mentions)
        #expect(table.overlapping(Span(15_005, 15_009)).map(\.id) == ["long"])
    }

    @Test("of two elements with one id the later one stays")
    func laterWins() {
        let table = SpanTable([
            Mention(id: "m1", spans: SpanSet(0, 3), label: "PER"),
            Mention(id: "m1", spans: SpanSet(5, 9), label: "ORG"),
        ])
        #expect(table.map(\.label) == ["ORG"])
        #expect(table["m1"]?.bounds == Span(5, 9))
    }

    @Test("ids whose letters are composed differently are one id")
    func composedIDs() {
        let composed = Mention(id: "\u{E9}1", spans: SpanSet(0, 3), label: "PER")
        let decomposed = Mention(id: "e\u{301}1", spans: SpanSet(5, 9), label: "PER")
        var table = SpanTable([composed, decomposed])
        #expect(table.map(\.bounds) == [Span(5, 9)])
        table.insert(composed)
        #expect(table.map(\.bounds) == [Span(0, 3)])
    }

    @Test("what is kept answers like a table of just that", arguments: [1, 2, 3, 1_000])
    func keeping(divisor: Int) {
        var numbers = SplitMix(seed: 11)
        let table = SpanTable((0..<1_500).map { _ in numbers.mention(within: 4_000) })
        let isWanted = { (mention: Mention) in mention.bounds.start.isMultiple(of: divisor) }
        let kept = table.keeping(where: isWanted)
        let expected = SpanTable(Array(table).filter(isWanted))
        #expect(Array(kept) == Array(expected) && kept.count == expected.count)
        #expect(kept.openCount == expected.openCount && kept.quietCount == expected.quietCount)
        for mention in table {
            #expect(kept[mention.id] == (isWanted(mention) ? mention : nil))
            #expect(kept.overlapping(mention.bounds) == expected.overlapping(mention.bounds))
        }
        #expect(table.count(where: isWanted) == kept.count)
    }

    @Test("a copy is known until one of both changes")
    func copies() {
        let table = SpanTable([Mention(id: "m1", spans: SpanSet(0, 1), label: "PER")])
        var copy = table
        #expect(copy.isCopy(of: table))
        copy.insert(Mention(id: "m1", spans: SpanSet(0, 1), label: "LOC"))
        #expect(!copy.isCopy(of: table))
    }

    @Test("a copy does not see what happens to the original")
    func copiesAreValues() {
        var table = SpanTable(
            (0..<600).map { Mention(id: ID("m\($0)"), spans: SpanSet($0, $0 + 1), label: "PER") })
        let copy = table
        table.remove("m300")
        table.replace(in: Span(0, 100), where: { _ in true }, with: [])
        #expect(copy.count == 600)
        #expect(copy["m300"] != nil)
        #expect(table.count == 499)
    }

    @Test("an empty table has an answer to every question")
    func empty() {
        var table = SpanTable<Mention>()
        #expect(table.overlapping(Span(0, 10)).isEmpty)
        #expect(table.first(from: 0) == nil)
        #expect(table.last(before: 10) == nil)
        #expect(table.remove("m1") == nil)
        table.replace(in: Span(0, 0), where: { _ in true }, with: [])
        #expect(table.isEmpty)
    }
}

extension SplitMix {
    fileprivate mutating func mention(within length: Int) -> Mention {
        let id = ID("m\(Int.random(in: 0..<1_000, using: &self))")
        let label: Label = Bool.random(using: &self) ? "PER" : "ORG"
        let status: Status = Bool.random(using: &self) ? .suggested : .accepted
        let attributes = Bool.random(using: &self) ? ["form": "pronoun"] : [:]
        return Mention(
            id: id, spans: SpanSet(span(within: length)), label: label, status: status, attributes: attributes
        )
    }
}
