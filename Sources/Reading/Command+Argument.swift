extension Command.Argument {
    /// What people call it, in tables; empty for none.
    public var title: String {
        switch self {
        case .none: ""
        case .label: "label"
        case .theme: "theme"
        case .tab: "tab"
        case .order: "column"
        case .format: "format [file]"
        case .attribute: "name=value"
        case .relation: "relation"
        case .setting: "name=value"
        case .text: "text"
        case .articleLabel: "label"
        case .switching: "on or off"
        case .all: "all"
        case .factKind: "kind"
        case .slot: "slot"
        }
    }
}
