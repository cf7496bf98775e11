import Articles
import Cells

extension OpenArticle {
    func noteLines() -> [PaneLine] {
        let notes = annotations.notes
        guard !notes.isEmpty else { return [PaneLine("no notes; ; writes one", "meta")] }
        return notes.map { (note: $0, place: place(of: $0.target)) }
            .sorted { ($0.place?.start ?? -1) < ($1.place?.start ?? -1) }
            .flatMap { note, place in
                let about = place.map { text.string(in: $0).prefixOfLine(40) } ?? "the article"
                return [PaneLine([PaneLine.Piece(about, "meta")], target: place, id: note.id)]
                    + wrapped(note.text, target: place, id: note.id)
            }
    }

    private func place(of target: Note.Target) -> Span? {
        switch target {
        case .article: return nil
        case .span(let span): return span
        case .annotation(let id):
            if let mention = annotations.mentions[id] { return mention.bounds }
            return annotations.facts[id]?.bounds
        }
    }
}
