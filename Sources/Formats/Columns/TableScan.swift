/// Goes through a table row by row, as RFC 4180 has it, in one pass.
///
/// A quote ends a cell only before a separator or line break: elsewhere it is a sign like any other, which many programs
/// forget to double.
struct TableScan {
    struct Row {
        /// Counted from 1.
        let line: Int
        let cells: [String]
        /// Whether a quote was opened that no other closes.
        var isOpen = false
    }

    let separator: UInt8
    private let bytes: ArraySlice<UInt8>
    private var at: Int
    private var line: Int

    init(_ bytes: ArraySlice<UInt8>, firstLine: Int = 1) {
        self.bytes = bytes
        let named = Self.named(in: bytes)
        at = named?.end ?? bytes.startIndex
        line = firstLine + (named == nil ? 0 : 1)
        separator = named?.separator ?? Self.separator(in: bytes)
    }

    /// The next row that is not blank.
    mutating func next() -> Row? {
        while at < bytes.endIndex {
            let start = line
            var cells: [String] = []
            var isOpen = false
            repeat { cells.append(cell(&isOpen)) } while take(separator)
            takeLineBreak()
            if cells.contains(where: { !$0.isEmpty }) {
                return Row(line: start, cells: cells, isOpen: isOpen)
            }
        }
        return nil
    }

    private mutating func cell(_ isOpen: inout Bool) -> String {
        var start = at
        while start < bytes.endIndex, bytes[start] == 32 { start += 1 }
        if start < bytes.endIndex, bytes[start] == UInt8(ascii: "\"") {
            at = start + 1
            return quoted(&isOpen)
        }
        start = at
        while at < bytes.endIndex, !isEnd(bytes[at]) { at += 1 }
        return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    private mutating func quoted(_ isOpen: inout Bool) -> String {
        var content: [UInt8] = []
        while at < bytes.endIndex {
            let byte = bytes[at]
            at += 1
            if byte == 10 { line += 1 }
            guard byte == UInt8(ascii: "\"") else {
                content.append(byte)
                continue
            }
            if at < bytes.endIndex, bytes[at] == UInt8(ascii: "\"") {
                content.append(byte)
                at += 1
            } else if closes() {
                return String(decoding: content, as: UTF8.self)
            } else {
                content.append(byte)
            }
        }
        isOpen = true
        return String(decoding: content, as: UTF8.self)
    }

    /// Whether nothing but blanks stands between here and the end of the cell, which is gone to then.
    private mutating func closes() -> Bool {
        var end = at
        while end < bytes.endIndex, bytes[end] == 32, end - at < 8 { end += 1 }
        guard end == bytes.endIndex || isEnd(bytes[end]) else { return false }
        at = end
        return true
    }

    private func isEnd(_ byte: UInt8) -> Bool { byte == separator || byte == 10 || byte == 13 }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard at < bytes.endIndex, bytes[at] == byte else { return false }
        at += 1
        return true
    }

    private mutating func takeLineBreak() {
        guard at < bytes.endIndex else { return }
        if take(13) { _ = take(10) } else { _ = take(10) }
        line += 1
    }

    /// The sign in a first line such as `sep=;`, with which Excel is told what parts cells; and where the next line begins.
    private static func named(in bytes: ArraySlice<UInt8>) -> (separator: UInt8, end: Int)? {
        var line = bytes.prefix(12).prefix { $0 != 10 }
        let end = min(line.endIndex + 1, bytes.endIndex)
        if line.last == 13 { line = line.dropLast() }
        if line.first == UInt8(ascii: "\""), line.last == UInt8(ascii: "\"") {
            line = line.dropFirst().dropLast()
        }
        guard line.count == 5, String(decoding: line.prefix(4), as: UTF8.self).lowercased() == "sep=",
            let sign = line.last
        else { return nil }
        return (sign, end)
    }

    /// The sign that parts the header: Excel writes semicolons where the comma is that of numbers.
    private static func separator(in bytes: ArraySlice<UInt8>) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in bytes {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if !isQuoted, byte == 10 || byte == 13 { break }
            if !isQuoted { counts[byte, default: 0] += 1 }
        }
        let candidates = [UInt8(ascii: ","), 9, UInt8(ascii: ";"), UInt8(ascii: "|")]
        return candidates.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? UInt8(ascii: ",")
    }
}
