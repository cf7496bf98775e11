import Glibc

/// Finds the lines in bytes that come in pieces.
struct LineScan {
    private var found: [(number: Int, range: Range<Int>)] = []
    private var number = 1
    private var start = 0
    private var isBlank = true
    /// How many bytes the pieces before had.
    private var passed = 0

    mutating func add(_ piece: [UInt8]) {
        piece.withUnsafeBytes { bytes in
            var index = 0
            while index < bytes.count {
                // A line is blank until it has a byte that is no white space, mostly its first.
                while isBlank, index < bytes.count,
                    bytes[index] == 32 || bytes[index] == 9 || bytes[index] == 13
                {
                    index += 1
                }
                guard index < bytes.count, let base = bytes.baseAddress else { break }
                if bytes[index] != 10 { isBlank = false }
                guard let end = memchr(base + index, 10, bytes.count - index) else { break }
                index = UnsafeRawPointer(end) - base
                close(at: passed + index)
                index += 1
            }
        }
        passed += piece.count
    }

    /// The lines that are not blank, the last one also without a line break.
    mutating func finish() -> [(number: Int, range: Range<Int>)] {
        close(at: passed)
        return found
    }

    private mutating func close(at end: Int) {
        if !isBlank { found.append((number, start..<end)) }
        number += 1
        start = end + 1
        isBlank = true
    }
}
