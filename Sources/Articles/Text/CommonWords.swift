/// Words beside a full stop that tell what it means.
enum CommonWords {
    /// No word here is longer, in bytes.
    static let longest = 20

    /// Whether the word follows a German ordinal or a Roman one: 2. Halbjahr, II. Weltkrieg.
    static func isCounted(_ word: String) -> Bool { counted.contains(word) }

    /// Whether the word, with its capital, hardly stands anywhere but at the start of a sentence.
    static func beginsSentence(_ word: String) -> Bool { openers.contains(word) }

    /// Whether an ordinal may follow the word: "der 3.", "am 17."
    static func precedesOrdinal(_ word: String) -> Bool { articles.contains(word) }

    private static let counted = words(
        """
        Januar Jänner Februar Feber März April Mai Juni Juli August September Oktober November Dezember Jan
        Feb Febr Mrz Apr Jun Jul Aug Sep Sept Okt Nov Dez Jahrhundert Jahrhunderts Jh Jhd Jhdt Jahrtausend
        Jahrtausends Halbjahr Halbjahres Quartal Quartals Weltkrieg Weltkriegs Weltkrieges Mal Platz Rang
        Liga Bundesliga Klasse Auflage Stock Stockwerk Etage Tag Tages Jahrestag Jahrestages Geburtstag
        Geburtstages Todestag Runde Spieltag Minute Legislaturperiode Wahlperiode Bezirk Bezirks Armee
        Division Bataillon Kapitel Akt Teil Band Saison Staffel Folge Ausgabe Sitzung Kongress Parteitag
        Lebensjahr Semester Etappe Satz Halbzeit Klassen Vatikanische Vatikanischen Vatikanum
        """)

    private static let openers = words(
        """
        Der Die Das Dem Den Des Ein Eine Einer Einem Einen Er Sie Es Wir Ihr Ich Man Dies Diese Dieser
        Dieses Diesem Diesen In Im Am An Auf Aus Bei Beim Bis Mit Nach Nachdem Von Vom Vor Zu Zum Zur Zwar
        Und Oder Aber Denn Doch Auch Als Wenn Weil Dass Da Daher Damit Dann Dabei Dafür Dagegen Darauf
        Daraufhin Darum Dazu Dort Durch Erst Für Gegen Hier Jedoch Kein Keine Nicht Noch Nun Nur Ob Obwohl
        Ohne Schon Sein Seine Seit Seitdem So Sogar Sondern Später Trotz Trotzdem Über Um Unter Viele Wann
        Warum Was Wegen Welche Wer Wie Wo Während Zudem Zuvor Zwischen Außerdem Allerdings Bereits Heute
        Gestern Morgen Danach Ebenso Ferner Insgesamt Jetzt Weitere Weiter The This That These Those He She
        It We You They I A An And But Or Nor If When While Although Because Since As At By For From On To
        With Without After Before During There Here His Her Its Our Their My Your What Who Why How Where
        Which Not No Yes However Also Some Many Most Such Then Thus Now Today Yesterday Both Each Even
        """)

    private static let articles = words(
        """
        am vom zum zur im beim der die das dem den des ihr ihre sein seine jeder jedes jeden
        Am Vom Zum Im Beim Der Die Das Dem Den Des
        """)

    private static func words(_ list: String) -> Set<String> {
        Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
