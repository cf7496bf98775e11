import Testing

@testable import Language

@Suite struct GoldDataTests {
    @Test(
        "columns are found by what they hold",
        arguments: [
            "Ada\tB-PER\nBrandt\tI-PER\nkam\tO\n\nEr\tO\n",
            "# a source\n1\tAda\tB-PER\tO\n2\tBrandt\tI-PER\tO\n3\tkam\tO\tO\n\n1\tEr\tO\tO\n",
            "-DOCSTART- x O O\n\nAda NE I-NE I-PER\nBrandt NE I-NE I-PER\nkam VV I-VV O\n\nEr PP I-PP O\n",
            "1\tAda\t_\t_\tB-PER\t_\t_\n2\tBrandt\t_\t_\tI-PER\t_\t_\n3\tkam\t_\t_\tO\t_\t_\n\n1\tEr\t_\t_\tO\t_\t_",
            "# sent_id = 1\r\n1\tAda\tB-PER\t-\tx\r\n2\tBrandt\tI-PER\t-\tx\r\n3\tkam\tO\t-\t-\r\n\r\n1\tEr\tO\t-\t-\r\n",
            "Ada NNP B-NP B-PER\nBrandt NNP I-NP I-PER\nkam VBD O O\n\nEr PRP B-NP O\n",
            "Ada NNP B-NP B-PER\nBrandt NNP I-NP E-PER\nkam VBD O O\n\nEr PRP B-NP O\n",
            "Ada\tB-PER\t0.9\nBrandt\tI-PER\t0.9\nkam\tO\t1.0\n\n\n\nEr\tO\t1.0\n",
        ])
    func columns(file: String) {
        let sentences = ColumnReader(file).sentences
        #expect(sentences.map(\.words) == [["Ada", "Brandt", "kam"], ["Er"]])
        #expect(sentences.map(\.labels) == [["B-PER", "I-PER", "O"], ["O"]])
    }

    @Test(
        "which column was read is told when two could be the names, not when one holds phrases or inner names"
    )
    func doubt() {
        let told = ColumnReader("Bonn B-LOC B-place\nruft O O\n")
        #expect(told.doubt == "the labels of column 3 are read, though column 2 holds labels too")
        #expect(told.sentences.first?.labels == ["B-place", "O"])
        #expect(ColumnReader("Bonn NNP B-NP B-LOC\nruft VBD O O\n").doubt == nil)
        #expect(ColumnReader("1\tFC\tB-ORG\tO\n2\tBonn\tI-ORG\tB-LOC\n3\tsiegt\tO\tO\n").doubt == nil)
    }

    @Test("names that touch stay apart, and brackets are read as they are printed")
    func touching() {
        let sentences = ColumnReader("A\tB-PER\nB\tB-PER\nC\tI-LOC\n-LRB-\tO\n").sentences
        #expect(sentences.first?.names.map(\.words) == [0..<1, 1..<2, 2..<3])
        #expect(sentences.first?.words.last == "(")
        let single = ColumnReader("A\tS-PER\nB\tU-PER\nC\tB-LOC\nD\tL-LOC\nE\tI-LOC\nF\tO\n").sentences
        #expect(single.first?.names.map(\.words) == [0..<1, 1..<2, 2..<4, 4..<5])
    }

    @Test(
        "a file without labels has no sentences",
        arguments: ["", "\n\n", "just some words\n", "a\tb\nc\td\n"])
    func withoutLabels(file: String) {
        #expect(ColumnReader(file).sentences.isEmpty)
    }

    @Test("known corpora come down to four labels and their forms")
    func scheme() {
        let news = [
            "politician", "OTH", "location-city", "organization-company", "LOCderiv", "ORGpart", "date",
        ]
        #expect(
            news.map(LabelScheme.news.label) == ["PER", "MISC", "LOC", "ORG", "LOCderiv", "ORGpart", nil])
        #expect(LabelScheme.own.label("date") == "date")
    }
}
