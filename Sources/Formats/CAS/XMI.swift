/// Reads XMI into feature structures.
///
/// Every feature is an attribute, and only the type system says which of them are references. Without one those of
/// DKPro and INCEpTION are known by their names, and links of slots by what they point to.
enum XMI {
    static let space = "http://www.omg.org/XMI"
    private static let references: Set<String> = ["sofa", "Governor", "Dependent", "first", "next"]
    private static let primitives: Set<String> = [
        "Boolean", "Byte", "Short", "Integer", "Long", "Float", "Double", "String",
    ]

    @Sendable static func read(_ input: Input) throws(FormatError) -> Imported {
        let xml = try XML(input)
        guard xml.name(xml.root) == "XMI", xml.space(xml.root) == space else {
            throw xml.error(xml.root, "the first element is not xmi:XMI")
        }
        var types = TypeSystem()
        var warning: FormatError?
        if let companion = input.companions["xml"] {
            do throws(FormatError) {
                types = try TypeSystem(Input(name: "its type system", bytes: companion))
            } catch {
                warning = FormatError(file: input.name, "the type system beside it is not read: \(error)")
            }
        }
        var structures: [CASStructure] = []
        var names = TypeNames()
        for element in xml.children(xml.root) {
            let type = names.type(of: element, in: xml)
            guard type != "uima.cas.NULL", type != "uima.cas.View" else { continue }
            structures.append(try structure(element, type, xml, types))
        }
        findLinks(&structures)
        var imported = try CASReader.read(structures, parents: types.parents, .utf16, input)
        if let warning { imported.warnings.append(warning) }
        return imported
    }

    /// The full names of types, each made once.
    private struct TypeNames {
        private var known: [Int: [String: String]] = [:]

        mutating func type(of element: XML.Element, in xml: XML) -> String {
            let (space, name) = (xml.spaceNumber(element), xml.name(element))
            if let type = known[space]?[name] { return type }
            let type = XMI.package(xml.space(element)) + name
            known[space, default: [:]][name] = type
            return type
        }
    }

    /// `http:///uima/cas.ecore` is `uima.cas.`, which with `Sofa` makes the type `uima.cas.Sofa`.
    private static func package(_ space: String) -> String {
        guard space.hasPrefix("http:///"), space.hasSuffix(".ecore") else { return "" }
        let package = space.dropFirst("http:///".count).dropLast(".ecore".count)
        return package == "uima/noNamespace"
            ? "" : package.split(separator: "/").map { $0 + "." }.joined()
    }

    private static func structure(
        _ element: XML.Element, _ type: String, _ xml: XML, _ types: TypeSystem
    ) throws(FormatError) -> CASStructure {
        let own = xml.spaceNumber(xml.root)
        guard let id = xml.valueBytes("id", of: element, space: own) else {
            throw xml.error(element, "there is no xmi:id")
        }
        let name = String(decoding: id, as: UTF8.self)
        let place = CASPlace.element(xml, element)
        var features: [String: CASValue] = [:]
        guard !CASStructure.passesBy(type) else {
            return CASStructure(id: name, type: type, features: features, place: place)
        }
        for (name, space, value) in xml.attributeBytes(element) where space != own {
            let isPlace = name == "begin" || name == "end"
            let isReference = !isPlace && (references.contains(name) || types.isReference(name, of: type))
            features[isReference ? "@" + name : name] = .text(value, place)
        }
        // Lists of strings are elements of their own.
        var lists: [String: [String]] = [:]
        for child in xml.children(element) { lists[xml.name(child), default: []].append(xml.text(child)) }
        for (name, list) in lists {
            features[name] = .text(Array(list.joined(separator: ";").utf8)[...], place)
        }
        return CASStructure(id: name, type: type, features: features, place: place)
    }

    /// Finds the links of slots where no type system says what is a reference: structures without a place whose target is
    /// a structure, and the features that list nothing but such.
    private static func findLinks(_ structures: inout [CASStructure]) {
        let candidates = structures.indices.filter { index in
            let features = structures[index].features
            return !features.isEmpty && features["begin"] == nil
                && (features["@target"] != nil || features["target"] != nil)
        }
        guard !candidates.isEmpty else { return }
        let ids = Set(structures.map(\.id))
        var links: Set<String> = []
        for index in candidates {
            let features = structures[index].features
            guard let target = features["@target"] ?? features["target"], let name = try? target.name,
                ids.contains(name)
            else { continue }
            structures[index].features["target"] = nil
            structures[index].features["@target"] = target
            links.insert(structures[index].id)
        }
        guard !links.isEmpty else { return }
        for index in structures.indices {
            for (name, value) in structures[index].features where !name.hasPrefix("@") {
                guard let names = try? value.names, !names.isEmpty, names.allSatisfy(links.contains) else {
                    continue
                }
                structures[index].features[name] = nil
                structures[index].features["@" + name] = value
            }
        }
    }

    /// What the file beside an XMI says of the types in it.
    struct TypeSystem {
        private(set) var parents: [String: String] = [:]
        private var ranges: [String: [String: String]] = [:]

        init() {}

        init(_ input: Input) throws(FormatError) {
            let xml = try XML(input)
            for type in xml.descendants(xml.root) where xml.name(type) == "typeDescription" {
                guard let name = xml.child("name", of: type).map(xml.text) else { continue }
                parents[name] = xml.child("supertypeName", of: type).map(xml.text)
                guard let features = xml.child("features", of: type) else { continue }
                for feature in xml.children(features) {
                    guard let key = xml.child("name", of: feature).map(xml.text) else { continue }
                    ranges[name, default: [:]][key] = xml.child("rangeTypeName", of: feature).map(xml.text)
                }
            }
        }

        func isReference(_ feature: String, of type: String) -> Bool {
            var type = type
            for _ in 0..<64 {
                if let range = ranges[type]?[feature] { return !isPrimitive(range) }
                guard let parent = parents[type] else { return false }
                type = parent
            }
            return false
        }

        /// Strings of a closed list are types with the parent `String`; arrays of strings are no references either.
        private func isPrimitive(_ range: String) -> Bool {
            if range.hasPrefix("uima.cas.") {
                let name = range.dropFirst("uima.cas.".count)
                return primitives.contains(String(name.hasSuffix("Array") ? name.dropLast(5) : name))
            }
            return parents[range] == CAS.string
        }
    }
}
