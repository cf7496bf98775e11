/// Something that `:set name=value` changes, with the values it can take.
public struct Setting: Sendable {
    public let name: String
    public let values: [String]
    let set: @Sendable (inout Settings, String) -> Bool

    public static let all: [Setting] = [
        Setting(name: "measure", values: ["60", "72", "80", "90"]) { settings, value in
            guard let measure = Int(value), (20...200).contains(measure) else { return false }
            settings.measure = measure
            return true
        },
        Setting(name: "pane", values: Configuration.PanePlace.allCases.map(\.rawValue)) { settings, value in
            guard let side = Configuration.PanePlace(rawValue: value) else { return false }
            settings.pane = side
            return true
        },
        Setting(name: "marks", values: Configuration.LabelMarks.allCases.map(\.rawValue)) { settings, value in
            guard let marks = Configuration.LabelMarks(rawValue: value) else { return false }
            settings.marks = marks
            return true
        },
        Setting(name: "nest", values: Configuration.Nesting.allCases.map(\.rawValue)) { settings, value in
            guard let nesting = Configuration.Nesting(rawValue: value) else { return false }
            settings.nesting = nesting
            return true
        },
        Setting(name: "author", values: [""]) { settings, value in
            settings.author = value
            return true
        },
    ]
}
