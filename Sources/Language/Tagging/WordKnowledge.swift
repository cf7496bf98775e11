/// What is known of words beforehand: the cluster of words that are used alike, and classes from lexicon and gazetteer.
///
/// Keyed by the hash of the word in lower case. Made by `Models/make`, read in place.
struct WordKnowledge: Sendable {
    struct Entry: Hashable, Sendable {
        /// One of 1,024 clusters plus one; 0 is none.
        var cluster: UInt16 = 0
        /// The coarser cluster that the cluster belongs to, one of 128, plus one.
        var group: UInt16 = 0
        /// Bits: what the full-form lexicon and the lists of places say the word may be.
        var classes: UInt16 = 0
    }

    private let index: HashIndex
    private let clusters: ModelArray<UInt16>
    private let classes: ModelArray<UInt16>
    private let groups: ModelArray<UInt8>
    /// Tells this table from another one: a model works only with the table that it was trained with.
    let mark: UInt64

    init(_ file: ModelFile) throws(ModelError) {
        index = try HashIndex(file, prefix: "word.")
        clusters = try file.array("word.clusters")
        classes = try file.array("word.classes")
        groups = try file.array("groups")
        mark = file.checksum
        let groupCount = groups.count
        guard clusters.count == index.count, classes.count == index.count,
            !file.isChecked || clusters.buffer.allSatisfy({ Int($0) <= groupCount })
        else { throw .damaged }
    }

    @inline(__always)
    func entry(_ hash: UInt64) -> Entry {
        let number = index.number(of: FeatureHash.mixed(0, hash))
        guard number >= 0 else { return Entry() }
        let cluster = clusters[number]
        return Entry(
            cluster: cluster, group: cluster == 0 ? 0 : UInt16(groups[Int(cluster) - 1]) + 1,
            classes: classes[number])
    }
}
