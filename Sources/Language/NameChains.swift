import Articles

/// Joins the mentions of one name: `Mark Rutte … Rutte`, `NATO … NATO`.
///
/// A surname alone belongs to the person last named in full with it, or, in a headline, to the next one. Fed in reading order, one look-up a mention.
struct NameChains: Sendable {
    private var mentions: [[ID]] = []
    private var firstSpan: [Span] = []
    private var chainOfName: [String: Int] = [:]
    private var chainOfSurname: [String: Int] = [:]
    /// Whether a chain has a person's full name yet.
    private var isNamedInFull: [Bool] = []

    mutating func add(_ item: ParagraphReading.Item) {
        let label = item.mention.label
        guard !item.key.isEmpty,
            label == .person || label == .organisation || label == .place || label == .event,
            item.mention.attributes["form"] == nil
        else { return }
        let name = "\(label.name) \(item.key)"
        let surname = label == .person ? item.key.split(separator: " ").last.map(String.init) : nil
        let isShort = surname == item.key
        let chain: Int
        if isShort, let surname, let known = chainOfSurname[surname] {
            chain = known
        } else if let known = chainOfName[name] {
            chain = known
        } else if let surname, let known = chainOfSurname[surname], !isNamedInFull[known] {
            chain = known
        } else {
            chain = mentions.count
            mentions.append([])
            firstSpan.append(item.mention.bounds)
            isNamedInFull.append(false)
        }
        mentions[chain].append(item.mention.id)
        if !isShort { isNamedInFull[chain] = true }
        chainOfName[name] = chain
        if let surname { chainOfSurname[surname] = chain }
    }

    /// The chains of at least two mentions.
    func chains(engine: String) -> [Chain] {
        mentions.indices.filter { mentions[$0].count > 1 }.map { index in
            Chain(
                id: .found(firstSpan[index], as: "chain"), mentions: mentions[index], status: .suggested,
                origin: .engine(engine, confidence: 0.7))
        }
    }
}
