/// Finds names inside names: `[Universität [Köln](LOC)](ORG)`.
///
/// A small model of its own that looks only at the words of a name that was found; so it costs next to nothing.
struct InnerNames: Sendable {
    private let model: SequenceModel

    /// The model lies as a whole file in a section of the tagger's file; nil where it has learned none.
    init?(_ file: ModelFile) throws(ModelError) {
        guard let bytes = try? file.array("inner", of: UInt8.self), bytes.count > 0 else { return nil }
        model = try SequenceModel(ModelFile(ModelMemory(copying: Array(bytes.buffer))))
    }

    /// What a run needs and leaves behind.
    struct Workspace {
        fileprivate var rows = FeatureRows()
        fileprivate var sequence = SequenceModel.Workspace()
    }

    /// The names inside a name, of other classes than its own, with their probabilities.
    ///
    /// - Parameter rows: the features of the sentence that the name stands in.
    func names(
        in tokens: Range<Int>, _ label: String, _ rows: FeatureRows, _ workspace: inout Workspace
    ) -> [(tokens: Range<Int>, label: String, probability: Double)] {
        guard tokens.count > 1 else { return [] }
        Self.read(rows, tokens, label, into: &workspace.rows)
        model.tag(workspace.rows, &workspace.sequence)
        let found = model.names(in: &workspace.sequence)
        return found.compactMap { name in
            guard name.label != label, name.tokens.count < tokens.count else { return nil }
            let shifted =
                tokens.lowerBound + name.tokens.lowerBound..<tokens.lowerBound + name.tokens.upperBound
            return (shifted, name.label, name.probability)
        }
    }

    /// The features of a name's words: those of the sentence, what the name is, and where in it a word stands.
    static func read(
        _ rows: FeatureRows, _ tokens: Range<Int>, _ label: String, into inner: inout FeatureRows
    ) {
        inner.removeAll()
        let outer = FeatureHash.of(label.utf8)
        for token in tokens {
            for hash in rows.hashes[rows.range(token)] { inner.add(hash) }
            let (before, behind) = (token - tokens.lowerBound, tokens.upperBound - 1 - token)
            inner.add(FeatureHash.mixed(90, outer))
            inner.add(FeatureHash.mixed(91, outer, UInt64(min(before, 3))))
            inner.add(FeatureHash.mixed(92, outer, UInt64(min(behind, 3))))
            inner.endToken()
        }
    }
}

extension SequenceModel {
    /// The stretches of words that were labelled last as one name, with the probability of each.
    func names(
        in workspace: inout Workspace
    ) -> [(tokens: Range<Int>, label: String, probability: Double)] {
        var found: [(tokens: Range<Int>, label: String, probability: Double)] = []
        var token = 0
        while token < workspace.labels.count {
            let label = labels[Int(workspace.labels[token])]
            guard label != "O" else {
                token += 1
                continue
            }
            if found.isEmpty { weigh(&workspace) }
            let type = label.dropFirst(2)
            let inside = labels.firstIndex(of: "I-" + type)
            var end = token + 1
            while end < workspace.labels.count, Int(workspace.labels[end]) == inside { end += 1 }
            let probability = workspace.lattice.probability(
                token..<end, workspace.labels[token..<end].map { Int($0) },
                notBefore: inside.map { [$0] } ?? [])
            found.append((token..<end, String(type), probability))
            token = end
        }
        return found
    }
}
