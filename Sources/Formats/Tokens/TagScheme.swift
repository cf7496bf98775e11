/// How tags say where a mention begins and ends.
///
///     Mark Rutte , Bonn Kiel      two places that touch
///     iob1    I-PER I-PER O I-LOC B-LOC
///     iob2    B-PER I-PER O B-LOC B-LOC
///     iobes   B-PER E-PER O S-LOC S-LOC
///     bilou   B-PER L-PER O U-LOC U-LOC
///
/// Sources: Ramshaw and Marcus, "Text Chunking using Transformation-Based Learning", 1995 (IOB1); Tjong Kim Sang and
/// Veenstra, "Representing Text Chunks", 1999 (IOB2); Ratinov and Roth, "Design Challenges and Misconceptions in Named
/// Entity Recognition", 2009 (BILOU).
public enum TagScheme: String, Hashable, Sendable, CaseIterable {
    case iob1, iob2, iobes, bilou

    /// The letter of a word's tag.
    ///
    /// - Parameter touches: whether a mention with the same label ends just before this one begins.
    func letter(isFirst: Bool, isLast: Bool, touches: Bool) -> UInt8 {
        switch (self, isFirst, isLast) {
        case (.iob1, _, _): isFirst && touches ? UInt8(ascii: "B") : UInt8(ascii: "I")
        case (.iob2, _, _): isFirst ? UInt8(ascii: "B") : UInt8(ascii: "I")
        case (.iobes, true, true): UInt8(ascii: "S")
        case (.iobes, false, true): UInt8(ascii: "E")
        case (.bilou, true, true): UInt8(ascii: "U")
        case (.bilou, false, true): UInt8(ascii: "L")
        case (.iobes, true, false), (.bilou, true, false): UInt8(ascii: "B")
        case (.iobes, false, false), (.bilou, false, false): UInt8(ascii: "I")
        }
    }
}
