import Testing

@testable import Language

@Suite struct CalibrationTests {
    /// So many names of a probability, and how many of them are right.
    private static func examples(
        _ groups: [(probability: Double, count: Int, right: Int)]
    ) -> [(probability: Double, isRight: Bool)] {
        groups.flatMap { group in (0..<group.count).map { (group.probability, $0 < group.right) } }
    }

    @Test("confidence is the share that is right, also of a model that is much too sure of all it says")
    func tooSure() {
        let groups = [
            (probability: 0.9999, count: 60, right: 56), (probability: 0.998, count: 170, right: 158),
            (probability: 0.98, count: 120, right: 85), (probability: 0.8, count: 95, right: 50),
            (probability: 0.5, count: 60, right: 20),
        ]
        let calibration = Calibration(fitting: Self.examples(groups))
        #expect(calibration.slope > 0.2 && calibration.slope < 0.8)
        for group in groups {
            let share = Float(group.right) / Float(group.count)
            #expect(abs(calibration.confidence(group.probability) - share) < 0.12, "\(group)")
        }
    }

    @Test("a model that is as sure as it is right is left as it is")
    func sound() {
        let groups = [0.1, 0.3, 0.5, 0.7, 0.9].map { ($0, 200, Int($0 * 200)) }
        let calibration = Calibration(fitting: Self.examples(groups))
        #expect(abs(calibration.slope - 1) < 0.05 && abs(calibration.offset) < 0.05)
    }

    @Test("without names of both kinds nothing is changed")
    func tooFew() {
        #expect(Calibration(fitting: Self.examples([(0.9, 50, 50)])) == .none)
    }
}
