import Foundation
import Testing

@testable import Cells

@Suite("The theme files")
struct ThemeFilesTests {
    private static let roles: [Role] = [
        "text", "headline", "meta", "dim", "entity", "mark", "suggestion", "rejected", "chain",
        "fact", "fact.quote", "fact.office", "fact.date", "fact.sum", "slot.1", "slot.2", "slot.3", "slot.4",
        "slot.5", "slot.6",
        "search", "search.current", "selection", "cursor",
        "status", "status.mode", "status.progress", "hint", "hint.key",
        "pane", "pane.title", "pane.tab", "pane.tab.current", "pane.selected",
        "prompt", "prompt.error", "message", "message.error", "message.warning",
        "library", "library.selected", "library.state.new", "library.state.work", "library.state.done",
        "help", "help.key",
    ]
    private static let entities: [Role] = [
        "entity.person", "entity.place", "entity.organisation", "entity.misc", "entity.date", "entity.time",
        "entity.duration", "entity.money", "entity.percent", "entity.quantity", "entity.event",
        "entity.role", "entity.work", "entity.law",
    ]
    /// Each has a colour of its own in every theme; the other labels may share one with them.
    private static let groups: [Role] = [
        "entity.person", "entity.place", "entity.organisation", "entity.misc", "entity.date", "entity.money",
        "entity.event",
    ]
    /// Lines and blocks, which nobody has to read.
    private static let graphics: [Role] = [
        "border", "strip", "strip.view", "strip.entity", "strip.suggestion", "strip.search",
    ]
    private static let colourful = ThemeFile.names.filter { $0 != "monochrome" }
    private static let palettes: [Palette] = [.direct, .indexed]

    @Test("all promised themes are there")
    func names() {
        let promised: Set = [
            "dark", "light", "high-contrast", "colour-blind", "solarized-dark", "solarized-light",
            "monochrome", "paper", "dusk",
        ]
        #expect(Set(ThemeFile.names) == promised)
    }

    @Test("the themes in the code are the ones in the files", arguments: [Theme.default, .monochrome])
    func builtin(theme: Theme) throws {
        let text = try String(
            contentsOf: ThemeFile.folder.appendingPathComponent("\(theme.name).theme"), encoding: .utf8)
        let (parsed, errors) = Theme.parse(name: theme.name, text: text)
        #expect(errors.isEmpty)
        #expect(parsed == theme)
    }

    @Test(
        "a theme gives every role, itself or by dotted fallback, and no role that does not exist",
        arguments: ThemeFile.names)
    func rolesAreKnown(name: String) throws {
        let theme = try ThemeFile.read(name)
        let all = Self.roles + Self.entities + Self.graphics
        for role in all {
            let chain = sequence(first: role, next: \.parent)
            #expect(chain.contains { theme.styles[$0] != nil }, "\(role)")
        }
        #expect(Set(theme.styles.keys).subtracting(all).isEmpty)
    }

    @Test(
        "text can be read on its background, with 256 colours too: 4.5 to 1, in high contrast 7 to 1",
        arguments: colourful, palettes)
    func contrastOfText(name: String, palette: Palette) throws {
        let theme = try ThemeFile.read(name)
        let least = name == "high-contrast" ? 7 : 4.5
        for role in Self.roles + Self.entities {
            let look = [role.parent, role].compactMap(\.self)
            #expect(try contrastOf(look, in: theme, on: palette) >= least, "\(role)")
        }
        for role: Role in ["message", "message.error", "message.warning", "prompt.error"] {
            #expect(try contrastOf(["status", role], in: theme, on: palette) >= least, "status \(role)")
        }
        for entity in Self.entities {
            for layer: Role in [
                "fact.quote", "suggestion", "rejected", "chain", "search", "search.current", "selection",
                "cursor",
                "pane.selected",
            ] {
                let look: [Role] = ["fact", entity, layer]
                #expect(try contrastOf(look, in: theme, on: palette) >= least, "\(entity) \(layer)")
            }
        }
    }

    @Test("lines and the strip can be seen, with 256 colours too: 3 to 1", arguments: colourful, palettes)
    func contrastOfGraphics(name: String, palette: Palette) throws {
        let theme = try ThemeFile.read(name)
        for role in Self.graphics {
            #expect(try contrastOf([role], in: theme, on: palette) >= 3, "\(role)")
        }
    }

    @Test(
        "a key in the line of hints is told from its hint by brightness: 1.3 to 1",
        arguments: colourful, palettes)
    func contrastOfKeys(name: String, palette: Palette) throws {
        let theme = try ThemeFile.read(name)
        let hint = try #require(palette.shown(theme.style(of: ["hint"])))
        let key = try #require(palette.shown(theme.style(of: ["hint", "hint.key"])))
        #expect(contrast(key.foreground, hint.foreground) >= 1.3)
    }

    @Test("groups of labels have colours of their own, with 256 colours too", arguments: colourful, palettes)
    func groups(name: String, palette: Palette) throws {
        let theme = try ThemeFile.read(name)
        let colors = try Self.groups.map { try #require(palette.shown(theme.style(of: [$0]))).foreground }
        for (index, group) in Self.groups.enumerated() {
            let first = Self.groups[colors.firstIndex(of: colors[index]) ?? index]
            #expect(first == group)
        }
    }

    @Test(
        "in the colour-blind theme, groups of labels look different to every kind of colour vision",
        arguments: ColourVision.allCases, palettes)
    func colourBlind(vision: ColourVision, palette: Palette) throws {
        let theme = try ThemeFile.read("colour-blind")
        let colors = try Self.groups.map { try #require(palette.shown(theme.style(of: [$0]))).foreground }
        for (index, group) in Self.groups.enumerated() {
            for other in 0..<index {
                let distance = vision.distance(colors[index], colors[other])
                #expect(distance >= 0.035, "\(group) \(Self.groups[other])")
            }
        }
    }

    @Test("marks are told apart without colour", arguments: ThemeFile.names)
    func withoutColour(name: String) throws {
        let theme = try ThemeFile.read(name)
        for entity in Self.entities {
            let looks: [[Role]] = [
                [], ["fact"], [entity], [entity, "suggestion"], ["selection"], ["search"], ["search.current"],
            ]
            let attributes = looks.map { theme.style(of: $0).attributes.rawValue }
            #expect(Set(attributes).count == looks.count, "\(entity): \(attributes)")
        }
    }

    @Test("a mark stays visible under the selection and under a search hit", arguments: ThemeFile.names)
    func layers(name: String) throws {
        let theme = try ThemeFile.read(name)
        let bases: [[Role]] = [[], ["fact"], ["entity.person"], ["entity.person", "suggestion"]]
        for layer: Role in ["selection", "search", "search.current"] {
            let attributes = bases.map { theme.style(of: $0 + [layer]).attributes }
            #expect(zip(bases, attributes).allSatisfy { theme.style(of: $0).attributes != $1 }, "\(layer)")
        }
    }

    @Test("the monochrome theme has no colours")
    func monochrome() throws {
        let theme = try ThemeFile.read("monochrome")
        #expect(theme.styles.values.allSatisfy { $0.foreground == nil && $0.background == nil })
    }

    private func contrastOf(_ roles: [Role], in theme: Theme, on palette: Palette) throws -> Double {
        let shown = try #require(palette.shown(theme.style(of: roles)))
        return contrast(shown.foreground, shown.background)
    }
}
