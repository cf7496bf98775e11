import Testing

@testable import Language

@Suite struct ModelFileTests {
    private func file(_ bytes: [UInt8]) throws(ModelError) -> ModelFile {
        try ModelFile(ModelMemory(copying: bytes))
    }

    private var sample: [UInt8] {
        var writer = ModelWriter()
        writer.add("numbers", [1, 2, -3] as [Int16])
        writer.add("words", lines: ["O", "B-PER"])
        writer.add("empty", [] as [UInt32])
        return writer.bytes()
    }

    private func kind(of bytes: [UInt8]) -> ModelError.Kind? {
        do throws(ModelError) {
            _ = try file(bytes)
            return nil
        } catch {
            return error.kind
        }
    }

    @Test("what is written is read back in place")
    func roundTrip() throws {
        let file = try file(sample)
        #expect(try Array(file.array("numbers", of: Int16.self).buffer) == [1, 2, -3])
        #expect(try file.lines("words") == ["O", "B-PER"])
        #expect(try file.array("empty", of: UInt32.self).count == 0)
    }

    @Test("a section that is not there names itself in the error")
    func missing() throws {
        let file = try file(sample)
        let error = try #require(throws: ModelError.self) { try file.array("rows", of: Int16.self) }
        #expect(error.kind == .task)
        #expect(error.description.contains("rows"))
    }

    @Test("one changed byte anywhere is found")
    func damaged() {
        for index in sample.indices {
            var bytes = sample
            bytes[index] ^= 0x40
            let expected: ModelError.Kind = index < 8 ? .foreign : index < 12 ? .version : .damaged
            #expect(kind(of: bytes) == expected, "byte \(index)")
        }
    }

    @Test("a file that is cut off anywhere is refused")
    func cut() {
        for count in 0..<sample.count {
            #expect(kind(of: Array(sample.prefix(count))) != nil, "\(count) bytes")
        }
    }

    @Test("another file and another version are told apart, in words that say what to do")
    func foreign() throws {
        #expect(kind(of: Array("PK\u{3}\u{4} and much more that is no model at all".utf8)) == .foreign)
        var other = sample
        other[8] = 9
        let error = try #require(throws: ModelError.self) { try file(other) }
        #expect(error.description.contains("version 9"))
        #expect(error.description.contains("train it again"))
    }
}
