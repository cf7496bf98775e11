import Articles
import GRDB
import Testing

@testable import Storage

@Suite("The journal")
struct LibraryJournalTests {
    private let folder: TemporaryFolder
    private let library: Library
    private let key: ArticleKey

    init() throws {
        folder = try TemporaryFolder()
        library = try Library.open(at: folder.library)
        key = try library.add(.sample(), at: 1)
    }

    @Test("a saved step is there after opening again, with the counts")
    func saveAndLoad() throws {
        #expect(try library.save(.tag(1), of: key, counts: Counts(entities: 1, suggestions: 4), at: 9) == 1)
        #expect(try library.save(.tag(2), of: key, counts: Counts(entities: 2, suggestions: 3), at: 10) == 2)
        try library.close()
        let again = try Library.open(at: folder.library)
        let stored = try again.load(key)
        #expect(stored.annotations.mentions.map(\.id) == ["m1.1", "m1.2"])
        #expect(stored.steps == [.tag(1), .tag(2)])
        #expect(stored.sequence == 2)
        let row = try again.row(of: key)
        #expect(row.state == .inWork && row.changed == 10)
        #expect(row.counts == Counts(entities: 2, facts: 0, suggestions: 3))
    }

    @Test("undo reaches back into an earlier session")
    func undoAcrossSessions() throws {
        var document = Document(article: .sample(), session: try library.session())
        for number in 1...3 {
            let made = document.perform(Step.tag(number).edit)
            try library.save(try #require(made), of: key, counts: Counts(), at: number)
        }
        let undone = document.undo()
        try library.save(try #require(undone), of: key, counts: Counts(), at: 4)
        try library.saveSnapshot(of: key)
        try library.close()

        let again = try Library.open(at: folder.library)
        let stored = try again.load(key)
        #expect(stored.stepsSinceSnapshot == 0)
        var later = Document(
            article: .sample(), annotations: stored.annotations, session: try again.session())
        later.restoreHistory(stored.steps)
        #expect(later.annotations == document.annotations)
        _ = later.redo()
        #expect(later.annotations.mentions.count == 3)
        _ = later.travel(to: nil)
        #expect(later.annotations.isEmpty)
    }

    @Test("a snapshot and the steps behind it give what the whole journal gives")
    func snapshots() throws {
        for number in 1...10 {
            try library.save(.tag(number), of: key, counts: Counts(), at: number)
            if number == 3 || number == 7 { try library.saveSnapshot(of: key) }
        }
        let stored = try library.load(key)
        #expect(stored.annotations.mentions.count == 10)
        #expect(stored.stepsSinceSnapshot == 3)
        #expect(stored.steps.count == 10)
        let snapshots = try library.read { try Int.fetchAll($0, sql: "SELECT sequence FROM snapshot") }
        #expect(snapshots == [7])
    }

    @Test("a snapshot that cannot be read is made up for by the journal")
    func unreadableSnapshot() throws {
        for number in 1...5 { try library.save(.tag(number), of: key, counts: Counts(), at: number) }
        try library.saveSnapshot(of: key)
        try library.write { try $0.execute(sql: "UPDATE snapshot SET annotations = x'01FF'") }
        #expect(try library.load(key).annotations.mentions.count == 5)
    }

    @Test("a step that cannot be read is named as damage, not passed over")
    func unreadableStep() throws {
        try library.save(.tag(1), of: key, counts: Counts(), at: 1)
        try library.write { try $0.execute(sql: "UPDATE journal SET step = x'0107'") }
        let error = #expect(throws: LibraryError.self) { try library.load(key) }
        #expect(error?.reason == .damaged("byte 2: a move is not known"))
    }

    @Test("imported annotations are the beginning, and stay below every snapshot")
    func imports() throws {
        let mention = Mention(
            id: "T1", spans: SpanSet(0, 9), label: "PER", status: .suggested, origin: .engine("x"))
        let imported = Annotations(mentions: [mention])
        try library.importAnnotations(imported, onto: key, counts: Counts(suggestions: 1), at: 3)
        #expect(try library.load(key).annotations == imported)
        #expect(try library.row(of: key).state == .new)
        try library.save(.tag(1), of: key, counts: Counts(), at: 4)
        try library.saveSnapshot(of: key)
        try library.write {
            try $0.execute(sql: "UPDATE snapshot SET annotations = x'01FF' WHERE sequence > 0")
        }
        #expect(try library.load(key).annotations.mentions.map(\.id) == ["T1", "m1.1"])
        #expect(throws: LibraryError(reason: .hasAnnotations, path: folder.library)) {
            try library.importAnnotations(imported, onto: key, counts: Counts(), at: 5)
        }
    }

    @Test("a second program sees the steps of the first, and learns that it was not alone")
    func twoPrograms() throws {
        let other = try Library.open(at: folder.library)
        #expect(try library.save(.tag(1), of: key, counts: Counts(), at: 1) == 1)
        #expect(try other.save(.tag(1, session: 2), of: key, counts: Counts(), at: 1) == 2)
        #expect(try library.save(.tag(2), of: key, counts: Counts(), at: 1) == 3)
        let missed = try other.steps(of: key, after: 2)
        #expect(missed.map(\.step) == [.tag(2)])
        #expect(missed.map(\.session) == [try library.session()])
        #expect(try library.load(key).annotations == other.load(key).annotations)
    }

    @Test("two programs that save at once lose nothing")
    func concurrentSaves() async throws {
        let other = try Library.open(at: folder.library)
        let (library, key) = (library, key)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (session, writer) in [(1, library), (2, other)] {
                group.addTask {
                    for number in 1...100 {
                        try writer.save(.tag(number, session: session), of: key, counts: Counts(), at: number)
                        if number.isMultiple(of: 40) { try writer.saveSnapshot(of: key) }
                    }
                }
            }
            try await group.waitForAll()
        }
        let stored = try library.load(key)
        #expect(stored.annotations.mentions.count == 200)
        #expect(stored.sequence == 200)
    }

    @Test("an article that is done stays done when it is edited")
    func states() throws {
        try library.setState(.done, of: key, at: 5)
        try library.save(.tag(1), of: key, counts: Counts(), at: 6)
        #expect(try library.row(of: key).state == .done)
        try library.setOpened(key, at: 8)
        #expect(try library.row(of: key).opened == 8)
    }
}
