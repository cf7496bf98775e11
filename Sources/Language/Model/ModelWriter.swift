/// Puts sections together to the bytes of a model file.
struct ModelWriter {
    private var sections: [(name: String, bytes: [UInt8])] = []

    mutating func add<Element: BitwiseCopyable>(_ name: String, _ values: [Element]) {
        sections.append((name, values.withUnsafeBytes { Array($0) }))
    }

    mutating func add(_ name: String, lines: [String]) {
        sections.append((name, Array(lines.joined(separator: "\n").utf8)))
    }

    func bytes() -> [UInt8] {
        var table: [UInt8] = []
        var content: [UInt8] = []
        let start = Self.aligned(ModelFile.headSize + sections.count * ModelFile.entrySize)
        for (name, bytes) in sections {
            let name = Array(name.utf8.prefix(ModelFile.nameSize))
            table += name + Array(repeating: 0, count: ModelFile.nameSize - name.count)
            Self.append(UInt64(start + content.count), to: &table)
            Self.append(UInt64(bytes.count), to: &table)
            content += bytes
            content += Array(repeating: 0, count: Self.aligned(content.count) - content.count)
        }
        let padding = start - ModelFile.headSize - table.count
        let rest = table + Array(repeating: 0, count: padding) + content
        var file = ModelFile.magic
        Self.append(ModelFile.version, to: &file)
        Self.append(UInt32(sections.count), to: &file)
        Self.append(rest.withUnsafeBytes(Checksum.of), to: &file)
        return file + rest
    }

    private static func aligned(_ count: Int) -> Int {
        (count + ModelFile.alignment - 1) / ModelFile.alignment * ModelFile.alignment
    }

    private static func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
}
