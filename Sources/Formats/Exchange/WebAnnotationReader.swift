import Articles

/// Reads annotations of the W3C's model onto the text beside the file.
struct WebAnnotationReader {
    private struct Bodies {
        var tags: [String] = []
        var classes: [String] = []
        var descriptions: [String] = []
        var comments: [String] = []
        var link: String?
        var ends: [String] = []
    }

    @Sendable static func read(_ input: Input) throws(FormatError) -> Imported {
        let json = try JSON(input)
        guard let bytes = input.companions["txt"] else {
            throw FormatError(file: input.name, "the text is missing; put \(input.stem).txt beside the file")
        }
        guard IllFormedUTF8.first(in: bytes) == nil else {
            throw FormatError(
                file: input.stem + ".txt", "is not UTF-8, so that its offsets cannot be counted")
        }
        var standoff = Standoff(Text(bytes: bytes), .codePoints, file: input.name)
        var items: [JSON] = []
        if json.kind == .array {
            items = Array(try json.elements)
        } else if let list = try json.member("items") {
            items = Array(try list.elements)
        } else if let graph = try json.member("@graph") {
            items = Array(try graph.elements)
        } else {
            items = [json]
        }
        for item in items {
            standoff.attempt { (standoff) throws(FormatError) in try Self.item(item, &standoff) }
        }
        var article = Article(name: input.stem, source: input.name, text: standoff.text)
        article.takeHeader()
        let document = standoff.document(article)
        return standoff.findings.imported([document])
    }

    private static func item(_ json: JSON, _ standoff: inout Standoff) throws(FormatError) {
        guard let target = try json.member("target") else {
            throw json.error("the annotation has no \"target\"")
        }
        let id = try json.member("id")?.string
        let motivation = try json.member("motivation")?.string ?? "tagging"
        let bodies = try bodies(json.member("body"), &standoff)
        for key in ["stylesheet", "audience", "rights", "bodyValue"] {
            guard let value = try json.member(key) else { continue }
            standoff.findings.warn(value.error("the key \"\(key)\" is not known here and left out"))
        }
        let targets = target.kind == .array ? Array(try target.elements) : [target]
        var names: [String] = []
        for target in targets where target.kind == .string { names.append(try target.string) }
        if motivation == "linking" {
            guard names.count == targets.count else {
                throw target.error("a link's target is an annotation's id")
            }
            link(id.map(short), names, bodies, json, &standoff)
            return
        }
        guard names.isEmpty else { throw target.error("the target is no place in the text") }
        var parts: [Span] = []
        for target in targets { parts.append(try place(target, &standoff)) }
        if motivation == "classifying", bodies.tags.isEmpty {
            for (index, name) in bodies.classes.enumerated() {
                standoff.label(name, value: index == 0 ? bodies.descriptions.first : nil)
            }
            return
        }
        guard let spans = SpanSet(parts) else { throw target.error("the annotation marks no text") }
        if bodies.tags.isEmpty, !bodies.comments.isEmpty {
            for comment in bodies.comments { standoff.note(comment, on: .span(spans.bounds)) }
            return
        }
        var draft = Standoff.Draft(spans: spans, label: bodies.tags.first ?? bodies.classes.first ?? "_")
        draft.id = id.map(short)
        draft.link = bodies.link
        for description in bodies.descriptions {
            let pair = description[...].parts(between: "=", maxSplits: 1, omittingEmpty: false)
            guard pair.count == 2 else {
                standoff.findings.warn(
                    json.error("the description \"\(description)\" is no name=value and left out"))
                continue
            }
            if pair[0] == "value" {
                draft.value = String(pair[1])
            } else {
                draft.attributes[WebAnnotation.names.original(String(pair[0]))] = String(pair[1])
            }
        }
        let mention = standoff.add(draft, as: id, at: json.error)
        for tag in bodies.tags.dropFirst() {
            standoff.add(Standoff.Draft(spans: spans, label: tag), as: nil, at: json.error)
        }
        for comment in bodies.comments { standoff.note(comment, on: .annotation(mention)) }
    }

