import TestSupport
import Testing

@testable import Formats

@Suite struct ByteScanTests {
    @Test("eight bytes at a time find what one at a time finds, at every place")
    func agreement() {
        var random = SplitMix(seed: 9)
        for _ in 0..<400 {
            let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                [0, 1, 10, 31, 32, 33, 34, 35, 91, 92, 93, 127, 128, 129, 255, 65][
                    Int.random(in: 0..<16, using: &random)]
            }.map { UInt8($0) }
            bytes.withUnsafeBufferPointer { buffer in
                for start in 0...bytes.count {
                    func first(_ isWanted: (UInt8) -> Bool) -> Int {
                        bytes[start...].firstIndex(where: isWanted) ?? bytes.count
                    }
                    #expect(ByteScan.next(10, in: buffer, from: start) == first { $0 == 10 })
                    #expect(ByteScan.nextAboveASCII(in: buffer, from: start) == first { $0 > 127 })
                    #expect(
                        ByteScan.nextJSONStop(in: buffer, from: start)
                            == first { $0 < 32 || $0 == 34 || $0 == 92 })
                }
            }
        }
    }
}
