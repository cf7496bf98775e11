import Synchronization

/// How much may still come out of an archive and of all archives in it, which share one allowance: a small file must not
/// become a large one by being packed often enough.
final class Allowance: Sendable {
    static let byteLimit = 256 << 20
    static let entryLimit = 100_000
    /// Texts are packed to a tenth or, full of repetitions, to a hundredth; nothing that a person reads to less.
    static let ratioLimit = 250
    /// What may come out of any file, however small it is.
    static let freeBytes = 8 << 20

    private let left: Mutex<(bytes: Int, entries: Int)>

    init(bytes: Int = Allowance.byteLimit, entries: Int = Allowance.entryLimit) {
        left = Mutex((bytes, entries))
    }

    /// Whether so many more bytes may come out.
    func takes(bytes count: Int) -> Bool {
        left.withLock { left in
            guard count <= left.bytes else { return false }
            left.bytes -= count
            return true
        }
    }

    /// Whether one more entry may be looked at.
    func takesEntry() -> Bool {
        left.withLock { left in
            guard left.entries > 0 else { return false }
            left.entries -= 1
            return true
        }
    }
}

/// Where an input lies within archives.
struct Nesting: Sendable {
    /// Archives around the input; a document such as EPUB may lie in two, an archive in one.
    let depth: Int
    let allowance: Allowance

    static let deepest = 2

    /// Where a file lies that is in no archive.
    static var outermost: Nesting { Nesting(depth: 0, allowance: Allowance()) }

    var inner: Nesting { Nesting(depth: depth + 1, allowance: allowance) }
}
