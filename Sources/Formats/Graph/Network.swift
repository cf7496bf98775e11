import Articles

/// Who is connected to whom: things as nodes; relations, facts and common sentences as edges, over any number of articles.
struct Network {
    struct Node {
        let key: String
        let name: String
        let label: String
        var count: Int
    }

    struct Edge: Hashable {
        let from: String
        let to: String
        let kind: String
    }

    /// The kind of an edge between things that occur in one sentence.
    static let together = "together"
    /// In longer lists of names not everyone is connected to everyone.
    private static let sentenceLimit = 30

    private(set) var nodes: [String: Node] = [:]
    private(set) var edges: [Edge: Int] = [:]

    init(_ documents: [Document]) {
        for document in documents { add(document) }
    }

    var sortedNodes: [Node] { nodes.values.sorted { $0.key < $1.key } }

    var sortedEdges: [(edge: Edge, weight: Int)] {
        edges.map { ($0.key, $0.value) }.sorted {
            ($0.0.from, $0.0.to, $0.0.kind) < ($1.0.from, $1.0.to, $1.0.kind)
        }
    }

    private mutating func add(_ document: Document) {
        let entities = Entities(document)
        for entity in entities.all {
            nodes[
                entity.key,
                default: Node(key: entity.key, name: entity.name, label: entity.label.name, count: 0)
            ].count += entity.mentions.count
        }
        func key(_ id: ID) -> String? { entities[id].map { entities.all[$0].key } }
        for relation in document.annotations.relations {
            guard let from = key(relation.from), let to = key(relation.to) else { continue }
            edges[Edge(from: from, to: to, kind: relation.kind), default: 0] += 1
        }
        for fact in document.annotations.facts {
            var fillers: [String] = []
            for id in fact.slots.compactMap(\.mention) {
                guard let key = key(id), !fillers.contains(key), fillers.count < Self.sentenceLimit else {
                    continue
                }
                fillers.append(key)
            }
            guard let first = fillers.first else { continue }
            for other in fillers.dropFirst() {
                edges[Edge(from: first, to: other, kind: fact.kind), default: 0] += 1
            }
        }
        for sentence in Self.sentences(document) {
            let keys = Set(sentence.compactMap(key)).sorted().prefix(Self.sentenceLimit)
            for (index, from) in keys.enumerated() {
                for to in keys[(index + 1)...] {
                    edges[Edge(from: from, to: to, kind: Self.together), default: 0] += 1
                }
            }
        }
    }

    /// The mentions that begin in each sentence.
    private static func sentences(_ document: Document) -> [[ID]] {
        var mentions = Array(document.annotations.mentions)[...]
        var sentences: [[ID]] = []
        for paragraph in 0..<document.text.paragraphCount where !mentions.isEmpty {
            for sentence in document.text.tokenized(paragraph: paragraph).sentences {
                var inside: [ID] = []
                while let mention = mentions.first, mention.bounds.start < sentence.end {
                    inside.append(mention.id)
                    mentions.removeFirst()
                }
                if inside.count > 1 { sentences.append(inside) }
            }
        }
        return sentences
    }
}
