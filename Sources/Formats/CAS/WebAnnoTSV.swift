import Articles

/// WebAnno TSV 3.3: a line a token, a column a feature, as INCEpTION exports it.
///
/// The layers become feature structures as in CAS, so that mentions, relations, chains and slots come in in the same way.
/// The text is that of the `#Text` lines; of what lies between sentences only the length is known, so each sign becomes a
/// line end. Offsets count UTF-16. Source: INCEpTION's user guide, "WebAnno TSV 3.x".
extension Format {
    static let webAnnoTSV = Format(
        name: "webannotsv", title: "WebAnno TSV 3.3, INCEpTION", extensions: ["tsv"], offsets: [.utf16],
        read: Reader(recognises: { $0.starts(with: "#FORMAT=WebAnno TSV 3".utf8) }) {
            (input) throws(FormatError) in
            var reader = WebAnnoTSV(input)
            return try reader.read()
        })
}

private struct WebAnnoTSV {
    private static let layerLimit = 1000

    /// A token or a part of one, and what lies on it.
    private struct Unit {
        /// By layer and number, which is empty where there is none.
        private var annotations: [Int: [String: Int]] = [:]

        mutating func add(_ structure: Int, of layer: Int, number: String?) {
            if annotations[layer]?[number ?? ""] == nil {
                annotations[layer, default: [:]][number ?? ""] = structure
            }
        }

        /// The annotation with the number, or the only one of the layer.
        func annotation(of layer: Int, number: String?) -> Int? {
            guard let all = annotations[layer] else { return nil }
            return all[number ?? ""] ?? (all.count == 1 ? all.first?.value : nil)
        }
    }

    /// A relation or a link whose other end may come later.
    private struct Pending {
        let structure: Int
        let feature: String
        let address: String
        let type: String
        let number: String?
        let line: Int
    }

    private let input: Input
    private var findings: Findings
    private var layers: [WebAnnoLayer] = []
    private var structures: [CASStructure] = []
    private var units: [String: Unit] = [:]
    private var pending: [Pending] = []
    /// The annotations over several units, by layer and number.
    private var numbered: [String: Int] = [:]
    /// The links of each chain, with their places in it.
    private var chains: [String: [(place: Int, structure: Int)]] = [:]
    private var text = ""
    private var length = 0
    private var sentence: [Substring] = []
    private var lineNumber = 1

    init(_ input: Input) {
        self.input = input
        findings = Findings(input.name)
    }

    mutating func read() throws(FormatError) -> Imported {
        if let broken = IllFormedUTF8.first(in: input.bytes) {
            throw FormatError(
                file: input.name, line: 1 + input.bytes[..<broken].count { $0 == 10 }, "is not UTF-8")
        }
        let lines = String(decoding: input.bytes, as: UTF8.self).unicodeScalars.split(
            separator: "\n", omittingEmptySubsequences: false)
        for (index, scalars) in lines.enumerated() {
            var line = Substring(scalars)
            if line.unicodeScalars.last == "\r" { line = Substring(line.unicodeScalars.dropLast()) }
            do throws(FormatError) { try read(line) } catch {
                findings.add(FormatError(line: index + 1, error.message))
            }
            lineNumber = index + 2
        }
        resolve()
        finishChains()
        let body = Array(text.utf8)[...]
        structures.append(
            CASStructure(
                id: "sofa", type: CAS.sofa,
                features: [
                    "sofaString": .text(body, position(1)),
                    "@sofa": .text(Array("sofa".utf8)[...], position(1)),
                ],
                place: position(1)))
        let back = try CASReader.read(structures, parents: [:], .utf16, input)
        var all = findings.imported(back.documents)
        all.errors += back.errors
        all.warnings += back.warnings
        return all
    }

    private func position(_ line: Int) -> CASPlace { .line(line, file: input.name) }

    // MARK: Lines

