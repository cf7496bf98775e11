import Articles

/// What each word of a CoNLL-U file opens and closes, as `Entity=` has it.
///
/// At a word stands first what closes, then what opens, then what does both; where nothing opens, what does both comes
/// first. So CorefUD asks for it.
struct CoNLLUBrackets {
    /// A mention, or a part of a discontinuous one.
    private struct Bracket {
        let first: Int
        let last: Int
        let entity: Int
        /// `[1/2]`; empty for a whole mention.
        let part: String
        let mention: Mention
    }

    /// Brackets in the order in which they are written, of which the next one is to come.
    private struct Queue {
        private var brackets: [Bracket]
        private var next = 0

        init(_ brackets: [Bracket], inOrder precedes: (Bracket, Bracket) -> Bool) {
            self.brackets = brackets.sorted(by: precedes)
        }

        mutating func take(where isDue: (Bracket) -> Bool) -> ArraySlice<Bracket> {
            let start = next
            while next < brackets.count, isDue(brackets[next]) { next += 1 }
            return brackets[start..<next]
        }
    }

    private let prefix: String
    /// The type of each entity, that of its first mention.
    private var types: [String] = []
    private var opening: Queue
    private var closing: Queue
    private var single: Queue

    /// - Parameter prefix: what the names of entities begin with.
    init(_ annotations: Annotations, _ words: [Words.Word], prefix: String) {
        self.prefix = prefix
        var chainOf: [ID: Int] = [:]
        for (index, chain) in annotations.chains.enumerated() {
            for member in chain.mentions { chainOf[member] = index }
        }
        var entityOf: [Int: Int] = [:]
        var (long, short): ([Bracket], [Bracket]) = ([], [])
        for mention in annotations.mentions {
            let chain = chainOf.isEmpty ? nil : chainOf[mention.id]
            let entity = chain.flatMap { entityOf[$0] } ?? types.count
            if entity == types.count { types.append(CoNLLUEntities.type(of: mention.label)) }
            if let chain { entityOf[chain] = entity }
            let fragments = mention.spans.fragments
            for (index, span) in fragments.enumerated() {
                let first = words.partitioningIndex { $0.start >= span.start }
                let next = words[first...].partitioningIndex { $0.start >= span.end }
                let bracket = Bracket(
                    first: first, last: max(first, next - 1), entity: entity,
                    part: fragments.count == 1 ? "" : "[\(index + 1)/\(fragments.count)]", mention: mention)
                if bracket.first == bracket.last { short.append(bracket) } else { long.append(bracket) }
            }
        }
        opening = Queue(long) { ($0.first, $1.last) < ($1.first, $0.last) }
        closing = Queue(long) { ($0.last, $1.first) < ($1.last, $0.first) }
        single = Queue(short) { $0.first < $1.first }
    }

    /// Appends the statement of a word, if there is one; every word has to be asked for, in order.
    mutating func write(_ word: Int, to output: inout [UInt8]) {
        let closes = closing.take { $0.last <= word }
        let opens = opening.take { $0.first <= word }
        let both = single.take { $0.first <= word }
        guard !(closes.isEmpty && opens.isEmpty && both.isEmpty) else { return }
        output.append("Entity=")
        if opens.isEmpty { for bracket in both { open(bracket, closesToo: true, &output) } }
        for bracket in closes {
            name(bracket, &output)
            output.append(UInt8(ascii: ")"))
        }
        guard !opens.isEmpty else { return }
        for bracket in opens { open(bracket, closesToo: false, &output) }
        for bracket in both { open(bracket, closesToo: true, &output) }
    }

    private func name(_ bracket: Bracket, _ output: inout [UInt8]) {
        output.append(prefix)
        output.appendDecimal(bracket.entity + 1)
        output.append(bracket.part)
    }

    /// Appends `(e1-person-1-label:PER`, and the bracket that closes it for a mention of one word.
    private func open(_ bracket: Bracket, closesToo: Bool, _ output: inout [UInt8]) {
        output.append(UInt8(ascii: "("))
        name(bracket, &output)
        output.append(UInt8(ascii: "-"))
        output.append(types[bracket.entity])
        output.append("-1-")
        other(bracket.mention, &output)
        if closesToo { output.append(UInt8(ascii: ")")) }
    }

    /// The field `other`: `label:PER,value:2024%2D10%2D17`.
    private func other(_ mention: Mention, _ output: inout [UInt8]) {
        func pair(_ name: String, _ value: String) {
            // Brackets, hyphens and what separates fields have a meaning of their own.
            Percent.append(name, sparing: "._~", to: &output)
            output.append(UInt8(ascii: ":"))
            Percent.append(value, sparing: "._~", to: &output)
        }
        pair("label", mention.label.name)
        func further(_ name: String, _ value: String) {
            output.append(UInt8(ascii: ","))
            pair(name, value)
        }
        if let value = mention.value { further("value", value) }
        if let link = mention.link { further("link", link) }
        for (name, value) in mention.attributes.sorted(by: { $0.key < $1.key }) {
            further(CoNLLUEntityReader.names.name(name), value)
        }
    }
}
