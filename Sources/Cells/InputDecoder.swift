/// Makes events of what a terminal sends: bytes, and the keys that its description already knows.
///
/// A pure state machine. It keeps what has only half arrived, and swallows sequences that nobody knows, so that an
/// answer of the terminal is never taken for typed commands.
public struct InputDecoder: Sendable {
    /// What arrives, one after the other.
    public enum Input: Hashable, Sendable {
        case byte(UInt8)
        case key(Key)
        /// `ESC [ <`: an SGR mouse report follows, as bytes.
        case mouseReport
        /// `ESC [ 200 ~`: pasted text follows, as bytes.
        case pasteStart
        /// A sequence that the terminal's description knows, and that means nothing here.
        case unknown
    }

    /// The events that are complete.
    private(set) var events: [TerminalEvent] = []
    private var state = State.ground

    public init() {}

    /// Whether the next bytes must come as they are, because they are no keys.
    public var expectsBytes: Bool {
        switch state {
        case .ground, .character, .escape, .sequence: false
        case .mouse, .paste: true
        }
    }

    /// Whether bytes were taken that are no event yet.
    public var isInside: Bool {
        switch state {
        case .ground: false
        case .character, .escape, .sequence, .mouse, .paste: true
        }
    }

    /// Hands over the complete events.
    public mutating func take() -> [TerminalEvent] {
        defer { events = [] }
        return events
    }

    public mutating func receive(_ input: Input) {
        switch input {
        case .byte(let byte):
            receive(byte)
        case .key(let key):
            if case .escape = state {
                state = .ground
                events.append(.key(Key(key.code, key.modifiers.union(.alt))))
            } else {
                interrupt()
                events.append(.key(key))
            }
        case .mouseReport:
            interrupt()
            state = .mouse("")
        case .pasteStart:
            interrupt()
            state = .paste([])
        case .unknown:
            interrupt()
        }
    }

    /// Says that nothing more is waiting, which tells Escape from Alt with a key (and Alt-[ from a sequence).
    ///
    /// Anything else that has only half arrived stays: over a slow line the rest is still to come.
    public mutating func pause() {
        switch state {
        case .escape, .sequence(_, length: 0): interrupt()
        case .ground, .character, .sequence, .mouse, .paste: break
        }
    }

    /// Gives up on what has only half arrived, except a paste, whose rest must never count as keys.
    public mutating func abandon() {
        if case .paste = state { return }
        interrupt()
    }

    /// Ends what cannot go on: a lone escape byte was the key, and `ESC [` was Alt with a bracket.
    private mutating func interrupt() {
        switch state {
        case .escape: events.append(.key(Key(.escape)))
        case .sequence(let introducer, length: 0):
            events.append(.key(Key(Character(Unicode.Scalar(introducer)), .alt)))
        case .ground, .character, .sequence, .mouse, .paste: break
        }
        state = .ground
    }

    private mutating func receive(_ byte: UInt8) {
        switch state {
        case .ground:
            start(byte, [])
        case .escape:
            state = .ground
            switch byte {
            case 0x1B:
                events.append(.key(Key(.escape)))
                state = .escape
            case UInt8(ascii: "["), UInt8(ascii: "O"): state = .sequence(introducer: byte, length: 0)
            default: start(byte, .alt)
            }
        case .sequence(let introducer, let length):
            receive(byte, introducer: introducer, length: length)
        case .character(var bytes, let modifiers):
            guard byte & 0xC0 == 0x80 else {
                state = .ground
                return receive(byte)
            }
            bytes.append(byte)
            finishCharacter(bytes, modifiers)
        case .mouse(var report):
            report.unicodeScalars.append(Unicode.Scalar(byte))
            state = .mouse(report)
            guard byte & 0x40 != 0 || report.utf8.count >= 32 else { return }
            state = .ground
            if let mouse = Mouse(report: report) { events.append(.mouse(mouse)) }
        case .paste(var bytes):
            state = .ground
            bytes.append(byte)
            guard byte == Self.pasteEnd.last, bytes.suffix(Self.pasteEnd.count).elementsEqual(Self.pasteEnd)
            else {
                state = .paste(bytes)
                return
            }
            events.append(.paste(Self.pasted(bytes.dropLast(Self.pasteEnd.count))))
        }
    }

    /// A byte that begins a key.
    private mutating func start(_ byte: UInt8, _ modifiers: Key.Modifiers) {
        switch byte {
        case 0x1B:
            state = .escape
        case ..<0x20, 0x7F:
            let key = Key(control: byte)
            events.append(.key(Key(key.code, key.modifiers.union(modifiers))))
        case ..<0x80:
            events.append(.key(Key(Character(Unicode.Scalar(byte)), modifiers)))
        case 0xC2..<0xF5:
            state = .character([byte], modifiers)
        default:
            // No character begins so; a terminal that sends it is not set to UTF-8.
            break
        }
    }

    private mutating func finishCharacter(_ bytes: [UInt8], _ modifiers: Key.Modifiers) {
        let length = bytes[0] < 0xE0 ? 2 : bytes[0] < 0xF0 ? 3 : 4
        guard bytes.count == length else {
            state = .character(bytes, modifiers)
            return
        }
        state = .ground
        guard let text = String(validating: bytes, as: UTF8.self), let character = text.first,
            character.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
        else { return }
        events.append(.key(Key(character, modifiers)))
    }

    /// A byte of a sequence that neither the terminal's description nor we know. Ended by a letter or `~`.
    private mutating func receive(_ byte: UInt8, introducer: UInt8, length: Int) {
        state = .ground
        switch byte {
        case 0x40..<0x7F: break
        case 0x20..<0x40 where length < 64: state = .sequence(introducer: introducer, length: length + 1)
        default: start(byte, [])
        }
    }

    private static let pasteEnd = Array("\u{1B}[201~".utf8)

    /// Terminals send line breaks as CR.
    private static func pasted(_ bytes: some Collection<UInt8>) -> String {
        var text: [UInt8] = []
        var before: UInt8 = 0
        for byte in bytes {
            if byte == 0x0D {
                text.append(0x0A)
            } else if byte != 0x0A || before != 0x0D {
                text.append(byte)
            }
            before = byte
        }
        return String(decoding: text, as: UTF8.self)
    }

    private enum State {
        case ground
        /// The first bytes of a character of several.
        case character([UInt8], Key.Modifiers)
        case escape
        case sequence(introducer: UInt8, length: Int)
        case mouse(String)
        case paste([UInt8])
    }
}
