/// A layer of WebAnno TSV, as a line of the header declares it: `#T_SP=webanno.custom.Span|value`.
struct WebAnnoLayer {
    enum Kind {
        case span, relation, chain
    }

    enum Column {
        case feature(String)
        /// The roles of a slot's links, and behind them their targets.
        case role(String)
        case target(String)
        /// What a relation comes from: an annotation of the type.
        case base(String)
    }

    let kind: Kind
    let type: String
    private(set) var columns: [Column] = []

    /// Nil when the line declares no layer.
    init?(_ line: Substring) {
        let kinds: [(String, Kind)] = [("#T_SP=", .span), ("#T_RL=", .relation), ("#T_CH=", .chain)]
        guard let (prefix, kind) = kinds.first(where: { line.hasPrefix($0.0) }) else { return nil }
        self.kind = kind
        let parts = line.dropFirst(prefix.count).split(separator: "|", omittingEmptySubsequences: false)
        type = String(parts.first ?? "")
        var isTarget = false
        for part in parts.dropFirst() {
            if isTarget {
                columns.append(.target(String(part)))
                isTarget = false
            } else if part.hasPrefix("ROLE_") {
                // ROLE_the.Host:links_the.LinkType: the name of the feature lies between colon and underscore.
                let feature = part.split(separator: ":").last?.split(separator: "_").first ?? "links"
                columns.append(.role(String(feature)))
                isTarget = true
            } else if part.hasPrefix("BT_") {
                columns.append(.base(String(part.dropFirst(3))))
            } else {
                columns.append(.feature(String(part)))
            }
        }
    }
}

/// A cell of WebAnno TSV: the values of annotations that lie on the same words, with `|` between.
struct WebAnnoCell {
    struct Value {
        /// The parts that `;` divides; one where it is no slot.
        var parts: [(text: String, number: String?)]

        /// The number that joins the pieces of an annotation over several words.
        var number: String? { parts.last?.number }
        var text: String { parts.first?.text ?? "" }
    }

    private(set) var values: [Value] = []

    /// `_` is an empty cell, `*` a value that is not set. A backslash takes the meaning from the next sign.
    init(_ cell: Substring) {
        guard cell != "_", !cell.isEmpty else { return }
        var value = Value(parts: [])
        var text = String.UnicodeScalarView()
        var number: String.UnicodeScalarView?
        var isEscaped = false
        func part() -> (text: String, number: String?) { (String(text), number.map { String($0) }) }
        for scalar in cell.unicodeScalars {
            if isEscaped {
                text.append(scalar == "t" ? "\t" : scalar == "n" ? "\n" : scalar == "r" ? "\r" : scalar)
                isEscaped = false
                continue
            }
            switch scalar {
            case "\\": isEscaped = true
            case ";", "|":
                value.parts.append(part())
                (text, number) = (String.UnicodeScalarView(), nil)
                if scalar == "|" {
                    values.append(value)
                    value = Value(parts: [])
                }
            case "[": number = String.UnicodeScalarView()
            case "]": break
            default: if number == nil { text.append(scalar) } else { number?.append(scalar) }
            }
        }
        value.parts.append(part())
        values.append(value)
    }
}
