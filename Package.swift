// swift-tools-version: 6.1
import PackageDescription

// CI sets GLOSSE_STRICT; a user's newer compiler must not fail on a warning that it invents.
let strict: [SwiftSetting] =
    Context.environment["GLOSSE_STRICT"] == nil ? [] : [.unsafeFlags(["-warnings-as-errors"])]

let package = Package(
    name: "glosse",
    products: [.executable(name: "glosse", targets: ["glosse"])],
    traits: [
        .default(enabledTraits: ["Deep"]),
        .trait(name: "Deep", description: "The deep engine's model, 26 MB, is part of the program."),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.0.0"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    ],
    targets: [
        // The shared model: parsing of text and the state of its annotation.
        .target(name: "Articles", dependencies: ["TOMLKit"], swiftSettings: strict),
        // The engine; its word lists are C arrays, so that the binary needs no files beside it.
        .target(
            name: "CWordLists", path: "Sources/Language/Resources",
            exclude: [
                "LICENSES.md", "make", "own", "own.txt", "countries.txt", "cities.txt", "german.txt",
                "english.txt", "wikinews.txt", "forms", "lexicon.bin", "make-forms", "make-table",
                "modelfile.py", "syntax", "given-names.txt", "make-given-names",
            ]),
        .target(
            name: "CModels", path: "Sources/Language/Models",
            exclude: [
                "README.md", "make", "make-words", "silver", "own-de.conll", "own-en.conll", "words.bin",
                "names.bin",
            ]),
        // The arithmetic of the deep engine; without optimisation it would be of no use, not even to the tests.
        .target(name: "CKernels", cSettings: [.unsafeFlags(["-O3"])]),
        .target(name: "CDeepModel", path: "Sources/Language/Deep/Embedded", exclude: ["deep.model"]),
        .target(
            name: "Language",
            dependencies: [
                "Articles", "CWordLists", "CModels", "CKernels",
                .target(name: "CDeepModel", condition: .when(traits: ["Deep"])),
            ],
            exclude: [
                "Resources", "Models", "Deep/Embedded", "Deep/convert", "Deep/make", "Deep/recipe",
                "Deep/README.md",
            ],
            swiftSettings: strict),
        // Shared libraries, each loaded when it is first needed.
        .target(name: "CLoading"),
        // Bytes to documents and back; XML through libxml2 (package libxml2-dev), behind a thin seam in C.
        .target(
            name: "CXML", dependencies: ["CLoading"], cSettings: [.unsafeFlags(["-I/usr/include/libxml2"])]),
        // Archives and compressed files through libarchive (package libarchive-dev), behind such a seam.
        .target(name: "CArchive", dependencies: ["CLoading"]),
        // Children that read what no library here does.
        .target(name: "CChild"),
        // Databases that are written to be asked elsewhere; the library has its own way to SQLite.
        .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
        // Web pages through gumbo (package libgumbo-dev), in the same way.
        .target(name: "CGumbo", dependencies: ["CLoading"]),
        // What encoding a text is in, through uchardet (package libuchardet0).
        .target(name: "CUchardet", dependencies: ["CLoading"]),
        .target(
            name: "Formats",
            dependencies: ["Articles", "CXML", "CGumbo", "CUchardet", "CArchive", "CChild", "CSQLite"],
            swiftSettings: strict),
        // The web through libcurl (package libcurl4-openssl-dev), only when a person asks for it.
        .target(name: "CCurl", dependencies: ["CLoading"]),
        .target(name: "Fetching", dependencies: ["CCurl"], swiftSettings: strict),
        .target(name: "Agreement", dependencies: ["Articles"], swiftSettings: strict),
        // The library on disk; nobody else sees GRDB.
        .systemLibrary(name: "CNettle", providers: [.apt(["nettle-dev"])]),
        .target(
            name: "Storage",
            dependencies: ["Articles", "CNettle", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: strict),
        // A headless screen, and the user interface drawn on it.
        .target(name: "Cells", swiftSettings: strict),
        .target(name: "Reading", dependencies: ["Articles", "Agreement", "Cells"], swiftSettings: strict),
        // The program.
        .systemLibrary(name: "CNcursesw", providers: [.apt(["libncurses-dev"])]),
        .target(
            name: "CTerminal", dependencies: ["CNcursesw"],
            linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
        // Samples and themes, embedded; a theme lives in themes/, where a user looks for it.
        .target(name: "CBundled", exclude: ["samples"]),
        .executableTarget(
            name: "glosse",
            dependencies: [
                "Articles", "Language", "Formats", "Fetching", "Agreement", "Storage", "Cells", "Reading",
                "CTerminal",
                "CBundled", "TOMLKit", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        // What several tests share.
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(name: "ArticlesTests", dependencies: ["Articles", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "LanguageTests",
            dependencies: ["Language", "Agreement", "Formats", "CKernels", "CModels", "CWordLists"],
            exclude: ["Coreference/chains.jsonl", "Facts/facts.jsonl"], swiftSettings: strict),
        .testTarget(name: "FormatsTests", dependencies: ["Formats", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "FetchingTests", dependencies: ["Fetching", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "AgreementTests", dependencies: ["Agreement"], swiftSettings: strict),
        .testTarget(
            name: "StorageTests", dependencies: ["Storage", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: strict),
        .testTarget(name: "CellsTests", dependencies: ["Cells", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "ReadingTests", dependencies: ["Reading", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "TerminalTests",
            dependencies: [
                "glosse", "Articles", "Cells", "Formats", "Language", "Reading", "Storage", "TestSupport",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
