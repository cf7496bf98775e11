/// Memory for numbers that kernels write, aligned to a cache line and freed with its owner.
struct Buffer<Element: BitwiseCopyable>: ~Copyable {
    let start: UnsafeMutablePointer<Element>
    let count: Int

    init(count: Int) {
        let bytes = UnsafeMutableRawPointer.allocate(
            byteCount: max(1, count) * MemoryLayout<Element>.stride, alignment: 64)
        start = bytes.bindMemory(to: Element.self, capacity: max(1, count))
        self.count = count
    }

    deinit { start.deallocate() }
}
