import Articles
import Glibc
import Testing

@testable import Formats

@Suite("encodings that texts come in")
struct TextEncodingTests {
    /// Own sentences, long enough for a guess.
    static let texts: [(language: String, text: String)] = [
        (
            "German",
            "Am Dienstag beschloss der Kreistag, die Brücke über die Große Röder für 3,2 Mio. € zu erneuern. „Das war überfällig“, sagte Bürgermeisterin Käthe Strößner."
        ),
        ("German, short", "Grüße aus Köln"),
        (
            "English",
            "The council’s vote – its third this year – left the café’s owner, Zoë Brontë, “speechless”. She’ll appeal, at a cost of £4,000."
        ),
        (
            "French",
            "L’élève a préféré rester à l’école plutôt que d’aller à la fête où l’on attendait déjà le député. Ça n’a gêné personne, a précisé sa mère."
        ),
    ]

    private func bytes(_ text: String, as encoding: String) throws -> [UInt8] {
        let converter = iconv_open(encoding, "UTF-8")
        defer { iconv_close(converter) }
        var input = Array(text.utf8)
        var output = [UInt8](repeating: 0, count: input.count * 4 + 16)
        let room = output.count
        let left = input.withUnsafeMutableBytes { input in
            output.withUnsafeMutableBytes { output in
                var source = input.baseAddress?.assumingMemoryBound(to: CChar.self)
                var target = output.baseAddress?.assumingMemoryBound(to: CChar.self)
                var (count, left) = (input.count, room)
                let result = iconv(converter, &source, &count, &target, &left)
                #expect(result == 0, "\(encoding)")
                return left
            }
        }
        return Array(output[..<(room - left)])
    }

    private func expect(
        _ text: String, in encoding: String, read name: String, declared: String? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let (back, warning) = try TextEncoding.utf8(
            try bytes(text, as: encoding), name: "a.txt", declared: declared)
        #expect(String(decoding: back, as: UTF8.self) == text, "\(encoding)", sourceLocation: sourceLocation)
        #expect(
            warning?.message.contains(name) ?? false, "\(warning?.message ?? "")",
            sourceLocation: sourceLocation)
    }

    @Test("western texts are Windows-1252, whatever a detector says", arguments: texts)
    func western(text: (language: String, text: String)) throws {
        try expect(text.text, in: "WINDOWS-1252", read: "Windows-1252")
    }

    @Test("Polish in both of its old encodings is recognised")
    func polish() throws {
        let text =
            "Radni zagłosowali za budową nowego mostu, choć część mieszkańców się temu sprzeciwiała. Zażółcić gęślą jaźń, żartował wójt; śnieg leżał jeszcze na łąkach."
        try expect(text, in: "ISO-8859-2", read: "ISO-8859-2")
        try expect("„" + text + "”", in: "WINDOWS-1250", read: "Windows-1250")
    }

    @Test("Russian in both of its old encodings is recognised")
    func russian() throws {
        let text =
            "Городской совет решил восстановить старый мост через реку. Работы начнутся в мае, сообщила во вторник глава города. Жители ждали этого десять лет."
        try expect(text, in: "WINDOWS-1251", read: "Windows-1251")
        try expect(text, in: "KOI8-R", read: "KOI8-R")
    }

    @Test("Chinese and Japanese in their old encodings are recognised")
    func eastern() throws {
        let chinese =
            "本报讯，一艘漆成天蓝色的木船星期二停靠在镇上的码头。船上没有货物，只有一万二千册图书。馆长说，书不该等人，书应该去找人。改建工程历时十四个月。"
        try expect(chinese, in: "GB18030", read: "GB18030")
        let japanese = "町議会は火曜日、古い橋を架け替える計画を承認した。工事は五月に始まり、費用は三億円になる見通しだ。住民は十年前からこの橋の修理を求めていたという。"
        try expect(japanese, in: "CP932", read: "Shift_JIS")
        try expect(japanese, in: "EUC-JP", read: "EUC-JP")
    }

    @Test("Russian between tags, most of them ASCII, is recognised")
    func markup() throws {
        let row =
            "<tr class=\"list-item\"><td style=\"width: 20%\"><a href=\"/news/2025/archive.html\">Мост закрыт</a></td></tr>\n"
        try expect(String(repeating: row, count: 20), in: "WINDOWS-1251", read: "Windows-1251")
    }

    @Test("what a header or the page says is believed, but not against UTF-8")
    func declared() throws {
        try expect("Zażółć gęślą jaźń", in: "ISO-8859-2", read: "ISO-8859-2", declared: "latin2")
        try expect("Мост", in: "KOI8-R", read: "KOI8-R, as it says itself", declared: "\"koi8-r\"")
        try expect("橋が落ちた", in: "ISO-2022-JP", read: "ISO-2022-JP", declared: "iso-2022-jp")
        let (bytes, warning) = try TextEncoding.utf8(Array("Köln".utf8), name: "a", declared: "iso-8859-1")
        #expect(String(decoding: bytes, as: UTF8.self) == "Köln")
        #expect(warning == nil)
        try expect("Größe", in: "WINDOWS-1252", read: "Windows-1252", declared: "x-klingon; drop table")
    }

    @Test("UTF-32 with a byte order mark is read, and half a character at its end named")
    func utf32() throws {
        for (mark, encoding) in [([0xFF, 0xFE, 0, 0], "UTF-32LE"), ([0, 0, 0xFE, 0xFF], "UTF-32BE")] {
            let content = try bytes("Größe 🙂", as: encoding)
            let (back, warning) = try TextEncoding.utf8(mark.map { UInt8($0) } + content + [7], name: "a")
            #expect(String(decoding: back, as: UTF8.self) == "Größe 🙂")
            #expect(warning?.message.hasPrefix("is UTF-32; ") ?? false)
            #expect(warning?.message.contains("a part of a character") ?? false)
        }
    }

    @Test("a page's own word for its encoding is found in its head")
    func pages() {
        func declared(_ page: String) -> String? { PageCharset.declared(in: Array(page.utf8)[...]) }
        #expect(declared("<html><meta charset=koi8-r>") == "koi8-r")
        #expect(
            declared("<META http-equiv=Content-Type content='text/html; charset=ISO-8859-2'>") == "iso-8859-2"
        )
        #expect(declared("<?xml version='1.0' encoding='Shift_JIS'?><html>") == "shift_jis")
        #expect(declared("<meta name=x content='charset'><meta charset='utf-16'>") == nil)
        #expect(declared("") == nil)
    }
}
