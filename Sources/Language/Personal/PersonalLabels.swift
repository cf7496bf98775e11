/// The labels of a model with a person's own behind them, and what it is worth that one follows another.
///
///     O B-PER I-PER B-LOC I-LOC │ B-COMPANY I-COMPANY B-STREET I-STREET
///     the model's, in its order │ the person's, in the order in which they came
struct PersonalLabels: Sendable {
    let names: [String]
    let own: [String]
    /// How many are the model's.
    let known: Int
    /// Natural logarithms, label before by label with the border last; see `Lattice`.
    let steps: [Float]
    let outside: Int

    init(_ model: SequenceModel, own: [String]) {
        self.own = own
        known = model.labels.count
        names = model.labels + own.flatMap { ["B-" + $0, "I-" + $0] }
        outside = model.labels.firstIndex(of: "O") ?? 0
        steps = Self.steps(model, names)
    }

    var count: Int { names.count }

    func number(_ name: String) -> Int? { names.firstIndex(of: name) }

    /// The label inside of a name that begins so; nil for one that is no beginning.
    func inside(_ label: Int) -> Int? {
        guard names[label].hasPrefix("B-") else { return nil }
        return label + 1 < count && names[label + 1] == "I-" + names[label].dropFirst(2)
            ? label + 1 : number("I-" + names[label].dropFirst(2))
    }

    /// A step to or from an own label is worth what such steps are worth on average among the model's.
    private static func steps(_ model: SequenceModel, _ names: [String]) -> [Float] {
        let places = Array(names.map(Place.init)) + [Place.border]
        let known = model.labels.count
        /// The model's number of a label; nil for an own one.
        func number(_ label: Int) -> Int? { label < known ? label : label == names.count ? known : nil }
        func step(_ before: Int, _ label: Int) -> Float? {
            guard let before = number(before), let label = number(label) else { return nil }
            let weight = model.transitions[before, label]
            return weight == Transitions.forbidden ? forbidden : Float(weight) / model.scale
        }
        var sums: [Pair: (sum: Float, count: Float)] = [:]
        for before in places.indices {
            for label in places.indices {
                guard let value = step(before, label), value > forbidden else { continue }
                sums[Pair(places[before], places[label]), default: (0, 0)].sum += value
                sums[Pair(places[before], places[label]), default: (0, 0)].count += 1
            }
        }
        var steps: [Float] = []
        steps.reserveCapacity(places.count * places.count)
        for before in places.indices {
            for label in places.indices {
                let pair = Pair(places[before], places[label])
                if let value = step(before, label) {
                    steps.append(value)
                } else if places[label].kind == .inside, !pair.isSameName {
                    steps.append(forbidden)
                } else {
                    steps.append(sums[pair].map { $0.sum / max(1, $0.count) } ?? 0)
                }
            }
        }
        return steps
    }

    private static let forbidden: Float = -1e6

    private enum Kind: Hashable { case outside, begin, inside, border }

    private struct Place {
        let kind: Kind
        let type: String

        static let border = Place(kind: .border, type: "")

        init(kind: Kind, type: String) {
            self.kind = kind
            self.type = type
        }

        init(_ name: String) {
            let kind: Kind = name.hasPrefix("B-") ? .begin : name.hasPrefix("I-") ? .inside : .outside
            self.init(kind: kind, type: kind == .outside ? "" : String(name.dropFirst(2)))
        }
    }

    private struct Pair: Hashable {
        let before: Kind
        let label: Kind
        let isSameName: Bool

        init(_ before: Place, _ label: Place) {
            self.before = before.kind
            self.label = label.kind
            isSameName = before.type == label.type && !before.type.isEmpty
        }
    }
}
