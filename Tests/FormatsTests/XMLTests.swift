import Testing

@testable import Formats

@Suite("XML through libxml2")
struct XMLTests {
    private func parse(_ text: String) throws(FormatError) -> XML {
        try XML(Input(name: "a.xml", bytes: Array(text.utf8)))
    }

    @Test("elements, attributes and text in their order, references as what they stand for")
    func content() throws {
        let xml = try parse(
            "<a xmlns:n='urn:n' n:x='1' x='2 &amp; &#10;3'>eins &lt;<b/><![CDATA[zwei&]]><c>drei</c>&#13;</a>"
        )
        #expect(xml.name(xml.root) == "a" && xml.space(xml.root) == "")
        #expect(xml.value("x", of: xml.root) == "2 & \n3")
        #expect(xml.attributes(xml.root).map(\.space) == ["urn:n", ""])
        #expect(xml.text(xml.root) == "eins <zwei&drei\r")
        #expect(xml.descendants(xml.root).map(xml.name) == ["b", "c"])
        #expect(xml.child("c", of: xml.root).map(xml.text) == "drei")
    }

    @Test("other encodings come in as UTF-8")
    func encodings() throws {
        let bytes =
            Array("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>".utf8) + [0xE4] + Array("</a>".utf8)
        let xml = try XML(Input(name: "a.xml", bytes: bytes))
        #expect(xml.text(xml.root) == "ä")
    }

    @Test(
        "what is no XML, or would become large, is refused with its place",
        arguments: [
            ("", "the file is empty"), ("<a>\n<b></a>", "mismatch"), ("<a>&x;</a>", "not defined"),
            ("<!DOCTYPE a [<!ENTITY b \"b\">]><a>&b;</a>", "declares entities"),
            ("<!DOCTYPE a [<!ENTITY % b SYSTEM \"http://localhost:1/x\"> %b;]><a/>", "declares entities"),
            ("<!DOCTYPE a [<!ATTLIST a b CDATA \"c\">]><a/>", "declares attributes"),
            (String(repeating: "<a>", count: 300), "more than 256 deep"),
            ("<a " + (0..<1100).map { "x\($0)='' " }.joined() + "/>", "more than 1024 attributes"),
            ("<p:a/>", "not defined"), ("text", "expected"),
        ])
    func refused(text: String, part: String) {
        let error = #expect(throws: FormatError.self) { _ = try parse(text) }
        #expect(error?.message.contains(part) ?? false, "\(error?.message ?? "")")
        #expect(error?.file == "a.xml" && error?.line ?? 0 > 0 && error?.column ?? 0 > 0)
    }

    @Test("a document type that lies elsewhere is not fetched and does no harm")
    func externalSubset() throws {
        let xml = try parse("<!DOCTYPE a SYSTEM \"file:///etc/hostname\"><a>b</a>")
        #expect(xml.text(xml.root) == "b")
    }

    @Test("a namespace's long address is kept once, however many elements are in it")
    func namespaces() throws {
        let address = String(repeating: "x", count: 100_000)
        let xml = try parse("<a xmlns='\(address)'>" + String(repeating: "<b/>", count: 10_000) + "</a>")
        #expect(xml.children(xml.root).allSatisfy { xml.space($0) == address })
    }
}
