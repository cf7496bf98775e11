import CBundled

/// The files that the program carries inside itself, so that it runs without anything beside it.
enum Bundled {
    /// Articles to try the program on, in the order of their names: `drehbruecke.txt`.
    ///
    /// The first line of each is its title, the second its date, the third is blank.
    static let samples = files(of: glosse_bundled_samples())

    /// The themes by the name that a person types, `solarized-dark`, in the syntax of theme files.
    static let themes = files(of: glosse_bundled_themes())

    private static func files(of table: glosse_bundled_files) -> [(name: String, bytes: [UInt8])] {
        UnsafeBufferPointer(start: table.files, count: table.count).map { file in
            (String(cString: file.name), Array(UnsafeBufferPointer(start: file.bytes, count: file.length)))
        }
    }
}
