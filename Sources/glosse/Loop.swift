import CTerminal
import Cells
import Reading

/// The program while the screen is open: draw, wait, take everything in, change the state, act.
struct Loop: ~Copyable {
    private var terminal: Terminal
    private var state: State
    private let effects: Effects
    private let inbox: Inbox

    init(terminal: consuming Terminal, state: State, effects: Effects, inbox: Inbox) {
        self.terminal = terminal
        self.state = state
        self.effects = effects
        self.inbox = inbox
    }

    /// Runs until the person leaves.
    mutating func run(first messages: [Message]) {
        // Starting touches much code that reading does not.
        glosse_footprint_shrink()
        take(messages)
        while state.isRunning {
            terminal.show(state.draw(), theme: state.theme)
            terminal.wait(timeout: effects.timeToSync)
            let events = terminal.events().map(Message.terminal)
            if !events.isEmpty { effects.quiet.end() }
            // All that waits is taken before one draw, so that paste and key repeat cost one frame.
            take(events + inbox.take())
            effects.sync()
        }
    }

    private mutating func take(_ messages: [Message]) {
        state.now = Effects.now
        for message in messages {
            for effect in state.update(message) {
                switch effect {
                case .suspend: terminal.suspend()
                case .bell: terminal.bell()
                case .describe, .load, .extract, .refine, .setRefinement, .save, .close, .setState, .count,
                    .find, .stopFinding, .findArticles, .register, .export, .learn, .setLearning, .forget:
                    effects.perform(effect)
                }
            }
        }
    }
}
