import Articles

/// Writes JSON into bytes, members in the order in which they are given.
///
///     json.object { json in
///         json.field("id", mention.id.text)
///         json.array("fragments") { … }
///     }
struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    private var needsComma = false

    mutating func object(_ body: (inout JSONWriter) -> Void) { nested("{", "}", body) }
    mutating func array(_ body: (inout JSONWriter) -> Void) { nested("[", "]", body) }

    mutating func object(_ key: StaticString, _ body: (inout JSONWriter) -> Void) {
        self.key(key)
        object(body)
    }

    mutating func array(_ key: StaticString, _ body: (inout JSONWriter) -> Void) {
        self.key(key)
        array(body)
    }

    mutating func field(_ key: StaticString, _ value: String) {
        self.key(key)
        string(value)
    }

    mutating func field(_ key: StaticString, _ value: Int) {
        self.key(key)
        int(value)
    }

    mutating func field(named key: String, _ value: String) {
        self.key(named: key)
        string(value)
    }

    /// A value that only a word can say.
    mutating func field(named key: String, _ value: Int) {
        self.key(named: key)
        int(value)
    }

    mutating func literal(_ word: StaticString) {
        comma()
        word.withUTF8Buffer { bytes.append(contentsOf: $0) }
        needsComma = true
    }

    /// A string of a text's bytes.
    mutating func string(_ text: Text, _ span: Span) { text.withBytes { string($0[span.range]) } }

    /// A key that is known only now.
    mutating func key(named key: String) {
        string(key)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// A key without signs that need an escape.
    mutating func key(_ key: StaticString) {
        comma()
        bytes.append(UInt8(ascii: "\""))
        key.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    mutating func int(_ value: Int) {
        comma()
        bytes.appendDecimal(value)
        needsComma = true
    }

    /// - Precondition: the number is finite; JSON has no other.
    mutating func float(_ value: Float) {
        comma()
        bytes.append(contentsOf: value.description.utf8)
        needsComma = true
    }

    mutating func string(_ value: String) {
        var value = value
        value.withUTF8 { string($0[...]) }
    }

    /// A string of UTF-8 bytes.
    mutating func string(_ value: Slice<UnsafeBufferPointer<UInt8>>) {
        openString()
        content(value)
        closeString()
    }

    /// Begins a string that is written in pieces.
    mutating func openString() {
        comma()
        bytes.append(UInt8(ascii: "\""))
    }

    mutating func closeString() {
        bytes.append(UInt8(ascii: "\""))
        needsComma = true
    }

    /// A piece of a string: runs without escapes are copied whole.
    mutating func content(_ value: Slice<UnsafeBufferPointer<UInt8>>) {
        let source = UnsafeBufferPointer(rebasing: value)
        var copied = 0
        var index = 0
        while index < source.count {
            index = ByteScan.nextJSONStop(in: source, from: index)
            bytes.append(contentsOf: source[copied..<index])
            guard index < source.count else { return }
            escape(source[index])
            index += 1
            copied = index
        }
    }

    enum Bracket {
        case object, array
    }

    /// Begins an object or array that is written in steps.
    mutating func open(_ bracket: Bracket) {
        comma()
        bytes.append(bracket == .object ? UInt8(ascii: "{") : UInt8(ascii: "["))
        needsComma = false
    }

    mutating func close(_ bracket: Bracket) {
        bytes.append(bracket == .object ? UInt8(ascii: "}") : UInt8(ascii: "]"))
        needsComma = true
    }

    mutating func lineBreak() {
        bytes.append(10)
        needsComma = false
    }

    // MARK: Parts

    private mutating func nested(
        _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) -> Void
    ) {
        comma()
        bytes.append(UInt8(ascii: open))
        needsComma = false
        body(&self)
        bytes.append(UInt8(ascii: close))
        needsComma = true
    }

    private mutating func comma() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
    }

    private mutating func escape(_ byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case 8: bytes.append(UInt8(ascii: "b"))
        case 9: bytes.append(UInt8(ascii: "t"))
        case 10: bytes.append(UInt8(ascii: "n"))
        case 12: bytes.append(UInt8(ascii: "f"))
        case 13: bytes.append(UInt8(ascii: "r"))
        case 0..<32:
            bytes.append(contentsOf: "u00".utf8)
            bytes.append(48 + (byte >> 4))
            bytes.append((byte & 15) + (byte & 15 < 10 ? 48 : 87))
        default: bytes.append(byte)
        }
    }
}
