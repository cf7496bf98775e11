/// What can be tagged: labels and their keys, attributes, relations, facts, and what may go with what.
public struct Schema: Hashable, Sendable {
    public var name: String
    public var labels: [LabelKind]
    public var attributes: [AttributeKind]
    public var relations: [RelationKind]
    public var facts: [FactKind]
    /// Names of labels for whole articles.
    public var articleLabels: [String]

    public init(
        name: String, labels: [LabelKind], attributes: [AttributeKind] = [], relations: [RelationKind] = [],
        facts: [FactKind] = [], articleLabels: [String] = []
    ) {
        self.name = name
        self.labels = labels
        self.attributes = attributes
        self.relations = relations
        self.facts = facts
        self.articleLabels = articleLabels
    }

    public func label(_ label: Label) -> LabelKind? { labels.first { $0.label == label } }
    public func label(forKey key: Character) -> LabelKind? { labels.first { $0.key == key } }
    public func fact(_ kind: String) -> FactKind? { facts.first { $0.name == kind } }
    public func relation(_ kind: String) -> RelationKind? { relations.first { $0.name == kind } }
    public func attributes(of label: Label) -> [AttributeKind] {
        attributes.filter { $0.labels.isEmpty || $0.labels.contains(label) }
    }

    /// Whether a mention with the inner label may lie inside one with the outer label.
    public func mayNest(_ inner: Label, in outer: Label) -> Bool {
        guard let allowed = label(inner)?.nestsIn else { return true }
        return allowed.contains(outer)
    }
}

/// A label that can be given to a mention.
public struct LabelKind: Hashable, Sendable {
    public var label: Label
    /// What people call it: "Person".
    public var title: String
    /// The key that gives it to the selection.
    public var key: Character?
    /// The theme role that it is drawn in: `entity.person`.
    public var role: String
    /// A mark of at most three superscript letters for screens without colour; made from the name when nil.
    public var mark: String?
    /// The labels it may lie inside of; nil is any, empty is none.
    public var nestsIn: Set<Label>?

    public init(
        _ label: Label, title: String, key: Character? = nil, role: String, mark: String? = nil,
        nestsIn: Set<Label>? = nil
    ) {
        self.label = label
        self.title = title
        self.key = key
        self.role = role
        self.mark = mark
        self.nestsIn = nestsIn
    }
}

/// A property that a mention can have.
public struct AttributeKind: Hashable, Sendable {
    public var name: String
    public var title: String
    /// The allowed values; empty allows any.
    public var values: [String]
    /// The labels it goes with; empty is all.
    public var labels: Set<Label>

    public init(_ name: String, title: String, values: [String] = [], labels: Set<Label> = []) {
        self.name = name
        self.title = title
        self.values = values
        self.labels = labels
    }
}

/// A relation that two mentions can have; empty sets of labels allow any.
public struct RelationKind: Hashable, Sendable {
    public var name: String
    public var title: String
    public var from: Set<Label>
    public var to: Set<Label>

    public init(_ name: String, title: String, from: Set<Label> = [], to: Set<Label> = []) {
        self.name = name
        self.title = title
        self.from = from
        self.to = to
    }
}

/// A kind of fact, with the slots that make it up.
public struct FactKind: Hashable, Sendable {
    public var name: String
    public var title: String
    public var slots: [SlotKind]

    public init(_ name: String, title: String, slots: [SlotKind]) {
        self.name = name
        self.title = title
        self.slots = slots
    }
}

/// A part of a fact: who, what, when.
public struct SlotKind: Hashable, Sendable {
    public var name: String
    public var title: String
    /// The labels that a mention in this slot may have; empty is any, or plain text.
    public var labels: Set<Label>
    public var isRequired: Bool

    public init(_ name: String, title: String, labels: Set<Label> = [], isRequired: Bool = false) {
        self.name = name
        self.title = title
        self.labels = labels
        self.isRequired = isRequired
    }
}
