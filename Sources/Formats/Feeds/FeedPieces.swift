/// A large feed cut between its items into small ones, so that no more of it is in memory as a tree than one piece.
///
///     <rss><channel><title>Bote</title> <item>1</item> … <item>9</item> <item>10</item> … </channel></rss>
///
/// A piece begins with the tags that are open where items begin, and ends them. The first has what the feed says of
/// itself, the last what stands behind the items.
struct FeedPieces: Sequence {
    /// Smaller feeds are read as a whole; pieces are about so large.
    static let size = 1 << 20

    private let input: Input
    /// The XML declaration and the tags that are open around items, on one line.
    private let head: [UInt8]
    private let tail: [UInt8]
    /// Where pieces begin, and the end of the file.
    private let cuts: [Int]

    /// Nil for a feed that is small, or that cannot be cut as it is written.
    ///
    /// - Parameter item: the name of an item's element, without a prefix.
    init?(_ input: Input, item: String, size: Int = Self.size) {
        guard input.bytes.count > 2 * size else { return nil }
        var scan = FeedScan(input.bytes, item: item)
        guard let cuts = scan.cuts(size), cuts.count > 2 else { return nil }
        self.input = input
        self.cuts = cuts
        let tags = scan.open.map { input.bytes[$0.tag] }
        head =
            (scan.declaration.map { Array(input.bytes[$0]) } ?? []) + tags.joined().map { $0 < 32 ? 32 : $0 }
        tail = scan.open.reversed().flatMap { Array("</".utf8) + input.bytes[$0.name] + [UInt8(ascii: ">")] }
    }

    func makeIterator() -> AnyIterator<Input> {
        var index = 0
        var line = input.firstLine
        return AnyIterator {
            guard index + 1 < cuts.count else { return nil }
            defer { index += 1 }
            let range = cuts[index]..<cuts[index + 1]
            var piece = input
            piece.firstLine = line
            piece.bytes = index == 0 ? [] : head
            piece.bytes += input.bytes[range]
            if index + 2 < cuts.count { piece.bytes += tail }
            line += input.bytes[range].count { $0 == 10 }
            return piece
        }
    }
}

extension FeedHarvest {
    /// Reads a feed; a large one in pieces, unless one cannot be read alone, or the feed says only behind its items what it is.
    ///
    /// - Parameters:
    ///   - item: the name of an item's element.
    ///   - head: what the feed says of all its items: nothing yet. A piece knows what those before it have told.
    ///   - title: what a head calls the feed.
    ///   - add: takes the items of the feed, or of a piece of it.
    static func read<Head>(
        _ input: Input, item: String, from head: Head, title: (Head) -> String?,
        _ add: (Input, inout FeedHarvest, inout Head) throws(FormatError) -> Void
    ) throws(FormatError) -> Imported {
        if let pieces = FeedPieces(input, item: item) {
            var (harvest, known) = (FeedHarvest(input.name), head)
            let isRead = pieces.allSatisfy { piece in
                (try? add(piece, &harvest, &known)) != nil && title(known) != nil
            }
            if isRead { return harvest.imported() }
        }
        var (harvest, known) = (FeedHarvest(input.name), head)
        try add(input, &harvest, &known)
        return harvest.imported()
    }
}

/// Goes through the tags of a feed, comments and character data apart.
private struct FeedScan {
    struct Tag {
        let name: Range<Int>
        let tag: Range<Int>
    }

    private let bytes: [UInt8]
    private let item: [UInt8]
    private(set) var declaration: Range<Int>?
    /// The tags that are open where the first item begins.
    private(set) var open: [Tag] = []
    private var place = 0

    init(_ bytes: [UInt8], item: String) {
        self.bytes = bytes
        self.item = Array(item.utf8)
    }

    /// 0, the beginning of an item about every so many bytes, and the end of the file; nil where items hold items.
    mutating func cuts(_ size: Int) -> [Int]? {
        var cuts = [0]
        var isInItem = false
        var hasItem = false
        while let start = bytes.firstIndex(of: UInt8(ascii: "<"), from: place) {
            guard let tag = tag(at: start) else { return nil }
            place = tag.tag.upperBound
            guard !tag.name.isEmpty else { continue }
            let isEnd = bytes[start + 1] == UInt8(ascii: "/")
            let isClosed = bytes[place - 2] == UInt8(ascii: "/")
            if bytes[tag.name].elementsEqual(item) {
                if isEnd {
                    isInItem = false
                } else {
                    guard !isInItem else { return nil }
                    isInItem = !isClosed
                    if hasItem, start - (cuts.last ?? 0) >= size { cuts.append(start) }
                    hasItem = true
                }
            } else if !hasItem, isEnd {
                guard open.popLast() != nil else { return nil }
            } else if !hasItem, !isClosed {
                open.append(tag)
            }
        }
        return isInItem ? nil : cuts + [bytes.count]
    }

    /// The tag that begins here; without a name for what is none.
    private mutating func tag(at start: Int) -> Tag? {
        let rest = bytes[start...].prefix(9)
        if rest.starts(with: "<!--".utf8) { return end(of: start, with: "-->") }
        if rest.starts(with: "<![CDATA[".utf8) { return end(of: start, with: "]]>") }
        if rest.starts(with: "<?".utf8) {
            let instruction = end(of: start, with: "?>")
            if rest.starts(with: "<?xml ".utf8), declaration == nil { declaration = instruction?.tag }
            return instruction
        }
        // A document type may declare what the pieces would lack.
        if rest.starts(with: "<!".utf8) { return nil }
        let nameStart = start + (rest.dropFirst().first == UInt8(ascii: "/") ? 2 : 1)
        let name = bytes[min(nameStart, bytes.count)...].prefix {
            !$0.isSpace && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/")
        }
        guard !name.isEmpty, let end = tagEnd(from: name.endIndex) else { return nil }
        return Tag(name: name.startIndex..<name.endIndex, tag: start..<end)
    }

    private func end(of start: Int, with mark: String) -> Tag? {
        var place = start
        let mark = Array(mark.utf8)
        while let next = bytes.firstIndex(of: mark[0], from: place) {
            if bytes[next...].starts(with: mark) {
                return Tag(name: start..<start, tag: start..<next + mark.count)
            }
            place = next + 1
        }
        return nil
    }

    /// A `>` in a value ends no tag.
    private func tagEnd(from start: Int) -> Int? {
        var quote: UInt8?
        for index in start..<bytes.count {
            let byte = bytes[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return index + 1
            }
        }
        return nil
    }
}
