import Testing

@testable import Formats

@Suite("days on pages")
struct PageDateTests {
    @Test(
        "days as machines and people write them",
        arguments: [
            ("2025-03-12T18:04:00+01:00", "2025-03-12"), ("20250312", "2025-03-12"),
            ("2025/03/12", "2025-03-12"),
            ("Stand: 12.03.2025 18:04 Uhr", "2025-03-12"), ("12. März 2025", "2025-03-12"),
            ("3.2.25", "2025-02-03"),
            ("March 12th, 2025", "2025-03-12"), ("Wed, 12 Mar 2025 17:04:00 GMT", "2025-03-12"),
            ("12 Sept. 2024", "2024-09-12"), ("am 1. Jänner 2024 um 8 Uhr", "2024-01-01"),
            ("3/14/2025", "2025-03-14"),
        ])
    func days(text: String, day: String) {
        #expect(PageDate.first(in: text) == day)
    }

    @Test(
        "what is no day gives none",
        arguments: [
            "", "31.02.2025", "Version 1.2.3", "12:04", "Im März", "1066-10-14", "+49 555 1234", "May be",
            "99",
        ])
    func others(text: String) {
        #expect(PageDate.first(in: text) == nil)
    }

    @Test("authors are found in lines that name them")
    func bylines() {
        #expect(PageByline.names("Von Ada Krüger und Jan Ott") == ["Ada Krüger", "Jan Ott"])
        #expect(PageByline.names("By Dana Whitcomb | Feb. 3, 2025") == ["Dana Whitcomb"])
        #expect(PageByline.names("Von der Sperrung sind viele betroffen.") == [])
        #expect(PageByline.names("By the time they came, it was over.") == [])
        #expect(
            PageByline.split("A. B. Cee, Dr. Dora Eff & Gee Haa") == ["A. B. Cee", "Dr. Dora Eff", "Gee Haa"])
    }
}
