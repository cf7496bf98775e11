import Articles
import Cells

/// From terminal events to commands.
extension State {
    mutating func press(_ key: Key) -> [Effect] {
        if mode != .prompt { notice = nil }
        // Digits before a command say how often.
        if mode == .article || mode == .pane, pending.keys.isEmpty, case .character(let character) = key.code,
            key.modifiers.isEmpty, let digit = character.wholeNumberValue, character.isASCII,
            digit > 0 || pending.count != nil
        {
            pending.count = min(1_000_000, (pending.count ?? 0) * 10 + digit)
            return []
        }
        let keys = pending.keys + [key]
        switch keyMap.match(mode, keys) {
        case .command(var invocation):
            invocation.count = pending.count
            pending = Pending()
            return run(invocation)
        case .unfinished:
            pending.keys = keys
            return []
        case .none:
            let wasPending = !pending.keys.isEmpty || pending.count != nil
            pending = Pending()
            if mode == .prompt { return type(key) }
            if wasPending || key.code == .escape { return [] }
            notice = Notice(.warning, "\(key) does nothing here; ? shows the keys")
            return [.bell]
        }
    }

    /// A key that is no command of the prompt is typed into it.
    private mutating func type(_ key: Key) -> [Effect] {
        guard case .character(let character) = key.code, key.modifiers.isEmpty else { return [] }
        prompt?.insert(String(character))
        return promptChanged()
    }

    /// Pasted text is never taken as commands: it goes into the prompt, or is searched for.
    mutating func paste(_ text: String) -> [Effect] {
        let line = String(text.prefix(1000))
        if prompt == nil {
            switch screen {
            case .article: prompt = Prompt(.search)
            case .library: prompt = Prompt(.filter)
            case .register: prompt = Prompt(.names)
            }
        }
        prompt?.insert(line)
        return promptChanged()
    }

    mutating func quit() -> [Effect] {
        isRunning = false
        return closing()
    }

    /// What must be written when the open article is left.
    func closing() -> [Effect] {
        guard let reading, reading.phase != .previewed, let row = describedRow() else { return [] }
        return [.close(reading.key, row)]
    }

    mutating func click(_ mouse: Mouse) -> [Effect] {
        let areas = Areas(of: self)
        guard prompt == nil, help == nil else { return [] }
        if mouse.action == .press { notice = nil }
        switch screen {
        case .library: return clickList(mouse, areas)
        case .register: return clickRegister(mouse, areas)
        case .article:
            if areas.pane.contains(row: mouse.row, column: mouse.column) { return clickPane(mouse, areas) }
            if areas.strip.contains(row: mouse.row, column: mouse.column) { return clickStrip(mouse, areas) }
            return clickText(mouse, areas)
        }
    }

    private mutating func clickList(_ mouse: Mouse, _ areas: Areas) -> [Effect] {
        switch mouse.action {
        case .wheelDown: library.move(by: 3)
        case .wheelUp: library.move(by: -3)
        case .press:
            let index = library.top + mouse.row - areas.list.row
            guard areas.list.contains(row: mouse.row, column: mouse.column),
                library.shown.indices.contains(index)
            else { return [] }
            if index == library.cursor { return run(Invocation("open")) }
            library.move(to: index)
        case .drag, .release: break
        }
        return []
    }

    private mutating func clickPane(_ mouse: Mouse, _ areas: Areas) -> [Effect] {
        switch mouse.action {
        case .wheelDown:
            reading?.pane.isFocused = true
            reading?.pane.move(by: 3)
        case .wheelUp:
            reading?.pane.isFocused = true
            reading?.pane.move(by: -3)
        case .press where mouse.row == areas.pane.row:
            let column = mouse.column - areas.pane.column
            if let tab = reading?.pane.tab(atColumn: column, columns: areas.pane.columns) {
                reading?.pane.show(tab)
            }
        case .press:
            reading?.pane.isFocused = true
            if let pane = reading?.pane {
                reading?.pane.move(by: pane.top + mouse.row - areas.pane.row - 1 - pane.cursor)
            }
            return run(Invocation("peek-line"))
        case .drag, .release: break
        }
        return []
    }

    private mutating func clickStrip(_ mouse: Mouse, _ areas: Areas) -> [Effect] {
        guard mouse.action == .press || mouse.action == .drag, let reading else { return [] }
        let offset = reading.text.byteCount * mouse.row / max(1, areas.strip.rows)
        self.reading?.selectToken(at: offset)
        return []
    }

    private mutating func clickText(_ mouse: Mouse, _ areas: Areas) -> [Effect] {
        guard let reading else { return [] }
        switch mouse.action {
        case .wheelDown: scroll(by: 3)
        case .wheelUp: scroll(by: -3)
        case .press, .drag:
            guard
                let offset = reading.offset(
                    atRow: mouse.row - areas.text.row, column: mouse.column - areas.text.column)
            else { return [] }
            self.reading?.pane.isFocused = false
            guard
                let token = reading.text.token(at: offset) ?? reading.text.token(before: offset)
                    ?? reading.text.token(after: offset)
            else { return [] }
            if mouse.action == .drag {
                self.reading?.selection = Selection(anchor: reading.selection.anchor, head: token.span)
            } else if reading.selection.span == token.span || reading.selection.span.contains(token.span) {
                // A second click on the same place selects the name around it.
                self.reading?.grow()
            } else {
                self.reading?.select(token.span)
            }
        case .release: break
        }
        return []
    }

    /// Scrolls the window; the cursor comes along when it would leave it.
    mutating func scroll(by rows: Int) {
        guard let reading else { return }
        let top = reading.place(reading.top, movedBy: rows)
        self.reading?.top = top
        let head = reading.place(of: reading.selection.head.start)
        let margin = min(2, max(0, (reading.viewport.rows - 1) / 2))
        let first = reading.place(top, movedBy: margin)
        let last = reading.place(top, movedBy: max(0, reading.viewport.rows - 1 - margin))
        guard head < first || head > last else { return }
        let target = head < first ? first : last
        let row = reading.layout(target.paragraph).rows[target.row]
        self.reading?.selectToken(at: row.span.start)
    }
}

extension OpenArticle {
    /// The offset of what is drawn at a place of the text area; nil below the end.
    func offset(atRow row: Int, column: Int) -> Int? {
        guard row >= 0 else { return nil }
        var place = Place(paragraph: top.paragraph, row: top.row + row)
        while place.row >= rowCount(place.paragraph) {
            guard place.paragraph + 1 < text.paragraphCount else { return nil }
            place.row -= rowCount(place.paragraph)
            place.paragraph += 1
        }
        let layout = layout(place.paragraph)
        guard place.row < layout.rows.count else { return nil }
        return layout.offset(atColumn: max(0, column), inRow: place.row)
    }
}
