import Foundation
import Storage
import TestSupport
import Testing

/// The real program, killed while a person tags.
@Suite("kill -9", .enabled(if: Program.hasTmux), .serialized)
struct KillTests {
    @Test("at any of 50 moments loses nothing that was on the screen, and the next start works")
    func losesNothing() throws {
        let home = try Home()
        let words = (0..<60).map { "wort\($0)" }
        try home.write(words.joined(separator: " "), to: "a.txt")
        var random = SplitMix(seed: 20_261_123)
        var kept: [String: String] = [:]
        for moment in 1...50 {
            // The terminal of a killed program is good for nothing.
            let desk = try Desk(at: home, size: .init(rows: 6, columns: 80))
            try desk.open("a.txt")
            try #require(count(desk.tmux.screen()) == kept.count, "moment \(moment)")
            var typist = Typist(words: words, tags: kept, random: random)
            let keyCount = Int.random(in: 1...8, using: &random)
            for _ in 0..<keyCount {
                try desk.tmux.type(typist.nextKey())
                typist.saw(count: count(try desk.tmux.screen()))
            }
            // The last key may be anywhere between the terminal and the disk.
            try desk.tmux.type(typist.nextKey())
            usleep(.random(in: 0...20_000, using: &random))
            #expect(kill(try desk.tmux.foregroundProcess(), SIGKILL) == 0)
            try desk.tmux.wait(for: "left:\(128 + SIGKILL)")

            let library = try Library.open(at: home.library.path, for: .reading)
            #expect(try library.problems().isEmpty)
            let found = try tags(home.keptMentions())
            #expect(typist.possible.contains(found), "moment \(moment): \(found)")
            kept = found
            random = typist.random
        }
        #expect(!kept.isEmpty)
    }

    private func tags(_ mentions: [String]) -> [String: String] {
        let pairs = mentions.map { $0.split(separator: " ").map(String.init) }
        return Dictionary(pairs.map { ($0[1], $0[0]) }, uniquingKeysWith: { $0 + $1 })
    }

    /// The number of mentions that the screen shows; nil when something stands in front of it.
    private func count(_ screen: String) -> Int? {
        screen.firstMatch(of: /(\d+) mentions?/).flatMap { Int($0.1) }
    }
}

/// Types at random, and knows what the library may hold when the program dies now.
private struct Typist {
    private static let labels = ["p": "PER", "l": "LOC", "o": "ORG", "m": "MISC"]

    let words: [String]
    /// The tags of words after each key, from the last that was certainly seen on.
    private(set) var possible: [[String: String]]
    private(set) var random: SplitMix
    private var cursor = 0

    init(words: [String], tags: [String: String], random: SplitMix) {
        self.words = words
        possible = [tags]
        self.random = random
    }

    mutating func nextKey() -> String {
        var tags = possible.last ?? [:]
        defer { possible.append(tags) }
        guard Bool.random(using: &random), let key = Self.labels.keys.sorted().randomElement(using: &random)
        else {
            cursor += 1
            return "w"
        }
        let word = words[cursor]
        // The same label again takes it away, another replaces it.
        tags[word] = tags[word] == Self.labels[key] ? nil : Self.labels[key]
        return key
    }

    /// What was on the screen must be kept, so nothing older is possible any more.
    mutating func saw(count: Int?) {
        guard let count, let index = possible.firstIndex(where: { $0.count == count }) else { return }
        possible.removeFirst(index)
    }
}
