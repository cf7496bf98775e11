/// What each role looks like. One file, one theme:
///
///     text          = #d8dee9 on #1c1f26
///     entity.person = bold #e5c07b
public struct Theme: Hashable, Sendable {
    public var name: String
    /// A role may leave colour or attributes open: what lies below shows through.
    public var styles: [Role: Style]

    public init(name: String, styles: [Role: Style]) {
        self.name = name
        self.styles = styles
    }

    /// The style of a list of roles, each drawn over the ones before it; an unknown role counts as its parent.
    public func style(of roles: [Role]) -> Style {
        var result = styles["text"] ?? Style()
        for role in roles {
            var known: Role? = role
            while let candidate = known, styles[candidate] == nil { known = candidate.parent }
            guard let known, let style = styles[known] else { continue }
            result.foreground = style.foreground ?? result.foreground
            result.background = style.background ?? result.background
            result.attributes.formUnion(style.attributes)
        }
        return result
    }
}
