import CCurl

/// Gets what lies at an address of the web, within limits; nothing else is sent than the request for it.
public struct Fetcher: Sendable {
    /// How far it goes.
    public enum Reach: Sendable {
        case internet
        /// For tests, whose server is on this machine.
        case loopback
    }

    public struct Limits: Sendable {
        public var connectSeconds = 10.0
        public var seconds = 60.0
        /// What may come, unpacked.
        public var bytes = 20 << 20
        public var redirects = 5

        public init() {}
    }

    private let agent: String
    private let reach: Reach
    private let limits: Limits

    /// - Parameter agent: how the program calls itself to servers: `glosse/0.1`.
    public init(agent: String, reach: Reach = .internet, limits: Limits = Limits()) {
        self.agent = agent
        self.reach = reach
        self.limits = limits
    }

    /// Whether a name on the command line is an address and no file.
    public static func isAddress(_ name: String) -> Bool {
        let start = name.prefix(8).lowercased()
        return start.hasPrefix("http://") || start.hasPrefix("https://")
    }

    /// What kinds of content are wanted, the best first.
    private static let accept =
        "Accept: text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, "
        + "application/feed+json, application/pdf;q=0.9, text/*;q=0.8, */*;q=0.5"

    /// Waits until all of it is there.
    public func fetch(_ address: String) throws(FetchError) -> FetchedFile {
        let known = address.prefix { $0 != "#" }
        guard Self.isAddress(address), !known.utf8.contains(where: { $0 <= 32 || $0 == 127 }) else {
            throw FetchError(address, "is no address of the web; write it as https://…")
        }
        var response = ccurl_response()
        // A function of C knows nothing of its surroundings: what it may accept is told by a number.
        var reach = reach == .loopback ? 1 : 0
        String(known).withCString { url in
            agent.withCString { agent in
                Self.accept.withCString { accept in
                    withUnsafeMutablePointer(to: &reach) { context in
                        var request = ccurl_request()
                        (request.url, request.agent, request.accept) = (url, agent, accept)
                        request.connect_milliseconds = Int(limits.connectSeconds * 1000)
                        request.milliseconds = Int(limits.seconds * 1000)
                        request.redirects = limits.redirects
                        request.byte_limit = limits.bytes
                        request.context = UnsafeMutableRawPointer(context)
                        request.accepts = { bytes, count, context in
                            let address = NetworkAddress(
                                bytes: Array(UnsafeBufferPointer(start: bytes, count: count)))
                            let allowsLoopback = context?.load(as: Int.self) == 1
                            return address.isPublic || allowsLoopback && address.isLoopback
                        }
                        response = ccurl_get(&request)
                    }
                }
            }
        }
        defer { ccurl_free(response) }
        try check(response, address)
        let type = response.content_type.map { String(cString: $0) } ?? ""
        return FetchedFile(
            address: response.url.map { String(cString: $0) } ?? address, contentType: type,
            bytes: Array(UnsafeBufferPointer(start: response.bytes, count: response.count)))
    }

    private func check(_ response: ccurl_response, _ address: String) throws(FetchError) {
        let message = withUnsafeBytes(of: response.message) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        let last = response.url.map { String(cString: $0) } ?? address
        let way = last == address ? "" : " (redirected to \(last.prefix(200)))"
        switch Int(response.outcome) {
        case CCURL_OK: break
        case CCURL_REFUSED:
            throw FetchError(
                address, "leads to \(message)\(way), which is not on the public internet and is not fetched")
        case CCURL_LARGE:
            throw FetchError(address, "is larger than \(limits.bytes >> 20) MB; load it with another program")
        case CCURL_SLOW:
            throw FetchError(address, "did not answer in time\(way); try again later")
        case CCURL_REDIRECTS:
            throw FetchError(address, "redirects more than \(limits.redirects) times")
        case CCURL_MISSING:
            throw FetchError(address, message)
        default:
            throw FetchError(address, "cannot be fetched\(way): \(message)")
        }
        guard response.status == 200 else {
            throw FetchError(address, "the server answers with status \(response.status)\(way)")
        }
        guard response.count > 0 else { throw FetchError(address, "the server sends nothing\(way)") }
    }
}

/// What a server has sent.
public struct FetchedFile: Sendable {
    /// Where it was found in the end.
    public let address: String
    /// As the server says: `text/html; charset=utf-8`; may be empty.
    public let contentType: String
    public let bytes: [UInt8]
}

/// Why an address could not be fetched.
public struct FetchError: Error, CustomStringConvertible, Sendable {
    public let address: String
    public let message: String

    init(_ address: String, _ message: String) {
        self.address = address
        self.message = message
    }

    public var description: String { "\(address): \(message)" }
}
