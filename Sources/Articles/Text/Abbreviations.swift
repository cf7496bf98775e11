/// Words that are written with a full stop that ends no sentence, German and English.
///
/// Own collection, after the rules of Duden (K 1 to K 3) and the Chicago Manual of Style (chapter 10).
enum Abbreviations {
    /// No entry is longer, in bytes.
    static let longest = 16

    /// Something always follows: titles, conjunctions.
    private static let binding = words(
        """
        Dr Prof Hr Hrn Fr Frl Dipl Ing Mag Lic Med Phil Jur Rer Nat St Sr Sen Hl hl Pfr Kfm Ltn Lt Obst Gen Maj Hptm
        bzw ca vgl evtl ggf inkl exkl zzgl abzgl sog insb insbes bspw beispielsw resp usf od ehem verh gesch geb gest
        gegr röm kath ev evang jüd islam dt engl frz franz span ital russ österr schweiz amerik brit europ intern
        allg bes betr bez einschl entspr erg gem ges i.d.R jew lt max min mind mtl näml rd rel schriftl sämtl teilw urspr
        vorl vors wiss zit zw zus Abt Aufl Ausg Bez Bl Chr Ev Geb Ges Hrsg Inh Jg Kl Lfg Mitgl Mrz Red Reg Stk Std Univ
        Verf Verl Vors Ver Zt Ztg Wwe Bhf Hbf Pl Mt Ft Sth
        Mr Mrs Ms Messrs Mme Mlle Rev Hon Pres Gov Rep Reps Sens Sgt Cpl Capt Cmdr Col Adm Brig Supt Det Insp Atty
        vs viz cf approx est al esp incl excl Ph e.g i.e
        """)

    /// A sentence may end with them.
    private static let closing = words(
        """
        usw etc Mio Mrd Tsd Mill Bill Mia Str Nachf jr Jr sen jun Co Corp Inc Ltd Bros Cie Ges Gebr Sa So Mo Di Mi Do
        Jan Feb Febr Apr Jun Jul Aug Sep Sept Okt Oct Nov Dez Dec u.a u.ä o.ä a.m p.m v.Chr n.Chr
        Ave Blvd Rd Sq Dept Assn Assoc Natl Esq dgl ff km Min Sek St.Gallen e.V
        """)

    /// Only before a number.
    private static let counting = words(
        "Nr Nrn No Nos nr no Art Abs S Bd Bde Kap Ziff Tel Abb Tab Anm Rn Rz Az Hs Pos Par Sec Fig Vol Chap pp p Ch vol"
    )

    /// Whether a word before a full stop is an abbreviation wherever it stands.
    static func contains(_ word: String) -> Bool { isBinding(word) || closing.contains(word) }

    /// Whether no sentence ends with it.
    static func isBinding(_ word: String) -> Bool {
        binding.contains(word) || binding.contains(word.prefix(1).lowercased() + word.dropFirst())
    }

    /// Whether it is one before a number.
    static func mayPrecedeNumber(_ word: String) -> Bool { counting.contains(word) || contains(word) }

    /// Words that follow a German ordinal, or a Roman one: 2. Halbjahr, II. Weltkrieg.
    static func isCounted(_ word: String) -> Bool { counted.contains(word) }

    private static let counted = words(
        """
        Januar Jänner Februar Feber März April Mai Juni Juli August September Oktober November Dezember
        Jan Feb Febr Mrz Apr Jun Jul Aug Sep Sept Okt Nov Dez Jahrhundert Jahrhunderts Jh Jhd Jhdt Jahrtausend
        Jahrtausends Halbjahr Halbjahres Quartal Quartals Weltkrieg Weltkriegs Weltkrieges Mal Platz Rang Liga
        Bundesliga Klasse Auflage Stock Stockwerk Etage Tag Tages Jahrestag Jahrestages Geburtstag Geburtstages Todestag
        Runde Spieltag Minute Legislaturperiode Wahlperiode Bezirk Bezirks Armee Division Bataillon Kapitel Akt Teil Band
        Saison Staffel Folge Ausgabe Sitzung Kongress Parteitag Lebensjahr Semester Etappe Satz Halbzeit Klassen
        Vatikanische Vatikanischen Vatikanum
        """)

    /// Words that often begin a sentence and, as a capital, hardly do anything else.
    static func beginsSentence(_ word: String) -> Bool { openers.contains(word) }

    private static let openers = words(
        """
        Der Die Das Dem Den Des Ein Eine Einer Einem Einen Er Sie Es Wir Ihr Ich Man Dies Diese Dieser Dieses Diesem
        Diesen In Im Am An Auf Aus Bei Beim Bis Mit Nach Nachdem Von Vom Vor Zu Zum Zur Zwar Und Oder Aber Denn Doch Auch
        Als Wenn Weil Dass Da Daher Damit Dann Dabei Dafür Dagegen Darauf Daraufhin Darum Dazu Dort Durch Erst Für Gegen
        Hier Jedoch Kein Keine Nicht Noch Nun Nur Ob Obwohl Ohne Schon Sein Seine Seit Seitdem So Sogar Sondern Später
        Trotz Trotzdem Über Um Unter Viele Wann Warum Was Wegen Welche Wer Wie Wo Während Zudem Zuvor Zwischen Außerdem
        Allerdings Bereits Heute Gestern Morgen Danach Ebenso Ferner Insgesamt Jetzt Weitere Weiter
        The This That These Those He She It We You They I A An And But Or Nor If When While Although Because Since
        As At By For From On To With Without After Before During There Here His Her Its Our Their My Your What Who Why
        How Where Which Not No Yes However Also Some Many Most Such Then Thus Now Today Yesterday Both Each Even
        """)

    private static func words(_ list: String) -> Set<String> {
        Set(list.split { $0 == " " || $0 == "\n" }.map(String.init))
    }
}
