/// Where the weights of a feature lie: a hash of its template and of what stands in it.
///
/// Multiplicative hashing, whose upper bits depend on all bits below: Knuth, The Art of Computer Programming, 6.4.
struct FeatureRow {
    /// The number of bits that remain of a hash.
    let bits: UInt64

    @inline(__always)
    func of(_ template: UInt64, _ value: UInt64) -> UInt32 {
        let sum = (value ^ (template &* 0xD6E8_FEB8_6659_FD93)) &* 0x9E37_79B9_7F4A_7C15
        return UInt32(truncatingIfNeeded: ((sum ^ sum >> 29) &* 0xBF58_476D_1CE4_E5B9) >> (64 &- bits))
    }

    @inline(__always)
    func of(_ template: UInt64, _ first: UInt64, _ second: UInt64) -> UInt32 {
        of(template, (first &* 0xFF51_AFD7_ED55_8CCD) ^ second)
    }

    @inline(__always)
    func of(_ template: UInt64, _ first: UInt64, _ second: UInt64, _ third: UInt64) -> UInt32 {
        of(template, ((first &* 0xFF51_AFD7_ED55_8CCD) ^ second) &* 0xC4CE_B9FE_1A85_EC53 ^ third)
    }
}
