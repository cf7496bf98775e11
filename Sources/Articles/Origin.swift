/// Who said so, when, and how sure they were.
public struct Origin: Hashable, Sendable {
    public enum Author: String, Hashable, Sendable, CaseIterable {
        case person, engine
    }

    // In an order that leaves no gaps in memory: an article may have 100,000 of them.
    /// The person's or the engine's name; empty when nobody gave one.
    public var name: String
    /// Seconds since 1970-01-01 UTC; nil when it is not known.
    public var time: Int?
    public var author: Author
    /// From 0 to 1; nil for people, who do not say.
    public var confidence: Float?

    public init(_ author: Author, name: String = "", time: Int? = nil, confidence: Float? = nil) {
        self.author = author
        self.name = name
        self.time = time
        self.confidence = confidence
    }

    public static func person(_ name: String = "", time: Int? = nil) -> Origin {
        Origin(.person, name: name, time: time)
    }

    public static func engine(_ name: String, confidence: Float? = nil) -> Origin {
        Origin(.engine, name: name, confidence: confidence)
    }
}

/// What a person has decided about an annotation.
public enum Status: String, Hashable, Sendable, CaseIterable {
    case suggested, accepted, rejected
}
