import Articles
import Cells

extension OpenArticle {
    /// Everything about the mention under the cursor.
    func detailLines(schema: Schema) -> [PaneLine] {
        guard let mention = mentionAtCursor else { return [PaneLine("no mention under the cursor", "meta")] }
        let kind = schema.label(mention.label)
        let name = name(of: mention)
        var lines = [PaneLine([PaneLine.Piece(name, "headline")], target: mention.bounds)]
        func add(_ title: String, _ value: String?) {
            guard let value, !value.isEmpty else { return }
            lines.append(PaneLine([PaneLine.Piece(title + "  ", "meta"), PaneLine.Piece(value)]))
        }
        add("Label", kind.map { "\($0.title) (\(mention.label.name))" } ?? mention.label.name)
        add("Status", mention.status.rawValue)
        add("Value", mention.value)
        add("Link", mention.link)
        for (attribute, value) in mention.attributes.sorted(by: { $0.key < $1.key }) { add(attribute, value) }
        add("Origin", origin(of: mention))
        add("Confidence", mention.origin.confidence.map { "\(Int(($0 * 100).rounded())) %" })
        for relation in annotations.relations(of: mention.id) {
            let isFirst = relation.from == mention.id
            guard let other = annotations.mentions[isFirst ? relation.to : relation.from] else { continue }
            let title = schema.relation(relation.kind)?.title ?? relation.kind
            let words = isFirst ? "→ \(title) \(self.name(of: other))" : "← \(self.name(of: other)) \(title)"
            lines.append(PaneLine([PaneLine.Piece(words)], target: other.bounds, id: relation.id))
        }
        if let chain = annotations.chain(of: mention.id) {
            lines.append(PaneLine("Same as", "pane.title"))
            // More than anybody reads; a long text names some things a thousand times.
            let others = chain.mentions.lazy.filter { $0 != mention.id }.compactMap {
                annotations.mentions[$0]
            }
            for other in others.prefix(200) {
                let role: Role = other.isQuiet ? "meta" : "pane"
                lines.append(
                    PaneLine([PaneLine.Piece("  " + self.name(of: other), role)], target: other.bounds))
            }
        }
        for note in annotations.notes(on: .annotation(mention.id)) {
            lines.append(PaneLine("Note", "pane.title"))
            lines += wrapped(note.text, id: note.id)
        }
        let others = entityGroups?.groups.filter { $0.name == name && $0.label != mention.label } ?? []
        if !others.isEmpty {
            lines.append(PaneLine("This name elsewhere", "pane.title"))
            for group in others {
                let title = schema.label(group.label)?.title ?? group.label.name
                lines.append(
                    PaneLine(
                        [PaneLine.Piece("  " + title)], trailing: PaneLine.Piece("\(group.count)", "meta"),
                        target: group.first))
            }
        }
        return lines
    }

    private func name(of mention: Mention) -> String {
        mention.spans.fragments.map { text.string(in: $0).prefixOfLine(80) }.joined(separator: " … ")
    }

    private func origin(of mention: Mention) -> String {
        let origin = mention.origin
        let who =
            switch origin.author {
            case .person: origin.name.isEmpty ? "you" : origin.name
            case .engine: "engine \(origin.name)" + (mention.isLearned ? " (learned from you)" : "")
            }
        return [who, origin.time.map(Day.text)].compactMap(\.self).joined(separator: ", ")
    }
}

/// The calendar day of a moment, without the clock and the libraries of one.
enum Day {
    /// - Parameter seconds: since 1970-01-01 UTC.
    /// - Returns: such as `2024-10-17`.
    static func text(_ seconds: Int) -> String {
        let (year, month, day) = CalendarDay.date((seconds >= 0 ? seconds : seconds - 86_399) / 86_400)
        return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }
}
