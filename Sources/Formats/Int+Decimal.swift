extension Int {
    /// The number that bytes give, as `Int(String)` reads them; for digits alone without a string.
    init?(decimal bytes: some Collection<UInt8>) {
        var value = 0
        var isPlain = !bytes.isEmpty && bytes.count <= 18
        if isPlain {
            for byte in bytes {
                let digit = byte &- 48
                guard digit < 10 else {
                    isPlain = false
                    break
                }
                value = value &* 10 &+ Int(digit)
            }
        }
        if isPlain { self = value } else { self.init(String(decoding: bytes, as: UTF8.self)) }
    }
}
