/// Text put together as every article here has it: a paragraph is one line, with an empty line between two, and white
/// space within it is one blank.
struct Prose {
    /// What stands between two pieces of text; of several breaks in a row the widest counts.
    enum Break: Int, Comparable {
        case none, blank, line, paragraph

        static func < (left: Break, right: Break) -> Bool { left.rawValue < right.rawValue }
    }

    private(set) var bytes: [UInt8] = []
    private var pending = Break.none

    var isEmpty: Bool { bytes.isEmpty }

    /// Adds running text, whose own line breaks mean nothing.
    mutating func add(_ text: some Sequence<UInt8>) {
        for byte in text {
            if byte.isSpace {
                end(.blank)
            } else if byte >= 32, byte != 127 {
                open()
                bytes.append(byte)
            }
        }
    }

    mutating func add(_ text: String) { add(text.utf8) }

    /// Adds text whose line breaks count, such as that of a table of code; white space within lines stays.
    mutating func keep(_ text: some BidirectionalCollection<UInt8>) {
        for line in text.split(separator: 10, omittingEmptySubsequences: false) {
            let end = line.last == 13 ? line.dropLast() : line
            if end.contains(where: { !$0.isSpace }) {
                open()
                bytes += end.lazy.filter { $0 >= 32 && $0 != 127 || $0 == 9 }
            }
            self.end(.line)
        }
    }

    /// Adds text that has paragraphs of its own: an empty line ends one, and with `joining` a line break is a blank.
    mutating func addParagraphs(_ text: some BidirectionalCollection<UInt8>, lineBreak: Break = .line) {
        for line in text.split(separator: 10, omittingEmptySubsequences: false) {
            if line.allSatisfy(\.isSpace) {
                end(.paragraph)
            } else {
                add(line)
                end(lineBreak)
            }
        }
        end(.paragraph)
    }

    mutating func end(_ kind: Break) { pending = max(pending, kind) }

    private mutating func open() {
        defer { pending = .none }
        guard !bytes.isEmpty else { return }
        switch pending {
        case .none: break
        case .blank: bytes.append(32)
        case .line: bytes.append(10)
        case .paragraph: bytes += [10, 10]
        }
    }
}

extension Prose {
    /// A string on one line: a title, a name. What a file puts into it cannot begin a line of its own.
    static func line(_ string: some StringProtocol) -> String {
        var prose = Prose()
        prose.add(string.utf8)
        return String(decoding: prose.bytes, as: UTF8.self)
    }
}
