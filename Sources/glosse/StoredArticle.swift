import Articles
import Formats
import Storage

extension Library {
    /// The article with its text, which is read from its file when it is too long to be kept.
    /// - Throws: also when the file holds another text by now, since the annotations would stand on wrong words.
    func wholeArticle(_ key: Storage.ArticleKey) throws -> Article {
        do throws(LibraryError) {
            return try article(key)
        } catch {
            guard case .textElsewhere(let path?) = error.reason else { throw error }
            let bytes = try FileBytes.read(path)
            let found = try Format.reading(path, bytes).read(Input(name: path, bytes: bytes)).documents
            for document in found where try article(with: TextHash(document.text)) == key {
                return document.article
            }
            throw FileError(
                "\(path): holds another text than the one that was annotated; put the old file back, or open this one"
            )
        }
    }
}
