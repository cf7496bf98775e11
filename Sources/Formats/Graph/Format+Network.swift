import Articles

/// The network of an article's things, or of all exported articles together, for programs that draw and measure graphs.
///
/// A node is a thing with its name, its label and how often it is mentioned; an edge is a relation, a fact that both take
/// part in, or that both occur in one sentence (`together`), with how often that is so. Things of several articles are one
/// where link, or label and name, are the same. Sources: graphml.graphdrawing.org; gexf.net, "GEXF 1.3".
extension Format {
    static let graphML = network("graphml", "Network of entities, GraphML", NetworkWriter.graphML)
    static let gexf = network("gexf", "Network of entities, GEXF for Gephi", NetworkWriter.gexf)

    private static func network(
        _ name: String, _ title: String, _ body: @escaping @Sendable (Network) -> [UInt8]
    ) -> Format {
        Format(
            name: name, title: title, extensions: [name],
            carries: [.relations, .chains, .links, .facts, .returns, .margins, .spelling, .spacing],
            adapt: XMLText.adapted,
            write: Writer(together: { documents, _ in body(Network(documents)) }))
    }
}

enum NetworkWriter {
    static func graphML(_ network: Network) -> [UInt8] {
        var xml = XMLWriter()
        xml.raw("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n")
        let keys = [
            ("name", "node", "string"), ("label", "node", "string"), ("mentions", "node", "int"),
            ("type", "edge", "string"), ("weight", "edge", "double"),
        ]
        for (name, element, type) in keys {
            xml.element(
                "key", [("id", name), ("for", element), ("attr.name", name), ("attr.type", type)])
        }
        xml.raw("<graph edgedefault=\"directed\">\n")
        // Numbers, for igraph takes an ampersand in an attribute for something else.
        var ids: [String: String] = [:]
        for node in network.sortedNodes {
            let id = "n\(ids.count + 1)"
            ids[node.key] = id
            xml.raw("<node id=\"\(id)\">")
            data(["name": node.name, "label": node.label, "mentions": "\(node.count)"], &xml)
            xml.raw("</node>\n")
        }
        for (number, (edge, weight)) in network.sortedEdges.enumerated() {
            guard let from = ids[edge.from], let to = ids[edge.to] else { continue }
            xml.raw("<edge id=\"e\(number + 1)\" source=\"\(from)\" target=\"\(to)\">")
            data(["type": edge.kind, "weight": "\(weight)"], &xml)
            xml.raw("</edge>\n")
        }
        xml.raw("</graph>\n</graphml>\n")
        return xml.bytes
    }

    private static func data(_ values: [String: String], _ xml: inout XMLWriter) {
        for (key, value) in values.sorted(by: { $0.key < $1.key }) {
            xml.raw("<data key=\"\(key)\">")
            xml.text(value)
            xml.raw("</data>")
        }
    }

    static func gexf(_ network: Network) -> [UInt8] {
        var xml = XMLWriter()
        xml.raw(
            "<gexf xmlns=\"http://www.gexf.net/1.2draft\" version=\"1.2\">\n<graph defaultedgetype=\"directed\">\n"
        )
        xml.raw("<attributes class=\"node\">\n")
        xml.element("attribute", [("id", "label"), ("title", "label"), ("type", "string")])
        xml.element("attribute", [("id", "mentions"), ("title", "mentions"), ("type", "integer")])
        xml.raw("</attributes>\n<attributes class=\"edge\">\n")
        xml.element("attribute", [("id", "type"), ("title", "type"), ("type", "string")])
        xml.raw("</attributes>\n<nodes>\n")
        for node in network.sortedNodes {
            xml.raw("<node")
            xml.attribute("id", node.key)
            xml.attribute("label", node.name)
            xml.raw("><attvalues>")
            values(["label": node.label, "mentions": "\(node.count)"], &xml)
            xml.raw("</attvalues></node>\n")
        }
        xml.raw("</nodes>\n<edges>\n")
        for (number, (edge, weight)) in network.sortedEdges.enumerated() {
            xml.raw("<edge id=\"\(number)\"")
            xml.attribute("source", edge.from)
            xml.attribute("target", edge.to)
            xml.attribute("weight", weight)
            xml.raw("><attvalues>")
            values(["type": edge.kind], &xml)
            xml.raw("</attvalues></edge>\n")
        }
        xml.raw("</edges>\n</graph>\n</gexf>\n")
        return xml.bytes
    }

    private static func values(_ values: [String: String], _ xml: inout XMLWriter) {
        for (key, value) in values.sorted(by: { $0.key < $1.key }) {
            xml.raw("<attvalue for=\"\(key)\"")
            xml.attribute("value", value)
            xml.raw("/>")
        }
    }
}
