/// Why there is no screen, and what to do.
enum TerminalError: Error, Hashable, CustomStringConvertible {
    case alreadyOpen
    /// There is no controlling terminal; the reason is the system's.
    case noTerminal(reason: String)
    case noType
    case unknownType(String)
    case cannotPosition(String)

    var description: String {
        switch self {
        case .alreadyOpen:
            "the screen is in use already; leave it before opening another"
        case .noTerminal(let reason):
            "no terminal to show the screen on (/dev/tty: \(reason)); run glosse in a terminal, or use a command that "
                + "prints, such as 'glosse extract'"
        case .noType:
            "TERM is not set, so the terminal's type is unknown; set it, as in TERM=xterm-256color glosse …"
        case .unknownType(let type):
            "the terminal type '\(type)' is not in the terminfo database; install the package ncurses-term, or set "
                + "TERM to a type that is close, as in TERM=xterm-256color glosse …"
        case .cannotPosition(let type):
            "a terminal of type '\(type)' cannot position the cursor; run glosse in another, or set TERM to what it "
                + "really is, as in TERM=xterm-256color glosse …"
        }
    }
}
