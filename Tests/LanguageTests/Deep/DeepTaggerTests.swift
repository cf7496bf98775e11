import Testing

@testable import Language

@Suite struct DeepTaggerTests {
    private static let sentences = [
        ["Angela", "bekam", "Äbte"], [], ["中国", "Angelas"], Array(repeating: "Angela", count: 60), ["a"],
    ]

    private static func kind(_ bytes: [UInt8]) -> ModelError.Kind? {
        do throws(ModelError) {
            _ = try DeepTagger(bytes: bytes)
            return nil
        } catch {
            return error.kind
        }
    }

    @Test("each word gets a label, and one with unknown letters none")
    func labels() throws {
        let labels = try DeepRun(DeepTagger(bytes: TinyModel().bytes())).labels(of: Self.sentences)
        #expect(labels.map(\.count) == Self.sentences.map(\.count))
        #expect(labels[2][0] == nil && labels[2][1] != nil)
        #expect(labels[3].allSatisfy { $0 != nil })
    }

    @Test("sentences too long to be read together have the labels that they have alone")
    func together() throws {
        let run = try DeepRun(DeepTagger(bytes: TinyModel(isFloat: false).bytes()))
        let long = Self.sentences.filter { $0.count < 5 }.map { Array(repeating: $0 + ["Angela"], count: 5) }
        let many = Array(repeating: long.map { $0.flatMap { $0 } }, count: 8).flatMap { $0 }
        let alone = try many.map { try run.labels(of: [$0])[0] }
        #expect(try run.labels(of: many) == alone)
    }

    @Test("short neighbours are read as one passage, each with its own labels")
    func neighbours() throws {
        let tagger = try DeepTagger(bytes: TinyModel().bytes())
        let run = DeepRun(tagger)
        let short = [["Angela", "bekam"], ["Äbte"], ["a", "Angelas"]]
        let together = try run.read(short).flatMap(\.logits)
        let joined = try run.read([short.flatMap { $0 }])[0].logits
        #expect(together == joined)
        #expect(try run.read([short[1]])[0].logits != Array(together[10..<15]))
    }

    @Test("names have their words and a probability")
    func names() throws {
        let run = try DeepRun(DeepTagger(bytes: TinyModel(seed: 3).bytes()))
        let labels = try run.labels(of: Self.sentences)
        for (found, labels) in zip(try run.names(of: Self.sentences), labels) {
            #expect(found.unknown == labels.indices.filter { labels[$0] == nil })
            for name in found.names {
                #expect((0...1).contains(name.confidence))
                for word in name.tokens where labels[word] != nil {
                    let place = word == name.tokens.lowerBound ? "B-" : "I-"
                    #expect(labels[word] == place + name.label)
                }
            }
        }
    }

    @Test("a file that is cut, changed, or for another task is refused")
    func damaged() throws {
        let bytes = TinyModel().bytes()
        #expect(Self.kind(bytes) == nil)
        #expect(Self.kind([]) == .foreign)
        #expect(Self.kind(Array(bytes.dropLast(100))) == .damaged)
        var changed = bytes
        changed[bytes.count / 2] ^= 1
        #expect(Self.kind(changed) == .damaged)
        for section in [
            "deep", "labels", "pieces", "piece-ends", "scores", "rules", "table", "positions", "embedding",
            "head", "calibration", "epsilon", "weights", "numbers",
        ] {
            #expect(Self.kind(TinyModel().bytes(without: section)) == .task, "\(section)")
        }
    }

    @Test("sizes that do not fit the sections are refused", arguments: 0..<8, [0, 1, 3, 77, UInt32.max])
    func sizes(place: Int, value: UInt32) {
        let bytes = TinyModel().bytes { shape in
            if shape[place] == value { shape[place] += 1 } else { shape[place] = value }
        }
        let kind = Self.kind(bytes)
        #expect(kind == .damaged || (place == 0 && kind == .version))
    }
}
