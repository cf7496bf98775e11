import Foundation
import Testing

@Suite("training the deep engine on the command line") struct DeepTrainingTests {
    private let home: Home

    init() throws {
        home = try Home()
        try home.write(TinyBase.bytes(), to: "base.model")
        let sentences = "Der\tO\nZug\tO\nnach\tO\nBrandau\tB-LOC\nkommt\tO\n\nAda\tB-PER\nsingt\tO\n\n"
        try home.write(String(repeating: sentences, count: 40), to: "gold.conll")
        try home.write(sentences + "Ada\tB-PER\nkommt\tO\nnach\tO\nBrandau\tB-LOC\n\n", to: "dev.conll")
    }

    /// Arguments of a training that learns the data.
    private let learning = [
        "train", "deep", "--data", "gold.conll", "--from", "base.model", "--rate", "0.01", "--epochs", "6",
        "--batch", "64",
    ]

    @Test("a model is trained, judged, and tags; with --resume a second call only writes it again")
    func train() throws {
        let more = ["--dev", "dev.conll", "--resume", "my.state"]
        let trained = try home.glosse(learning + ["--out", "my.model"] + more)
        #expect(trained.status == 0, "\(trained.errors)")
        #expect(trained.errors.contains("gold.conll: 80 sentences, 80 names, corpus gold"))
        #expect(trained.errors.contains("epoch 1: loss "))
        #expect(trained.errors.contains("the best so far"))
        #expect(!trained.errors.contains("\r"), "a bar is for terminals")
        let judged = try home.glosse("evaluate", "gold.conll", "--engine", "deep", "--model", "my.model")
        #expect(judged.status == 0)
        #expect(judged.text.contains("100.0"))
        let again = try home.glosse(learning + ["--out", "again.model"] + more)
        #expect(again.status == 0 && !again.errors.contains("loss"))
        #expect(
            FileManager.default.contentsEqual(
                atPath: home.folder.path + "/my.model", andPath: home.folder.path + "/again.model"))
    }

    @Test("one core and two write the same file, and a training goes on from what another wrote")
    func cores() throws {
        for cores in ["1", "2"] {
            let ending = try home.glosse(
                learning + ["--out", "\(cores).model", "--cores", cores, "--float", "--epochs", "1"])
            #expect(ending.status == 0, "\(ending.errors)")
        }
        #expect(
            FileManager.default.contentsEqual(
                atPath: home.folder.path + "/1.model", andPath: home.folder.path + "/2.model"))
        let next = try home.glosse(
            "train", "deep", "--data", "dev.conll@2", "--from", "1.model", "--out", "next.model",
            "--calibration", "1.model", "--epochs", "1")
        #expect(next.status == 0, "\(next.errors)")
    }

    @Test("a treebank is learned beside names, judged, and read from a text and from its own words")
    func treebank() throws {
        // Ada singt. / Der Zug kommt.
        let singing =
            "1\tAda\tAda\tPROPN\t_\t_\t2\tnsubj\t_\t_\n2\tsingt\tsingen\tVERB\t_\t_\t0\troot\t_\t_\n"
        let coming =
            "1\tDer\tder\tDET\t_\t_\t2\tdet\t_\t_\n2\tZug\tZug\tNOUN\t_\t_\t3\tnsubj\t_\t_\n"
            + "3\tkommt\tkommen\tVERB\t_\t_\t0\troot\t_\t_\n"
        try home.write(String(repeating: singing + "\n" + coming + "\n", count: 40), to: "trees.conllu")
        let trained = try home.glosse(
            learning + [
                "--data", "trees.conllu", "--dev", "dev.conll", "trees.conllu", "--epochs", "12", "--out",
                "my.model",
            ])
        #expect(trained.status == 0, "\(trained.errors)")
        #expect(trained.errors.contains("trees.conllu: 80 sentences, 200 words"))
        #expect(trained.errors.contains(", part of speech "))
        let deep = ["--engine", "deep", "--model", "my.model"]
        let scored = try home.glosse(["parse", "--gold", "trees.conllu"] + deep)
        #expect(scored.status == 0, "\(scored.errors)")
        #expect(scored.text.contains("head and relation    100.00"), "\(scored.text)")
        try home.write("Der Zug kommt", to: "a.txt")
        let parsed = try home.glosse(["parse", "a.txt"] + deep)
        let rows = parsed.text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
            $0.split(separator: "\t").map(String.init)
        }
        #expect(
            rows.map { [$0[1], $0[3], $0[6], $0[7]] } == [
                ["Der", "DET", "2", "det"], ["Zug", "NOUN", "3", "nsubj"], ["kommt", "VERB", "0", "root"],
            ])
        // The model of names goes on with trees alone, and keeps its names.
        let going = try home.glosse(
            "train", "deep", "--data", "trees.conllu", "--from", "my.model", "--out", "next.model",
            "--epochs",
            "1")
        #expect(going.status == 0, "\(going.errors)")
        let tagged = try home.glosse(
            "tag", "gold.conll", "--pretokenized", "--engine", "deep", "--model", "next.model", "--alone")
        #expect(tagged.text.contains("B-PER"))
        let namesOnly = try home.glosse("parse", "a.txt", "--engine", "deep", "--model", "base.model")
        #expect(
            namesOnly.status == 1
                && namesOnly.errors.contains("base.model: has a model that knows names only")
        )
        #expect(try home.glosse("parse", "a.txt", "--model", "my.model").status == 2)
        try home.write("1\tAda\n", to: "cut.conllu")
        let cut = try home.glosse(
            "train", "deep", "--data", "cut.conllu", "--from", "base.model", "--out", "x")
        #expect(cut.status == 1 && cut.errors.contains("cut.conllu:1: has 2 fields"), "\(cut.errors)")
    }

    @Test("wrong use ends with 2, a file that cannot be used with 1 and what to do")
    func refusals() throws {
        for arguments in [
            ["--epochs", "0"], ["--minutes", "inf"], ["--data", "gold.conll@inf"], ["--dropout", "1"],
            ["--rate", "0"], ["--batch", "1"], ["--minutes", "0"],
            ["--layers", "0"], ["--dev", "dev.conll", "--calibration", "base.model"],
        ] {
            let ending = try home.glosse(
                ["train", "deep", "--data", "gold.conll", "--from", "base.model", "--out", "x"] + arguments)
            #expect(ending.status == 2, "\(arguments)")
        }
        func refused(_ arguments: String..., saying text: String) throws {
            let ending = try home.glosse(["train", "deep", "--out", "x"] + arguments)
            #expect(ending.status == 1)
            #expect(ending.errors.contains(text), "\(ending.errors)")
        }
        try refused("--data", "gold.conll", "--from", "gold.conll", saying: "gold.conll: is no model")
        try refused("--data", "gold.conll", "--from", "none", saying: "none: does not exist")
        try home.write("Ada kam nach Brandau.\n", to: "plain.txt")
        try refused("--data", "plain.txt", "--from", "base.model", saying: "has no sentences with labels")
        try refused(
            "--data", "gold.conll", "--from", "base.model", "--layers", "2", saying: "the base has 1 layers")
        try refused(
            "--data", "gold.conll", "--from", "base.model", "--follow", "other.conll",
            saying: "follow one of the data")
        try refused(
            "--data", "gold.conll", "--from", "base.model", "--resume", "dev.conll",
            saying: "dev.conll: is no state of a training")
        try refused(
            "--data", "gold.conll", "--from", "base.model", "--resume", "no/such/folder",
            saying: "no/such/folder: cannot be written")
    }
}
