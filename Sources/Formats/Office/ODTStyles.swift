/// What an OpenDocument's styles say that text can show: titles and the numbers of lists.
struct ODTStyles {
    /// One level of a list.
    struct Level {
        /// Nil for bullets.
        var format: String?
        var prefix = ""
        var suffix = "."
        var start = 1

        func label(_ number: Int) -> String {
            guard let format else { return "– " }
            return format.isEmpty ? "" : "\(prefix)\(ListNumber.written(number, format))\(suffix) "
        }
    }

    private var parents: [String: String] = [:]
    private var lists: [String: [Int: Level]] = [:]
    private static let longestChain = 16
    private static let longestAffix = 8
    private static let formats = [
        "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    ]

    /// Adds the styles of a file.
    mutating func add(_ xml: XML) {
        for group in xml.children(xml.root) where ["styles", "automatic-styles"].contains(xml.name(group)) {
            for style in xml.children(group) {
                guard let name = xml.anyValue("name", of: style) else { continue }
                switch xml.name(style) {
                case "style": parents[name] = xml.anyValue("parent-style-name", of: style)
                case "list-style": lists[name] = Self.levels(xml, style)
                default: break
                }
            }
        }
    }

    private static func levels(_ xml: XML, _ style: XML.Element) -> [Int: Level] {
        var levels: [Int: Level] = [:]
        for element in xml.children(style) {
            guard let number = xml.anyValue("level", of: element).flatMap(Int.init) else { continue }
            var level = Level()
            if xml.name(element) == "list-level-style-number" {
                level.format = formats[xml.anyValue("num-format", of: element) ?? ""] ?? ""
                level.prefix = String((xml.anyValue("num-prefix", of: element) ?? "").prefix(longestAffix))
                level.suffix = String((xml.anyValue("num-suffix", of: element) ?? "").prefix(longestAffix))
                level.start = xml.anyValue("start-value", of: element).flatMap(Int.init) ?? 1
            }
            levels[number] = level
        }
        return levels
    }

    /// - Parameter level: counted from 0.
    func level(_ level: Int, of style: String?) -> Level? { style.flatMap { lists[$0]?[level + 1] } }

    func isTitle(_ style: String?) -> Bool {
        var name = style
        for _ in 0..<Self.longestChain {
            guard let known = name else { return false }
            if known == "Title" { return true }
            name = parents[known]
        }
        return false
    }
}
