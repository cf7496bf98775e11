import Articles

/// Reads tasks of Label Studio: the full export, what is imported there, and JSON_MIN.
struct LabelStudioReader {
    @Sendable static func read(_ input: Input) throws(FormatError) -> Imported {
        let json = try JSON(input)
        var all = Imported()
        guard json.kind == .array else {
            all.append(try task(json, input, 1))
            return all
        }
        for (index, element) in try json.elements.enumerated() {
            do throws(FormatError) {
                all.append(try task(element, input, index + 1))
            } catch {
                all.errors.append(error)
            }
        }
        return all
    }

    /// The documents of a task: one for each of its annotations, since annotators may differ.
    private static func task(_ json: JSON, _ input: Input, _ number: Int) throws(FormatError) -> Imported {
        let data = try json.member("data") ?? json
        var text = try data.member("text")
        if text == nil { text = try firstText(of: data) }
        guard let body = text else {
            throw json.error("the task has no text; its data needs the key \"text\"")
        }
        let content = Text(bytes: try body.bytes)
        var article = Article(name: "\(input.stem):\(number)", text: content)
        var findings = Findings(input.name)
        if data.kind == .object, try json.member("data") != nil {
            for (key, value) in try data.members where key != "text" {
                if key == "name" {
                    article.name = try value.name
                } else if value.kind == .string || value.kind == .number {
                    LabelStudio.fields.take(key, try value.name, into: &article)
                } else {
                    findings.add(value.error("\"\(key)\" of the task's data is not text and left out"))
                }
            }
        }
        var results: [JSON] = []
        for key in ["annotations", "completions", "predictions"] where results.isEmpty {
            guard let list = try json.member(key) else { continue }
            for annotation in try list.elements {
                if let cancelled = try annotation.member("was_cancelled"), cancelled.kind == .true {
                    continue
                }
                if let result = try annotation.member("result") { results.append(result) }
            }
        }
        if results.isEmpty {
            var minimal = Standoff(content, .codePoints, file: input.name)
            try readMinimal(json, &minimal)
            let document = minimal.document(article)
            var imported = minimal.findings.imported([document])
            imported.append(findings.imported([]))
            return imported
        }
        var all = findings.imported([])
        for (index, result) in results.enumerated() {
            var one = article
            if index > 0 { one.name += " (\(index + 1))" }
            all.append(try document(result, one, input))
        }
        return all
    }

    private static func firstText(of data: JSON) throws(FormatError) -> JSON? {
        for (_, value) in try data.members where value.kind == .string { return value }
        return nil
    }

    private static func document(
        _ result: JSON, _ article: Article, _ input: Input
    ) throws(FormatError) -> Imported {
        var standoff = Standoff(article.text, .codePoints, file: input.name)
        // Regions first: text areas and relations may stand before them.
        for isRegion in [true, false] {
            for element in try result.elements {
                standoff.attempt { (standoff) throws(FormatError) in
                    let type = try element.member("type")?.string ?? ""
                    guard (type == "labels" || type == "hypertextlabels") == isRegion else { return }
                    try Self.read(element, type, &standoff)
                }
            }
        }
        let document = standoff.document(article)
        return standoff.findings.imported([document])
    }

    private static func read(_ json: JSON, _ type: String, _ standoff: inout Standoff) throws(FormatError) {
        switch type {
        case "labels", "hypertextlabels":
            guard let value = try json.member("value") else {
                throw json.error("the region has no \"value\"")
            }
            try region(value, try json.member("id")?.name, &standoff)
        case "relation":
            guard let from = try json.member("from_id"), let to = try json.member("to_id") else {
                throw json.error("a relation needs \"from_id\" and \"to_id\"")
            }
            var kinds: [String] = []
            if let labels = try json.member("labels") {
                for label in try labels.elements { kinds.append(try label.string) }
            }
            for kind in kinds.isEmpty ? ["related-to"] : kinds {
                if kind == ChainPairs.kind, try json.member("direction")?.string == "bi" {
                    standoff.join(try from.name, try to.name, at: json.error)
                } else {
                    standoff.relate(kind, from: try from.name, to: try to.name, at: json.error)
                }
            }
        case "textarea", "choices":
            guard let name = try json.member("from_name")?.string, let value = try json.member("value"),
                let list = try value.member(type == "choices" ? "choices" : "text")
            else { throw json.error("the result needs \"from_name\" and a \"value\"") }
            var texts: [String] = []
            if list.kind == .string {
                texts = [try list.string]
            } else {
                for element in try list.elements { texts.append(try element.string) }
            }
            try take(
                name, texts, try json.member("id")?.name, isRegion: value.member("start") != nil, &standoff,
                json)
        default: throw json.error("results of the type \"\(type)\" are not known here and left out")
        }
    }

    private static func region(
        _ value: JSON, _ id: String?, _ standoff: inout Standoff
    ) throws(FormatError) {
        let place = try value.member("globalOffsets") ?? value
        let spans = try standoff.spans(place.member("start"), place.member("end"), of: value)
        if let words = try value.member("text"), words.kind == .string {
            standoff.compare(words, with: spans)
        }
        guard let labels = try value.member("labels", or: "hypertextlabels") else {
            throw value.error("the region has no \"labels\"")
        }
        for (index, label) in try labels.elements.enumerated() {
            // A region with two labels is two mentions; what refers to it means the first.
            let draft = Standoff.Draft(spans: spans, label: try label.string, id: index == 0 ? id : nil)
            standoff.add(draft, as: index == 0 ? id : nil, at: value.error)
        }
    }

    private static func take(
        _ name: String, _ texts: [String], _ id: String?, isRegion: Bool, _ standoff: inout Standoff,
        _ json: JSON
    ) throws(FormatError) {
        let text = texts.joined(separator: "\n")
        if isRegion, let id {
            let isThere = standoff.change(id) { mention in
                switch name {
                case "value": mention.value = text
                case "link": mention.link = text
                default: mention.attributes[LabelStudio.controls.original(name)] = text
                }
            }
            guard isThere else { throw json.error("\(id) is no region of labels; \"\(name)\" is left out") }
            return
        }
        for text in texts {
            if name.hasPrefix("article ") {
                standoff.label(String(name.dropFirst("article ".count)), value: text)
            } else if name == "article" {
                standoff.label(text, value: nil)
            } else {
                standoff.label(name, value: text)
            }
        }
    }

    /// JSON_MIN: a list of regions under the name of the control.
    private static func readMinimal(_ json: JSON, _ standoff: inout Standoff) throws(FormatError) {
        for (_, value) in try json.members {
            guard value.kind == .array else { continue }
            for element in try value.elements where element.kind == .object {
                standoff.attempt { (standoff) throws(FormatError) in
                    guard try element.member("labels") != nil else { return }
                    try Self.region(element, nil, &standoff)
                }
            }
        }
    }
}
