/// A feature structure of a CAS, its features by name; those that are references begin with `@`.
struct CASStructure {
    let id: String
    let type: String
    /// Empty for a token or sentence: most structures are those, and nothing that they say is kept.
    var features: [String: CASValue]
    let place: CASPlace

    func error(_ message: String) -> FormatError { place.error(message) }

    /// Whether structures of a type are left out without a word.
    static func passesBy(_ type: String) -> Bool { type == CAS.token || type == CAS.sentence }

    /// The last part of the type's name.
    var shortType: String { type.split(separator: ".").last.map(String.init) ?? "_" }

    /// Whether it leads from one structure to another, as relations and dependencies do.
    var isRelation: Bool { features["@Governor"] != nil && features["@Dependent"] != nil }
}

/// Where a structure stands, for errors.
enum CASPlace {
    case json(JSON)
    case element(XML, XML.Element)
    case line(Int, file: String)

    func error(_ message: String) -> FormatError {
        switch self {
        case .json(let json): json.error(message)
        case .element(let xml, let element): xml.error(element, message)
        case .line(let line, let file): FormatError(file: file, line: line, message)
        }
    }
}

/// The value of a feature: a piece of JSON, or an attribute of XMI, which is a string whatever it means.
enum CASValue {
    case json(JSON)
    case text(ArraySlice<UInt8>, CASPlace)

    var kind: JSON.Kind {
        switch self {
        case .json(let json): json.kind
        case .text: .string
        }
    }

    var bytes: [UInt8] {
        get throws(FormatError) {
            switch self {
            case .json(let json): try json.bytes
            case .text(let bytes, _): Array(bytes)
            }
        }
    }

    var string: String {
        get throws(FormatError) {
            switch self {
            case .json(let json): try json.string
            case .text(let bytes, _): String(decoding: bytes, as: UTF8.self)
            }
        }
    }

    var stringOrNull: String? {
        get throws(FormatError) {
            switch self {
            case .json(let json): try json.stringOrNull
            case .text: try string
            }
        }
    }

    /// The id of a structure, as a number or a string.
    var name: String {
        get throws(FormatError) {
            switch self {
            case .json(let json): try json.name
            case .text: try string
            }
        }
    }

    /// The ids of several structures.
    var names: [String] {
        get throws(FormatError) {
            guard case .json(let json) = self, json.kind == .array else {
                return try name.split(separator: " ").map(String.init)
            }
            var names: [String] = []
            for element in try json.elements { names.append(try element.name) }
            return names
        }
    }

    var int: Int {
        get throws(FormatError) {
            switch self {
            case .json(let json): return try json.int
            case .text(let bytes, let place):
                guard let int = Int(decimal: bytes) else {
                    throw place.error("a whole number is needed here, not this")
                }
                return int
            }
        }
    }

    /// A number as it is written.
    var literal: String {
        switch self {
        case .json(let json): json.literal
        case .text(let bytes, _): String(decoding: bytes, as: UTF8.self)
        }
    }

    func error(_ message: String) -> FormatError {
        switch self {
        case .json(let json): json.error(message)
        case .text(_, let place): place.error(message)
        }
    }
}
