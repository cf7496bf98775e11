import Testing

@testable import Language

@Suite struct WindowTests {
    @Test("a sentence that fits is one window")
    func fits() {
        #expect(Window.windows(starts: [0, 2, 5], limit: 5) == [Window(words: 0..<2, core: 0..<2)])
        #expect(Window.windows(starts: [0], limit: 5) == [])
    }

    @Test("a longer one is cut with overlap")
    func overlap() {
        #expect(
            Window.windows(starts: Array(0...12), limit: 8) == [
                Window(words: 0..<8, core: 0..<6), Window(words: 4..<12, core: 6..<12),
            ])
    }

    @Test("each word is in one core, in order, and windows of several words are within the limit")
    func properties() {
        var chance = Chance(5)
        for _ in 0..<500 {
            let limit = Int.random(in: 2...60, using: &chance)
            var starts = [0]
            for _ in 0..<Int.random(in: 1...100, using: &chance) {
                starts.append(starts[starts.count - 1] + Int.random(in: 1...8, using: &chance))
            }
            let windows = Window.windows(starts: starts, limit: limit)
            #expect(windows.flatMap(\.core) == Array(0..<starts.count - 1))
            for window in windows {
                #expect(window.words.lowerBound <= window.core.lowerBound)
                #expect(window.words.upperBound >= window.core.upperBound)
                let size = starts[window.words.upperBound] - starts[window.words.lowerBound]
                // Only a word that is too long by itself goes beyond, behind at most its context.
                #expect(size <= limit || window.core.count == 1)
            }
        }
    }
}
