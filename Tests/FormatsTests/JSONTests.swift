import Testing

@testable import Formats

@Suite struct JSONTests {
    private func parse(_ text: String) throws(FormatError) -> JSON {
        try JSON(Input(name: "f", bytes: Array(text.utf8)))
    }

    @Test("every kind of value is read")
    func kinds() throws {
        let json = try parse(#" {"a":[null,true,false,-1.5e2,"x"],"b":{}} "#)
        var kinds: [String: [JSON.Kind]] = [:]
        for (key, value) in try json.members {
            kinds[key] = value.kind == .array ? try value.elements.map(\.kind) : [value.kind]
        }
        #expect(kinds == ["a": [.null, .true, .false, .number, .string], "b": [.object]])
    }

    @Test(
        "escapes stand for their characters",
        arguments: [
            (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t"), (#""\u00e4\u20AC""#, "ä€"),
            (#""\uD83D\uDE42!""#, "🙂!"), (#""Köln 🙂""#, "Köln 🙂"),
        ])
    func escapes(_ source: String, _ expected: String) throws {
        #expect(try parse(source).string == expected)
    }

    @Test(
        "what is not JSON is refused at its place",
        arguments: [
            ("", 1, "the JSON ends before its value is complete"),
            ("[1,]", 4, "no JSON value begins like this"),
            (#"{"a":1,"a":2}"#, 8, "this key occurs twice in one object"),
            (#"{"a":1,"\u0061":2}"#, 8, "this key occurs twice in one object"),
            (#""\ud83d""#, 2, "the first half of a surrogate pair stands alone"),
            (#""ä\ude42""#, 3, "the second half of a surrogate pair stands alone"),
            (#""\x""#, 2, "JSON has no such escape"),
            (#""\u12g4""#, 6, "four hexadecimal digits are needed after \\u"),
            ("\"a\tb\"", 3, "a control character in a string must be escaped"),
            (#""abc"#, 1, "this string has no closing quote"),
            ("01", 2, "something follows the end of the JSON value"),
            ("1.", 3, "a digit is needed here"), ("-", 2, "a digit is needed here"),
            ("nul", 1, "no JSON value begins like this"),
            ("[1 2]", 4, "a comma or ] is needed here"), ("{\"a\" 1}", 6, "a colon is needed after the key"),
            ("{a:1}", 2, "a key in quotes is needed here"), ("'x'", 1, "no JSON value begins like this"),
        ])
    func errors(_ source: String, _ column: Int, _ message: String) {
        #expect(throws: FormatError(file: "f", line: 1, column: column, message)) { _ = try parse(source) }
    }

    @Test("a place is a line and a column in characters")
    func places() {
        #expect(throws: FormatError(file: "f", line: 3, column: 5, "no JSON value begins like this")) {
            _ = try parse("[\n\"ä\",\n \"\",?")
        }
    }

    @Test("depth ends at 128, far from the end of the stack")
    func depth() throws {
        let deep = String(repeating: "[", count: 128) + String(repeating: "]", count: 128)
        _ = try parse(deep)
        #expect(throws: FormatError.self) { _ = try parse("[" + deep + "]") }
        #expect(throws: FormatError.self) { _ = try parse(String(repeating: "[", count: 1_000_000)) }
    }

    @Test("bytes that are not UTF-8 are refused")
    func invalid() {
        let input = Input(name: "f", bytes: Array("\"a".utf8) + [0xFF] + Array("\"".utf8))
        #expect(throws: FormatError(file: "f", line: 1, column: 3, "is not UTF-8")) { _ = try JSON(input) }
    }

    @Test("numbers keep their value or are refused")
    func numbers() throws {
        #expect(try parse("-9223372036854775808").int == .min)
        #expect(try parse("1e-05").float == 1e-5)
        #expect(throws: FormatError.self) { _ = try parse("9223372036854775808").int }
        #expect(throws: FormatError.self) { _ = try parse("1.0").int }
        #expect(throws: FormatError.self) { _ = try parse("1e99").float }
    }

    @Test("many keys in one object are told apart")
    func manyKeys() throws {
        let keys = (0..<100).map { "\"k\($0)\":\($0)" }
        #expect(try Array(parse("{\(keys.joined(separator: ","))}").members).count == 100)
        #expect(throws: FormatError.self) {
            _ = try parse("{\((keys + ["\"k7\":0"]).joined(separator: ","))}")
        }
    }

    @Test("what is written is read as the same")
    func writing() throws {
        let string = "a\"b\\c\n\u{1}\u{1F}\u{7F}/ä🙂" + String(repeating: "long ", count: 20) + "\t"
        var writer = JSONWriter()
        writer.object { json in
            json.field("s", string)
            json.field("n", Int.min)
            json.array("list") { json in
                json.int(0)
                json.object { _ in }
            }
        }
        let text = String(decoding: writer.bytes, as: UTF8.self)
        #expect(text.hasPrefix(#"{"s":"a\"b\\c\n\u0001\u001f"#))
        #expect(text.hasSuffix(#","n":-9223372036854775808,"list":[0,{}]}"#))
        let members = Array(try parse(text).members)
        #expect(try members[0].value.string == string)
        #expect(try members[1].value.int == .min)
    }
}
