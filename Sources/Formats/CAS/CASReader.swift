import Articles

/// Reads the feature structures of a CAS, whatever types they have.
struct CASReader {
    private let structures: [CASStructure]
    private var byID: [String: Int] = [:]
    private let parents: [String: String]
    private var skipped: [String: Int] = [:]
    /// The links of chains, whatever their type is.
    private var chainLinks: Set<String> = []

    /// - Parameter all: the structures of the file, each with an id of its own.
    static func read(
        _ all: [CASStructure], parents: [String: String], _ unit: OffsetUnit, _ input: Input
    ) throws(FormatError) -> Imported {
        var reader = CASReader(all, parents: parents)
        reader.byID.reserveCapacity(all.count)
        for (index, structure) in all.enumerated() {
            guard reader.byID.updateValue(index, forKey: structure.id) == nil else {
                throw structure.error("the id \(structure.id) occurs twice; each structure needs its own")
            }
            if structure.features.isEmpty { continue }
            for key in ["@first", "@next"] {
                if let link = try structure.features[key]?.name { reader.chainLinks.insert(link) }
            }
        }
        return try reader.imported(unit, input)
    }

    private init(_ structures: [CASStructure], parents: [String: String]) {
        self.structures = structures
        self.parents = parents
    }

    private mutating func imported(_ unit: OffsetUnit, _ input: Input) throws(FormatError) -> Imported {
        let sofas = structures.filter { !$0.features.isEmpty && $0.type == CAS.sofa }.filter {
            $0.features["sofaString"] != nil
        }
        guard let sofa = sofas.first, let body = sofa.features["sofaString"] else {
            throw FormatError(file: input.name, "no view has a text (\"sofaString\")")
        }
        var standoff = Standoff(Text(bytes: try body.bytes), unit, file: input.name)
        for other in sofas.dropFirst() {
            standoff.findings.add(other.error("a second view; only the first comes in"))
        }
        var article = Article(name: input.stem, text: standoff.text)
        var chains: [CASStructure] = []
        var places: [Span: [(label: String, name: String)]] = [:]
        let read = structures.filter { !CASStructure.passesBy($0.type) }
        for isRelation in [false, true] {
            for structure in read {
                if let view = structure.features["@sofa"], try view.name != sofa.id { continue }
                guard structure.isRelation == isRelation else { continue }
                standoff.attempt { (standoff) throws(FormatError) in
                    try take(structure, &article, &standoff, &chains, &places)
                }
            }
        }
        for chain in chains {
            standoff.attempt { (standoff) throws(FormatError) in try take(chain: chain, &standoff, &places) }
        }
        for (type, count) in skipped.sorted(by: { $0.key < $1.key }) {
            standoff.findings.warn(
                FormatError("\(count) of the type \(type) \(count == 1 ? "is" : "are") not kept"))
        }
        let document = standoff.document(article)
        return standoff.findings.imported([document])
    }

    private mutating func take(
        _ structure: CASStructure, _ article: inout Article, _ standoff: inout Standoff,
        _ chains: inout [CASStructure], _ places: inout [Span: [(label: String, name: String)]]
    ) throws(FormatError) {
        let features = structure.features
        if chainLinks.contains(structure.id) { return }
        switch structure.type {
        case CAS.sofa, CAS.chainLink: return
        case CAS.chain: chains.append(structure)
        case CAS.property:
            guard let key = features["key"], let value = features["value"] else { return }
            CAS.fields.take(try key.string, try value.string, into: &article)
        case CAS.label:
            guard let name = features["name"] else { throw structure.error("a label needs a \"name\"") }
            standoff.label(try name.string, value: try features["value"]?.stringOrNull)
        case CAS.metadata, CAS.documentAnnotation:
            if let title = try features["documentTitle"]?.stringOrNull { article.title = title }
            if let name = try features["documentId"]?.stringOrNull { article.name = name }
            if let source = try features["documentUri"]?.stringOrNull { article.source = source }
            if let language = try features["language"]?.stringOrNull, language != "x-unspecified" {
                article.language = language
            }
        default:
            if structure.isRelation {
                try take(relation: structure, &standoff)
            } else if features["@first"] != nil {
                chains.append(structure)
            } else if features["@target"] != nil, features["begin"] == nil {
                return
            } else if features["begin"] != nil, !isOfTokens(structure.type) {
                try take(mention: structure, &standoff, &places)
            } else {
                skipped[structure.type, default: 0] += 1
            }
        }
    }

    /// Whether a type says something about tokens: parts of speech, lemmas, what a parser found.
    private func isOfTokens(_ type: String) -> Bool {
        var type = type
        for _ in 0..<64 {
            if ["lexmorph.", "segmentation.", "syntax.", "metadata."].contains(where: {
                type.hasPrefix(CAS.dkpro + $0)
            }) {
                return true
            }
            guard let parent = parents[type] else { return false }
            type = parent
        }
        return true
    }

