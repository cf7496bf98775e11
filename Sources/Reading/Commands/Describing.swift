import Articles

extension Command {
    static let describing: [Command] = [
        Command(
            "set-attribute", "Set an attribute of the mention: name=value, name= takes it away", .attribute
        ) {
            state, call in
            state.setAttribute(call.argument)
        }.repeatable,
        Command(
            "set-value", "Set the normal value of the mention, such as 2024-10-17; - takes it away", .text
        ) {
            state, call in
            state.describe("set value", call, current: { $0.value }) { $0.value = $1 }
        }.repeatable,
        Command(
            "set-link", "Link the mention to an entry of a knowledge base, such as Q57661; - takes it away",
            .text
        ) {
            state, call in
            state.describe("set link", call, current: { $0.link }) { $0.link = $1 }
        }.repeatable,
        Command(
            "note", "Write a note on the mention, or on the selection when there is none; - takes it away",
            .text
        ) {
            state, call in
            state.note(call)
        }.repeatable,
        Command("article-label", "Give the article a label, or take it away", .articleLabel) { state, call in
            state.labelArticle(call.argument)
        },
    ]
}

extension State {
    fileprivate mutating func setAttribute(_ assignment: String) -> [Effect] {
        guard let old = mentionOrNotice() else { return [] }
        let parts = assignment.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
            String.init)
        let name = parts[0]
        guard let kind = schema.attributes(of: old.label).first(where: { $0.name == name }) else {
            let known = schema.attributes(of: old.label).map(\.name).joined(separator: ", ")
            notice = Notice(.error, "\(old.label.name) has no attribute “\(name)”; it has: \(known)")
            return []
        }
        let value = parts.count > 1 ? parts[1] : "true"
        guard value.isEmpty || kind.values.isEmpty || kind.values.contains(value) else {
            let values = kind.values.joined(separator: ", ")
            notice = Notice(.error, "“\(value)” is no value of \(name); it takes: \(values)")
            return []
        }
        var new = old
        new.attributes[name] = value.isEmpty ? nil : value
        new.status = .accepted
        guard new != old else { return [] }
        return apply("set \(name)", .replace(.mention(old), with: .mention(new)))
    }

    /// Sets a text of the mention; without one given, asks for it with the present one to edit.
    fileprivate mutating func describe(
        _ name: String, _ call: Invocation, current: (Mention) -> String?,
        set: (inout Mention, String?) -> Void
    ) -> [Effect] {
        guard let old = mentionOrNotice() else { return [] }
        guard !call.argument.isEmpty else {
            prompt = .asking(call.command, current(old) ?? "")
            return []
        }
        var new = old
        set(&new, call.argument == Invocation.nothing ? nil : call.argument)
        new.status = .accepted
        guard new != old else { return [] }
        return apply(name, .replace(.mention(old), with: .mention(new)))
    }

    fileprivate mutating func note(_ call: Invocation) -> [Effect] {
        guard let reading else { return [] }
        let target = mentionAtCursor().map { Note.Target.annotation($0.id) } ?? .span(reading.selection.span)
        let old = reading.annotations.notes(on: target).first
        guard !call.argument.isEmpty else {
            prompt = .asking("note", old?.text ?? "")
            return []
        }
        if let old {
            guard call.argument != Invocation.nothing else {
                return apply("remove note", .remove(.note(old)))
            }
            var new = old
            new.text = call.argument
            new.origin = person
            return apply("change note", .replace(.note(old), with: .note(new)))
        }
        let note = Note(id: newID("n"), target: target, text: call.argument, origin: person)
        return apply("note", .add(.note(note)))
    }

    fileprivate mutating func labelArticle(_ name: String) -> [Effect] {
        guard let reading, !name.isEmpty else { return [] }
        if let old = reading.annotations.labels.first(where: { $0.name == name }) {
            notice = Notice("article label \(name) taken away")
            return apply("remove label \(name)", .remove(.label(old)))
        }
        notice = Notice("article labelled \(name)")
        return apply(
            "label article \(name)", .add(.label(ArticleLabel(id: newID("l"), name: name, origin: person))))
    }
}
