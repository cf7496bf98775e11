import Articles

extension Text {
    /// The language that most of the first paragraphs are in, `de` or `en`; nil where none of them tells.
    public var likelyLanguage: String? {
        var byteCounts: [Tongue: Int] = [:]
        for index in 0..<min(paragraphCount, 40) where paragraph(index).count < 1 << 16 {
            let tongue = Passage(paragraph: index, of: self, context: .other).tongue
            byteCounts[tongue, default: 0] += paragraph(index).count
        }
        byteCounts[.other] = nil
        return byteCounts.max { $0.value < $1.value }?.key.code
    }
}
