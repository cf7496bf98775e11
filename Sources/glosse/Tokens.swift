import ArgumentParser
import Articles
import Foundation

/// `glosse tokens FILE`: what the tokenizer and the sentence splitter see, for scripts that measure them.
struct Tokens: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tokens",
        abstract: "Print the tokens of a text file.",
        discussion: """
            One token a line: its start and end in UTF-8 offsets and its kind, with tabs between them. A blank line \
            ends a sentence.
            """)

    @Argument(help: "The text file; - is standard input.")
    var file: String

    @Flag(help: "Print only how fast the text is read, to standard error.")
    var timing = false

    func run() throws {
        let bytes = file == "-" ? try FileBytes.readStandardInput() : try FileBytes.read(file)
        if timing {
            printTiming(of: bytes)
        } else {
            try printTokens(of: Text(bytes: bytes))
        }
    }

    private func printTokens(of text: Text) throws {
        var output = Data()
        for paragraph in 0..<text.paragraphCount {
            output += TokenListing.lines(ofParagraph: paragraph, in: text)
            if output.count > 1 << 16 || paragraph == text.paragraphCount - 1 {
                try FileHandle.standardOutput.write(contentsOf: output)
                output.removeAll(keepingCapacity: true)
            }
        }
    }

    private func printTiming(of bytes: [UInt8]) {
        var text = Text("")
        var tokenCount = 0
        let indexing = ContinuousClock().measure { text = Text(bytes: bytes) }
        let tokenizing = ContinuousClock().measure {
            for paragraph in 0..<text.paragraphCount {
                tokenCount += text.tokenized(paragraph: paragraph).tokens.count
            }
        }
        let lines = """
            index and UTF-8 check: \(speed(bytes.count, indexing)) MB/s
            tokens and sentences: \(speed(bytes.count, tokenizing)) MB/s, \(tokenCount.of("token"))

            """
        FileHandle.standardError.write(Data(lines.utf8))
    }

    /// Bytes a microsecond, which is megabytes a second.
    private func speed(_ byteCount: Int, _ duration: Duration) -> Int {
        Int(Double(byteCount) / max(1, duration / .microseconds(1)))
    }
}
