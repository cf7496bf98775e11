import Articles

/// UIMA CAS as XMI with its type system in a file beside it, as DKPro and INCEpTION exchange it.
///
/// The same feature structures as in CAS JSON. The type system is written as `NAME.xml` beside `NAME.xmi`, and read when it
/// is there; INCEpTION calls it `TypeSystem.xml`. Offsets count UTF-16. Source: "UIMA References", Apache, on XMI.
extension Format {
    static let casXMI = Format(
        name: "casxmi", title: "UIMA CAS XMI with type system, INCEpTION and DKPro", extensions: ["xmi"],
        companions: ["xml"], offsets: [.utf16],
        carries: casJSON.carries.subtracting([.controls]),
        adapt: { XMLText.adapted(CAS.adapted($0)) },
        read: Reader(recognises: { XML.begins($0, with: "XMI") }, XMI.read),
        write: Writer(.oneDocument, XMISink.write))
}
