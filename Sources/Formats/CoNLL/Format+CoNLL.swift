import Articles

/// CoNLL-2002 and CoNLL-2003: a token a line with its tag, an empty line between sentences.
///
/// A mention keeps its exact boundaries: a token is cut where a mention begins or ends in it, and no sentence ends within
/// a mention. Of mentions that share text the longest is kept. Every scheme of tags is read; IOB2 is written, which today's
/// readers expect, unless the options name another. Sources: Tjong Kim Sang, "Introduction to the CoNLL-2002 Shared
/// Task", 2002; Tjong Kim Sang and De Meulder, "Introduction to the CoNLL-2003 Shared Task", 2003.
extension Format {
    static let conll2002 = columns("conll2002", "CoNLL-2002, word and tag", .two, 2...3)
    static let conll2003 = columns("conll2003", "CoNLL-2003, IOB2", .four, 4...4)

    private static func columns(
        _ name: String, _ title: String, _ layout: CoNLLWriter.Layout, _ counts: ClosedRange<Int>
    ) -> Format {
        Format(
            name: name, title: title, extensions: ["conll", "iob2", "iob", "bio"],
            carries: [.mentions, .returns, .controls], adapt: CoNLLName.adapted,
            read: Reader(
                framing: .sections(.prefix("-DOCSTART-")),
                recognises: { CoNLLReader.isLikely($0, columnCounts: counts) },
                { input throws(FormatError) in try CoNLLReader.read(input, .firstAndLast) }),
            write: Writer(.anyNumber()) { document, options, output in
                let mentions = Array(document.annotations.mentions)
                CoNLLWriter.write(
                    document.article, mentions, layout, options.scheme, to: &output.bytes)
            })
    }

    /// GermEval 2014: outer and inner mentions in two columns, and where the sentence is from.
    ///
    /// `MISC` is called `OTH` there, and the attribute `form` is part of the label: `LOCderiv`, `ORGpart`. Labels beyond
    /// the twelve of the task are written as they are. Source: Benikova, Biemann and Reznicek, "NoSta-D Named Entity
    /// Annotation for German", 2014.
    static let germEval = Format(
        name: "germeval", title: "GermEval 2014, outer and inner names", extensions: ["tsv", "germeval"],
        carries: [.mentions, .returns, .controls], levels: 2, adapt: GermEvalLabel.adapted,
        read: Reader(
            framing: .sections(.change("#")),
            recognises: CoNLLReader.isGermEval,
            { input throws(FormatError) in try CoNLLReader.read(input, .germEval) }),
        write: Writer(.anyNumber()) { document, options, output in
            let mentions = document.annotations.mentions.map(GermEvalLabel.written)
            CoNLLWriter.write(
                document.article, mentions, .germEval, options.scheme, to: &output.bytes)
        })
}

/// Labels as a column can hold them.
enum CoNLLName {
    static func clean(_ name: String) -> String {
        if name.isVisibleASCII, !name.isEmpty { return name }
        return name.isEmpty ? "_" : name.mapScalars { $0.isSeparator ? "_" : $0 }
    }

    @Sendable static func adapted(_ document: Document) -> Document {
        document.respelled { $0.relabel(clean) }
    }
}

extension Document {
    /// The document with other names, or itself when none changes.
    func respelled(
        relations respell: ((String) -> String)? = nil, _ body: (inout Mention) -> Void
    ) -> Document {
        var changed: [Annotation] = []
        annotations.mentions.forEach { mention in
            var copy = mention
            body(&copy)
            if copy != mention { changed.append(.mention(copy)) }
        }
        if let respell {
            for relation in annotations.relations where respell(relation.kind) != relation.kind {
                var copy = relation
                copy.kind = respell(relation.kind)
                changed.append(.relation(copy))
            }
        }
        guard !changed.isEmpty else { return self }
        var annotations = annotations
        for annotation in changed { annotations.set(annotation) }
        return Document(article: article, annotations: annotations)
    }
}
