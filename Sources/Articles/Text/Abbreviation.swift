/// A word that is written with a full stop that ends no sentence, German or English.
///
/// Own collection, after the rules of Duden (K 1 to K 3) and the Chicago Manual of Style (chapter 10).
enum Abbreviation {
    /// Something always follows: `Dr.`, `bzw.`
    case binding
    /// A sentence may end with it: `usw.`, `Inc.`, and what is a word as well.
    case closing
    /// One only before a number: `Nr. 5`
    case counting

    /// No abbreviation is longer, in bytes.
    static let longest = 8

    /// What a word before a full stop is; words of a few letters also with a capital at the start of a sentence.
    static func of(_ word: String) -> Abbreviation? {
        guard word.utf8.count <= longest else { return nil }
        if let known = table[word] { return known }
        guard let first = word.utf8.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) else {
            return nil
        }
        let small = table[word.prefix(1).lowercased() + word.dropFirst()]
        return small == .binding ? small : nil
    }

    private static let table: [String: Abbreviation] = {
        var table: [String: Abbreviation] = [:]
        for (words, kind) in [(bindingWords, binding), (closingWords, closing), (countingWords, counting)] {
            for word in words.split(whereSeparator: \.isWhitespace) { table[String(word)] = kind }
        }
        return table
    }()

    private static let bindingWords = """
        Dr Prof Hr Hrn Fr Frl Dipl Hl hl Pfr Kfm Ltn Lt Maj Hptm bzw ca vgl evtl ggf inkl exkl zzgl abzgl
        sog insb insbes bspw resp usf ehem verh gesch gest gegr röm kath ev evang jüd engl frz franz
        russ österr amerik brit europ intern allg betr bez einschl entspr jew mtl näml rd
        schriftl sämtl teilw urspr vorl vors zit zw zus Aufl Ausg Hrsg Lfg Mitgl Mrz Stk Std Verf Vors Zt
        Ztg Wwe Sth Mr Mrs Ms Messrs Mme Mlle Rev Hon Reps Sens Sgt Cpl Capt Cmdr Brig Supt Det Atty vs viz
        cf approx esp incl excl Ph Sr Sen St phil med jur nat rer z.B d.h i.e e.g ges geb gem
        """

    private static let closingWords = """
        usw etc Mio Mrd Tsd Mia Str Nachf jr Jr sen jun Co Corp Inc Ltd Bros Cie Gebr Sa So Mo Di Mi Do Jan
        Feb Febr Apr Jun Jul Aug Sep Sept Okt Oct Nov Dez Dec Ave Blvd Rd Sq Dept Assn Assoc Natl Esq dgl
        ff km Min Ges Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Gen Red Col Rep Adm Insp Univ Reg Kl Bl
        Bez Abt Jg Pres Gov Chr Mt Ft Pl Bhf Hbf Ing lt max min mind ital dt Inh erg Mag al
        """

    private static let countingWords = """
        Nr Nrn No Nos nr no Art Abs S Bd Bde Kap Ziff Tel Abb Tab Anm Rn Rz Az Hs Pos Par Sec Fig Vol Chap
        pp p Ch vol ext Ext Sek Tz
        """
}
