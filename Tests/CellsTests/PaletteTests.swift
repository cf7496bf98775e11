import Testing

@testable import Cells

@Suite("colours of a terminal")
struct PaletteTests {
    @Test("the number of colours tells the palette")
    func kinds() {
        #expect(
            [-1, 0, 2, 8, 15, 16, 88, 256, 0x100_0000].map(Palette.init(colors:)) == [
                .monochrome, .monochrome, .monochrome, .eight, .eight, .sixteen, .sixteen, .indexed, .direct,
            ])
    }

    @Test("a colour of the cube or of the greys is found exactly", arguments: 16..<256)
    func exact(index: Int) {
        let color = Palette.colors[index]
        let number = Palette.indexed.number(of: .rgb(color.red, color.green, color.blue))
        #expect(number.map { Palette.colors[$0] } == color)
    }

    @Test("other colours get what looks nearest: a dark blue-grey a dark grey, not a blue")
    func nearest() {
        #expect(Palette.indexed.number(of: .rgb(28, 31, 38)) == 234)
        #expect(Palette.indexed.number(of: .rgb(229, 192, 123)) == 179)
        #expect(Palette.indexed.number(of: .rgb(97, 175, 239)) == 75)
        #expect(Palette.indexed.number(of: .rgb(254, 1, 2)) == 196)
        #expect(Palette.eight.number(of: .rgb(250, 30, 20)) == 1)
        #expect(Palette.sixteen.number(of: .rgb(250, 30, 20)) == 9)
    }

    @Test("a named colour is the terminal's own, as far as it has it")
    func named() {
        #expect(Palette.indexed.number(of: .named(9)) == 9)
        #expect(Palette.eight.number(of: .named(9)) == 1)
        #expect(Palette.direct.number(of: .named(1)) == 1)
        #expect(Palette.direct.number(of: .named(9)) == 0xFF0000)
        #expect(Palette.monochrome.number(of: .named(9)) == nil)
        #expect(Palette.indexed.number(of: nil) == nil)
    }

    @Test("direct colours are their own numbers, but never those of the terminal's eight")
    func direct() {
        #expect(Palette.direct.number(of: .rgb(0xE5, 0xC0, 0x7B)) == 0xE5C07B)
        #expect(Palette.direct.number(of: .rgb(0, 0, 7)) == 0)
        #expect(Palette.direct.number(of: .rgb(0, 0, 8)) == 8)
    }

    @Test("letters never take the colour of their ground when few colours are left")
    func contrast() {
        let dark = Palette.eight.numbers(
            of: Style(foreground: .rgb(50, 50, 60), background: .rgb(10, 10, 10)))
        #expect(dark.background == 0)
        #expect(dark.foreground == 7)
        let light = Palette.eight.numbers(
            of: Style(foreground: .rgb(230, 230, 230), background: .rgb(255, 255, 255)))
        #expect(light.background == 7)
        #expect(light.foreground == 0)
        let hidden = Palette.eight.numbers(of: Style(foreground: .named(3), background: .named(3)))
        #expect(hidden.foreground == 3)
        #expect(hidden.background == 3)
    }

    @Test("every style of the default theme can be read with 8, 16 and 256 colours", arguments: [8, 16, 256])
    func defaultTheme(colors: Int) {
        let palette = Palette(colors: colors)
        for role in Theme.default.styles.keys {
            let numbers = palette.numbers(of: Theme.default.style(of: [role]))
            #expect(numbers.foreground != numbers.background, "\(role)")
        }
    }
}
