import Articles

/// UIMA CAS JSON 0.4 with the types of DKPro and INCEpTION.
///
/// A mention is a `NamedEntity` (label in `value`, link in `identifier`); its normal value and attributes are further
/// features of that type. Relations are `webanno.custom.Relation` at the place of what they lead to, chains
/// `CoreferenceChain`; tokens and sentences come along, cut so that every mention is whole tokens. Other layers with a place
/// are read as mentions, those with a governor and a dependent as relations. Offsets count UTF-16. Source: "UIMA CAS JSON
/// 0.4.0", Apache; the type systems of DKPro Core 2 and INCEpTION.
extension Format {
    static let casJSON = Format(
        name: "casjson", title: "UIMA CAS JSON 0.4, INCEpTION and DKPro", extensions: ["json"],
        offsets: [.utf16],
        carries: [
            .mentions, .nested, .overlapping, .blank, .attributes, .values, .links, .relations, .chains,
            .labels,
            .metadata, .returns, .controls, .margins, .spelling, .spacing,
        ],
        adapt: CAS.adapted,
        read: Reader(recognises: { JSONPeek.kind(of: $0) == .casJSON }, CASJSON.read),
        write: Writer(.oneDocument, CASJSONSink.write))
}
