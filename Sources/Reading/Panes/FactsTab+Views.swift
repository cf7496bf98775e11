import Articles
import Cells

extension OpenArticle {
    /// The facts that say when, by their days; what is now or has no day comes last.
    func timeline(_ facts: [Fact]) -> [PaneLine] {
        let dated = facts.compactMap { fact in
            value(of: fact, in: ["when", "date", "period"]).map { (time: $0, fact: fact) }
        }.sorted {
            ($0.time.first?.isNumber == true ? 0 : 1, $0.time, $0.fact.bounds) < (
                $1.time.first?.isNumber == true ? 0 : 1, $1.time, $1.fact.bounds
            )
        }
        return lines(
            dated.map { (head: $0.time, fact: $0.fact) }, title: "Timeline", none: "no fact with a date")
    }

    /// The facts with a sum or another quantity, in reading order.
    func sums(_ facts: [Fact]) -> [PaneLine] {
        let counted = facts.compactMap { fact in
            value(of: fact, in: ["amount", "to", "by", "from", "count"]).map {
                (head: $0.withGroupedDigits, fact: fact)
            }
        }
        return lines(counted, title: "Sums", none: "no fact with a sum")
    }

    private func lines(_ entries: [(head: String, fact: Fact)], title: String, none: String) -> [PaneLine] {
        guard let first = entries.first?.fact else { return [PaneLine(none, "meta")] }
        var lines = [PaneLine([PaneLine.Piece(title, "fact")], target: first.bounds, id: first.id)]
        for (head, fact) in entries {
            lines.append(PaneLine([PaneLine.Piece(head, "meta")], target: fact.bounds, id: fact.id))
            lines += wrapped(
                document.line(of: fact).prefixOfLine(400), rows: 3, target: fact.bounds, id: fact.id)
        }
        return lines
    }

    /// The normal value of the first of these slots that has one.
    private func value(of fact: Fact, in names: [String]) -> String? {
        names.lazy.flatMap { fact.slots(named: $0) }.compactMap(document.annotations.value).first
    }
}

extension String {
    /// Long numbers with blanks between groups of three digits: `40 000 000 000 USD`; a fraction stays.
    fileprivate var withGroupedDigits: String {
        replacing(/[0-9.]{5,}/) { match in
            let parts = match.output.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
            let digits = Array(parts[0])
            guard digits.count > 4 else { return String(match.output) }
            let groups = stride(from: digits.count % 3 - 3, to: digits.count, by: 3).map {
                String(digits[max(0, $0)..<$0 + 3])
            }
            return
                ([groups.filter { !$0.isEmpty }.joined(separator: " ")] + parts.dropFirst().map(String.init))
                .joined(separator: ".")
        }
    }
}
