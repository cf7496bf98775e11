import Articles
import Fetching
import Formats

extension Web {
    /// The articles of a feed, with the text of their pages where the feed has only a teaser. What cannot be got stays a
    /// teaser, and is told.
    func whole(_ feed: Imported) -> Imported {
        var whole = feed
        var progress = Progress("fetching", total: feed.documents.count)
        for (index, document) in feed.documents.enumerated() {
            do {
                if let address = Self.address(of: document.article) {
                    whole.documents[index] = Self.filled(document.article, from: try page(address))
                }
            } catch let error as FormatError {
                whole.errors.append(error)
            } catch {
                whole.errors.append(FormatError("\(error)"))
            }
            progress.advance()
        }
        let missing = whole.documents.contains { $0.article.metadata["content"] == "teaser" }
        // What the reader of feeds says of teasers is true no more.
        if !missing { whole.warnings.removeAll { $0.subject == .teasers } }
        return whole
    }

    /// Where the whole article is, of an item that holds only a teaser.
    private static func address(of item: Article) -> String? {
        guard item.metadata["content"] == "teaser", let address = item.source, Fetcher.isAddress(address)
        else { return nil }
        return address
    }

    private func page(_ address: String) throws -> Article {
        let imported = try Web(items: .asGiven).read(address)
        guard let document = imported.documents.first, imported.documents.count == 1 else {
            throw imported.errors.first ?? FormatError(file: address, "is no page of one article")
        }
        return document.article
    }

    /// The page's text with what the feed knows of it.
    private static func filled(_ item: Article, from page: Article) -> Document {
        var metadata = page.metadata.merging(item.metadata) { _, item in item }
        metadata["content"] = nil
        return Document(
            article: Article(
                name: item.name, title: item.ownTitle ?? page.ownTitle, source: item.source,
                date: item.date ?? page.date, language: page.language ?? item.language, text: page.text,
                metadata: metadata))
    }
}
