import Articles

/// XMI: an element a feature structure, its features as attributes; the type system is a file beside it.
struct XMISink: CASSink {
    private var xml = XMLWriter()
    private var typeSystem = XMLWriter()
    /// The beginnings of the elements, by type: `<type:NamedEntity xmi:id="`.
    private var tags: [String: String] = [:]

    @Sendable static func write(_ document: Document, _ options: ExportOptions, _ output: inout Output) {
        let sink = CASWriter.write(document, to: XMISink())
        output.bytes.append(contentsOf: sink.xml.bytes)
        output.companions["xml"] = sink.typeSystem.bytes
    }

    mutating func begin(_ text: Text, _ types: [CASType]) {
        xml.raw("<xmi:XMI xmi:version=\"2.0\" xmlns:xmi=\"http://www.omg.org/XMI\"")
        xml.raw(" xmlns:cas=\"http:///uima/cas.ecore\"")
        var prefixes: [String: String] = [:]
        for type in types {
            let parts = type.name.split(separator: ".")
            let package = parts.dropLast().joined(separator: "/")
            if prefixes[package] == nil {
                let prefix = "t\(prefixes.count + 1)"
                prefixes[package] = prefix
                xml.raw(" xmlns:\(prefix)=\"http:///\(package).ecore\"")
            }
            tags[type.name] = "<\(prefixes[package] ?? "cas"):\(parts.last ?? "_") xmi:id=\""
        }
        xml.raw(">\n<cas:NULL xmi:id=\"0\"/>\n")
        write(types)
    }

    private mutating func write(_ types: [CASType]) {
        typeSystem.raw(
            "<typeSystemDescription xmlns=\"http://uima.apache.org/resourceSpecifier\">\n<types>\n")
        for type in types {
            typeSystem.raw("<typeDescription>\n")
            typeSystem.element("name", text: type.name)
            typeSystem.element("description", text: "")
            typeSystem.element("supertypeName", text: type.parent)
            if !type.features.isEmpty {
                typeSystem.raw("<features>\n")
                for feature in type.features {
                    typeSystem.raw("<featureDescription>\n")
                    typeSystem.element("name", text: feature.name)
                    typeSystem.element("description", text: "")
                    typeSystem.element("rangeTypeName", text: feature.range)
                    typeSystem.raw("</featureDescription>\n")
                }
                typeSystem.raw("</features>\n")
            }
            typeSystem.raw("</typeDescription>\n")
        }
        typeSystem.raw("</types>\n</typeSystemDescription>\n")
    }

    mutating func open(_ id: Int, _ type: String, _ span: Range<Int>?) {
        xml.raw(tags[type] ?? "<cas:TOP xmi:id=\"")
        xml.raw("\(id)")
        xml.raw("\" sofa=\"1\"")
        guard let span else { return }
        xml.attribute("begin", span.lowerBound)
        xml.attribute("end", span.upperBound)
    }

    mutating func field(_ name: StaticString, _ value: String) { xml.attribute("\(name)", value) }

    mutating func field(named name: String, _ value: String) { xml.attribute(name, value) }

    mutating func reference(_ name: StaticString, _ id: Int) { xml.attribute(name, id) }

    mutating func close() { xml.raw("/>\n") }

    mutating func end(_ text: Text, members: [Int]) {
        xml.raw("<cas:Sofa xmi:id=\"1\" sofaNum=\"1\" sofaID=\"_InitialView\" mimeType=\"text\"")
        xml.attribute("sofaString", text)
        xml.raw("/>\n<cas:View sofa=\"1\" members=\"")
        for (index, member) in members.enumerated() { xml.raw(index == 0 ? "\(member)" : " \(member)") }
        xml.raw("\"/>\n</xmi:XMI>\n")
    }
}
