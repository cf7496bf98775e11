/// What held-out sentences have said of the epochs so far.
struct TrainingCourse: Hashable {
    /// So many epochs were judged.
    var judged = 0
    var epochsWithoutGain = 0
    var bestScore = -1.0
    /// The file of the best model; empty before the first judgement.
    var best: [UInt8] = []
}
