/// Turns the model's probability of a name into the share of such names that are right (Platt scaling: a line over the
/// log odds, fitted on sentences that the model was not trained on).
public struct Calibration: Hashable, Sendable {
    public static let none = Calibration(slope: 1, offset: 0)

    let slope: Double
    let offset: Double

    init(slope: Double, offset: Double) {
        self.slope = slope
        self.offset = offset
    }

    init(_ numbers: ModelArray<Double>) throws(ModelError) {
        guard numbers.count == 2, numbers[0].isFinite, numbers[1].isFinite else { throw .damaged }
        self.init(slope: numbers[0], offset: numbers[1])
    }

    var numbers: [Double] { [slope, offset] }

    /// In hundredths: nobody can promise more, and mentions with the same one share their memory.
    func confidence(_ probability: Double) -> Float {
        Float((Self.sigmoid(slope * Self.logOdds(probability) + offset) * 100).rounded() / 100)
    }

    /// Fits by Newton's method; without examples of both kinds nothing is changed.
    init(fitting examples: [(probability: Double, isRight: Bool)]) {
        let right = examples.count { $0.isRight }
        guard right > 5, examples.count - right > 5 else {
            self = .none
            return
        }
        var (slope, offset) = (1.0, 0.0)
        for _ in 0..<30 {
            // The derivatives of the log likelihood, with a weak pull towards no change.
            var (first, second) = (0.1 * (1 - slope), -0.1 * offset)
            var (curveFirst, curveBoth, curveSecond) = (0.1, 0.0, 0.1)
            for example in examples {
                let x = Self.logOdds(example.probability)
                let share = Self.sigmoid(slope * x + offset)
                let error = (example.isRight ? 1 : 0) - share
                let weight = share * (1 - share)
                first += error * x
                second += error
                curveFirst += weight * x * x
                curveBoth += weight * x
                curveSecond += weight
            }
            let determinant = curveFirst * curveSecond - curveBoth * curveBoth
            guard determinant > 1e-9 else { break }
            var step = (
                slope: (curveSecond * first - curveBoth * second) / determinant,
                offset: (curveFirst * second - curveBoth * first) / determinant
            )
            // Where the model is much too sure, a whole step overshoots: halved until it gains.
            let least = Self.likelihood(examples, slope, offset) - 1e-5 * Double(examples.count)
            while Self.likelihood(examples, slope + step.slope, offset + step.offset) < least,
                abs(step.slope) + abs(step.offset) > 1e-6
            {
                step = (step.slope / 2, step.offset / 2)
            }
            slope += step.slope
            offset += step.offset
        }
        self.init(slope: min(max(slope, 0.1), 10), offset: min(max(offset, -5), 5))
    }

    /// The logarithm of the likelihood of all examples, with the weak pull; exact to 1e-5 an example.
    private static func likelihood(
        _ examples: [(probability: Double, isRight: Bool)], _ slope: Double, _ offset: Double
    ) -> Double {
        examples.reduce(-0.05 * ((1 - slope) * (1 - slope) + offset * offset)) { sum, example in
            let x = slope * logOdds(example.probability) + offset
            return sum + Logarithm.of(sigmoid(example.isRight ? x : -x))
        }
    }

    private static func sigmoid(_ x: Double) -> Double { 1 / (1 + Exponential.of(-x)) }

    private static func logOdds(_ probability: Double) -> Double {
        let share = min(max(probability, 1e-4), 1 - 1e-4)
        return Logarithm.of(share) - Logarithm.of(1 - share)
    }
}
