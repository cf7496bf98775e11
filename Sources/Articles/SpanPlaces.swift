/// Where each element of a `SpanTable` is, by its id.
///
/// In parts, so that a change copies one part only while somebody keeps a copy of the table.
struct SpanPlaces: Sendable {
    private var parts = [[ID: Span]](repeating: [:], count: 256)
    private(set) var count = 0

    mutating func reserveCapacity(_ count: Int) {
        // The parts are not quite equal; growing one costs more than a little room in each.
        for index in parts.indices { parts[index].reserveCapacity(count / parts.count * 5 / 4) }
    }

    subscript(id: ID) -> Span? {
        get { parts[part(of: id)][id] }
        set {
            let old = parts[part(of: id)].replaceValue(for: id, with: newValue)
            count += (newValue == nil ? 0 : 1) - (old == nil ? 0 : 1)
        }
    }

    /// By the hash and not by the bytes: ids in which the same letters are composed differently are equal.
    private func part(of id: ID) -> Int { id.hashValue & (parts.count - 1) }
}

extension Dictionary {
    fileprivate mutating func replaceValue(for key: Key, with value: Value?) -> Value? {
        if let value { updateValue(value, forKey: key) } else { removeValue(forKey: key) }
    }
}
