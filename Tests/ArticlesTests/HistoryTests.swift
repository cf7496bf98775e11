import Testing

@testable import Articles

@Suite("History")
struct HistoryTests {
    /// o ── a ── b ── c, and d beside b
    private func branched() -> History {
        var history = History()
        for id: ID in ["a", "b", "c"] { history.add(edit(id), id: id) }
        history.move(to: "a")
        history.add(edit("d"), id: "d")
        return history
    }

    private func edit(_ id: ID) -> Edit {
        Edit(id.text, [.add(.label(ArticleLabel(id: id, name: id.text)))])
    }

    @Test("an edit after an undo grows a branch, and the old one stays reachable")
    func branchesStay() {
        var history = branched()
        #expect(history.order == ["a", "b", "c", "d"])
        #expect(history.changes(to: "c").map(\.annotation.id) == ["d", "b", "c"])
        history.move(to: "c")
        #expect(history.current == "c")
        #expect(history.changes(to: "d").map(\.annotation.id) == ["c", "b", "d"])
    }

    @Test("redo follows the branch that was left last")
    func redoFollowsLatest() {
        var history = branched()
        history.move(to: nil)
        #expect(history.next == "a")
        history.move(to: "a")
        #expect(history.next == "d")
        history.move(to: "c")
        history.move(to: nil)
        history.move(to: "a")
        #expect(history.next == "b")
    }

    @Test("a place that does not exist is not gone to")
    func unknownPlace() {
        var history = branched()
        history.move(to: "z")
        #expect(history.current == "d")
        #expect(!history.holds("z"))
        #expect(history.holds(nil))
    }

    @Test("an edit that comes twice is in the tree once")
    func sameEditTwice() {
        var history = branched()
        history.add(edit("b"), id: "b")
        #expect(history.order == ["a", "b", "c", "d"])
        #expect(history.current == "b")
        #expect(history.next == "c")
    }

    @Test("the beginning has nothing before it, the end nothing after it")
    func ends() {
        var history = History()
        #expect(!history.canUndo && !history.canRedo)
        history.add(edit("a"), id: "a")
        #expect(history.canUndo && !history.canRedo)
        history.move(to: nil)
        #expect(!history.canUndo && history.canRedo)
    }
}
