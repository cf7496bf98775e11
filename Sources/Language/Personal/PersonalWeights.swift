/// What the features of words weigh for one person, on top of the shipped model: a row of numbers a feature, one a
/// label, found by the feature's hash.
///
/// Empty until something is learned. When it is full, the rows go that were changed longest ago and weigh least.
struct PersonalWeights: Sendable {
    /// How many rows there may be at most.
    static let rowLimit = 1 << 16
    /// How many numbers all rows may have together; they take four megabytes.
    static let numberLimit = 1 << 21
    /// A number of this size is a natural logarithm of one.
    private static let unit: Float = 1024

    /// How many numbers a row has: room for labels that are not there yet.
    private(set) var stride = 0
    private(set) var hashes: [UInt64] = []
    private(set) var numbers: [Int16] = []
    /// The sum of the squares of a row's slopes, which makes later steps smaller (AdaGrad, Duchi and others, 2011).
    private(set) var squares: [Float] = []
    /// When a row was changed last, counted in lessons.
    private(set) var ticks: [UInt32] = []
    /// A row plus one; zero is free.
    private var slots: [UInt32] = []

    var count: Int { hashes.count }

    private var limit: Int { min(Self.rowLimit, Self.numberLimit / max(1, stride)) }

    init() {}

    /// Nil when the parts do not fit each other.
    init?(stride: Int, hashes: [UInt64], numbers: [Int16], squares: [Float], ticks: [UInt32]) {
        guard hashes.count <= Self.rowLimit, stride >= 0, numbers.count <= Self.numberLimit,
            numbers.count == hashes.count * stride, squares.count == hashes.count,
            ticks.count == hashes.count, squares.allSatisfy({ $0.isFinite && $0 >= 0 })
        else { return nil }
        self.stride = stride
        self.hashes = hashes
        self.numbers = numbers
        self.squares = squares
        self.ticks = ticks
        index()
    }

    /// Makes room for so many labels; what was learned of the others stays.
    mutating func widen(to width: Int) {
        guard width > stride else { return }
        let (narrow, wide) = (stride, (width + 7) / 8 * 8)
        stride = wide
        if count > limit { keep(limit * 3 / 4, stride: narrow) }
        var moved = [Int16](repeating: 0, count: count * wide)
        for row in 0..<count {
            for label in 0..<narrow { moved[row * wide + label] = numbers[row * narrow + label] }
        }
        numbers = moved
    }

    /// The row of a feature; nil for one that has none.
    @inline(__always)
    func row(of hash: UInt64) -> Int? {
        guard !slots.isEmpty else { return nil }
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
            let row = Int(slots[slot]) - 1
            if hashes[row] == hash { return row }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// Adds the rows of a token's features to its scores, of which there are `width`.
    func add(_ features: ArraySlice<UInt64>, to scores: UnsafeMutablePointer<Float>, width: Int) {
        guard width <= stride else { return }
        numbers.withUnsafeBufferPointer { numbers in
            guard let base = numbers.baseAddress else { return }
            for hash in features {
                guard let row = row(of: hash) else { continue }
                let weights = base + row * stride
                for label in 0..<width { scores[label] += Float(weights[label]) / Self.unit }
            }
        }
    }

    /// Goes a step down the slope, for each feature of a token.
    mutating func step(_ features: ArraySlice<UInt64>, _ slope: [Float], rate: Float, tick: UInt32) {
        guard slope.count <= stride else { return }
        var square: Float = 0
        for value in slope { square += value * value }
        for hash in features {
            let row = row(of: hash) ?? insert(hash)
            squares[row] += square
            ticks[row] = tick
            let size = rate * Self.unit / (squares[row] + 0.1).squareRoot()
            let place = row * stride
            for (label, value) in slope.enumerated() {
                let number = Float(numbers[place + label]) - (size * value).rounded()
                numbers[place + label] = Int16(max(-32_000, min(32_000, number)))
            }
        }
    }

    private mutating func insert(_ hash: UInt64) -> Int {
        if count >= limit { keep(limit * 3 / 4, stride: stride) }
        hashes.append(hash)
        squares.append(0)
        ticks.append(0)
        numbers.append(contentsOf: repeatElement(0, count: stride))
        if count * 2 > slots.count { index() } else { enter(count - 1) }
        return count - 1
    }

    private mutating func enter(_ row: Int) {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hashes[row]) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = UInt32(row + 1)
    }

    private mutating func index() {
        var size = 256
        while size < count * 3 { size *= 2 }
        slots = Array(repeating: 0, count: size)
        for row in hashes.indices { enter(row) }
    }

    /// Keeps the most useful rows.
    private mutating func keep(_ wanted: Int, stride: Int) {
        let now = ticks.max() ?? 0
        let worth = (0..<count).map { row -> Float in
            var top: Float = 0
            for number in numbers[row * stride..<(row + 1) * stride] { top = max(top, abs(Float(number))) }
            return top / Float(1 + (now - ticks[row]) / 64)
        }
        let order = (0..<count).sorted { (worth[$0], hashes[$0]) > (worth[$1], hashes[$1]) }
        let kept = order.prefix(wanted).sorted()
        hashes = kept.map { hashes[$0] }
        squares = kept.map { squares[$0] }
        ticks = kept.map { ticks[$0] }
        numbers = kept.flatMap { numbers[$0 * stride..<($0 + 1) * stride] }
        index()
    }
}
