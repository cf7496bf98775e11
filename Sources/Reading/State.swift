import Articles
import Cells

/// Everything that the screen shows and the keys change, as one value.
public struct State: Sendable {
    public enum Screen: Hashable, Sendable {
        case library, article, register
    }

    public var size: Size
    public var isRunning = true
    public internal(set) var screen = Screen.library
    public internal(set) var library = LibraryList()
    public internal(set) var reading: OpenArticle?
    /// Nil until somebody has asked for it.
    public internal(set) var register: RegisterList?
    /// Where to go in an article that is being opened from the register, which one goes back to when it is closed.
    var landing: Landing?
    /// The article that is being loaded, until it is there.
    public internal(set) var loading: ArticleKey?
    public internal(set) var prompt: Prompt?
    var promptHistory = PromptHistory()
    /// Whether descriptions of rows are on their way.
    var isDescribing = false
    public internal(set) var help: Help?
    public internal(set) var notice: Notice?
    public internal(set) var settings: Settings
    public let schema: Schema
    public let themes: [Theme]
    public let keyMap: KeyMap
    /// Names of the formats that `:export` knows.
    public let exportFormats: [String]
    /// Keys of an unfinished sequence, and the count typed before it.
    var pending = Pending()
    /// What `.` does again; nil when the last change was none that it can do.
    var lastEdit: Invocation?
    /// What undo takes back first, as long as nothing else has changed since.
    var workChange: WorkChange?
    /// Seconds since 1970: set before each update by the one who knows the clock.
    public var now = 0

    public init(
        size: Size, schema: Schema = .news, settings: Settings = Settings(), themes: [Theme] = [.default],
        keyMap: KeyMap? = nil, exportFormats: [String] = []
    ) {
        self.size = size
        self.schema = schema
        self.settings = settings
        self.themes = themes
        self.exportFormats = exportFormats
        self.keyMap = keyMap ?? KeyMap.standard(for: schema)
    }

    /// The theme that is on screen, also while another one is only being tried out.
    public var theme: Theme {
        let names = [prompt?.previewedTheme, settings.theme].compactMap(\.self)
        return names.lazy.compactMap { name in themes.first { $0.name == name } }.first ?? .default
    }

    /// Which keys count now.
    var mode: Mode {
        if prompt != nil { return .prompt }
        if help != nil { return .help }
        switch screen {
        case .library: return .library
        case .article: return reading?.pane.isFocused == true ? .pane : .article
        case .register: return .register
        }
    }
}

/// A place in an article that is not open yet.
struct Landing: Hashable, Sendable {
    let key: ArticleKey
    let span: Span
}

/// What a person can set and keep; the rest of the state is made by reading.
public struct Settings: Hashable, Sendable {
    public var theme = "dark"
    /// The longest line, in columns.
    public var measure = 90
    public var pane = Configuration.PanePlace.auto
    /// The width of the side pane in columns; nil is a share of the screen.
    public var paneWidth: Int?
    public var marks = Configuration.LabelMarks.auto
    public var nesting = Configuration.Nesting.replace
    public var learning = Configuration.Learning.on
    public var refinement = Configuration.Refinement.idle
    /// Whether there is a deep engine.
    public var hasDeepEngine = false
    /// The name that a person's annotations carry.
    public var author = ""
    /// Whether the terminal shows colours at all.
    public var hasColours = true

    public init() {}

    public init(_ configuration: Configuration) {
        theme = configuration.theme ?? theme
        measure = configuration.measure
        pane = configuration.pane
        paneWidth = configuration.paneWidth
        marks = configuration.marks
        nesting = configuration.nesting
        learning = configuration.learning
        refinement = configuration.refinement
        author = configuration.author ?? author
    }

    /// Whether label marks such as `[NATO]ᴼᴿᴳ` are drawn.
    var showsMarks: Bool {
        switch marks {
        case .on: true
        case .off: false
        case .auto: !hasColours || theme == "monochrome"
        }
    }
}

/// A key sequence that has begun and could still become several commands.
struct Pending: Hashable, Sendable {
    var keys: [Key] = []
    var count: Int?
}

/// Where the keys go.
public enum Mode: String, CaseIterable, Hashable, Sendable {
    case article, pane, library, register, prompt, help
}
