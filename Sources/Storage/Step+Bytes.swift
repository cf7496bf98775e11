import Articles

extension Step {
    /// The form of a step in the journal.
    var bytes: [UInt8] {
        var writer = ByteWriter()
        switch move {
        case .new(let id, let parent):
            writer.byte(0)
            writer.id(id)
            writer.optional(parent) { $0.id($1) }
        case .to(let target):
            writer.byte(1)
            writer.optional(target) { $0.id($1) }
        }
        writer.string(edit.name)
        writer.list(edit.changes) { writer, change in
            writer.optional(change.before) { $0.annotation($1) }
            writer.optional(change.after) { $0.annotation($1) }
        }
        return writer.bytes
    }

    init(bytes: [UInt8]) throws(Malformed) {
        var reader = try ByteReader(bytes)
        let move: Move
        switch try reader.byte() {
        case 0:
            move = .new(
                try reader.id(), parent: try reader.optional { reader throws(Malformed) in try reader.id() })
        case 1: move = .to(try reader.optional { reader throws(Malformed) in try reader.id() })
        default: throw reader.malformed("a move is not known")
        }
        let name = try reader.string()
        let changes = try reader.list { reader throws(Malformed) in try reader.change() }
        guard reader.isAtEnd else { throw reader.malformed("there is more than one step") }
        self.init(move: move, edit: Edit(name, changes))
    }
}

extension ByteReader {
    fileprivate mutating func change() throws(Malformed) -> Change {
        let before = try optional { reader throws(Malformed) in try reader.annotation() }
        let after = try optional { reader throws(Malformed) in try reader.annotation() }
        switch (before, after) {
        case (nil, let after?): return .add(after)
        case (let before?, nil): return .remove(before)
        case (let before?, let after?):
            guard before.id == after.id else { throw malformed("a change changes the id") }
            return .replace(before, with: after)
        case (nil, nil): throw malformed("a change has no side")
        }
    }
}
