import Testing

@testable import Articles

@Suite("Nesting by the schema")
struct NestingTests {
    /// Judges lie in courts or alone, courts in nothing.
    private let schema = Schema(
        name: "court",
        labels: [
            LabelKind("JUDGE", title: "Judge", role: "entity.person", nestsIn: ["COURT"]),
            LabelKind("COURT", title: "Court", role: "entity.organisation", nestsIn: []),
            LabelKind("PLACE", title: "Place", role: "entity.place"),
        ])

    private func mention(_ start: Int, _ end: Int, _ label: Label, _ status: Status = .accepted) -> Mention {
        Mention(
            id: .found(Span(start, end), as: label.name), spans: SpanSet(start, end), label: label,
            status: status)
    }

    @Test("is looked at from inside and from around")
    func bothWays() {
        func violation(_ mention: Mention, _ others: Mention...) -> String? {
            schema.nestingViolation(of: mention, among: others)?.description
        }
        #expect(violation(mention(2, 4, "JUDGE"), mention(0, 9, "COURT")) == nil)
        #expect(violation(mention(0, 9, "COURT"), mention(2, 4, "JUDGE")) == nil)
        let forbidden = "COURT may not lie inside JUDGE by the schema"
        #expect(violation(mention(2, 4, "COURT"), mention(0, 9, "JUDGE")) == forbidden)
        #expect(violation(mention(0, 9, "JUDGE"), mention(2, 4, "COURT")) == forbidden)
        #expect(violation(mention(0, 9, "PLACE"), mention(2, 4, "PLACE")) == nil)
        #expect(
            violation(mention(0, 9, "PLACE"), mention(2, 4, "PLACE"), mention(5, 6, "JUDGE"))
                == "JUDGE may not lie inside PLACE by the schema")
    }

    @Test("does not ask about what is beside, crossing, rejected, or the mention itself")
    func others() {
        let judge = mention(0, 9, "JUDGE")
        let others = [
            mention(10, 12, "COURT"), mention(5, 12, "COURT"), mention(2, 4, "COURT", .rejected), judge,
        ]
        #expect(schema.nestingViolation(of: judge, among: others) == nil)
    }

    @Test("lets two labels share their words when one may lie in the other")
    func sameWords() {
        let court = Mention(id: "m1", spans: SpanSet(0, 5), label: "COURT")
        #expect(schema.nestingViolation(of: court, among: [mention(0, 5, "JUDGE")]) == nil)
        #expect(schema.nestingViolation(of: court, among: [mention(0, 5, "COURT")]) != nil)
    }
}
