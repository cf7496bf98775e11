/// Finds the bytes that are not UTF-8.
enum IllFormedUTF8 {
    /// The ill-formed sequences in order, each as long as decoders replace by one U+FFFD (the "maximal subpart" of the
    /// Unicode Standard, chapter 3.9).
    static func ranges(in bytes: UnsafeBufferPointer<UInt8>, limit: Int = .max) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] < 0x80 {
                index = ByteScan.nextAboveASCII(in: bytes, from: index)
                continue
            }
            let sequence = Sequence(lead: bytes[index])
            var end = index + 1
            var allowed = sequence.second
            while end < index + sequence.length, end < bytes.count, allowed.contains(bytes[end]) {
                allowed = 0x80...0xBF
                end += 1
            }
            if end < index + sequence.length || sequence.length == 1 {
                found.append(index..<end)
                if found.count == limit { return found }
            }
            index = end
        }
        return found
    }

    static func first(in bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBufferPointer { ranges(in: $0, limit: 1).first?.lowerBound }
    }

    /// What may follow a lead byte; length 1 is a byte that cannot lead.
    private struct Sequence {
        var length = 1
        var second: ClosedRange<UInt8> = 0x80...0xBF

        init(lead: UInt8) {
            switch lead {
            case 0xC2...0xDF: length = 2
            case 0xE0: (length, second) = (3, 0xA0...0xBF)
            case 0xED: (length, second) = (3, 0x80...0x9F)
            case 0xE1...0xEF: length = 3
            case 0xF0: (length, second) = (4, 0x90...0xBF)
            case 0xF1...0xF3: length = 4
            case 0xF4: (length, second) = (4, 0x80...0x8F)
            default: break
            }
        }
    }
}
