extension Morphology {
    /// An article, the adjectives and the noun that they belong to have case, number and gender together.
    static func narrow(_ morphologies: inout [Morphology], heads: [Int32]) {
        func agrees(_ word: Int) -> Bool {
            [.determiner, .adjective].contains(morphologies[word].partOfSpeech)
                && morphologies[word].agreement != 0
        }
        for (word, head) in heads.enumerated() where head >= 0 && agrees(word) {
            if morphologies[Int(head)].partOfSpeech == .noun {
                morphologies[Int(head)].narrow(to: morphologies[word].agreement)
            }
        }
        for (word, head) in heads.enumerated() where head >= 0 && agrees(word) {
            if morphologies[Int(head)].partOfSpeech == .noun, morphologies[Int(head)].agreement != 0 {
                morphologies[word].narrow(to: morphologies[Int(head)].agreement)
            }
        }
    }
}