    private mutating func read(_ line: Substring) throws(FormatError) {
        if let layer = WebAnnoLayer(line) {
            guard layers.count < Self.layerLimit else { throw FormatError("no file has so many layers") }
            layers.append(layer)
        } else if line.hasPrefix("#Text=") {
            sentence.append(line.dropFirst("#Text=".count))
        } else if line.hasPrefix("#") && !line.unicodeScalars.contains("\t") || line.isEmpty {
            return
        } else {
            try row(
                line.unicodeScalars.split(separator: "\t", omittingEmptySubsequences: false).map {
                    Substring($0)
                })
        }
    }

    private mutating func row(_ cells: [Substring]) throws(FormatError) {
        guard cells.count >= 3 else { throw FormatError("a row has a number, a place and a word") }
        let places = cells[1].split(separator: "-")
        guard places.count == 2, let begin = Int(places[0]), let end = Int(places[1]), 0 <= begin,
            begin <= end,
            end < 1 << 40
        else { throw FormatError("\(cells[1]) is no place such as 0-4") }
        if !sentence.isEmpty { try addSentence(firstWord: cells[2], at: begin) }
        let address = String(cells[0])
        var unit = units[address] ?? Unit()
        var column = 3
        for (number, layer) in layers.enumerated() {
            guard column + layer.columns.count <= cells.count else {
                throw FormatError("the row has no cells for the layer \(layer.type)")
            }
            let row = layer.columns.indices.map { WebAnnoCell(cells[column + $0]) }
            column += layer.columns.count
            let count = row.map(\.values.count).max() ?? 0
            for index in 0..<count {
                let values = row.map { index < $0.values.count ? $0.values[index] : nil }
                add(values, of: number, at: address, begin, end, &unit)
            }
        }
        units[address] = unit
    }

    /// Puts the text of a sentence behind what is there, at the place that its first word has.
    private mutating func addSentence(firstWord: Substring, at begin: Int) throws(FormatError) {
        let words = sentence.map(Self.unescaped).joined(separator: "\n")
        sentence = []
        let first = Self.unescaped(firstWord)
        let before = words.unicodeScalars.prefix {
            $0.isSeparator && !first.unicodeScalars.starts(with: [$0])
        }
        let start = begin - String(before).utf16.count
        guard start >= length, start - length < 1 << 20 else {
            throw FormatError("the sentence begins at \(start), where the text before it has \(length) signs")
        }
        text += String(repeating: "\n", count: start - length) + words
        length = start + words.utf16.count
    }

    /// A text of the file without its backslashes.
    private static func unescaped(_ text: Substring) -> String {
        guard text.unicodeScalars.contains("\\") else { return String(text) }
        var plain = String.UnicodeScalarView()
        var isEscaped = false
        for scalar in text.unicodeScalars {
            if !isEscaped, scalar == "\\" {
                isEscaped = true
            } else {
                let isSign = isEscaped && (scalar == "t" || scalar == "n" || scalar == "r")
                plain.append(!isSign ? scalar : scalar == "t" ? "\t" : scalar == "n" ? "\n" : "\r")
                isEscaped = false
            }
        }
        return String(plain)
    }

    // MARK: Annotations

    /// Takes what one annotation has in a row: it begins there, or goes on.
    private mutating func add(
        _ values: [WebAnnoCell.Value?], of number: Int, at address: String, _ begin: Int, _ end: Int,
        _ unit: inout Unit
    ) {
        let layer = layers[number]
        // Numbers in columns of targets are those of the targets.
        var own: String?
        for (column, value) in zip(layer.columns, values) {
            switch column {
            case .feature where layer.kind == .chain:
                // There the number is that of the chain; which link of it is told behind the arrow.
                if let text = value?.text, let arrow = text.firstRange(of: "->") {
                    own = String(text[arrow.upperBound...])
                }
            case .feature, .role: own = own ?? value?.number
            case .target, .base: break
            }
        }
        let key = own.map { "\(number) \($0)" }
        if let key, let index = numbered[key] {
            structures[index].features["end"] = text(String(end))
            unit.add(index, of: number, number: own)
            return
        }
        let index = structures.count
        structures.append(
            CASStructure(
                id: "\(index)", type: layer.type,
                features: ["begin": text(String(begin)), "end": text(String(end))],
                place: position(lineNumber)))
        if let key { numbered[key] = index }
        unit.add(index, of: number, number: own)
        var roles: (name: String, values: [String])?
        for (column, value) in zip(layer.columns, values) {
            guard let value else { continue }
            switch column {
            case .feature(let name):
                if layer.kind == .chain { link(index, name, value) } else { set(name, value, of: index) }
            case .role(let name): roles = (name, value.parts.map(\.text))
            case .target(let type):
                addLinks(roles?.name ?? "links", roles?.values ?? [], value, type, to: index)
            case .base(let type): relate(value, type, at: address, index)
            }
        }
    }

