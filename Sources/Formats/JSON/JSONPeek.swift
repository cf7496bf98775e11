/// Which format a file of JSON is in, told by the keys at its beginning.
///
/// Many programs write JSON under the same endings; the keys of the first object are what tells them apart.
struct JSONPeek {
    enum Kind {
        case jsonLines, doccano, labelStudio, prodigy, spaCy, huggingFace, webAnnotation, pubAnnotation, gate,
            casJSON, jsonFeed, ninjs, columns
    }

    /// The first two signs of the value of each key of the first object, white space left out.
    private var values: [String: [UInt8]] = [:]
    /// Whether the file is a list, and of what: the first signs of its first element.
    private var isList = false
    private var first: UInt8?
    /// How the value of the key `version` begins.
    private var version: String?

    static func kind(of start: ArraySlice<UInt8>) -> Kind? { JSONPeek(start).kind }

    private init(_ start: ArraySlice<UInt8>) {
        var scanner = Scanner(bytes: start.drop(while: \.isSpace))
        isList = scanner.peek == UInt8(ascii: "[")
        if isList { scanner.skip() }
        first = scanner.peek
        guard first == UInt8(ascii: "{") else { return }
        scanner.skip()
        while scanner.peek == UInt8(ascii: "\""), let key = scanner.string() {
            guard scanner.peek == UInt8(ascii: ":") else { return }
            scanner.skip()
            values[key] = scanner.signs()
            if key == "version" { version = scanner.start }
            scanner.value()
            guard scanner.peek == UInt8(ascii: ",") else { return }
            scanner.skip()
        }
    }

    private var kind: Kind? {
        guard first == UInt8(ascii: "{") else {
            return isList && first == UInt8(ascii: "\"") ? .spaCy : isList && first == nil ? nil : nestedList
        }
        if has("%TYPES") || has("%HEADER") || has("%FEATURE_STRUCTURES") { return .casJSON }
        if has("@context") { return .webAnnotation }
        if has("annotation_sets") || has("offset_type") { return .gate }
        if has("denotations") { return .pubAnnotation }
        if isJSONFeed { return .jsonFeed }
        if isNinjs { return .ninjs }
        if has("data"), has("annotations") || has("predictions") || has("completions") || isList {
            return .labelStudio
        }
        if has("ner_tags") || values["tokens"] == Array("[\"".utf8)
            || values["entities"] == Array("[{\"start".utf8)
        {
            return .huggingFace
        }
        if has("ents") { return .spaCy }
        if has("spans") || has("_input_hash") || has("_task_hash") || has("_view_id") { return .prodigy }
        if has("Comments") || values["label"]?.starts(with: "[".utf8) ?? false
            || values["labels"]?.starts(with: "[[".utf8) ?? false
        {
            return .doccano
        }
        if values["entities"]?.starts(with: "[[".utf8) ?? false { return .spaCy }
        if values["entities"]?.starts(with: "[{".utf8) ?? false {
            return has("relations") ? .doccano : .huggingFace
        }
        return hasOnlyColumns ? .columns : isList ? nil : .jsonLines
    }

    private var isJSONFeed: Bool {
        version?.contains("jsonfeed.org/version") ?? false
            || has("items") && (has("home_page_url") || has("feed_url"))
    }

    /// An item of news has an address and one of the properties that no other format has.
    private var isNinjs: Bool {
        let own = [
            "versioncreated", "versionCreated", "body_xhtml", "bodies", "headlines", "pubstatus", "pubStatus",
            "firstcreated", "firstCreated",
        ]
        return has("uri") && own.contains(where: has)
    }

    /// Whether the object is an article with named columns and not one of our own lines: those have other keys.
    private var hasOnlyColumns: Bool {
        let own: Set<String> = [
            "offsets", "mentions", "relations", "chains", "facts", "labels", "notes", "metadata",
        ]
        let shared: Set<String> = ["id", "title", "source", "date", "language", "text"]
        let keys = Set(values.keys)
        return keys.isDisjoint(with: own) && (isList || !keys.subtracting(shared).isEmpty)
            && ColumnNames.holdText(values.keys)
    }

    /// A list of examples `[text, {"entities": …}]`.
    private var nestedList: Kind? { isList && first == UInt8(ascii: "[") ? .spaCy : nil }

    private func has(_ key: String) -> Bool { values[key] != nil }

    /// Walks over JSON that may end anywhere.
    private struct Scanner {
        var bytes: ArraySlice<UInt8>

        var peek: UInt8? { bytes.first }

        mutating func skip() {
            bytes = bytes.dropFirst().drop(while: \.isSpace)
        }

        mutating func string() -> String? {
            var index = bytes.startIndex + 1
            while index < bytes.endIndex, bytes[index] != UInt8(ascii: "\"") {
                index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
            }
            guard index < bytes.endIndex else {
                bytes = []
                return nil
            }
            defer { bytes = bytes[(index + 1)...].drop(while: \.isSpace) }
            return String(decoding: bytes[(bytes.startIndex + 1)..<index], as: UTF8.self)
        }

        var start: String { String(decoding: bytes.prefix(64), as: UTF8.self) }

        /// The first signs that are no white space.
        func signs() -> [UInt8] {
            let all = bytes.prefix(64).filter { !$0.isSpace }
            return all.starts(with: "[{\"start".utf8) ? Array("[{\"start".utf8) : Array(all.prefix(2))
        }

        mutating func value() {
            var depth = 0
            repeat {
                switch bytes.first {
                case nil: return
                case UInt8(ascii: "\""):
                    if string() == nil { return }
                    continue
                case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
                case UInt8(ascii: "}"), UInt8(ascii: "]"):
                    if depth == 0 { return }
                    depth -= 1
                case UInt8(ascii: ","): if depth == 0 { return }
                default: break
                }
                bytes = bytes.dropFirst()
            } while true
        }
    }
}