    private func take(
        mention structure: CASStructure, _ standoff: inout Standoff,
        _ places: inout [Span: [(label: String, name: String)]]
    ) throws(FormatError) {
        let features = structure.features
        let spans = try Self.spans(standoff, features["begin"], features["end"], of: structure)
        let isEntity = structure.type == CAS.entity
        let key = ["value", "label", "category"].first { features[$0]?.kind == .string }
        let label = try key.flatMap { features[$0] }?.string
        var draft = Standoff.Draft(spans: spans, label: label ?? structure.shortType)
        for (name, value) in features.sorted(by: { $0.key < $1.key }) {
            switch name {
            case "begin", "end", "@sofa": continue
            case _ where name == key: continue
            case _ where name.hasPrefix("@"):
                try take(slot: name, value, of: structure, &standoff)
                continue
            case "identifier": draft.link = try value.stringOrNull
            case "normalValue" where isEntity: draft.value = try value.stringOrNull
            default:
                switch value.kind {
                case .string: draft.attributes[CAS.features.original(name)] = try value.string
                case .number, .true, .false: draft.attributes[CAS.features.original(name)] = value.literal
                case .null: break
                case .array, .object:
                    standoff.findings.add(
                        value.error("the feature \"\(name)\" is no plain value and left out"))
                }
            }
        }
        standoff.add(draft, as: structure.id, at: structure.error)
        if !chainLinks.isEmpty { places[spans.bounds, default: []].append((draft.label, structure.id)) }
    }

    /// A feature that is other structures: links with a role and a target become relations.
    private func take(
        slot name: String, _ value: CASValue, of host: CASStructure, _ standoff: inout Standoff
    ) throws(FormatError) {
        let names = try value.names
        let links = names.compactMap { byID[$0].map { structures[$0] } }.filter {
            $0.features["@target"] != nil
        }
        guard links.count == names.count, !links.isEmpty else {
            standoff.findings.warn(value.error("the reference \"\(name)\" is not kept"))
            return
        }
        for link in links {
            guard let target = try link.features["@target"]?.name else { continue }
            let role = try link.features["role"]?.stringOrNull
            standoff.relate(
                role ?? String(name.dropFirst()), from: host.id, to: target, at: link.error)
        }
    }

    private func take(relation structure: CASStructure, _ standoff: inout Standoff) throws(FormatError) {
        guard let from = structure.features["@Governor"], let to = structure.features["@Dependent"] else {
            return
        }
        let (governor, dependent) = (try from.name, try to.name)
        guard standoff.id(named: governor) != nil, standoff.id(named: dependent) != nil else {
            if [governor, dependent].contains(where: { byID[$0] == nil }) {
                throw structure.error("the relation names a structure that does not exist")
            }
            throw structure.error("a \(structure.type) between tokens is not kept")
        }
        let kind = ["label", "value", "relationType", "DependencyType"].lazy.compactMap {
            structure.features[$0]
        }
        .first { $0.kind == .string }
        standoff.relate(
            try kind?.string ?? structure.shortType, from: governor, to: dependent, at: structure.error)
    }

    /// Follows the links of a chain; a link where no mention lies becomes one.
    private func take(
        chain: CASStructure, _ standoff: inout Standoff,
        _ places: inout [Span: [(label: String, name: String)]]
    ) throws(FormatError) {
        var names: [String] = []
        var taken: Set<String> = []
        var next = try chain.features["@first"]?.name
        var seen: Set<String> = []
        while let id = next {
            guard let index = byID[id] else {
                throw chain.error("the link \(id) of the chain does not exist")
            }
            guard seen.insert(id).inserted else { throw chain.error("the chain leads in a circle") }
            let link = structures[index]
            let spans = try Self.spans(standoff, link.features["begin"], link.features["end"], of: link)
            let label = try link.features["referenceType"]?.stringOrNull ?? "_"
            let there = places[spans.bounds] ?? []
            if let match = there.first(where: { $0.label == label && !taken.contains($0.name) })
                ?? there.first
            {
                names.append(match.name)
                taken.insert(match.name)
            } else {
                standoff.add(
                    Standoff.Draft(spans: spans, label: label), as: "link " + id, at: link.error)
                names.append("link " + id)
            }
            next = try link.features["@next"]?.name
        }
        standoff.chain(names, at: chain.error)
    }

    private static func spans(
        _ standoff: Standoff, _ begin: CASValue?, _ end: CASValue?, of structure: CASStructure
    ) throws(FormatError) -> SpanSet {
        guard let begin, let end else { throw structure.error("the start or the end is missing") }
        return SpanSet(try standoff.span(begin.int, end.int, at: begin.error))
    }
}
