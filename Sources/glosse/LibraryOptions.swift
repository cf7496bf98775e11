import ArgumentParser
import Foundation
import Storage

/// Where the library is, for every command that uses it.
struct LibraryOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The library to use.", discussion: "Default: $XDG_DATA_HOME/glosse/library.glosse",
            valueName: "file"))
    var library: String?

    var path: String { library ?? Folders.data + "/library.glosse" }
}

/// The folders that the XDG Base Directory Specification names.
enum Folders {
    static var data: String { folder("XDG_DATA_HOME", "/.local/share") }
    static var configuration: String { folder("XDG_CONFIG_HOME", "/.config") }
    static var state: String { folder("XDG_STATE_HOME", "/.local/state") }

    private static func folder(_ variable: String, _ fallback: String) -> String {
        let environment = ProcessInfo.processInfo.environment
        // The specification says that a relative path is to be ignored.
        if let given = environment[variable], given.hasPrefix("/") { return given + "/glosse" }
        return (environment["HOME"] ?? NSHomeDirectory()) + fallback + "/glosse"
    }
}
