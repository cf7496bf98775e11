extension PageTree {
    /// Whether a page says that an element is not to be seen, or one is the sign that leads back from a footnote.
    func isHidden(_ node: Int) -> Bool {
        let tag = tag(node)
        if tag == .text { return false }
        if tag == .dialog { return !attributes(of: node).contains(.open) }
        if tag.layout == .none { return true }
        if attributes(of: node).isDisjoint(with: Self.hiding) { return false }
        if let value = value(.hidden, of: node), value.lowercased() != "until-found" { return true }
        if isValue(.ariaHidden, "true", of: node) || isValue(.role, "doc-backlink", of: node) { return true }
        return value(.style, of: node).map(Self.hides) ?? false
    }

    private static let hiding = PageAttributeSet(.hidden, .ariaHidden, .style, .role)

    private static func hides(_ style: String) -> Bool {
        let plain = style.lowercased().filter { !$0.isWhitespace }
        return plain.split(separator: ";").contains { rule in
            hidingRules.contains { rule == $0 || rule == $0 + "!important" }
        }
    }

    /// The last are how mails hide the words that lists of mails show beside the subject.
    private static let hidingRules = [
        "display:none", "visibility:hidden", "visibility:collapse", "mso-hide:all", "max-height:0",
        "max-height:0px",
        "font-size:0", "font-size:0px",
    ]
}
