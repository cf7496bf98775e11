import Storage
import Testing

@Suite("What the engine has learned, in the library")
struct LessonTests {
    @Test("lessons are kept in their order, the later one about a sentence in the place of the earlier")
    func kept() throws {
        let folder = try TemporaryFolder()
        let library = try Library.open(at: folder.library)
        for (key, text) in [(1, "a"), (2, "b"), (1, "c"), (UInt64.max, "d")] as [(UInt64, String)] {
            try library.teach(text, key: key, of: "news", generation: 0)
        }
        try library.teach("e", key: 1, of: "court", generation: 0)
        let stored = try Library.open(at: folder.library, for: .reading).lessons(of: "news")
        #expect(stored.lessons.map(\.sentence) == ["b", "c", "d"])
        #expect(stored.lessons.last?.key == UInt64.max)
        #expect(stored.layer == nil)
        try library.teach(nil, key: 2, of: "news", generation: 0)
        #expect(try library.lessons(of: "news").lessons.map(\.sentence) == ["c", "d"])
        #expect(try library.lessons(of: "court").lessons.map(\.sentence) == ["e"])
    }

    @Test("no more lessons are kept than the limit")
    func bounded() throws {
        let folder = try TemporaryFolder()
        let library = try Library.open(at: folder.library)
        for number in 0..<Library.lessonLimit + 3 {
            try library.teach("\(number)", key: UInt64(number), of: "news", generation: 0)
        }
        let lessons = try library.lessons(of: "news").lessons
        #expect(lessons.count == Library.lessonLimit)
        #expect(lessons.first?.sentence == "3")
    }

    @Test("a layer that was made of fewer lessons does not replace one that was made of more")
    func layers() throws {
        let folder = try TemporaryFolder()
        let library = try Library.open(at: folder.library)
        let other = try Library.open(at: folder.library)
        try library.saveLayer([1, 2], of: "news", upTo: 5, generation: 0)
        try other.saveLayer([3], of: "news", upTo: 4, generation: 0)
        #expect(try library.lessons(of: "news").layer == [1, 2])
        try other.saveLayer([4], of: "news", upTo: 6, generation: 0)
        #expect(try library.lessons(of: "news").layer == [4])
        #expect(try library.lessons(of: "news").sequence == 6)
    }

    @Test("what one program forgets, another one does not bring back")
    func forgotten() throws {
        let folder = try TemporaryFolder()
        let library = try Library.open(at: folder.library)
        let other = try Library.open(at: folder.library)
        try library.teach("a", key: 1, of: "news", generation: 0)
        let generation = try other.forgetLessons(of: "news")
        #expect(try library.teach("b", key: 2, of: "news", generation: 0) == nil)
        try library.saveLayer([1], of: "news", upTo: 9, generation: 0)
        #expect(try library.lessons(of: "news", after: 0, generation: 0) == nil)
        let stored = try library.lessons(of: "news")
        #expect(stored.lessons.isEmpty && stored.layer == nil && stored.generation == generation)
        #expect(try library.teach("b", key: 2, of: "news", generation: generation) != nil)
    }

    @Test("whether the engine learns is kept, and unsaid at first")
    func learning() throws {
        let folder = try TemporaryFolder()
        let library = try Library.open(at: folder.library)
        #expect(try library.learns() == nil)
        try library.setLearns(false)
        #expect(try Library.open(at: folder.library, for: .reading).learns() == false)
        try library.setLearns(true)
        #expect(try library.learns() == true)
    }
}
