import TOMLKit

/// A value in a TOML file, of the types that our files use.
enum TOMLItem: Hashable, Sendable {
    case string(String)
    case integer(Int)
    case boolean(Bool)
    case list([TOMLItem])
    case table([String: TOMLItem])
    /// A type that no file of ours has a use for: "date", "floating-point number".
    case other(String)

    /// What a message calls it.
    var kind: String {
        switch self {
        case .string: "text"
        case .integer: "a number"
        case .boolean: "true or false"
        case .list: "a list"
        case .table: "a table"
        case .other(let kind): "a \(kind)"
        }
    }

    init(_ value: any TOMLValueConvertible) {
        if let string = value.string {
            self = .string(string)
        } else if let integer = value.int {
            self = .integer(integer)
        } else if let boolean = value.bool {
            self = .boolean(boolean)
        } else if let array = value.array {
            self = .list(array.map(TOMLItem.init))
        } else if let table = value.table {
            self = .table(Self.items(of: table))
        } else {
            self = .other(value.type.description)
        }
    }

    /// Asks for each key by name: TOMLKit's own iterator traps at a key with a NUL in it.
    static func items(of table: TOMLTable) -> [String: TOMLItem] {
        var items: [String: TOMLItem] = [:]
        for key in table.keys {
            if let value = table[key] { items[key] = TOMLItem(value) }
        }
        return items
    }
}
