import Articles

/// Reads the feature structures of a CAS, whatever types they have.
struct CASReader {
    /// A feature structure, its features by name; those that are references begin with `@`.
    fileprivate struct Structure {
        let json: JSON
        let type: String
        var features: [String: JSON] = [:]
    }

    private var structures: [(id: String, content: Structure)] = []
    private var byID: [String: Int] = [:]
    private var parents: [String: String] = [:]
    private var skipped: [String: Int] = [:]

    @Sendable static func read(_ input: Input) throws(FormatError) -> Imported {
        let json = try JSON(input)
        var unit = OffsetUnit.utf16
        if let encoding = try json.member("%HEADER")?.member("%OFFSET_ENCODING") {
            switch try encoding.string {
            case "UTF-16": unit = .utf16
            case "UTF-8": unit = .utf8
            case "UTF-32": unit = .codePoints
            case let other: throw encoding.error("offsets in \(other) are not known here")
            }
        }
        var reader = CASReader()
        try reader.collect(json)
        return try reader.imported(json, unit, input)
    }

    private mutating func collect(_ json: JSON) throws(FormatError) {
        if let types = try json.member("%TYPES") {
            for (name, type) in try types.members where type.kind == .object {
                parents[name] = try type.member("%SUPER_TYPE")?.string
            }
        }
        guard let all = try json.member("%FEATURE_STRUCTURES") else {
            throw json.error("there is no \"%FEATURE_STRUCTURES\"")
        }
        if all.kind == .object {
            for (id, structure) in try all.members { try add(id, structure) }
        } else {
            for structure in try all.elements {
                guard let id = try structure.member("%ID") else {
                    throw structure.error("there is no \"%ID\"")
                }
                try add(try id.name, structure)
            }
        }
    }

    private mutating func add(_ id: String, _ json: JSON) throws(FormatError) {
        var structure = Structure(json: json, type: try json.member("%TYPE")?.string ?? "")
        for (key, value) in try json.members where !key.hasPrefix("%") { structure.features[key] = value }
        guard byID[id] == nil else {
            throw json.error("the id \(id) occurs twice; each structure needs its own")
        }
        byID[id] = structures.count
        structures.append((id, structure))
    }

