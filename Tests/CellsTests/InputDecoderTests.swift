import TestSupport
import Testing

@testable import Cells

@Suite("input of a terminal")
struct InputDecoderTests {
    /// What arrives at once, and then nothing for a while.
    private func decode(_ inputs: Arrival...) -> [TerminalEvent] {
        var decoder = InputDecoder()
        return decoder.decode(inputs)
    }

    private func keys(_ names: String...) -> [TerminalEvent] {
        names.compactMap { Key($0) }.map { .key($0) }
    }

    @Test("letters, characters of several bytes and control keys")
    func characters() {
        #expect(
            decode(.text("aÄ漢👍\r\t\u{7F}\u{1}\0"))
                == keys("a", "Ä", "漢", "👍", "Enter", "Tab", "Backspace", "C-a", "C-Space"))
    }

    @Test("Escape alone is a key, with another key right behind it is Alt")
    func escape() {
        #expect(decode(.text("\u{1B}")) == keys("Escape"))
        #expect(decode(.text("\u{1B}x")) == keys("A-x"))
        #expect(decode(.text("\u{1B}ö")) == keys("A-ö"))
        #expect(decode(.text("\u{1B}\r")) == keys("A-Enter"))
        #expect(decode(.text("\u{1B}"), .key(Key(.up))) == keys("A-Up"))
        #expect(decode(.text("\u{1B}\u{1B}")) == keys("Escape", "Escape"))
        #expect(decode(.text("\u{1B}[")) == keys("A-["))
        #expect(decode(.text("\u{1B}O")) == keys("A-O"))
    }

    @Test("a character whose bytes arrive one by one is one key")
    func slowCharacter() {
        var decoder = InputDecoder()
        let bytes = Array("漢".utf8)
        #expect(decoder.decode([.byte(bytes[0])]).isEmpty)
        #expect(decoder.isInside)
        #expect(decoder.decode([.byte(bytes[1])]).isEmpty)
        #expect(decoder.decode([.byte(bytes[2])]) == keys("漢"))
        #expect(!decoder.isInside)
    }

    @Test("bytes that are no UTF-8 are no keys, and do not spoil the next")
    func invalidBytes() {
        #expect(decode(.byte(0xFF), .byte(0x80), .byte(0xC3), .text("a")) == keys("a"))
        #expect(decode(.byte(0xED), .byte(0xA0), .byte(0x80), .text("b")) == keys("b"))
        #expect(decode(.byte(0xC2), .byte(0x85), .text("c")) == keys("c"))
    }

    @Test("unknown sequences are swallowed as a whole")
    func unknownSequences() {
        #expect(decode(.text("\u{1B}[?62;4c"), .text("q")) == keys("q"))
        #expect(decode(.text("\u{1B}[27;5;113~q")) == keys("q"))
        #expect(decode(.text("\u{1B}Oyq")) == keys("q"))
        #expect(decode(.unknown, .text("q")) == keys("q"))
        #expect(decode(.text("\u{1B}[1;2\rq")) == keys("Enter", "q"))
    }

    @Test("pasted text is one event, with LF, and nothing in it is a key")
    func paste() {
        #expect(
            decode(.pasteStart, .text("a\rb\r\nc\nd\u{1B}[A\u{1B}[201~"), .text("x"))
                == [.paste("a\nb\nc\nd\u{1B}[A")] + keys("x"))
        #expect(decode(.pasteStart, .text("\u{1B}[201~")) == [.paste("")])
        #expect(decode(.pasteStart, .byte(0xFF), .text("\u{1B}[201~")) == [.paste("\u{FFFD}")])
    }

    @Test("a paste that comes slowly stays a paste")
    func slowPaste() {
        var decoder = InputDecoder()
        #expect(decoder.decode([.pasteStart, .text("ab")]).isEmpty)
        #expect(decoder.expectsBytes)
        decoder.abandon()
        #expect(decoder.decode([.text("q\u{1B}[201~q")]) == [.paste("abq")] + keys("q"))
        #expect(!decoder.expectsBytes)
    }

    @Test("what never gets complete is given up, so that the next key counts")
    func abandoned() {
        var decoder = InputDecoder()
        #expect(decoder.decode([.mouseReport, .text("0;1")]).isEmpty)
        decoder.abandon()
        #expect(decoder.decode([.text("M")]) == keys("M"))
    }

    @Test("mouse reports: buttons, drags, the wheel, modifiers")
    func mouse() {
        #expect(
            decode(.mouseReport, .text("0;300;5Mx")) == [.mouse(Mouse(.press, row: 4, column: 299))]
                + keys("x"))
        #expect(Mouse(report: "0;1;1m") == Mouse(.release, row: 0, column: 0))
        #expect(Mouse(report: "36;2;3M") == Mouse(.drag, row: 2, column: 1, modifiers: .shift))
        #expect(Mouse(report: "72;1;1M") == Mouse(.wheelUp, row: 0, column: 0, modifiers: .alt))
        #expect(Mouse(report: "81;1;1M") == Mouse(.wheelDown, row: 0, column: 0, modifiers: .control))
    }

    @Test(
        "what is no report of the left button or the wheel is nothing",
        arguments: [
            "", "M", "0;1M", "0;0;1M", "0;1;0M", "1;1;1M", "2;1;1M", "35;1;1M", "66;1;1M", "x;1;1M",
            "-1;1;1M",
            "0;1;1;1M", "0;1;1X", "0;99999999999999999999;1M",
        ])
    func noMouse(report: String) {
        #expect(Mouse(report: report) == nil)
        #expect(decode(.mouseReport, .text(report + "M"), .text("\u{1B}")).last == keys("Escape").last)
    }

    @Test("any input at all ends in events, and Escape works after it")
    func anything() {
        var generator = SplitMix(seed: 7)
        let special: [Arrival] = [.mouseReport, .unknown, .key(Key(.up)), .byte(0x1B), .byte(0x5B)]
        for _ in 0..<2_000 {
            var decoder = InputDecoder()
            for _ in 0..<20 {
                let byte = Arrival.byte(.random(in: 0...255, using: &generator))
                _ = decoder.decode([
                    Bool.random(using: &generator) ? byte : special.randomElement(using: &generator) ?? byte
                ])
            }
            decoder.abandon()
            _ = decoder.take()
            #expect(decoder.decode([.text("q")]) == keys("q"))
        }
    }
}

/// What a test lets arrive: an input, or many bytes at once.
private enum Arrival {
    case input(InputDecoder.Input)
    case bytes([UInt8])

    static let mouseReport = Arrival.input(.mouseReport)
    static let pasteStart = Arrival.input(.pasteStart)
    static let unknown = Arrival.input(.unknown)
    static func byte(_ byte: UInt8) -> Arrival { .bytes([byte]) }
    static func key(_ key: Key) -> Arrival { .input(.key(key)) }
    static func text(_ text: String) -> Arrival { .bytes(Array(text.utf8)) }
}

extension InputDecoder {
    fileprivate mutating func decode(_ arrivals: [Arrival]) -> [TerminalEvent] {
        for arrival in arrivals {
            switch arrival {
            case .input(let input): receive(input)
            case .bytes(let bytes): bytes.forEach { receive(.byte($0)) }
            }
        }
        pause()
        return take()
    }
}
