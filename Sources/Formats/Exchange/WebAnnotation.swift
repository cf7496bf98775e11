import Articles

/// W3C Web Annotation as JSON-LD: a page of annotations, the text in a file beside it.
///
/// A mention is an annotation that tags: a `TextPositionSelector` and a `TextQuoteSelector` for each fragment, a tag, a
/// link as what is identified, values and attributes as descriptions `name=value`, notes as comments. A relation or a
/// chain links annotations; article labels classify the whole text. Positions count code points. Source: Web Annotation
/// Data Model and Vocabulary, W3C Recommendations of 2017.
extension Format {
    static let webAnnotation = Format(
        name: "webannotation", title: "W3C Web Annotation, JSON-LD", extensions: ["jsonld"],
        companions: ["txt"],
        offsets: [.codePoints],
        carries: [
            .mentions, .nested, .overlapping, .discontinuous, .blank, .attributes, .values, .links,
            .relations,
            .chains, .labels, .returns, .controls, .margins, .spelling, .spacing,
        ],
        adapt: nil,
        read: Reader(recognises: { JSONPeek.kind(of: $0) == .webAnnotation }, WebAnnotationReader.read),
        write: Writer(.oneDocument, WebAnnotation.write))
}

/// The names and the writing.
enum WebAnnotation {
    static let context = "http://www.w3.org/ns/anno.jsonld"
    static let prefix = "urn:anno:"
    static let wikidata = "http://www.wikidata.org/entity/"
    /// Names of attributes among the descriptions.
    static let names = ArticleFields(reserved: ["value"])
    private static let quoteLength = 10

    @Sendable static func write(_ document: Document, _ options: ExportOptions, _ output: inout Output) {
        let writing = Writing(document)
        var json = JSONWriter()
        json.object { json in
            json.field("@context", context)
            json.field("id", "urn:anno:page")
            json.field("type", "AnnotationPage")
            json.array("items") { json in writing.items(&json) }
        }
        json.lineBreak()
        output.bytes.append(contentsOf: json.bytes)
        output.companions["txt"] = document.text.withBytes { Array($0) }
    }

    /// A link as the IRI that JSON-LD wants: entries of Wikidata by their address, addresses as they are, others as URN.
    static func iri(of link: String) -> String {
        let isEntry =
            link.first == "Q" && link.count > 1 && link.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
        if isEntry { return wikidata + link }
        let isAddress = (link.hasPrefix("http://") || link.hasPrefix("https://")) && !link.hasPrefix(wikidata)
        return isAddress && Percent.encoded(link, keeping: "/:?#[]@!$&'()*+,;=%") == link
            ? link : "urn:glosse:" + Percent.encoded(link)
    }

    static func link(of iri: String) -> String {
        if iri.hasPrefix(wikidata) { return String(iri.dropFirst(wikidata.count)) }
        if iri.hasPrefix("urn:glosse:") { return Percent.decoded(String(iri.dropFirst("urn:glosse:".count))) }
        return iri
    }

    private struct Writing {
        let document: Document
        let offsets: OffsetUnits
        let source: String

        init(_ document: Document) {
            self.document = document
            offsets = OffsetUnits(document.text, .codePoints)
            source = "urn:doc:" + Percent.encoded(document.article.name)
        }

        func items(_ json: inout JSONWriter) {
            let annotations = document.annotations
            for mention in annotations.mentions { write(mention, &json) }
            for relation in annotations.relations {
                item(relation.id, "linking", &json) { json in
                    json.array("body") { json in
                        textual("tagging", relation.kind, &json)
                        json.object { json in
                            json.field("type", "SpecificResource")
                            json.field("purpose", "linking")
                            json.field("source", iri(relation.to))
                        }
                    }
                    json.field("target", iri(relation.from))
                }
            }
            for chain in annotations.chains {
                item(chain.id, "linking", &json) { json in
                    json.array("body") { textual("tagging", ChainPairs.kind, &$0) }
                    json.array("target") { json in for id in chain.mentions { json.string(iri(id)) } }
                }
            }
            guard document.text.byteCount > 0 else { return }
            for label in annotations.labels {
                item(label.id, "classifying", &json) { json in
                    json.array("body") { json in
                        textual("classifying", label.name, &json)
                        if let value = label.value { textual("describing", value, &json) }
                    }
                    json.key("target")
                    target(document.text.bounds, &json, isWhole: true)
                }
            }
        }

        private func write(_ mention: Mention, _ json: inout JSONWriter) {
            item(mention.id, "tagging", &json) { json in
                json.array("body") { json in
                    textual("tagging", mention.label.name, &json)
                    if let link = mention.link {
                        json.object { json in
                            json.field("type", "SpecificResource")
                            json.field("purpose", "identifying")
                            json.field("source", WebAnnotation.iri(of: link))
                        }
                    }
                    if let value = mention.value { textual("describing", "value=" + value, &json) }
                    for (name, value) in mention.attributes.sorted(by: { $0.key < $1.key }) {
                        // The first = ends the name.
                        let name = names.name(name).mapScalars { $0 == "=" ? "＝" : $0 }
                        textual("describing", name + "=" + value, &json)
                    }
                }
                if mention.spans.isContiguous {
                    json.key("target")
                    target(mention.bounds, &json)
                } else {
                    json.array("target") { json in
                        for fragment in mention.spans.fragments { target(fragment, &json) }
                    }
                }
            }
        }

        private func item(
            _ id: ID, _ motivation: String, _ json: inout JSONWriter, _ content: (inout JSONWriter) -> Void
        ) {
            json.object { json in
                json.field("id", iri(id))
                json.field("type", "Annotation")
                json.field("motivation", motivation)
                content(&json)
            }
        }

        private func textual(_ purpose: String, _ value: String, _ json: inout JSONWriter) {
            json.object { json in
                json.field("type", "TextualBody")
                json.field("purpose", purpose)
                json.field("value", value)
            }
        }

        private func target(_ span: Span, _ json: inout JSONWriter, isWhole: Bool = false) {
            json.object { json in
                json.field("source", source)
                json.array("selector") { json in
                    json.object { json in
                        json.field("type", "TextPositionSelector")
                        json.field("start", offsets.count(before: span.start))
                        json.field("end", offsets.count(before: span.end))
                    }
                    guard !isWhole else { return }
                    json.object { json in
                        json.field("type", "TextQuoteSelector")
                        json.key("exact")
                        json.string(document.text, span)
                        json.key("prefix")
                        json.string(document.text, around(Span(max(0, span.start - quoteLength), span.start)))
                        json.key("suffix")
                        let end = min(document.text.byteCount, span.end + quoteLength)
                        json.string(document.text, around(Span(span.end, end)))
                    }
                }
            }
        }

        /// The part of a span that cuts no character at its edges.
        private func around(_ span: Span) -> Span {
            document.text.withBytes { bytes in
                var (start, end) = (span.start, span.end)
                while start < end, bytes[start] & 0xC0 == 0x80 { start += 1 }
                while end > start, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
                return Span(start, end)
            }
        }

        private func iri(_ id: ID) -> String { prefix + Percent.encoded(id.text) }
    }
}
