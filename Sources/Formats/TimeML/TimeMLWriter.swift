import Articles

/// Writes a document as TimeML.
enum TimeMLWriter {
    @Sendable static func write(_ document: Document, _ options: ExportOptions, _ output: inout Output) {
        var xml = XMLWriter()
        let article = document.article
        xml.raw("<TimeML>\n")
        xml.element("DOCID", text: article.name)
        let day = [("tid", "t0"), ("type", "DATE"), ("value", article.date.map(day) ?? TimeMLName.unset)]
        xml.raw("<DCT>")
        xml.raw("<TIMEX3")
        for (name, value) in day + [("functionInDocument", "CREATION_TIME")] { xml.attribute(name, value) }
        xml.raw(">")
        xml.text(article.date ?? "")
        xml.raw("</TIMEX3></DCT>\n")
        if let title = article.ownTitle { xml.element("TITLE", text: title) }
        xml.raw("<TEXT>")
        var numbers: [ID: Int] = [:]
        for event in InlineElement.events(document.annotations.mentions, in: document.text) {
            switch event {
            case .begin(let element):
                numbers[element.mention.id] = numbers.count + 1
                begin(element.mention, numbers.count, &xml)
            case .end(let element): xml.raw("</\(name(element.mention))>")
            case .text(let range): xml.text(document.text, range)
            }
        }
        xml.raw("</TEXT>\n")
        for mention in document.annotations.mentions where mention.label == "EVENT" {
            if let number = numbers[mention.id] { instance(mention, number, &xml) }
        }
        var count = 0
        for relation in document.annotations.relations {
            guard let from = end(relation.from, document, numbers),
                let to = end(relation.to, document, numbers)
            else { continue }
            count += 1
            link(relation.kind, from, to, count, &xml)
        }
        xml.raw("</TimeML>\n")
        output.bytes += xml.bytes
    }

    /// A date as the DTD allows it: one word.
    private static func day(_ date: String) -> String {
        let isToken =
            !date.isEmpty
            && date.unicodeScalars.allSatisfy {
                $0.isASCII
                    && ($0.properties.isAlphabetic || $0.properties.numericType != nil
                        || "._:-".unicodeScalars.contains($0))
            }
        return isToken ? date : TimeMLName.unset
    }

    private static func name(_ mention: Mention) -> String {
        TimeMLName.times.contains(mention.label) ? "TIMEX3" : mention.label.name
    }

    private static func begin(_ mention: Mention, _ number: Int, _ xml: inout XMLWriter) {
        xml.raw("<\(name(mention))")
        let allowed: [String: Set<String>]
        switch mention.label.name {
        case "EVENT":
            xml.attribute("eid", "e\(number)")
            allowed = TimeMLName.ofEvents
        case "SIGNAL":
            xml.attribute("sid", "s\(number)")
            allowed = TimeMLName.ofSignals
        default:
            xml.attribute("tid", "t\(number)")
            xml.attribute("type", mention.label.name)
            xml.attribute("value", mention.value ?? TimeMLName.unset)
            allowed = TimeMLName.ofTimes
        }
        attributes(mention, allowed, &xml)
        xml.raw(">")
    }

    private static func attributes(
        _ mention: Mention, _ allowed: [String: Set<String>], _ xml: inout XMLWriter
    ) {
        for (name, value) in mention.attributes.sorted(by: { $0.key < $1.key }) where allowed[name] != nil {
            xml.attribute(name, value)
        }
    }

    private static func instance(_ mention: Mention, _ number: Int, _ xml: inout XMLWriter) {
        xml.raw("<MAKEINSTANCE")
        xml.attribute("eiid", "ei\(number)")
        xml.attribute("eventID", "e\(number)")
        let needed = ["pos": "NONE", "tense": "NONE", "aspect": "NONE", "polarity": "POS"]
        for (name, value) in needed.sorted(by: { $0.key < $1.key }) where mention.attributes[name] == nil {
            xml.attribute(name, value)
        }
        attributes(mention, TimeMLName.ofInstances, &xml)
        xml.raw("/>\n")
    }

    private static func end(
        _ id: ID, _ document: Document, _ numbers: [ID: Int]
    ) -> (isEvent: Bool, number: Int)? {
        guard let number = numbers[id], let label = document.annotations.mentions[id]?.label else {
            return nil
        }
        return (label == "EVENT", number)
    }

    private static func link(
        _ kind: String, _ from: (isEvent: Bool, number: Int), _ to: (isEvent: Bool, number: Int),
        _ number: Int,
        _ xml: inout XMLWriter
    ) {
        let isTemporal = TimeMLName.temporal.contains(kind)
        let isAspectual = TimeMLName.aspectual.contains(kind)
        let source = from.isEvent ? ("eventInstanceID", "ei\(from.number)") : ("timeID", "t\(from.number)")
        let target =
            !isTemporal && !isAspectual
            ? ("subordinatedEventInstance", "ei\(to.number)")
            : to.isEvent ? ("relatedToEventInstance", "ei\(to.number)") : ("relatedToTime", "t\(to.number)")
        xml.element(
            isTemporal ? "TLINK" : isAspectual ? "ALINK" : "SLINK",
            [("lid", "l\(number)"), ("relType", kind), source, target])
    }
}
