import Storage
import Testing

@Suite("A library's own schema")
struct SchemaTests {
    @Test("it is kept, replaced and taken away, and is there in the next session")
    func kept() throws {
        let folder = try TemporaryFolder()
        let library = try Library.open(at: folder.library)
        #expect(try library.schema() == nil)
        try library.setSchema("name = \"a\"")
        try library.setSchema("name = \"b\"")
        #expect(try Library.open(at: folder.library).schema() == "name = \"b\"")
        try library.setSchema(nil)
        #expect(try library.schema() == nil)
    }
}
