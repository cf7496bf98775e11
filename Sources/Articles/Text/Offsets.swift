import Synchronization

/// The way from UTF-8 offsets to code points and UTF-16 units and back, for formats that count in those.
///
///     Grüße 😀       UTF-8         0 1 2 4 6 7 8 12
///                    code points   0 1 2 3 4 5 6 7
///                    UTF-16        0 1 2 3 4 5 6 8
///
/// A checkpoint every 4 KB holds the counts so far, so that a question costs a binary search and a walk of 4 KB at
/// most. The checkpoints are made at the first question, in one pass; a pure ASCII text needs none.
final class Offsets: Sendable {
    enum Unit: CaseIterable { case utf8, codePoints, utf16 }

    /// One place between two scalars, in all units.
    struct Place: Hashable, Sendable {
        var utf8 = 0
        var codePoints = 0
        var utf16 = 0

        subscript(unit: Unit) -> Int {
            switch unit {
            case .utf8: utf8
            case .codePoints: codePoints
            case .utf16: utf16
            }
        }

        /// The place behind one more scalar.
        func after(_ step: UTF8Step) -> Place {
            Place(
                utf8: utf8 + step.length, codePoints: codePoints + 1,
                utf16: utf16 + (step.scalar > 0xFFFF ? 2 : 1))
        }

        /// The place behind so many ASCII bytes more.
        func after(ascii count: Int) -> Place {
            Place(utf8: utf8 + count, codePoints: codePoints + count, utf16: utf16 + count)
        }
    }

    /// A place in half of its size; a text has at most 4 GB.
    private struct Checkpoint: Sendable {
        private let utf8, codePoints, utf16: UInt32

        init(_ place: Place) {
            (utf8, codePoints, utf16) = (UInt32(place.utf8), UInt32(place.codePoints), UInt32(place.utf16))
        }

        var place: Place { Place(utf8: Int(utf8), codePoints: Int(codePoints), utf16: Int(utf16)) }
    }

    private static let spacing = 4096

    private let isASCII: Bool
    private let checkpoints = Mutex<[Checkpoint]>([])

    init(isASCII: Bool) { self.isASCII = isASCII }

    /// The last place that lies at `value` or before it; the start or end of the text for a value outside.
    func place(_ unit: Unit, atMost value: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Place {
        isASCII
            ? Place().after(ascii: max(0, min(value, bytes.count)))
            : Self.walk(from: checkpoint(unit, atMost: value, in: bytes), to: value, unit, bytes)
    }

    private func checkpoint(
        _ unit: Unit, atMost value: Int, in bytes: UnsafeBufferPointer<UInt8>
    ) -> Place {
        checkpoints.withLock { checkpoints in
            if checkpoints.isEmpty { checkpoints = Self.checkpoints(of: bytes) }
            return checkpoints[max(0, checkpoints.partitioningIndex { $0.place[unit] > value } - 1)].place
        }
    }

    private static func checkpoints(of bytes: UnsafeBufferPointer<UInt8>) -> [Checkpoint] {
        var place = Place()
        var found = [Checkpoint(place)]
        found.reserveCapacity(bytes.count / spacing + 1)
        while place.utf8 + spacing < bytes.count {
            place = walk(from: place, to: place.utf8 + spacing, .utf8, bytes)
            found.append(Checkpoint(place))
        }
        return found
    }

    private static func walk(
        from start: Place, to value: Int, _ unit: Unit, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Place {
        var place = start
        while place.utf8 < bytes.count, place[unit] < value {
            if place[unit] + ByteWord.size <= value, place.utf8 + ByteWord.size <= bytes.count,
                ByteWord(bytes, at: place.utf8).isASCII
            {
                place = place.after(ascii: ByteWord.size)
                continue
            }
            let next = place.after(UTF8Step(bytes, at: place.utf8, end: bytes.count))
            if next[unit] > value { break }
            place = next
        }
        return place
    }
}
