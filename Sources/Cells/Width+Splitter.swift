extension Width {
    /// Takes UTF-8 and makes clusters of it.
    struct Splitter {
        private(set) var clusters: [Cluster] = []
        /// Of the clusters, in cells.
        private var width = 0
        /// How many marks the last cluster has.
        private var marks = 0

        init(capacity: Int) {
            clusters.reserveCapacity(max(0, capacity))
        }

        /// - Parameter bytes: well-formed UTF-8, as a `String` holds it.
        mutating func take(_ bytes: UnsafeBufferPointer<UInt8>, columns: Int) {
            var index = 0
            while index < bytes.count, width <= columns {
                let byte = bytes[index]
                if byte < 0x80 {
                    append(Self.ascii[Int(byte)])
                    index += 1
                } else {
                    let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
                    var value = UInt32(byte) & (0x7F >> UInt32(length))
                    for next in bytes[index..<min(index + length, bytes.count)].dropFirst() {
                        value = value << 6 | UInt32(next) & 0x3F
                    }
                    take(Unicode.Scalar(value) ?? "\u{FFFD}", byteCount: length)
                    index += length
                }
            }
        }

        private mutating func take(_ scalar: Unicode.Scalar, byteCount: Int) {
            switch Width.kind(of: scalar.value) {
            case .narrow: append(Cluster(glyph: String(scalar), width: 1, byteCount: byteCount))
            case .wide where isSkinTone(scalar): lengthenLast(by: byteCount)
            case .wide: append(Cluster(glyph: String(scalar), width: 2, byteCount: byteCount))
            case .symbol: append(Cluster(glyph: "·", width: 1, byteCount: byteCount))
            case .replaced: append(Cluster(glyph: "�", width: 1, byteCount: byteCount))
            case .hidden where clusters.isEmpty: append(Cluster(glyph: "·", width: 1, byteCount: byteCount))
            case .hidden: lengthenLast(by: byteCount)
            case .mark: appendMark(scalar, byteCount: byteCount)
            }
        }

        private mutating func append(_ cluster: Cluster) {
            clusters.append(cluster)
            width += cluster.width
            marks = 0
        }

        private mutating func appendMark(_ scalar: Unicode.Scalar, byteCount: Int) {
            if clusters.isEmpty { append(Cluster(glyph: "◌", width: 1, byteCount: 0)) }
            if marks < Width.maximumMarks {
                lengthenLast(by: byteCount, mark: String(scalar))
                marks += 1
            } else {
                lengthenLast(by: byteCount)
            }
        }

        private mutating func lengthenLast(by byteCount: Int, mark: String = "") {
            guard let last = clusters.popLast() else { return }
            clusters.append(
                Cluster(glyph: last.glyph + mark, width: last.width, byteCount: last.byteCount + byteCount))
        }

        /// Whether the scalar only colours the emoji before it.
        private func isSkinTone(_ scalar: Unicode.Scalar) -> Bool {
            guard (0x1F3FB...0x1F3FF).contains(scalar.value),
                let base = clusters.last?.glyph.unicodeScalars.first
            else { return false }
            return base.properties.isEmojiModifierBase
        }

        /// The clusters of U+0000 to U+007F.
        private static let ascii: [Cluster] = (0..<0x80 as Range<UInt32>).map { value in
            let drawn: UInt32 =
                switch value {
                case 0x09: 0x20
                case 0x7F: 0x2421
                case ..<0x20: 0x2400 + value
                default: value
                }
            return Cluster(glyph: Unicode.Scalar(drawn).map(String.init) ?? "�", width: 1, byteCount: 1)
        }
    }
}
