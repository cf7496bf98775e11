import Articles

extension Annotations {
    /// The form of a snapshot: about 28 bytes a mention.
    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.number(mentions.count)
        for mention in mentions { writer.mention(mention) }
        writer.number(facts.count)
        for fact in facts { writer.fact(fact) }
        writer.list(relations) { $0.relation($1) }
        writer.list(chains) { $0.chain($1) }
        writer.list(labels) { $0.label($1) }
        writer.list(notes) { $0.note($1) }
        return writer.bytes
    }

    init(bytes: [UInt8]) throws(Malformed) {
        var reader = try ByteReader(bytes)
        self.init()
        try reader.list(inBatchesOf: 4096) { reader throws(Malformed) in
            try reader.mention()
        } take: {
            add($0)
        }
        let facts = try reader.list { reader throws(Malformed) in try reader.fact() }
        let relations = try reader.list { reader throws(Malformed) in try reader.relation() }
        let chains = try reader.list { reader throws(Malformed) in try reader.chain() }
        let labels = try reader.list { reader throws(Malformed) in try reader.label() }
        let notes = try reader.list { reader throws(Malformed) in try reader.note() }
        guard reader.isAtEnd else { throw reader.malformed("there is more than one snapshot") }
        for fact in facts { set(.fact(fact)) }
        for relation in relations { set(.relation(relation)) }
        for chain in chains { set(.chain(chain)) }
        for label in labels { set(.label(label)) }
        for note in notes { set(.note(note)) }
    }
}
