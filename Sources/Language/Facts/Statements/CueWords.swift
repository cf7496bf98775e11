/// The words that tell that somebody says something, by what they go with.
enum CueWords {
    /// Verbs of saying and thinking with a clause or a quotation behind them, by lemma; a separable prefix stands before.
    static let saying = words(
        """
        sagen erklären betonen meinen mitteilen angeben bekanntgeben ankündigen fordern warnen hinzufügen
        ergänzen antworten berichten schreiben twittern behaupten bestätigen versichern versprechen kommentieren äußern
        zitieren rufen urteilen verkünden begründen fragen heißen einräumen feststellen hinweisen verweisen vorwerfen
        aussagen bekräftigen unterstreichen klarstellen konstatieren entgegnen erwidern mahnen beklagen bemängeln kritisieren
        loben glauben hoffen befürchten fürchten vermuten schätzen erwarten bezweifeln bestreiten dementieren
        beteuern beschuldigen anklagen drohen zusichern zusagen ausführen erläutern erzählen schildern resümieren
        hervorgehen ergeben bekanntwerden besagen verlautbaren anweisen prognostizieren vorschlagen empfehlen auffordern aufrufen
        appellieren verlangen raten bitten
        ausrufen melden vermelden verlauten argumentieren sprechen spekulieren skandieren entscheiden beschließen
        veröffentlichen dokumentieren bewerten beschreiben charakterisieren bezeichnen nennen
        werten würdigen rechtfertigen beschwören zurückweisen widersprechen hervorheben darlegen
        herausstellen plädieren anmahnen anprangern gestehen zugeben leugnen unterstellen
        vertreten anmerken einwenden annehmen abstreiten mutmaßen schlussfolgern bekennen offenbaren verraten klagen
        wiederholen beurteilen entgegenhalten einschätzen zusammenfassen rügen fortfahren andeuten verdeutlichen
        ermahnen anordnen bedauern bejahen verneinen signalisieren
        interpretieren monieren schwören prophezeien postulieren voraussagen ermitteln
        bekunden beanstanden anfügen anregen aufzeigen befürworten beipflichten beschweren
        besprechen bilanzieren einwerfen erinnern erkundigen erwähnen formulieren garantieren geloben herausfinden
        informieren insistieren jubeln kontern lamentieren nachlegen notieren pochen präzisieren predigen prahlen
        protestieren referieren relativieren scherzen schimpfen schwärmen spotten sinnieren tadeln vorbringen vorhersagen
        feiern preisen geißeln brandmarken abtun verspotten rühmen wettern witzeln wünschen zurufen zustimmen anbieten freuen ärgern
        say tell add ask write reply announce state claim warn declare explain note argue insist tweet confirm report
        believe think suggest predict promise deny admit estimate expect hope fear call stress emphasise emphasize
        """)

    /// Verbs that report what somebody says even where no clause follows: `forderte ein Ende der Gewalt`.
    static let reporting = words(
        """
        fordern warnen kritisieren begründen ablehnen befürchten ankündigen bestreiten dementieren
        zurückweisen verlangen beklagen bemängeln vorwerfen bezeichnen aussprechen bestätigen plädieren anprangern
        vermuten einstufen zuschreiben zurückführen rechtfertigen appellieren begrüßen verurteilen
        beschuldigen befürworten prognostizieren loben rügen monieren beurteilen voraussagen verwerfen bekanntgeben
        würdigen abstreiten empfehlen bezweifeln nennen criticise criticize demand reject condemn welcome praise oppose deny
        """)

    /// Verbs that report what somebody says with a preposition: `spricht von einer Krise`.
    static let reportingWith: [String: Set<String>] = [
        "sprechen": ["von"], "berichten": ["von", "über"], "halten": ["für", "nichts", "wenig", "viel"],
        "hoffen": ["auf"], "beziffern": ["auf", "mit"], "schätzen": ["auf"], "rechnen": ["mit", "damit"],
        "zweifeln": ["an", "daran"], "sehen": ["als"],
        "zeigen": [
            "optimistisch", "besorgt", "erfreut", "überzeugt", "enttäuscht", "zufrieden", "zuversichtlich",
            "empört", "überrascht", "entsetzt", "betroffen", "verärgert", "erleichtert", "skeptisch",
            "bestürzt",
            "erschüttert", "offen", "gelassen",
        ],
        "werten": ["als"], "einschätzen": ["als"], "betrachten": ["als"], "empfinden": ["als"],
        "klagen": ["über"],
        "raten": ["zu", "zur", "zum"], "anführen": ["als"], "angeben": ["als"], "beschreiben": ["als"],
        "ausgehen": ["von"], "hinweisen": ["auf"], "verweisen": ["auf"], "machen": ["verantwortlich"],
        "auffordern": ["zu", "zur", "zum"],
        "aufrufen": ["zu", "zur", "zum"],
    ]

    /// Verbs that name something with a single quoted word: `nannte das Urteil „falsch“`.
    static let calling = words(
        """
        nennen bezeichnen werten kritisieren zurückweisen beschreiben charakterisieren skandieren sprechen warnen
        feiern preisen geißeln brandmarken abtun verspotten rühmen würdigen loben ansehen einschätzen verteidigen
        vorwerfen beurteilen verurteilen einstufen sehen titulieren beschimpfen call describe
        """
    )

