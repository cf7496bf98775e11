/// The bytes of a model, read in place: part of the program, or a copy that is freed with its last user.
final class ModelMemory: Sendable {
    /// Never written after init.
    nonisolated(unsafe) let bytes: UnsafeRawBufferPointer
    /// Part of the program; its soundness is a matter of the tests, so that a start reads no more than it needs.
    let isEmbedded: Bool

    /// Bytes that live as long as the program, aligned to 16.
    init(embedded bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
        isEmbedded = true
    }

    init(copying bytes: [UInt8]) {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
        copy.copyBytes(from: bytes)
        self.bytes = UnsafeRawBufferPointer(copy)
        isEmbedded = false
    }

    /// Bytes that were allocated for it, aligned to 16.
    init(owning bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
        isEmbedded = false
    }

    deinit {
        if !isEmbedded { bytes.deallocate() }
    }
}

/// A typed view of one section of a model; it keeps the bytes alive.
struct ModelArray<Element: BitwiseCopyable>: Sendable {
    private let memory: ModelMemory
    nonisolated(unsafe) let buffer: UnsafeBufferPointer<Element>

    init(_ memory: ModelMemory, _ range: Range<Int>) {
        self.memory = memory
        buffer = UnsafeRawBufferPointer(rebasing: memory.bytes[range]).bindMemory(to: Element.self)
    }

    var count: Int { buffer.count }

    subscript(index: Int) -> Element { buffer[index] }
}