    private mutating func imported(
        _ json: JSON, _ unit: OffsetUnit, _ input: Input
    ) throws(FormatError) -> Imported {
        let sofas = structures.filter {
            $0.content.type == CAS.sofa && $0.content.features["sofaString"] != nil
        }
        guard let sofa = sofas.first, let body = sofa.content.features["sofaString"] else {
            throw json.error("no view has a text (\"sofaString\")")
        }
        var standoff = Standoff(Text(bytes: try body.bytes), unit, file: input.name)
        for other in sofas.dropFirst() {
            standoff.findings.add(other.content.json.error("a second view; only the first comes in"))
        }
        var article = Article(name: input.stem, text: standoff.text)
        var chains: [Structure] = []
        var places: [String: [(label: String, name: String)]] = [:]
        for isRelation in [false, true] {
            for (id, structure) in structures {
                if let view = structure.features["@sofa"], try view.name != sofa.id { continue }
                guard structure.isRelation == isRelation else { continue }
                standoff.attempt { (standoff) throws(FormatError) in
                    try take(id, structure, &article, &standoff, &chains, &places)
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
        _ id: String, _ structure: Structure, _ article: inout Article, _ standoff: inout Standoff,
        _ chains: inout [Structure], _ places: inout [String: [(label: String, name: String)]]
    ) throws(FormatError) {
        let features = structure.features
        switch structure.type {
        case CAS.sofa, CAS.token, CAS.sentence, CAS.chainLink: return
        case CAS.chain: chains.append(structure)
        case CAS.property:
            guard let key = features["key"], let value = features["value"] else { return }
            CAS.fields.take(try key.string, try value.string, into: &article)
        case CAS.label:
            guard let name = features["name"] else { throw structure.json.error("a label needs a \"name\"") }
            standoff.label(try name.string, value: try features["value"]?.stringOrNull)
        case CAS.metadata, "uima.tcas.DocumentAnnotation":
            if let title = try features["documentTitle"]?.stringOrNull { article.title = title }
            if let name = try features["documentId"]?.stringOrNull { article.name = name }
            if let source = try features["documentUri"]?.stringOrNull { article.source = source }
            if let language = try features["language"]?.stringOrNull, language != "x-unspecified" {
                article.language = language
            }
        default:
            if structure.isRelation {
                try take(relation: structure, &standoff)
            } else if features["begin"] != nil, !isOfTokens(structure.type) {
                try take(mention: structure, id, &standoff, &places)
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
        mention structure: Structure, _ id: String, _ standoff: inout Standoff,
        _ places: inout [String: [(label: String, name: String)]]
    ) throws(FormatError) {
        let features = structure.features
        let spans = try standoff.spans(features["begin"], features["end"], of: structure.json)
        let isEntity = structure.type == CAS.entity
        let short = structure.type.split(separator: ".").last.map(String.init) ?? "_"
        let key = ["value", "label", "category"].first { features[$0]?.kind == .string }
        var draft = Standoff.Draft(spans: spans, label: try key.flatMap { features[$0] }?.string ?? short)
        for (name, value) in features.sorted(by: { $0.key < $1.key }) {
            switch name {
            case "begin", "end", "@sofa": continue
            case _ where name == key: continue
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
            if name.hasPrefix("@") {
                draft.attributes[name] = nil
                standoff.findings.warn(value.error("the reference \"\(name)\" is not kept"))
            }
        }
        standoff.add(draft, as: id, at: structure.json.error)
        places["\(spans.start)-\(spans.end)", default: []].append((draft.label, id))
    }

    private func take(relation structure: Structure, _ standoff: inout Standoff) throws(FormatError) {
        guard let from = structure.features["@Governor"], let to = structure.features["@Dependent"] else {
            return
        }
        let (governor, dependent) = (try from.name, try to.name)
        guard standoff.id(named: governor) != nil, standoff.id(named: dependent) != nil else {
            if [governor, dependent].contains(where: { byID[$0] == nil }) {
                throw structure.json.error("the relation names a structure that does not exist")
            }
            throw structure.json.error("a \(structure.type) between tokens is not kept")
        }
        let kind = ["label", "value", "relationType", "DependencyType"].lazy.compactMap {
            structure.features[$0]
        }
        .first { $0.kind == .string }
        let short = structure.type.split(separator: ".").last.map(String.init) ?? "_"
        standoff.relate(try kind?.string ?? short, from: governor, to: dependent, at: structure.json.error)
    }

    /// Follows the links of a chain; a link where no mention lies becomes one.
    private func take(
        chain: Structure, _ standoff: inout Standoff,
        _ places: inout [String: [(label: String, name: String)]]
    ) throws(FormatError) {
        var names: [String] = []
        var next = try chain.features["@first"]?.name
        var seen: Set<String> = []
        while let id = next {
            guard let index = byID[id] else {
                throw chain.json.error("the link \(id) of the chain does not exist")
            }
            guard seen.insert(id).inserted else { throw chain.json.error("the chain leads in a circle") }
            let link = structures[index].content
            let spans = try standoff.spans(link.features["begin"], link.features["end"], of: link.json)
            let label = try link.features["referenceType"]?.stringOrNull ?? "_"
            let there = places["\(spans.start)-\(spans.end)"] ?? []
            if let match = there.first(where: { $0.label == label && !names.contains($0.name) })
                ?? there.first
            {
                names.append(match.name)
            } else {
                standoff.add(
                    Standoff.Draft(spans: spans, label: label), as: "link " + id, at: link.json.error)
                names.append("link " + id)
            }
            next = try link.features["@next"]?.name
        }
        standoff.chain(names, at: chain.json.error)
    }
}

extension CASReader.Structure {
    fileprivate var isRelation: Bool { features["@Governor"] != nil && features["@Dependent"] != nil }
}