    /// Verbs behind which a clause without a mark is what is said: `sagte, es gibt keinen Grund`.
    static let telling = words(
        """
        sagen erklären betonen meinen mitteilen angeben hinzufügen berichten schreiben behaupten bestätigen versichern
        äußern kommentieren feststellen aussagen bekräftigen glauben vermuten beteuern erläutern ergänzen antworten
        ankündigen begründen entgegnen erwidern melden einräumen heißen warnen fordern bekanntwerden besagen
        bekunden anfügen bilanzieren erwähnen konstatieren kontern präzisieren referieren verkünden
        unterstreichen klarstellen mutmaßen resümieren
        say tell add write reply announce state claim warn declare explain note argue insist confirm report believe think
        """)

    /// Verbs of saying only where somebody with a name is the subject.
    static let deciding = words("entscheiden beschließen veröffentlichen dokumentieren ergeben vertreten")

    /// Verbs of what comes about or is done, behind which a clause with `dass` is nothing that is said.
    static let causing = words(
        """
        sorgen führen verhindern erreichen beitragen bewirken schaffen vermeiden sicherstellen bedeuten liegen dienen
        machen kommen stehen sein haben werden können geben gehen lassen tun passen folgen gewährleisten hindern nutzen
        verursachen ausreichen reichen ausnutzen stören dazugehören gehören leiden beginnen enden warten achten
        charakterisieren aufpassen gelingen schützen helfen durchsetzen dürfen müssen sollen wollen wissen bemerken merken
        erkennen spüren verlassen rennen einsetzen anwenden bestehen
        """)

    /// Verbs with which nothing is said where somebody does not do it: `gab keine Namen bekannt`.
    static let confirming = words("bestätigen bekanntgeben ankündigen begründen zugeben mitteilen nennen")

    /// Verbs with an infinitive for what is said: `forderte ihn auf, zu gehen`.
    static let asking = words(
        """
        versprechen fordern auffordern drohen ankündigen behaupten beschuldigen bitten zusichern zusagen vorwerfen hoffen
        beteuern verlangen raten empfehlen vorschlagen plädieren appellieren aufrufen warnen mahnen anordnen beschließen
        erwarten fürchten befürchten versichern schwören leugnen bestreiten glauben zugeben gestehen einräumen erklären
        anweisen nachsagen anbieten geloben garantieren wünschen entscheiden befürworten
        promise demand ask threaten urge refuse agree vow pledge
        """)

    /// Verbs whose object is whom it is said to.
    static let addressing = words(
        """
        auffordern bitten warnen fragen sagen mitteilen raten empfehlen anweisen ermahnen drohen erzählen versichern
        versprechen zusagen tell ask warn urge remind
        """)

    /// Nouns behind `nach` and `gemäß` that tell where something is known from.
    static let sources = words(
        """
        angabe angaben auskunft ansicht meinung auffassung einschätzung aussage aussagen bericht berichten information
        informationen darstellung worten wort erkenntnis erkenntnissen überzeugung schätzung schätzungen mitteilung
        meldung meldungen medienbericht medienberichten polizeiangaben presseberichten zeitungsberichten
        medienberichte überlieferung ermittlungen untersuchungen studie statistik umfrage prognose vermutung
        beobachtung berechnungen berechnung recherchen bekunden quellen einschätzungen expertenmeinung
        agenturberichten agenturangaben augenzeugenberichten analyse gerücht gerüchte gerüchten endergebnis ergebnis ergebnissen
        medien planung planungen veröffentlichung idee ankündigung dokument gesetzentwurf gesetzesentwurf erkenntnisstand
        vorschlag vorhersage wunsch stellungnahme quellenlage presseerklärung pressemitteilung plänen vernehmen gutachten hochrechnung hochrechnungen anklageschrift auswertung statistiken
        lesart zeugenaussagen annahmen
        """)

    static let sourceEndings = [
        "angaben", "bericht", "berichten", "meldung", "meldungen", "aussagen", "informationen", "ansicht",
        "meinung",
        "quellen", "einschätzung", "schätzungen", "erkenntnissen", "kreisen", "analyse", "erklärung",
        "mitteilung",
        "studie", "umfrage", "gutachten", "prognose", "dokument",
    ]

    /// Papers in which something is said, by the ends of their names: `in einer Pressemitteilung gefordert`.
    static let paperEndings = [
        "mitteilung", "bericht", "erklärung", "schreiben", "anweisung", "resolution", "papier", "brief",
        "artikel", "studie",
        "gutachten", "entwurf", "rede", "stellungnahme", "meldung", "aufruf", "antrag", "dokument",
        "kommentar",
        "interview", "statement", "report",
    ]

    /// Small words that begin what is said.
    static let openers: Set<String> = [
        "dass", "daß", "ob", "wie", "wer", "was", "warum", "wann", "wo", "weshalb",
        "inwieweit", "that", "whether", "why",
    ]

    /// Small words that begin a clause which is not what is said.
    static let others: Set<String> = [
        "weil", "da", "wenn", "als", "nachdem", "um", "obwohl", "bevor", "während", "damit", "indem",
        "sondern",
        "sodass", "falls", "bis", "ohne", "because", "when", "if", "after", "before", "who", "which",
        "while",
    ]

    static let particles: Set<String> = [
        "mit", "an", "bekannt", "hinzu", "ein", "fest", "hin", "vor", "aus", "zurück", "hervor", "dar",
        "heraus",
        "zu", "auf", "klar", "fort", "ab", "voraus", "nach",
    ]

    private static func words(_ list: String) -> Set<String> {
        Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
