/// Cuts bytes that come in pieces into lines, so that a stream of documents needs the memory of its longest line.
public struct LineFraming: Sendable {
    let name: String
    private var unfinished: [UInt8] = []
    private var nextLine = 1

    /// - Parameter name: the file's name, for messages.
    public init(name: String) { self.name = name }

    /// The lines that are complete now, without their line feeds.
    public mutating func add(_ piece: some Sequence<UInt8>) -> [Input] {
        // Only the new bytes are searched: a line of 1 GB that comes in small pieces costs one pass.
        var searched = unfinished.count
        unfinished.append(contentsOf: piece)
        var lines: [Input] = []
        var start = 0
        while let end = unfinished.firstIndex(of: 10, from: searched) {
            lines.append(line(Array(unfinished[start..<end])))
            start = end + 1
            searched = start
        }
        if start > 0 { unfinished.removeFirst(start) }
        return lines
    }

    /// The last line, when it has no line feed.
    public mutating func finish() -> [Input] {
        guard !unfinished.isEmpty else { return [] }
        defer { unfinished = [] }
        return [line(unfinished)]
    }

    private mutating func line(_ bytes: [UInt8]) -> Input {
        defer { nextLine += 1 }
        return Input(name: name, bytes: bytes, firstLine: nextLine)
    }
}

extension [UInt8] {
    /// Where a byte occurs first at or after an index.
    func firstIndex(of byte: UInt8, from start: Int) -> Int? {
        let found = withUnsafeBufferPointer { ByteScan.next(byte, in: $0, from: start) }
        return found < count ? found : nil
    }
}
