#if Deep
    import CDeepModel
#endif

extension DeepTagger {
    /// Whether the program was built with a model, which costs nothing to ask.
    public static var isEmbedded: Bool {
        #if Deep
            true
        #else
            false
        #endif
    }

    /// The model that is part of the program; nil where it was built without it (`--disable-default-traits`).
    public static let embedded: DeepTagger? = {
        #if Deep
            let deep = glosse_model_deep()
            let memory = ModelMemory(embedded: UnsafeRawBufferPointer(start: deep.bytes, count: deep.count))
            guard let file = try? ModelFile(memory) else { return nil }
            return try? DeepTagger(file)
        #else
            return nil
        #endif
    }()
}
