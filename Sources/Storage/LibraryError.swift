import GRDB

/// What is wrong with a library, where, and what to do. Whatever it was, nothing in the library has changed.
public struct LibraryError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Reason: Hashable, Sendable {
        case missing
        case notALibrary
        /// Made by a program with a later form of the library.
        case newer(version: Int)
        case damaged(String)
        /// The file or its folder cannot be written.
        case readOnly
        /// The file or its folder cannot be reached, or has the wrong kind.
        case unreachable(String)
        case full
        case busy
        case unknownArticle
        /// Annotations can be imported only onto an article that has none.
        case hasAnnotations
        /// The text is too long to be kept; it lies in this file, when one is known.
        case textElsewhere(path: String?)
        case failed(String)
    }

    public let reason: Reason
    /// The library's file.
    public let path: String

    public var description: String { "\(path): \(message)" }

    private var message: String {
        switch reason {
        case .missing:
            "there is no library here; open an article to begin one, or name another with --library"
        case .notALibrary:
            "this is not a library, and it is left as it is; name another file with --library"
        case .newer(let version):
            "a later glosse made this library (form \(version)); update glosse, or name another with --library"
        case .damaged(let what):
            """
            the library is damaged (\(what)); copy the file to a safe place, then try \
            `sqlite3 FILE .recover | sqlite3 NEW`, or move it away to begin a new one
            """
        case .readOnly:
            "the library cannot be written; it can be read, but to annotate make file and folder writable"
        case .unreachable(let why):
            "the library cannot be opened (\(why)); check the path and its permissions"
        case .full:
            "the disk is full, the last change is not saved; make room and try again"
        case .busy:
            "another program is writing in the library; try again in a moment"
        case .unknownArticle:
            "the article is no longer in the library; open its file again to add it"
        case .hasAnnotations:
            "the article has annotations already; open it to change them, or forget it before the import"
        case .textElsewhere(let path):
            "the text is too long to be kept in the library; open \(path ?? "its file") instead"
        case .failed(let why):
            "the library does not work (\(why))"
        }
    }
}

extension LibraryError {
    /// Says in our words what SQLite, GRDB or the form of the data say.
    init(_ error: any Error, path: String) {
        switch error {
        case let error as LibraryError: self = error
        case let error as Malformed: self.init(reason: .damaged(error.description), path: path)
        case let error as DatabaseError: self.init(reason: Reason(error), path: path)
        default: self.init(reason: .failed(String(describing: error)), path: path)
        }
    }
}

extension LibraryError.Reason {
    fileprivate init(_ error: DatabaseError) {
        let said = error.message ?? "error \(error.extendedResultCode.rawValue)"
        switch error.resultCode {
        case .SQLITE_FULL: self = .full
        case .SQLITE_CORRUPT: self = .damaged(said)
        case .SQLITE_NOTADB: self = .notALibrary
        case .SQLITE_READONLY, .SQLITE_PERM: self = .readOnly
        case .SQLITE_CANTOPEN: self = .unreachable(said)
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
        case .SQLITE_CONSTRAINT where error.extendedResultCode == .SQLITE_CONSTRAINT_FOREIGNKEY:
            self = .unknownArticle
        default: self = .failed(said)
        }
    }
}
