extension DeepTagger {
    /// What turns the probability of a name by both engines into confidence, fitted on sentences that neither of them has
    /// learned from.
    public func calibration(
        with names: NameTagger, on heldOut: [TaggedSentence]
    ) throws(CancellationError) -> Calibration {
        var run = TaggingRun(names)
        let opinions = try DeepRun(self).opinions(of: heldOut.map(\.words), for: names)
        let examples = zip(heldOut, opinions).flatMap { sentence, opinion in
            let right = sentence.names
            return run.probableNames(in: sentence.words, with: opinion).map { name in
                let isRight = right.contains { $0.words == name.tokens && $0.label == name.label }
                return (probability: name.probability, isRight: isRight)
            }
        }
        return Calibration(fitting: examples)
    }

    /// The bytes of a model file with another calibration.
    public static func bytes(
        _ bytes: [UInt8], calibratedBy calibration: Calibration
    ) throws(ModelError) -> [UInt8] {
        try ModelFile(ModelMemory(copying: bytes)).bytes(
            replacing: "calibration", with: calibration.numbers)
    }
}
