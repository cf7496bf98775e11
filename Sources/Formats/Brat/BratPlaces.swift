/// What the ids of a brat file stand for.
///
/// Nearly all text bounds are numbered from T1 on: a list takes them, and a dictionary the ids of other forms.
struct BratPlaces {
    enum Place: Equatable {
        case textBound(Int)
        /// A line of another kind, or a text bound that has no place in the text.
        case elsewhere
    }

    /// By the number: 0 for one that no line has, -1 elsewhere, or a text bound counted from 1.
    private var numbered: [Int32] = []
    private var others: [String: Place] = [:]
    /// Greater numbers are not listed, so that a damaged one takes no memory.
    private let limit: Int

    /// - Parameter byteCount: how long the file is, which says how many text bounds it may hold.
    init(byteCount: Int) { limit = min(byteCount / 8 + 16, Int(Int32.max)) }

    subscript(id: String) -> Place? {
        get {
            guard let number = number(of: id) else { return others[id] }
            guard number < numbered.count, numbered[number] != 0 else { return nil }
            return numbered[number] < 0 ? .elsewhere : .textBound(Int(numbered[number]) - 1)
        }
        set {
            guard let number = number(of: id) else {
                others[id] = newValue
                return
            }
            if number >= numbered.count {
                numbered.append(contentsOf: repeatElement(0, count: number + 1 - numbered.count))
            }
            switch newValue {
            case .textBound(let index): numbered[number] = Int32(index + 1)
            case .elsewhere: numbered[number] = -1
            case nil: numbered[number] = 0
            }
        }
    }

    /// The number of an id that is listed: T and digits without a zero in front.
    private func number(of id: String) -> Int? {
        var bytes = id.utf8.makeIterator()
        guard bytes.next() == UInt8(ascii: "T"), let first = bytes.next(), (49...57).contains(first) else {
            return nil
        }
        var number = Int(first) - 48
        while let byte = bytes.next() {
            guard (48...57).contains(byte), number < limit else { return nil }
            number = number * 10 + Int(byte) - 48
        }
        return number < limit ? number : nil
    }
}
