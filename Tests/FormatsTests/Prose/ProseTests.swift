import Testing

@testable import Formats

@Suite("prose put together")
struct ProseTests {
    @Test(
        "days in the ways of mail, feeds, agencies and people",
        arguments: [
            ("Thu, 17 Oct 2024 23:30:00 +0200", "2024-10-17"), ("17 Oct 24 10:00 GMT", "2024-10-17"),
            ("Thu Oct 17 10:00:00 2024", "2024-10-17"), ("2024-10-17T23:30:00+02:00", "2024-10-17"),
            ("20241017T220000+0200", "2024-10-17"), ("20241017", "2024-10-17"), ("17.10.2024", "2024-10-17"),
            ("1.3.2024, 10:00", "2024-03-01"), ("17. Oktober 2024", "2024-10-17"),
            ("3. März 2024", "2024-03-03"),
            ("October 17, 2024", "2024-10-17"), ("1729155600", "2024-10-17"), ("1729155600000", "2024-10-17"),
            ("1 Jan 99", "1999-01-01"),
        ])
    func days(_ string: String, _ day: String) { #expect(NewsDay.day(string) == day) }

    @Test(
        "what leaves doubt is no day",
        arguments: [
            "", "10/11/2024", "2024", "31.2.2024", "yesterday", "2024-13-01", "17 Oct", "99999999", "1-2-3",
        ])
    func noDays(_ string: String) { #expect(NewsDay.day(string) == nil) }

    @Test(
        "relative addresses are completed as RFC 3986 has it",
        arguments: [
            ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"),
            ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"),
            ("#s", "http://a/b/c/d;p?q#s"), ("g#s", "http://a/b/c/g#s"), ("..", "http://a/b/"),
            ("../g", "http://a/b/g"), ("../../g", "http://a/g"), ("../../../g", "http://a/g"), ("g:h", "g:h"),
            ("http://x/y", "http://x/y"),
        ])
    func addresses(_ reference: String, _ whole: String) {
        #expect(WebAddress.complete(reference, at: "http://a/b/c/d;p?q") == whole)
    }

    @Test("an address without a base, or with a base that is none, stays")
    func noBase() {
        #expect(WebAddress.complete(" a.html ", at: nil) == "a.html")
        #expect(WebAddress.complete("a.html", at: "b") == "a.html")
    }

    @Test("lines, paragraphs and blanks meet in the widest break")
    func breaks() {
        var prose = Prose()
        prose.end(.paragraph)
        prose.add(" a  \n b")
        prose.end(.line)
        prose.add("c ")
        prose.end(.paragraph)
        prose.end(.line)
        prose.add("\u{1}d")
        #expect(String(decoding: prose.bytes, as: UTF8.self) == "a b\nc\n\nd")
    }
}
