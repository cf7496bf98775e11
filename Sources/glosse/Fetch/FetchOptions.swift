import ArgumentParser
import Fetching
import Formats
import Glibc

/// What a person allows to be got from the web; without these options nothing is ever sent.
struct FetchOptions: ParsableArguments {
    @Flag(help: "Get addresses (https://…) and the feeds of OPML files from the web.")
    var fetch = false

    @Flag(help: "With --fetch: get the page of each item of a feed that holds only a teaser.")
    var full = false

    func validate() throws {
        if full, !fetch { throw ValidationError("--full gets pages from the web, which --fetch allows") }
    }

    /// Nil where the web is left alone.
    var web: Web? { fetch ? Web(items: full ? .whole : .asGiven) : nil }
}

/// Articles from the web.
struct Web {
    /// What becomes of the items of feeds that hold only a teaser.
    enum Items {
        case asGiven
        /// Their pages are got.
        case whole
    }

    private let fetcher: Fetcher
    private let items: Items
    /// Nobody reads more feeds in one go.
    private static let mostFeeds = 200

    init(items: Items) {
        self.items = items
        // Only the tests have a server on this machine.
        let isTested = getenv("GLOSSE_FETCH_LOOPBACK") != nil
        fetcher = Fetcher(
            agent: "glosse/\(Glosse.configuration.version) (terminal reader; fetches what a person names)",
            reach: isTested ? .loopback : .internet)
    }

    /// Reads what lies at an address: a page, a feed, a file of any format, or a list of feeds and each of them.
    ///
    /// - Parameter format: nil tells the format by what the server says and by the first bytes.
    func read(_ address: String, as format: Format? = nil) throws -> Imported {
        try read(address, as: format, lists: .followed)
    }

    /// Reads the feeds that a list of them names.
    func readFeeds(of list: Input) throws(FormatError) -> Imported {
        let feeds = try FeedList.feeds(list)
        guard !feeds.isEmpty else {
            throw FormatError(file: list.name, "is a list of feeds that names none")
        }
        var all = Imported()
        if feeds.count > Self.mostFeeds {
            all.warnings.append(
                FormatError(
                    file: list.name, "only the first \(Self.mostFeeds) of \(feeds.count) feeds are got"))
        }
        var progress = Progress("fetching", total: min(feeds.count, Self.mostFeeds))
        for feed in feeds.prefix(Self.mostFeeds) {
            do {
                let imported = try read(feed.address, as: nil, lists: .refused)
                all.documents += imported.documents
                all.errors += imported.errors
                all.warnings += imported.warnings
            } catch let error as FormatError {
                all.errors.append(error)
            } catch {
                all.errors.append(FormatError("\(error)"))
            }
            progress.advance()
        }
        return all
    }

    /// Whether a list that names a list is followed.
    private enum Lists {
        case followed, refused
    }

    private func read(_ address: String, as format: Format?, lists: Lists) throws -> Imported {
        let file: FetchedFile
        do throws(FetchError) {
            file = try fetcher.fetch(address)
        } catch {
            throw FileError(error.description)
        }
        if lists == .followed, format.map({ $0.name == "opml" }) ?? isList(file) {
            return try readFeeds(of: Input(name: file.address, bytes: file.bytes))
        }
        let imported = try Format.read(
            fetched: file.bytes, from: file.address, contentType: file.contentType, as: format)
        return items == .whole ? whole(imported) : imported
    }

    private func isList(_ file: FetchedFile) -> Bool {
        Format.matching(fileName: "-", bytes: file.bytes.prefix(Format.headSize))?.name == "opml"
    }
}
