/// Reads CAS JSON into feature structures.
enum CASJSON {
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
        var parents: [String: String] = [:]
        if let types = try json.member("%TYPES") {
            for (name, type) in try types.members where type.kind == .object {
                parents[name] = try type.member("%SUPER_TYPE")?.string
            }
        }
        guard let all = try json.member("%FEATURE_STRUCTURES") else {
            throw json.error("there is no \"%FEATURE_STRUCTURES\"")
        }
        var structures: [CASStructure] = []
        if all.kind == .object {
            for (id, structure) in try all.members { structures.append(try Self.structure(id, structure)) }
        } else {
            for structure in try all.elements {
                guard let id = try structure.member("%ID") else {
                    throw structure.error("there is no \"%ID\"")
                }
                structures.append(try Self.structure(try id.name, structure))
            }
        }
        return try CASReader.read(structures, parents: parents, unit, input)
    }

    private static func structure(_ id: String, _ json: JSON) throws(FormatError) -> CASStructure {
        let type = try json.member("%TYPE")?.string ?? ""
        var features: [String: CASValue] = [:]
        if !CASStructure.passesBy(type) {
            for (key, value) in try json.members where !key.hasPrefix("%") { features[key] = .json(value) }
        }
        return CASStructure(id: id, type: type, features: features, place: .json(json))
    }
}
