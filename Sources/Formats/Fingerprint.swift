import Articles

/// What a document says, in lines that two documents can be compared by: names and order do not count.
///
/// Only what the format carries is in it, so that a document and what came back from its file have the same fingerprint
/// where the announced loss is all that was lost.
struct Fingerprint: Equatable {
    let lines: [String]

    init(_ document: Document, in format: Format) {
        let carries = format.carries
        let squeezed = carries.contains(.spacing) ? nil : Squeezed(document.text, .joined)
        func place(_ spans: SpanSet) -> String {
            spans.fragments.map { span in
                let span = squeezed?.squeezed(span) ?? span
                return "\(span.start)-\(span.end)"
            }.joined(separator: ";")
        }
        func judgement(_ status: Status, _ origin: Origin) -> String {
            (carries.contains(.status) ? " \(status)" : "")
                + (carries.contains(.origin)
                    ? " \(origin.author) \(origin.name) \(origin.time.map(String.init) ?? "") \(origin.confidence.map { "\($0)" } ?? "")"
                    : "")
        }
        var lines = ["text " + String(describing: Self.sum(squeezed?.text ?? document.text))]
        var names: [ID: String] = [:]
        for mention in document.annotations.mentions {
            var line = "mention \(place(mention.spans)) \(mention.label)"
            if carries.contains(.values), let value = mention.value { line += " value=\(value)" }
            if carries.contains(.links), let link = mention.link { line += " link=\(link)" }
            if carries.contains(.attributes) {
                for (name, value) in mention.attributes.sorted(by: { $0.key < $1.key }) {
                    line += " \(name)=\(value)"
                }
            }
            line += judgement(mention.status, mention.origin)
            names[mention.id] = line
            lines.append(line)
        }
        if carries.contains(.relations) {
            for relation in document.annotations.relations {
                lines.append(
                    "relation \(relation.kind) (\(names[relation.from] ?? "")) (\(names[relation.to] ?? ""))"
                        + judgement(relation.status, relation.origin))
            }
        }
        if carries.contains(.chains) {
            for chain in document.annotations.chains {
                let members = chain.mentions.map { names[$0] ?? "" }.sorted().joined(separator: ") (")
                lines.append("chain (\(members))" + judgement(chain.status, chain.origin))
            }
        }
        if carries.contains(.facts) {
            for fact in document.annotations.facts {
                let slots = fact.slots.map(\.name).sorted().joined(separator: " ")
                lines.append(
                    "fact \(fact.kind) \(place(fact.evidence)) \(slots)" + judgement(fact.status, fact.origin)
                )
            }
        }
        if carries.contains(.labels) {
            for label in document.annotations.labels {
                lines.append("label \(label.name) \(label.value ?? "-")")
            }
        }
        for note in document.annotations.notes
        where carries.contains(note.isOnAnnotation ? .notes : .placeNotes) {
            lines.append("note \(note.text)")
        }
        if carries.contains(.metadata) {
            let article = document.article
            lines.append(
                "article \(article.ownTitle ?? "-")|\(article.source ?? "-")|\(article.date ?? "-")|\(article.language ?? "-")"
            )
            lines += article.metadata.map { "property \($0.key)=\($0.value)" }
        }
        self.lines = lines.sorted()
    }

    /// Length and sum of a text: enough to tell two apart, and short.
    private static func sum(_ text: Text) -> String {
        text.withBytes { bytes in
            "\(bytes.count) \(bytes.reduce(UInt64(0)) { ($0 &* 1_099_511_628_211) ^ UInt64($1) })"
        }
    }

    /// What only one of two has.
    func differences(from other: Fingerprint) -> (missing: [String], added: [String]) {
        var counts: [String: Int] = [:]
        for line in lines { counts[line, default: 0] += 1 }
        var added: [String] = []
        for line in other.lines {
            if let count = counts[line], count > 0 { counts[line] = count - 1 } else { added.append(line) }
        }
        return (lines.filter { counts[$0, default: 0] > 0 }, added)
    }
}

extension Format {
    /// Reads what was written and says what came back otherwise than the announced loss lets expect.
    ///
    /// - Parameter output: a file that holds this one document.
    /// - Returns: nothing when all is well, or when the format cannot be read.
    public func differences(
        of document: Document, _ options: ExportOptions, in output: Output
    ) -> [String] {
        guard reader != nil, let writer, !writer.isReport else { return [] }
        let held = held(document, options)
        var companions = output.companions
        companions[""] = nil
        let back: Imported
        do {
            back = try read(Input(name: "written", bytes: output.bytes, companions: companions))
        } catch {
            return ["what was written cannot be read back: \(error)"]
        }
        var found = back.errors.map { "read back with an error: \($0)" }
        guard let copy = back.documents.first, back.documents.count == 1 else {
            let isEmpty = held.text.isBlank(SpanSet(held.text.bounds)) && !carries.contains(.spacing)
            return found + (isEmpty ? [] : ["\(back.documents.count) documents come back of one"])
        }
        let (missing, added) = Fingerprint(held, in: self).differences(from: Fingerprint(copy, in: self))
        found +=
            missing.map { "does not come back: \($0)" } + added.map { "comes back and was not there: \($0)" }
        return found
    }
}
