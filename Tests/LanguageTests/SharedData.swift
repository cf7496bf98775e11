import Articles

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The data sets beside the package, which a checkout may lack.
enum SharedData {
    /// `../shared/data` from the package's root, however deep this file lies in it.
    static let folder =
        #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/../shared/data"

    static var exists: Bool { access(folder, R_OK) == 0 }

    static func read(_ path: String) -> String {
        guard let file = fopen(path, "rb") else { return "" }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    static func names(in folder: String) -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }
}

/// A line of a table: a name and shares in percent.
func row(_ name: String, _ shares: [Double]) -> String {
    let columns = shares.map { share in
        let tenths = String(Int((share * 1000).rounded()))
        let padded = tenths.count < 2 ? "0" + tenths : tenths
        let text = "\(padded.dropLast()).\(padded.suffix(1))"
        return String(repeating: " ", count: max(0, 8 - text.count)) + text
    }
    return name + String(repeating: " ", count: max(0, 24 - name.count)) + columns.joined()
}
