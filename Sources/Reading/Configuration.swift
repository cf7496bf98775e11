/// What a person has set up: the content of `config.toml`.
///
///     theme = "paper"
///     measure = 72
///
///     [keys.article]
///     "g n" = "go-to-next-mention"
public struct Configuration: Hashable, Sendable {
    /// The language of articles that do not say theirs; `auto` guesses it from the text.
    public enum Language: String, Hashable, Sendable, CaseIterable { case auto, de, en }

    /// Where the side pane is; `auto` is right on wide screens and below on narrow ones.
    public enum PanePlace: String, Hashable, Sendable, CaseIterable { case auto, right, below, off }

    /// Whether labels stand beside the mentions; `auto` shows them on screens without colour.
    public enum LabelMarks: String, Hashable, Sendable, CaseIterable { case auto, on, off }

    /// What a second label on the same words does to the first.
    public enum Nesting: String, Hashable, Sendable, CaseIterable { case replace, nest }

    /// Whether the engine learns from what a person decides.
    public enum Learning: String, Hashable, Sendable, CaseIterable { case on, off }

    /// When the deep engine reads what the fast one has read: never, while nobody presses a key, or at once.
    public enum Refinement: String, Hashable, Sendable, CaseIterable { case off, idle, always }

    /// One line of a table of keys, unchecked: which keys, modes and commands there are is not known here.
    public struct KeyLine: Hashable, Sendable {
        public var mode: String
        /// As the person wrote them: `g n`.
        public var keys: String
        public var command: String
        /// Counted from 1, for messages.
        public var line: Int

        public init(mode: String, keys: String, command: String, line: Int) {
            self.mode = mode
            self.keys = keys
            self.command = command
            self.line = line
        }
    }

    /// The name of a theme; nil leaves the choice to the program.
    public var theme: String?
    /// The greatest width of the text, in columns.
    public var measure = 90
    /// The path of a schema file, as written.
    public var schema: String?
    /// The path of a file with patterns of facts, as written.
    public var patterns: String?
    public var language = Language.auto
    public var pane = PanePlace.auto
    /// In columns; nil leaves it to the program.
    public var paneWidth: Int?
    public var marks = LabelMarks.auto
    public var nesting = Nesting.replace
    public var learning = Learning.on
    public var refinement = Refinement.idle
    /// The name that goes with what this person tags.
    public var author: String?
    /// In the order of the file; a later line for the same keys replaces an earlier one.
    public var keys: [KeyLine] = []

    /// What holds when nobody has set anything.
    public init() {}
}
