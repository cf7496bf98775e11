import Language

extension FileBytes {
    /// Reads a model file and makes of it what is wanted; an error names the file.
    static func model<Model>(
        _ path: String, _ make: ([UInt8]) throws(ModelError) -> Model
    ) throws(FileError) -> Model {
        let bytes = try read(path)
        do throws(ModelError) {
            return try make(bytes)
        } catch {
            throw FileError("\(path): \(error)")
        }
    }
}
