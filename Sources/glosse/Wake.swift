import CTerminal

/// Ends the terminal's wait from any thread, as background work does when it has posted a message.
///
/// Harmless at any time: before the terminal is open, after it is closed, and more often than anyone waits.
struct Wake: Sendable {
    func callAsFunction() {
        glosse_terminal_wake()
    }
}
