import Articles

/// One way to read who says a quotation, with points for how likely it is.
struct Telling {
    let speaker: Speaker?
    /// The word that tells it.
    let cue: Cue?
    let sentence: FactSentence
    let points: Double

    /// - Parameter canSpeak: whether the word that names the speaker stands for somebody, or a paper.
    init(
        _ speaker: Speaker?, by cue: Cue? = nil, canSpeak: Bool = true, in sentence: FactSentence,
        _ points: Double
    ) {
        self.speaker = speaker
        self.cue = cue
        self.sentence = sentence
        let isNamed = speaker?.slots.contains { $0.mention != nil } ?? false
        self.points = speaker == nil ? points - 6 : canSpeak || isNamed ? points : points - 1.5
    }

    var confidence: Float {
        switch points {
        case 8...: 0.8
        case 7..<8: 0.75
        case 5..<7: 0.65
        case 3..<5: 0.55
        default: 0.5
        }
    }
}
