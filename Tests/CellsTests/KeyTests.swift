import Testing

@testable import Cells

@Suite("keys")
struct KeyTests {
    @Test(
        "a name and its key are the same, read and written",
        arguments: [
            ("p", Key("p")), ("P", Key("P")), ("ä", Key("ä")), ("?", Key("?")), ("-", Key("-")),
            ("#", Key("#")),
            ("Space", Key(" ")), ("Enter", Key(.enter)), ("Escape", Key(.escape)), ("Tab", Key(.tab)),
            ("S-Tab", Key(.tab, .shift)), ("C-p", Key("p", .control)), ("A-x", Key("x", .alt)),
            ("A-X", Key("X", .alt)),
            ("C-A-x", Key("x", [.control, .alt])), ("C-Space", Key(" ", .control)), ("A--", Key("-", .alt)),
            ("Left", Key(.left)), ("S-Right", Key(.right, .shift)), ("C-S-Up", Key(.up, [.control, .shift])),
            ("F1", Key(.function(1))), ("S-F12", Key(.function(12), .shift)), ("PageDown", Key(.pageDown)),
            ("Backspace", Key(.backspace)), ("Delete", Key(.delete)), ("A-Enter", Key(.enter, .alt)),
            ("F", Key("F")),
            ("C", Key("C")), ("漢", Key("漢")),
        ])
    func names(name: String, key: Key) {
        #expect(Key(name) == key)
        #expect(key.description == name)
    }

    @Test("what a terminal cannot tell apart has one name")
    func aliases() {
        #expect(Key("C-i") == Key(.tab))
        #expect(Key("C-M") == Key(.enter))
        #expect(Key("A-C-[") == Key(.escape, .alt))
        #expect(Key("C-P") == Key("C-p"))
        #expect(Key("A-C-x") == Key("C-A-x"))
    }

    @Test(
        "what is no key is refused",
        arguments: [
            "", " ", "pp", "C-", "S-x", "C-C-x", "F0", "F64", "Fx", "enter", "X-p", "\u{1B}", "\t", "Nope",
        ])
    func noKeys(name: String) {
        #expect(Key(name) == nil)
    }

    @Test(
        "every key that a byte stands for has a name that is read back", arguments: Array(0...0x1F) + [0x7F])
    func controlBytes(byte: UInt8) {
        let key = Key(control: byte)
        #expect(Key(key.description) == key)
    }

    @Test("ncurses' names of keys, also those of extended capabilities")
    func cursesNames() {
        #expect(Key(cursesName: "KEY_UP") == Key("Up"))
        #expect(Key(cursesName: "KEY_BTAB") == Key("S-Tab"))
        #expect(Key(cursesName: "KEY_F(5)") == Key("F5"))
        #expect(Key(cursesName: "KEY_F(13)") == Key("S-F1"))
        #expect(Key(cursesName: "KEY_F(63)") == Key("A-S-F3"))
        #expect(Key(cursesName: "kUP5") == Key("C-Up"))
        #expect(Key(cursesName: "kRIT8") == Key("C-A-S-Right"))
        #expect(Key(cursesName: "kDN") == Key("S-Down"))
        for name in ["", "KEY_F(64)", "KEY_F()", "KEY_RESIZE", "kUP9", "kUP1", "k", "5", "KEY_MOUSE"] {
            #expect(Key(cursesName: name) == nil)
        }
    }

    @Test("xterm's sequences are told apart, and every key of them has a name that is read back")
    func sequences() {
        let all = Key.xtermSequences
        #expect(Set(all.map(\.sequence)).count == all.count)
        #expect(all.first { $0.sequence == "\u{1B}[1;5C" }?.key == Key("C-Right"))
        #expect(all.first { $0.sequence == "\u{1B}[3;2~" }?.key == Key("S-Delete"))
        #expect(all.allSatisfy { Key($0.key.description) == $0.key })
    }
}
