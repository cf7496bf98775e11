/// The sequences that a terminal obeys and does not show, such as `ESC [ 31 m`: their numbers say nothing.
///
/// Source: ECMA-48, "Control Functions for Coded Character Sets", 5th edition, 1991, section 5.4.
enum ControlSequences {
    private static let escape: UInt8 = 0x1B

    /// Ranges of bytes in the order of the text.
    static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = 0
        while let start = bytes[index...].firstIndex(of: escape) {
            let end = end(of: bytes, from: start + 1)
            found.append(start..<end)
            index = end
        }
        return found
    }

    /// The end of a sequence whose escape stands before an index.
    private static func end(of bytes: [UInt8], from start: Int) -> Int {
        func skip(_ set: ClosedRange<UInt8>, from index: Int) -> Int {
            bytes[index...].firstIndex { !set.contains($0) } ?? bytes.count
        }
        guard start < bytes.count else { return start }
        switch bytes[start] {
        case UInt8(ascii: "["):
            let final = skip(0x20...0x2F, from: skip(0x30...0x3F, from: start + 1))
            return final < bytes.count && 0x40...0x7E ~= bytes[final] ? final + 1 : final
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
            // A string of a command goes to its terminator; without one the text behind is not lost.
            return bytes[start...].firstIndex { $0 == 7 || $0 == escape } ?? start + 1
        default:
            let final = skip(0x20...0x2F, from: start)
            return final < bytes.count && 0x30...0x7E ~= bytes[final] ? final + 1 : max(start, final)
        }
    }
}
