/// What comes from a terminal.
public enum TerminalEvent: Hashable, Sendable {
    case key(Key)
    /// Pasted text, with its line breaks as LF. May hold control characters.
    case paste(String)
    case mouse(Mouse)
    case resize(Size)
    /// The program is asked to leave (SIGTERM, SIGINT) or its terminal is gone (SIGHUP): save and stop.
    case terminate
}