    private static func link(
        _ id: String?, _ targets: [String], _ bodies: Bodies, _ json: JSON, _ standoff: inout Standoff
    ) {
        let kind = bodies.tags.first ?? "related-to"
        if bodies.ends.isEmpty {
            standoff.chain(targets, id: id, at: json.error)
            return
        }
        for from in targets {
            for to in bodies.ends { standoff.relate(kind, from: from, to: to, id: id, at: json.error) }
        }
    }

    private static func bodies(_ json: JSON?, _ standoff: inout Standoff) throws(FormatError) -> Bodies {
        var bodies = Bodies()
        guard let json else { return bodies }
        for body in json.kind == .array ? Array(try json.elements) : [json] {
            if body.kind == .string {
                bodies.link = WebAnnotation.link(of: try body.string)
                continue
            }
            let purpose = try body.member("purpose")?.string ?? ""
            let value = try body.member("value")?.string
            let source = try body.member("source", or: "id")?.string
            switch (purpose, value, source) {
            case ("tagging", let tag?, _): bodies.tags.append(tag)
            case ("classifying", let name?, _): bodies.classes.append(name)
            case ("describing", let text?, _): bodies.descriptions.append(text)
            case ("commenting", let text?, _), ("replying", let text?, _), ("", let text?, _):
                bodies.comments.append(text)
            case ("identifying", _, let iri?), ("classifying", nil, let iri?):
                bodies.link = WebAnnotation.link(of: iri)
            case ("linking", _, let iri?): bodies.ends.append(iri)
            default:
                standoff.findings.warn(body.error("a body with the purpose \"\(purpose)\" is not known here"))
            }
        }
        return bodies
    }

    /// Where a target lies: by its position, else by the words that it quotes.
    private static func place(_ target: JSON, _ standoff: inout Standoff) throws(FormatError) -> Span {
        guard let selector = try target.member("selector") else {
            throw target.error("the target has no \"selector\"")
        }
        var (position, quote): (JSON?, JSON?)
        for one in selector.kind == .array ? Array(try selector.elements) : [selector] {
            switch try one.member("type")?.string {
            case "TextPositionSelector": position = one
            case "TextQuoteSelector": quote = one
            default: break
            }
        }
        if let position {
            let spans = try standoff.spans(position.member("start"), position.member("end"), of: position)
            if let exact = try quote?.member("exact") { standoff.compare(exact, with: spans) }
            return spans.bounds
        }
        guard let quote, let exact = try quote.member("exact") else {
            throw selector.error("there is neither a TextPositionSelector nor a TextQuoteSelector")
        }
        let before = try quote.member("prefix")?.bytes ?? []
        let words = try exact.bytes
        let places = standoff.text.places(of: before + words + (try quote.member("suffix")?.bytes ?? []))
        guard places.count == 1, !words.isEmpty else {
            throw quote.error(
                places.isEmpty
                    ? "the text does not have these words" : "the text has these words more than once")
        }
        return Span(places[0] + before.count, places[0] + before.count + words.count)
    }

    private static func short(_ id: String) -> String {
        id.hasPrefix(WebAnnotation.prefix)
            ? Percent.decoded(String(id.dropFirst(WebAnnotation.prefix.count))) : id
    }
}

extension Text {
    /// Where the words occur; two places are enough to know that they do not tell.
    fileprivate func places(of words: [UInt8]) -> [Int] {
        guard let first = words.first else { return [] }
        return withBytes { bytes in
            var found: [Int] = []
            var index = ByteScan.next(first, in: bytes, from: 0)
            while index + words.count <= bytes.count, found.count < 2 {
                if bytes[index..<(index + words.count)].elementsEqual(words) { found.append(index) }
                index = ByteScan.next(first, in: bytes, from: index + 1)
            }
            return found
        }
    }
}
