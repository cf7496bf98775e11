import CArchive

/// A compressed file of one document a line, unpacked piece by piece: however long it is, no more of it is in memory than
/// one line.
public struct CompressedStream {
    private let input: Input

    /// Nil when the file is not compressed, or when what is in it has to be read at once.
    public init?(_ input: Input) {
        guard CompressedReader.recognises(input.bytes[...]) else { return nil }
        var start: [UInt8] = []
        // Damage further on does not matter here.
        try? Self.unpack(input) { piece in
            start += piece
            if start.count >= Format.headSize { throw Stop() }
        }
        guard let format = CompressedReader.innerFormat(input.name, start), let reader = format.reader,
            reader.framing == .lines
        else { return nil }
        self.input = input
        self.reader = reader
    }

    private let reader: Format.Reader

    private struct Stop: Error {}

    /// Gives what each line holds to the body, and at the end what is wrong with the file.
    public func forEach(_ body: (Imported) throws -> Void) throws {
        var lines = LineFraming(name: input.name)
        do {
            try Self.unpack(input) { piece in
                for line in lines.add(piece) { try body(reader.read(line: line)) }
            }
        } catch let error as FormatError {
            for line in lines.finish() { try body(reader.read(line: line)) }
            return try body(Imported(errors: [CompressedReader.partly(error)]))
        }
        for line in lines.finish() { try body(reader.read(line: line)) }
    }

    private static func unpack(_ input: Input, _ body: ([UInt8]) throws -> Void) throws {
        try input.bytes.withUnsafeBufferPointer { buffer in
            var unpacker = try Unpacker(buffer, kind: CARCHIVE_CONTENT, file: input.name, nil)
            defer { unpacker.close() }
            guard try unpacker.next() != nil else { return }
            while true {
                let piece = try unpacker.nextPiece()
                if piece.isEmpty { return }
                try body(piece)
            }
        }
    }
}
