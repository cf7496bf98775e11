/// Learns lemmas from a treebank: the words that the lexicon does not know or tells wrong, and the ends of words.
struct LemmaTraining {
    let lexicon: FormLexicon?

    func write(_ sentences: [[TreebankWord]], to writer: inout ModelWriter) {
        let lemmatizer = Lemmatizer(lexicon: lexicon, learned: nil)
        var seen: [Word: [[UInt8]: Int]] = [:]
        var atomsOf: [Word: (form: [UInt8], atoms: WordAtoms)] = [:]
        for sentence in sentences {
            let atoms = SentenceAtoms(sentence, lexicon: lexicon)
            atoms.withWords { words in
                for (index, item) in sentence.enumerated() where item.lemma != "_" {
                    let form = Array(item.form.utf8)
                    let base = form.withUnsafeBufferPointer { lemmatizer.base($0, item.partOfSpeech) }
                    let word = Word(base: base, part: item.partOfSpeech)
                    seen[word, default: [:]][Array(item.lemma.utf8), default: 0] += 1
                    if atomsOf[word] == nil { atomsOf[word] = (form, words[index]) }
                }
            }
        }
        var entries: [(key: UInt64, edit: LemmaTable.Edit)] = []
        var ends: [End: [LemmaTable.Edit: Int]] = [:]
        for (word, lemmas) in seen {
            guard let (lemma, count) = lemmas.max(by: Self.isRarer), let (form, atoms) = atomsOf[word] else {
                continue
            }
            let edit = LemmaTable.Edit(from: word.base, to: lemma)
            let known = form.withUnsafeBufferPointer { lemmatizer.lexical($0, atoms, word.part) }
            if known != lemma, lexicon == nil || count > 1 || known == nil {
                entries.append((LemmaTable.key(word.base, word.part, isEnd: 0), edit))
            }
            guard edit.drop < word.base.count else { continue }
            for length in 1...LemmaTable.longestEnd where length < word.base.count {
                ends[End(bytes: Array(word.base.suffix(length)), part: word.part), default: [:]][
                    edit, default: 0] += 1
            }
        }
        writerEntries(ends, into: &entries)
        LemmaTable.write(entries, to: &writer)
    }

    private struct Word: Hashable {
        let base: [UInt8]
        let part: PartOfSpeech
    }

    private struct End: Hashable {
        let bytes: [UInt8]
        let part: PartOfSpeech
    }

    /// Keeps the ends that most of at least three words agree about, where a shorter end says another.
    private func writerEntries(
        _ ends: [End: [LemmaTable.Edit: Int]], into entries: inout [(key: UInt64, edit: LemmaTable.Edit)]
    ) {
        var chosen: [End: LemmaTable.Edit] = [:]
        for length in 1...LemmaTable.longestEnd {
            for (end, edits) in ends where end.bytes.count == length {
                let total = edits.values.reduce(0, +)
                let best = edits.max { $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key }
                guard let (edit, count) = best, total >= 3, count * 2 > total else { continue }
                let shorter = (1..<length).reversed().lazy.compactMap {
                    chosen[End(bytes: Array(end.bytes.suffix($0)), part: end.part)]
                }.first
                if shorter != edit { chosen[end] = edit }
            }
        }
        for (end, edit) in chosen { entries.append((LemmaTable.key(end.bytes, end.part, isEnd: 1), edit)) }
    }

    /// Of two lemmas the rarer one; the same one each time when both are as frequent.
    private static func isRarer(
        _ left: (key: [UInt8], value: Int), _ right: (key: [UInt8], value: Int)
    ) -> Bool {
        left.value != right.value ? left.value < right.value : right.key.lexicographicallyPrecedes(left.key)
    }
}
