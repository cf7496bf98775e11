/// The exponential function without a library below it, the same on every machine; exact to about 1e-12.
enum Exponential {
    static func of(_ x: Double) -> Double {
        if x < -700 { return 0 }
        if x > 700 { return of(700) }
        let k = (x * 1.442695040888963407).rounded()
        let r = x - k * 0.693147180559945309
        var sum = 1.0 / 39_916_800
        sum = sum * r + 1.0 / 3_628_800
        sum = sum * r + 1.0 / 362_880
        sum = sum * r + 1.0 / 40_320
        sum = sum * r + 1.0 / 5_040
        sum = sum * r + 1.0 / 720
        sum = sum * r + 1.0 / 120
        sum = sum * r + 1.0 / 24
        sum = sum * r + 1.0 / 6
        sum = sum * r + 0.5
        sum = sum * r + 1
        sum = sum * r + 1
        return sum * Double(bitPattern: UInt64(bitPattern: Int64(k) &+ 1023) << 52)
    }
}

/// The natural logarithm without a library below it, the same on every machine; exact to about 1e-5.
enum Logarithm {
    static func of(_ x: Double) -> Double {
        guard x > 0 else { return -700 }
        let ratio = (x.significand - 1) / (x.significand + 1)
        let square = ratio * ratio
        return Double(x.exponent) * 0.693_147_180_559_945_3
            + 2 * ratio * (1 + square * (1.0 / 3 + square * (0.2 + square * (1.0 / 7 + square / 9))))
    }
}
