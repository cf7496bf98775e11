import Testing

@testable import Cells

@Suite("themes")
struct ThemeTests {
    private func errors(_ text: String) -> [String] {
        Theme.parse(name: "my.theme", text: text).errors.map(\.description)
    }

    private func style(_ text: String) -> Style? {
        let (theme, errors) = Theme.parse(name: "my.theme", text: "text = \(text)")
        return errors.isEmpty ? theme.styles["text"] : nil
    }

    @Test("a line gives a role its attributes, its colour and the colour behind it")
    func styles() {
        #expect(
            style("#d8dee9 on #1c1f26")
                == Style(foreground: .rgb(216, 222, 233), background: .rgb(28, 31, 38)))
        #expect(style("bold underline red") == Style(foreground: .named(1), attributes: [.bold, .underline]))
        #expect(style("on bright-blue") == Style(background: .named(12)))
        #expect(style("default on default") == Style())
        #expect(style("dim italic reverse") == Style(attributes: [.dim, .italic, .reverse]))
        #expect(style("") == Style())
    }

    @Test("comments and blank lines mean nothing, blanks around the parts neither")
    func layout() {
        let (theme, errors) = Theme.parse(
            name: "my.theme", text: "# colours\r\n\r\n  text=bold\n\ta.b-2 = #000000  \n")
        #expect(errors.isEmpty)
        #expect(
            theme
                == Theme(
                    name: "my.theme",
                    styles: ["text": Style(attributes: .bold), "a.b-2": Style(foreground: .rgb(0, 0, 0))]))
    }

    @Test("a wrong line is named with file, line and remedy, and the others count")
    func wrongLine() {
        let (theme, errors) = Theme.parse(name: "my.theme", text: "text = bold\nentity = bolt\nnote = dim")
        #expect(Set(theme.styles.keys) == ["text", "note"])
        #expect(
            errors.map(\.description) == [
                "my.theme:2: 'bolt' is no attribute (bold, dim, italic, underline, reverse) and no colour (#rrggbb, "
                    + "default, black, red, green, yellow, blue, magenta, cyan, white, each also as bright-…)"
            ])
    }

    @Test("every kind of mistake says what to do")
    func mistakes() {
        #expect(
            errors("text bold") == [
                "my.theme:1: no '=' after 'text'; write a line such as: entity.person = bold #e5c07b"
            ])
        #expect(errors("= bold").first?.contains("'' is no role") == true)
        #expect(errors("two words = bold").first?.contains("'two words' is no role") == true)
        #expect(errors("a..b = bold").first?.contains("as in entity.person") == true)
        #expect(errors("Text = bold").first?.contains("small letters") == true)
        #expect(errors("text = #12345").first?.contains("six hexadecimal digits") == true)
        #expect(errors("text = #+12345").first?.contains("six hexadecimal digits") == true)
        #expect(errors("text = #ggg000").first?.contains("six hexadecimal digits") == true)
        #expect(errors("text = red on").first?.contains("no colour after 'on'") == true)
        #expect(errors("text = red bold").first?.contains("write attributes first") == true)
        #expect(errors("text = red on blue dim").first?.contains("'dim' comes after the last colour") == true)
        #expect(
            errors("text = bold\ntext = dim").first?.contains("my.theme:2: 'text' has a style already")
                == true)
    }

    @Test("roles are layered: a later one wins where it says something, attributes add up")
    func layers() {
        let theme = Theme.parse(
            name: "t", text: "text = white on black\nentity = bold\nselection = reverse on blue"
        ).theme
        #expect(
            theme.style(of: ["text", "entity.person", "selection"])
                == Style(foreground: .named(7), background: .named(4), attributes: [.bold, .reverse]))
        #expect(theme.style(of: []) == Style(foreground: .named(7), background: .named(0)))
        #expect(theme.style(of: ["nobody.knows"]) == theme.style(of: []))
    }

    @Test("the themes in the code are right, and the second needs no colours")
    func builtin() {
        #expect(Theme.default.styles.count > 40)
        #expect(Theme.default.styles["text"]?.background != nil)
        #expect(Theme.monochrome.styles.count > 20)
        #expect(Theme.monochrome.styles.values.allSatisfy { $0.foreground == nil && $0.background == nil })
        let marks: [Role] = [
            "headline", "entity", "suggestion", "search", "selection", "cursor", "pane.selected",
        ]
        #expect(marks.allSatisfy { Theme.monochrome.styles[$0]?.attributes.isEmpty == false })
    }
}
