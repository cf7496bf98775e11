/// The tokens of one sentence as ranges of bytes, with what is known of each word.
struct SentenceTokens {
    private(set) var bytes: [UInt8] = []
    private(set) var tokens: [Range<Int>] = []

    var count: Int { tokens.count }

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        tokens.removeAll(keepingCapacity: true)
    }

    /// Adds a token; a blank stands before it, as in the lists of names.
    mutating func add(_ token: some Collection<UInt8>) {
        if !bytes.isEmpty { bytes.append(0x20) }
        let start = bytes.count
        bytes.append(contentsOf: token)
        tokens.append(start..<bytes.count)
    }

    init() {}

    init(_ words: some Sequence<String>) {
        for word in words { add(word.utf8) }
    }
}
