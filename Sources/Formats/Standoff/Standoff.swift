import Articles

/// Puts together what a file of stand-off annotation says, whatever its format calls things.
///
/// Each piece is checked as it comes; one that is wrong is named with its place and left out, and the rest comes in.
struct Standoff {
    /// A mention as a file describes it, before it has a name of its own.
    struct Draft {
        var spans: SpanSet
        var label: String
        /// The name that the file gives, to keep as the id when nothing else has it.
        var id: String?
        var value: String?
        var link: String?
        var attributes: [String: String] = [:]
        var credit = JSONLine.Credit()
    }

    private struct Link {
        let kind: String
        let from: String
        let to: String
        let id: String?
        let place: Place
        var credit = JSONLine.Credit()
    }

    /// Makes an error about the piece that is read; where that piece lies is looked up only then.
    typealias Place = (String) -> FormatError

    let text: Text
    private let offsets: OffsetUnits
    var findings: Findings
    private var mentions: [Mention] = []
    private var places: [ID: Int] = [:]
    private var taken: Set<ID> = []
    /// The ids of mentions by the names that the file uses for them.
    private var ids: [String: ID] = [:]
    private var links: [Link] = []
    private var groups: [(members: [String], id: String?, credit: JSONLine.Credit, place: Place)] = []
    private var pairs: [(from: String, to: String, place: Place)] = []
    private var labels: [ArticleLabel] = []
    private var notes: [Note] = []

    init(_ text: Text, _ unit: OffsetUnit, file: String) {
        self.text = text
        offsets = OffsetUnits(text, unit)
        findings = Findings(file)
    }

    // MARK: Places

    /// A span that holds some text.
    func spans(_ start: JSON?, _ end: JSON?, of json: JSON) throws(FormatError) -> SpanSet {
        guard let start, let end else { throw json.error("the start or the end is missing") }
        return SpanSet(try span(start, end))
    }

    func span(_ start: JSON, _ end: JSON) throws(FormatError) -> Span {
        try span(start.int, end.int, at: start.error)
    }

    func span(_ start: Int, _ end: Int, at place: Place) throws(FormatError) -> Span {
        guard let span = offsets.span(start, end) else {
            throw place("\(start) to \(end) is no place in the text")
        }
        guard !span.isEmpty else { throw place("the span is empty; it must hold some text") }
        return span
    }

    /// Warns when a file says other words than the text has there.
    mutating func compare(_ words: JSON, with spans: SpanSet) {
        guard !text.withBytes({ words.isString($0[spans.bounds.range]) }) else { return }
        let found = text.string(in: spans, joinedBy: " … ")
        findings.warn(
            words.error("the text there is \"\(found)\"; the offsets count, the words are left out"))
    }

    // MARK: Annotations

    /// - Parameter name: what other parts of the file call it; nil when nothing can.
    @discardableResult
    mutating func add(_ draft: Draft, as name: String?, at place: Place) -> ID {
        if let name, ids[name] != nil {
            findings.add(
                place("the id \(name) occurs twice; what refers to it means the first"))
        }
        let id = unused(draft.id, "m", mentions.count)
        if let name, ids[name] == nil { ids[name] = id }
        places[id] = mentions.count
        mentions.append(
            Mention(
                id: id, spans: draft.spans, label: Label(draft.label), status: draft.credit.status,
                origin: draft.credit.origin, value: draft.value, link: draft.link,
                attributes: draft.attributes))
        return id
    }

    /// Changes a mention that has come in.
    ///
    /// - Returns: false when the file has none of that name.
    mutating func change(_ name: String, _ body: (inout Mention) -> Void) -> Bool {
        guard let id = ids[name], let index = places[id] else { return false }
        body(&mentions[index])
        return true
    }

    mutating func relate(
        _ kind: String, from: String, to: String, id: String? = nil, credit: JSONLine.Credit = .init(),
        at place: @escaping Place
    ) {
        links.append(Link(kind: kind, from: from, to: to, id: id, place: place, credit: credit))
    }

    /// Says that two mentions name the same thing; all that are joined, directly or through others, are one chain.
    mutating func join(_ from: String, _ to: String, at place: @escaping Place) {
        pairs.append((from, to, place))
    }

