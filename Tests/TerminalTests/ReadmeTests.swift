import Foundation
import Testing

/// What the README says about the program is what the program says.
@Suite("the README")
struct ReadmeTests {
    private static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../..").standardized

    @Test("has the four tables and a picture of the screen")
    func complete() throws {
        let blocks = try Self.blocks()
        for name in ["keys", "commands", "labels", "formats"] {
            #expect(
                blocks.contains { $0.kind == .table && $0.argument == name }, "no <!-- table: \(name) -->")
        }
        #expect(blocks.contains { $0.kind == .screen }, "no <!-- screen: … -->")
    }

    @Test("holds what the program prints now")
    func upToDate() throws {
        let home = try Home()
        for block in try Self.blocks() {
            let command =
                switch block.kind {
                case .table: "list --markdown \(block.argument)"
                case .screen: "screen \(block.argument)"
                }
            // The shell takes the argument apart as it does a reader's.
            let ending = try Program.ending(
                of: "bash", ["-c", "'\(Program.glosse)' \(command)"],
                in: Program.Surroundings(environment: home.environment, folder: Self.package.path))
            #expect(ending.status == 0, "\(command): \(ending.errors)")
            #expect(GeneratedBlock.cleaned(ending.text) == block.content, "glosse \(command)")
        }
    }

    @Test("a block is what stands between its comments, without the fence")
    func blocks() throws {
        let blocks = try GeneratedBlock.all(
            in: """
                Text.
                <!-- table: keys -->
                | a | b |

                <!-- /table -->
                <!-- a comment of another kind -->
                <!-- screen: --keys 'j' x.txt -->
                ```text
                 one  \n
                 two
                ```
                <!-- /screen -->
                """)
        #expect(
            blocks == [
                GeneratedBlock(kind: .table, argument: "keys", content: "| a | b |"),
                GeneratedBlock(kind: .screen, argument: "--keys 'j' x.txt", content: " one\n\n two"),
            ])
    }

    @Test("a block without an end is an error")
    func openBlock() {
        #expect(throws: Program.Failure.self) {
            try GeneratedBlock.all(in: "<!-- table: keys -->\n| a |\n<!-- /screen -->\n")
        }
    }

    private static func blocks() throws -> [GeneratedBlock] {
        let file = package.appendingPathComponent("README.md")
        return try GeneratedBlock.all(in: String(contentsOf: file, encoding: .utf8))
    }
}
