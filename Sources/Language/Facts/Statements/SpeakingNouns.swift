/// Nouns for people, bodies and papers that can say something, by the ends of their lemmas.
enum SpeakingNouns {
    static func contains(_ lemma: String) -> Bool { ends(lemma, in: speaking) }

    /// Whether it is what somebody says, and says nothing itself: `Äußerungen`, `Vorwurf`.
    static func isUtterance(_ lemma: String) -> Bool { ends(lemma, in: utterances) }

    /// Whether a clause for what is said may stand behind it: `die Ansicht, dass …`.
    static func takesClause(_ lemma: String) -> Bool {
        ends(lemma, in: claims) && !lemma.hasSuffix("anforderung") && !lemma.hasSuffix("herausforderung")
    }

    private static func ends(_ lemma: String, in table: [Character: [String]]) -> Bool {
        guard let last = lemma.last, let ends = table[last] else { return false }
        return ends.contains { lemma.hasSuffix($0) }
    }

    private static func table(_ list: String) -> [Character: [String]] {
        Dictionary(grouping: list.split(whereSeparator: \.isWhitespace).map(String.init)) { $0.last ?? " " }
    }

    private static let speaking = table(
        """
        vorsitzende vorsitzender beauftragte beauftragter institution zeuge zeugen quelle quellen jugendliche
        schützer kräfte kraft helfer besucher fahrer wähler befürworter unterstützer händler züchter gründer inhaber besitzer
        eigentümer anleger investor aktionär reporter korrespondent kommentator nutzer teilnehmer brauer betroffene prozent
        komitee werk portal redaktion präsidium anwaltschaft mission büro dienst bank kreise nachrichten website internetseite
        nachrichtenseite nachrichtensite homepage zentrum bundeswehr abgeordneten einsatzleiter soldat soldaten flüchtling häftling passagier anklage verteidigung
        sprecher sprecherin minister ministerin präsident präsidentin chef chefin leiter leiterin experte expertin
        experten kritiker beobachter vertreter vertreterin anhänger gegner politiker politikerin forscher forscherin
        wissenschaftler arzt ärztin anwalt anwältin richter richterin zeuge zeugin bewohner einwohner anwohner bürger
        demonstrant demonstranten nachbar eltern mutter vater sohn tochter frau mann opfer täter angeklagt angeklagte
        verteidiger beamter beamte polizist journalist journalistin autor autorin mitglied abgeordnete abgeordneter fan
        fans hersteller betreiber anbieter veranstalter unternehmer unternehmen konzern firma partei fraktion regierung
        opposition koalition ministerium behörde polizei feuerwehr staatsanwaltschaft gericht kammer verband verein
        gewerkschaft organisation gruppe bündnis kommission ausschuss rat vorstand leitung führung direktion zeitung
        magazin sender agentur presse medium medien blatt bericht studie umfrage umfragen gutachten institut universität
        kirche bischof papst union armee militär zentrale verwaltung direktor direktorin trainer spieler manager analyst
        analystin händler kunde nutzer börse botschaft amt senat parlament bundestag bundesrat kabinett kongress
        gesellschaft stiftung initiative bewegung vereinigung liga klub club team mannschaft junge mädchen kind schüler
        student studentin lehrer lehrerin professor professorin leute menschen sachverständige ermittler verdächtige
        historiker ökonom volkswirt bauer arbeiter arbeitgeber arbeitnehmer betriebsrat aufsichtsrat könig königin
        aktivist aktivistin meteorologe initiator berater astronom geologe biologe mediziner anbieter kampagne
        spokesman spokeswoman official officials government police party company minister president report study
        group agency critics experts analysts lawyer court council ministry department union
        """)

    private static let utterances = table(
        """
        äußerung aussage wort worte forderung vorwurf kritik behauptung ankündigung erklärung bemerkung rede vorschlag
        tat entscheidung angebot urteil plan verhalten äußerungen aussagen worten forderungen vorwürfe behauptungen
        ankündigungen erklärungen bemerkungen reden vorschläge taten entscheidungen angebote urteile pläne
        """)

    private static let claims = table(
        """
        aussage meinung auffassung ansicht vorwurf behauptung ankündigung forderung aufforderung aufruf these theorie
        vermutung befürchtung hoffnung äußerung frage überzeugung gerücht feststellung drohung warnung einschätzung
        argument begründung zusage bitte empfehlung schluss ergebnis hinweis mitteilung versprechen vorschlag appell
        hypothese mahnung schlussfolgerung spekulation aufrufe vorwürfe verdacht wunsch zusicherung
        anschuldigung standpunkt klage gerüchte befürchtungen vorwürfen
        """)
}