    mutating func chain(
        _ members: [String], id: String? = nil, credit: JSONLine.Credit = .init(), at place: @escaping Place
    ) {
        groups.append((members, id, credit, place))
    }

    mutating func label(_ name: String, value: String?) {
        labels.append(ArticleLabel(id: unused(nil, "l", labels.count), name: name, value: value))
    }

    mutating func note(_ text: String, on target: Note.Target) {
        notes.append(Note(id: unused(nil, "n", notes.count), target: target, text: text))
    }

    /// The id of a mention that has come in under the file's name for it.
    func id(named name: String) -> ID? { ids[name] }

    // MARK: Together

    mutating func document(_ article: Article) -> Document {
        var relations: [Relation] = []
        for link in links {
            guard let (from, to) = ends(link.from, link.to, link.place) else { continue }
            relations.append(
                Relation(
                    id: unused(link.id, "r", relations.count), kind: link.kind, from: from, to: to,
                    status: link.credit.status, origin: link.credit.origin))
        }
        var chains: [Chain] = []
        for group in groups {
            var members: [ID] = []
            for name in group.members {
                guard let id = ids[name] else {
                    findings.add(group.place("\(name) does not exist; the chain goes on without it"))
                    continue
                }
                if !members.contains(id) { members.append(id) }
            }
            guard !members.isEmpty else { continue }
            chains.append(
                Chain(
                    id: unused(group.id, "c", chains.count), mentions: members, status: group.credit.status,
                    origin: group.credit.origin))
        }
        for members in joined() {
            chains.append(Chain(id: unused(nil, "c", chains.count), mentions: members))
        }
        return Document(
            article: article,
            annotations: Annotations(
                mentions: mentions, relations: relations, chains: chains, labels: labels, notes: notes))
    }

    private mutating func ends(_ from: String, _ to: String, _ place: Place) -> (ID, ID)? {
        guard let first = ids[from], let second = ids[to] else {
            findings.add(place("\(ids[from] == nil ? from : to) does not exist; the relation is left out"))
            return nil
        }
        return (first, second)
    }

    /// The classes of mentions that pairs join, in reading order.
    private mutating func joined() -> [[ID]] {
        var parent = Array(mentions.indices)
        func root(_ index: Int) -> Int {
            var index = index
            while parent[index] != index {
                parent[index] = parent[parent[index]]
                index = parent[index]
            }
            return index
        }
        var isJoined: Set<Int> = []
        for (from, to, place) in pairs {
            guard let (first, second) = ends(from, to, place), let left = places[first],
                let right = places[second]
            else { continue }
            isJoined.formUnion([left, right])
            parent[root(right)] = root(left)
        }
        let classes = Dictionary(grouping: isJoined.sorted { mentions[$0].spans < mentions[$1].spans }) {
            root($0)
        }
        return classes.values.sorted { mentions[$0[0]].spans < mentions[$1[0]].spans }.map { members in
            members.map { mentions[$0].id }
        }
    }

    /// The wanted name when it is free, else one of the letter and a number.
    private mutating func unused(_ wanted: String?, _ letter: String, _ count: Int) -> ID {
        if let wanted, !wanted.isEmpty, taken.insert(ID(wanted)).inserted { return ID(wanted) }
        var number = count + 1
        while !taken.insert(ID("\(letter)\(number)")).inserted { number += 1 }
        return ID("\(letter)\(number)")
    }
}

extension JSON {
    /// The value of a key, if the object has it.
    func member(_ key: String) throws(FormatError) -> JSON? {
        for (name, value) in try members where name == key { return value }
        return nil
    }

    /// A string, or a number as it is written: files differ in how they name things.
    var name: String {
        get throws(FormatError) { try kind == .number ? literal : string }
    }

    /// The value of the first of these keys that the object has.
    func member(_ key: String, or other: String) throws(FormatError) -> JSON? {
        if let value = try member(key) { return value }
        return try member(other)
    }

    /// The members of an object as a list, to be gone through more than once.
    var list: [(key: String, value: JSON)] {
        get throws(FormatError) { Array(try members) }
    }
}
