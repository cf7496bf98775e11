import Articles
import Reading
import Storage

/// Where the schema comes from: a file named now, the configuration, the library's own, or the program's.
enum SchemaSource {
    /// The name that stands for the program's schema instead of a file.
    static let builtin = "news"

    /// The schema that was named now, or the library's own; nil leaves the choice to the configuration.
    /// - Parameter path: a library keeps the one it was given last.
    static func schema(named path: String?, library: Library?) throws -> Schema? {
        if let path {
            let schema = try schema(at: path)
            if let library, library.access == .writing {
                try library.setSchema(path == builtin ? nil : schema.toml)
            }
            return schema
        }
        return try library?.schema().map { try parsed($0, file: "the library's schema") }
    }

    static func schema(at path: String?) throws -> Schema {
        guard let path, path != builtin else { return .news }
        return try parsed(String(decoding: try FileBytes.read(path), as: UTF8.self), file: path)
    }

    /// The file that the configuration in a folder names.
    static func path(_ name: String, in folder: String) -> String {
        name == builtin ? name : Paths.of(name, in: folder)
    }

    /// The name of the library's own schema, or of the program's.
    static func name(in library: Library) throws -> String {
        try schema(named: nil, library: library)?.name ?? Schema.news.name
    }

    private static func parsed(_ toml: String, file: String) throws -> Schema {
        try Schema(toml: toml, file: file, reservedKeys: KeyMap.reservedKeys)
    }
}
