import Fetching
import Formats
import Glibc

/// What a person names on the command line, as single files.
enum Paths {
    /// The files of folders (and the folders in them, hidden ones left out), of patterns, and the files themselves.
    ///
    /// Nothing is opened here: a folder of 100,000 files must be there at once.
    ///
    /// - Parameter format: of folders only the files of this format count; nil takes what is opened as an article.
    static func files(in arguments: [String], of format: Format? = nil) throws(FileError) -> [String] {
        let endings = format.map { Set($0.extensions) } ?? articleEndings
        var files: [String] = []
        for argument in arguments {
            var status = stat()
            guard !Fetcher.isAddress(argument) else {
                throw FileError("\(argument): is an address of the web; add --fetch to get it")
            }
            if stat(argument, &status) == 0 {
                if status.st_mode & S_IFMT == S_IFDIR {
                    files += try contents(of: argument, endings)
                } else {
                    files.append(argument)
                }
            } else if argument.contains(where: { "*?[".contains($0) }) {
                let matches = expand(argument)
                guard !matches.isEmpty else { throw FileError("\(argument): no file fits this pattern") }
                files += try Self.files(in: matches, of: format)
            } else {
                throw FileError(path: argument)
            }
        }
        return files
    }

    /// Links to files count, links to folders do not: they could lead in circles.
    /// - Parameter depth: how far below the folder named by the person.
    private static func contents(
        of folder: String, _ endings: Set<String>, depth: Int = 0
    ) throws(FileError) -> [String] {
        guard depth < 32, let directory = opendir(folder) else {
            if depth > 0 { return [] }
            throw FileError(path: folder)
        }
        defer { closedir(directory) }
        var files: [String] = []
        var folders: [String] = []
        var annotated: [String] = []
        let takesAll = endings == articleEndings
        let prefix = folder.hasSuffix("/") ? folder : folder + "/"
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard !name.hasPrefix(".") else { continue }
            switch kind(of: prefix + name, Int(entry.pointee.d_type)) {
            case .folder: folders.append(prefix + name)
            case .file:
                if isArticle(name, endings) {
                    files.append(prefix + name)
                } else if takesAll, isMain(name) {
                    annotated.append(prefix + name)
                }
            case .other: break
            }
        }
        if !annotated.isEmpty { files = withAnnotated(annotated, files) }
        files.sort()
        for folder in folders.sorted() { files += try contents(of: folder, endings, depth: depth + 1) }
        return files
    }

    private enum Kind {
        case file, folder, other
    }

    /// - Parameter type: what the folder says about its entry, which spares asking for most of them.
    private static func kind(of path: String, _ type: Int) -> Kind {
        switch type {
        case Int(DT_REG): return .file
        case Int(DT_DIR): return .folder
        case Int(DT_LNK), Int(DT_UNKNOWN):
            var status = stat()
            guard lstat(path, &status) == 0 else { return .other }
            let isLink = status.st_mode & S_IFMT == S_IFLNK
            guard !isLink || stat(path, &status) == 0 else { return .other }
            switch status.st_mode & S_IFMT {
            case S_IFREG: return .file
            case S_IFDIR: return isLink ? .other : .folder
            default: return .other
            }
        default: return .other
        }
    }

    /// Whether a folder's file is opened as an article; a file that is named itself always is.
    private static func isArticle(_ name: String, _ endings: Set<String>) -> Bool {
        guard let dot = name.lastIndex(of: ".") else { return endings == articleEndings }
        return endings.contains(name[name.index(after: dot)...].lowercased())
    }

    /// The files of a folder, with those that hold annotations in the place of the texts that lie beside them.
    private static func withAnnotated(_ annotated: [String], _ files: [String]) -> [String] {
        var all = Set(files)
        for file in annotated {
            guard let (stem, ending) = parts(of: file), let endings = companions[ending] else { continue }
            let texts = endings.map { stem + "." + $0 }
            guard texts.allSatisfy(all.contains) else { continue }
            all.subtract(texts)
            all.insert(file)
        }
        return Array(all)
    }

    private static func isMain(_ name: String) -> Bool {
        parts(of: name).map { companions[$0.ending] != nil } ?? false
    }

    private static func parts(of name: String) -> (stem: String, ending: String)? {
        name.lastIndex(of: ".").map {
            (String(name[..<$0]), name[name.index(after: $0)...].lowercased())
        }
    }

    /// By the ending of a file with annotations, those of the files beside it that hold its text: `ann`, `txt`.
    private static let companions = Dictionary(
        Format.all.filter { $0.reader != nil && articleEndings.isSuperset(of: $0.companions) }
            .flatMap { format in
                format.companions.isEmpty ? [] : format.extensions.map { ($0, format.companions) }
            }, uniquingKeysWith: { first, _ in first })

    /// Of the formats that can be read and keep the text in the file itself; a folder may hold tables, JSON and XML
    /// of any kind beside its articles.
    private static let articleEndings = Set(
        Format.all.filter { $0.reader != nil && $0.companions.isEmpty }.flatMap(\.extensions)
    ).subtracting(Format.genericEndings)

    /// A path as a person writes it inside the program, where no shell puts the home folder in the place of `~`.
    static func withHome(_ path: String) -> String {
        guard path.hasPrefix("~/"), let home = getenv("HOME") else { return path }
        return String(cString: home) + path.dropFirst()
    }

    /// The path that a file of a folder names: from the folder on, or from the home folder behind `~/`.
    static func of(_ path: String, in folder: String) -> String {
        let path = withHome(path)
        return path.hasPrefix("/") ? path : folder + "/" + path
    }

    private static func expand(_ pattern: String) -> [String] {
        var result = glob_t()
        defer { globfree(&result) }
        guard glob(pattern, 0, nil, &result) == 0 else { return [] }
        return (0..<Int(result.gl_pathc)).compactMap { index in
            result.gl_pathv[index].map { String(cString: $0) }
        }
    }
}