    private mutating func set(_ name: String, _ value: WebAnnoCell.Value, of index: Int) {
        guard !name.isEmpty, value.text != "*", value.parts.count == 1 else { return }
        structures[index].features[name] = text(value.text)
    }

    private mutating func addLinks(
        _ name: String, _ roles: [String], _ targets: WebAnnoCell.Value, _ type: String, to host: Int
    ) {
        var ids: [String] = []
        for (place, target) in targets.parts.enumerated() where target.text != "*" {
            let index = structures.count
            var features: [String: CASValue] = [:]
            if place < roles.count, roles[place] != "*" { features["role"] = text(roles[place]) }
            structures.append(
                CASStructure(id: "\(index)", type: "link", features: features, place: position(lineNumber)))
            pending.append(
                Pending(
                    structure: index, feature: "@target", address: target.text, type: type,
                    number: target.number, line: lineNumber))
            ids.append("\(index)")
        }
        structures[host].features["@" + name] = text(ids.joined(separator: " "))
    }

    /// `1-1[1_0]`: from the annotation 1 of the unit 1-1 to the annotation without a number of this one.
    private mutating func relate(_ value: WebAnnoCell.Value, _ type: String, at address: String, _ index: Int)
    {
        let numbers = value.number?.split(separator: "_").map(String.init) ?? []
        func number(_ place: Int) -> String? {
            place < numbers.count && numbers[place] != "0" ? numbers[place] : nil
        }
        for (place, (feature, end)) in [("@Governor", value.text), ("@Dependent", address)].enumerated() {
            pending.append(
                Pending(
                    structure: index, feature: feature, address: end, type: type, number: number(place),
                    line: lineNumber))
        }
    }

    /// `*->1-2`: the second link of the first chain.
    private mutating func link(_ index: Int, _ name: String, _ value: WebAnnoCell.Value) {
        guard name == "referenceRelation", let arrow = value.text.firstRange(of: "->") else {
            set(name, value, of: index)
            return
        }
        let place = value.text[arrow.upperBound...].split(separator: "-")
        guard place.count == 2, let number = Int(place[1]) else {
            findings.add(position(lineNumber).error("\(value.text) is no place in a chain such as *->1-2"))
            return
        }
        chains[structures[index].type + " " + place[0], default: []].append((number, index))
    }

    // MARK: Together

    private mutating func resolve() {
        for end in pending {
            let unit = units[end.address]
            var match: Int?
            for (number, layer) in layers.enumerated()
            where match == nil && (layer.type == end.type || end.type == CAS.annotation) {
                match = unit?.annotation(of: number, number: end.number)
            }
            guard let match else {
                if structures[end.structure].features[end.feature] == nil {
                    // A token, or something that is not there: the reader says so.
                    structures[end.structure].features[end.feature] = text("token \(end.address)")
                }
                continue
            }
            structures[end.structure].features[end.feature] = text("\(match)")
        }
    }

    private mutating func finishChains() {
        for (name, links) in chains.sorted(by: { $0.key < $1.key }) {
            let links = links.sorted { $0.place < $1.place }
            guard let first = links.first else { continue }
            for (link, next) in zip(links, links.dropFirst()) {
                structures[link.structure].features["@next"] = text("\(next.structure)")
            }
            structures.append(
                CASStructure(
                    id: "chain \(name)", type: name, features: ["@first": text("\(first.structure)")],
                    place: structures[first.structure].place))
        }
    }

    private func text(_ string: String) -> CASValue { .text(Array(string.utf8)[...], position(lineNumber)) }
}
