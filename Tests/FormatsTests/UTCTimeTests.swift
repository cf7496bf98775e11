import Testing

@testable import Formats

@Suite struct UTCTimeTests {
    @Test(
        "seconds and dates belong together",
        arguments: [
            (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"), (951_782_400, "2000-02-29T00:00:00Z"),
            (1_795_425_451, "2026-11-23T09:17:31Z"), (253_402_300_799, "9999-12-31T23:59:59Z"),
            (-62_167_219_200, "0000-01-01T00:00:00Z"), (-2_203_891_200, "1900-03-01T00:00:00Z"),
        ])
    func pairs(_ seconds: Int, _ string: String) {
        #expect(UTCTime.string(seconds) == string)
        #expect(UTCTime.seconds(string) == seconds)
    }

    @Test("zones and fractions are understood")
    func zones() {
        #expect(UTCTime.seconds("1970-01-01T01:30:00.25+01:30") == 0)
        #expect(UTCTime.seconds("1969-12-31T23:00:00-01:00") == 0)
    }

    @Test(
        "what is no time is refused",
        arguments: [
            "", "1970-01-01", "1970-13-01T00:00:00Z", "2023-02-29T00:00:00Z", "1970-01-01T24:00:00Z",
            "1970-01-01T00:00:00", "1970-01-01T00:00:00Zx", "1970-01-00T00:00:00Z",
        ])
    func refused(_ string: String) { #expect(UTCTime.seconds(string) == nil) }

    @Test("years that the notation cannot say have none")
    func outside() {
        #expect(UTCTime.string(.max) == nil)
        #expect(UTCTime.string(.min) == nil)
    }
}
