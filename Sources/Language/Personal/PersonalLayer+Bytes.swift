/// The weights of a layer as bytes; the sentences that it has learned are kept beside them, one by one.
extension PersonalLayer {
    private static let head = "personal 1"

    /// - Parameter tagger: the model that the weights go with.
    public func bytes(with tagger: NameTagger) -> [UInt8] {
        var writer = ModelWriter()
        writer.add("personal", lines: [Self.head, tagger.mark])
        writer.add("own", lines: own)
        writer.add("tick", [tick, UInt32(weights.stride)])
        writer.add("hashes", weights.hashes)
        writer.add("numbers", weights.numbers)
        writer.add("squares", weights.squares)
        writer.add("ticks", weights.ticks)
        return writer.bytes()
    }

    /// A layer from its bytes.
    /// - Parameter sentences: what it has learned, the oldest first.
    /// - Throws: for bytes that are damaged, of another version, or go with another model; what was taught can then be
    ///   learned anew.
    public init(
        bytes: [UInt8], sentences: [DecidedSentence], with tagger: NameTagger
    ) throws(ModelError) {
        let file = try ModelFile(ModelMemory(copying: bytes))
        let head = try file.lines("personal")
        guard head == [Self.head, tagger.mark] else {
            throw ModelError(
                kind: .version, description: "goes with another version of the program or of its model")
        }
        let tick = try file.array("tick", of: UInt32.self)
        let own = try file.lines("own")
        guard tick.count == 2, own.count <= Self.ownLimit, Set(own).count == own.count else { throw .damaged }
        let weights = PersonalWeights(
            stride: Int(tick[1]), hashes: Array(try file.array("hashes").buffer),
            numbers: Array(try file.array("numbers").buffer),
            squares: Array(try file.array("squares").buffer),
            ticks: Array(try file.array("ticks").buffer))
        guard let weights else { throw .damaged }
        self.init()
        self.restore(own: own, weights: weights, tick: tick[0])
        for sentence in sentences { remember(sentence, nil, tagger.model.labels) }
    }
}
