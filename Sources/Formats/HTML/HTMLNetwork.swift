import Articles

/// The network of an article's things as a drawing in the page: a line a thing, and an arc between two that are connected.
///
///     ╭ Eva Stein      names stand below each other, so that many and long ones fit on a phone and on paper
///     ╰ Rat
enum HTMLNetwork {
    /// More would be a tangle: the best connected stay.
    private static let nodeLimit = 40
    private static let (row, edge, width) = (24, 200, 640)

    /// Nothing where no two things are connected.
    static func svg(_ network: Network) -> String? {
        var degrees: [String: Int] = [:]
        for (edge, weight) in network.sortedEdges where edge.from != edge.to {
            degrees[edge.from, default: 0] += weight
            degrees[edge.to, default: 0] += weight
        }
        let nodes = network.sortedNodes.filter { degrees[$0.key] != nil }
            .sorted { (degrees[$1.key] ?? 0, $0.key) < (degrees[$0.key] ?? 0, $1.key) }.prefix(nodeLimit)
        guard nodes.count > 1 else { return nil }
        let places = Dictionary(
            nodes.enumerated().map { ($0.element.key, $0.offset) }, uniquingKeysWith: { first, _ in first })
        let height = nodes.count * row + row
        var svg =
            "<svg class=\"network\" viewBox=\"0 0 \(width) \(height)\" role=\"img\" aria-label=\"Network of entities\">\n"
        for (pair, kinds) in connections(network, places) {
            let (top, bottom) = (y(pair.0), y(pair.1))
            let title = kinds.map { "\(nodes[pair.0].name) – \($0.kind) – \(nodes[pair.1].name)" }
            let weight = kinds.reduce(0) { $0 + $1.weight }
            svg +=
                "<path d=\"M\(edge) \(top) A\(min((bottom - top) / 2, edge - 20)) \((bottom - top) / 2) 0 0 0 \(edge) \(bottom)\""
                + " stroke-width=\"\(min(weight, 6))\"><title>\(HTML.escaped(title.joined(separator: "\n")))</title></path>\n"
        }
        for (index, node) in nodes.enumerated() {
            let name = node.name.count > 48 ? node.name.prefix(47) + "…" : node.name[...]
            svg += "<circle cx=\"\(edge)\" cy=\"\(y(index))\" r=\"\(min(3 + node.count, 9))\"/>"
            svg +=
                "<text x=\"\(edge + 16)\" y=\"\(y(index) + 5)\">\(HTML.escaped(String(name)))"
                + " <tspan class=\"kind\">\(HTML.escaped(node.label))</tspan></text>\n"
        }
        return svg + "</svg>\n"
    }

    private static func y(_ index: Int) -> Int { index * row + row }

    /// What connects each two of the things, in the order of their places.
    private static func connections(
        _ network: Network, _ places: [String: Int]
    ) -> [(pair: (Int, Int), kinds: [(kind: String, weight: Int)])] {
        var byPair: [[Int]: [(kind: String, weight: Int)]] = [:]
        for (edge, weight) in network.sortedEdges {
            guard let from = places[edge.from], let to = places[edge.to], from != to else { continue }
            byPair[[min(from, to), max(from, to)], default: []].append((edge.kind, weight))
        }
        return byPair.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map {
            (($0.key[0], $0.key[1]), $0.value)
        }
    }
}
