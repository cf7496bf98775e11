/// The numbers and bullets of lists, which Word computes when it shows a document.
struct DOCXNumbering {
    private struct Level {
        var format = "decimal"
        /// `%1.%2.` has the numbers of the first two levels.
        var pattern = ""
        var start = 1
    }

    static let levelCount = 9
    /// A long one would stand before every paragraph.
    private static let longestPattern = 64

    private var levels: [String: [Int: Level]] = [:]
    /// The definition that each list is made by.
    private var definitions: [String: String] = [:]
    private var starts: [String: [Int: Int]] = [:]
    private var counters: [String: [Int?]] = [:]
    private var begun: Set<String> = []

    init(_ xml: XML?) {
        guard let xml else { return }
        for element in xml.children(xml.root) {
            switch xml.name(element) {
            case "abstractNum":
                guard let id = xml.anyValue("abstractNumId", of: element) else { continue }
                levels[id] = Self.levels(xml, element)
            case "num":
                guard let id = xml.anyValue("numId", of: element),
                    let definition = xml.child("abstractNumId", of: element)
                else { continue }
                definitions[id] = xml.anyValue("val", of: definition)
                starts[id] = Self.starts(xml, element)
            default: break
            }
        }
    }

    private static func levels(_ xml: XML, _ element: XML.Element) -> [Int: Level] {
        var levels: [Int: Level] = [:]
        for child in xml.children(element) where xml.name(child) == "lvl" {
            guard let number = xml.anyValue("ilvl", of: child).flatMap(Int.init), 0..<levelCount ~= number
            else { continue }
            var level = Level()
            for property in xml.children(child) {
                let value = xml.anyValue("val", of: property)
                switch xml.name(property) {
                case "start": level.start = value.flatMap(Int.init) ?? 1
                case "numFmt": level.format = value ?? level.format
                case "lvlText": level.pattern = String((value ?? "").prefix(longestPattern))
                default: break
                }
            }
            levels[number] = level
        }
        return levels
    }

    private static func starts(_ xml: XML, _ element: XML.Element) -> [Int: Int] {
        var starts: [Int: Int] = [:]
        for child in xml.children(element) where xml.name(child) == "lvlOverride" {
            guard let level = xml.anyValue("ilvl", of: child).flatMap(Int.init),
                let start = xml.child("startOverride", of: child).flatMap({ xml.anyValue("val", of: $0) })
            else { continue }
            starts[level] = Int(start)
        }
        return starts
    }

    /// The label of the next paragraph at this place, with a blank behind it; empty where there is no list.
    mutating func label(_ place: DOCXListPlace) -> String {
        guard let list = place.list, list != "0", let definition = definitions[list] else { return "" }
        let depth = min(max(0, place.level ?? 0), Self.levelCount - 1)
        guard let levels = levels[definition], let level = levels[depth] else { return "– " }
        let next = count(list, definition, depth, levels)
        switch level.format {
        case "none": return ""
        case "bullet": return "– "
        default: break
        }
        var label = ""
        var rest = level.pattern[...]
        while let sign = rest.popFirst() {
            if sign == "%", let digit = rest.first?.wholeNumberValue, 1...Self.levelCount ~= digit {
                rest = rest.dropFirst()
                let number = next[digit - 1] ?? levels[digit - 1]?.start ?? 1
                label += ListNumber.written(number, levels[digit - 1]?.format ?? "decimal")
            } else {
                label.append(sign)
            }
        }
        label = BlockText.oneLine(label)
        return label.isEmpty ? "" : label + " "
    }

    /// Counts a paragraph: the levels below begin anew. Lists that are made by one definition go on counting.
    private mutating func count(
        _ list: String, _ definition: String, _ depth: Int, _ levels: [Int: Level]
    ) -> [Int?] {
        var numbers = counters[definition] ?? [Int?](repeating: nil, count: Self.levelCount)
        if begun.insert(list).inserted, let starts = starts[list] {
            for (level, start) in starts where 0..<Self.levelCount ~= level {
                numbers[level] = max(Int.min + 1, start) - 1
            }
        }
        numbers[depth] = (numbers[depth] ?? (levels[depth]?.start ?? 1) &- 1) &+ 1
        for deeper in (depth + 1)..<max(depth + 1, Self.levelCount) { numbers[deeper] = nil }
        counters[definition] = numbers
        return numbers
    }
}
