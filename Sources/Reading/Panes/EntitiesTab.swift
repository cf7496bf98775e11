import Articles
import Cells

extension OpenArticle {
    func entityLines(schema: Schema) -> [PaneLine] {
        guard let entityGroups else { return [PaneLine("counting …", "meta")] }
        guard !entityGroups.groups.isEmpty else {
            return [PaneLine(isExtracting ? "reading …" : "nothing is tagged yet", "meta")]
        }
        let limit = 1000
        var lines: [PaneLine] = []
        let share = engine.percent(of: text)
        if share < 100 { lines.append(PaneLine("the engine has read \(share) %", "meta")) }
        for kind in schema.labels + others(than: schema) {
            let groups = entityGroups.groups.filter { $0.label == kind.label }
            guard !groups.isEmpty, lines.count < limit else { continue }
            let total = groups.reduce(0) { $0 + $1.count }
            let count = PaneLine.Piece(String(total), "meta")
            lines.append(PaneLine([PaneLine.Piece(kind.title, "pane.title")], trailing: count))
            for group in groups.prefix(limit) {
                let open = group.open > 0 ? " ○\(group.open)" : ""
                let quiet = group.quiet > 0 ? " +\(group.quiet)" : ""
                lines.append(
                    PaneLine(
                        [PaneLine.Piece("  "), PaneLine.Piece(group.name, Role(kind.role))],
                        trailing: PaneLine.Piece("\(open) \(group.count)\(quiet)", "meta"),
                        target: group.first, id: group.chain, group: group))
            }
        }
        return lines
    }

    /// Labels of mentions that the schema does not know, from an import.
    private func others(than schema: Schema) -> [LabelKind] {
        let known = Set(schema.labels.map(\.label))
        let found = Set(entityGroups?.groups.map(\.label) ?? []).subtracting(known)
        return found.sorted().map { LabelKind($0, title: $0.name, role: "entity") }
    }
}
