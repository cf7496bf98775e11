import Foundation
import Testing

@Suite("names on the command line") struct NameCommandsTests {
    private let home: Home

    init() throws {
        home = try Home()
        try home.write("Ada Brandt kam nach Berlin.\n", to: "a.txt")
        try home.write("Er\nreiste\nnach\nBerlin\n.\n\nSie\nblieb\n", to: "tokens.txt")
        let sentence = "Der\tO\nZug\tO\nnach\tO\nBrandau\tB-LOC\nkommt\tO\n\n"
        try home.write(String(repeating: sentence, count: 20), to: "gold.conll")
    }

    private func text(_ words: String...) throws -> String {
        let result = try home.glosse(words)
        #expect(result.status == 0)
        return String(decoding: result.output, as: UTF8.self)
    }

    @Test("a text is tagged token by token, and so are tokens")
    func tag() throws {
        #expect(
            try text("tag", "a.txt")
                == "Ada\tB-PER\nBrandt\tI-PER\nkam\tO\nnach\tO\nBerlin\tB-LOC\n.\tO\n\n")
        #expect(
            try text("tag", "--pretokenized", "tokens.txt")
                == "Er\tO\nreiste\tO\nnach\tO\nBerlin\tB-LOC\n.\tO\n\nSie\tO\nblieb\tO\n\n")
    }

    @Test("a model is trained from columns, tags, and is judged")
    func train() throws {
        let trained = try home.glosse(
            "train", "ner", "--data", "gold.conll", "--out", "my.model", "--epochs", "4")
        #expect(trained.status == 0)
        let judged = try home.glosse("evaluate", "gold.conll", "--model", "my.model")
        #expect(judged.status == 0)
        #expect(String(decoding: judged.output, as: UTF8.self).contains("LOC"))
        #expect(String(decoding: judged.output, as: UTF8.self).contains("100.0"))
    }

    @Test("the names of CoNLL-2003 are its last column, and a choice of columns is told")
    func columns() throws {
        try home.write(
            "Angela NNP B-NP B-PER\nMerkel NNP I-NP I-PER\nkam VBD O O\n. . O O\n", to: "standard.conll")
        let judged = try home.glosse("evaluate", "standard.conll", "standard.conll")
        #expect(judged.text.contains("PER") && !judged.text.contains("NP"))
        #expect(judged.errors.isEmpty)
        try home.write("Bonn B-LOC B-PER\nruft O O\n", to: "two.conll")
        let doubtful = try home.glosse("evaluate", "two.conll", "two.conll")
        #expect(doubtful.errors.contains("two.conll: the labels of column 3 are read"))
    }

    @Test("what is no model is refused with a message that says what to do")
    func refused() throws {
        let result = try home.glosse("tag", "--model", "a.txt", "tokens.txt")
        #expect(result.status == 1)
        #expect(result.errors.contains("is no model; make one with glosse train"))
        #expect(try home.glosse("evaluate", "a.txt").status == 1)
    }
}
