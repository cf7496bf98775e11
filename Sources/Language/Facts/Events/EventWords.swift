/// The words that tell of an event, with its type: a line a type, nouns and verbs by lemma, `*` before an ending.
struct EventWords: Sendable {
    /// What a word tells of, and how it says who does it.
    struct Entry: Sendable {
        enum Sort: String, Sendable {
            case noun, verb
            /// An adjective that says what somebody is: `insolvent`.
            case state
            /// A noun that tells of it with a verb such as `streichen`.
            case object
        }

        let type: String
        let sort: Sort
    }

    private let words: [String: Entry]
    /// By their last byte, the longest first.
    private let endings: [UInt8: [(ending: [UInt8], entry: Entry)]]
    private let exceptions: Set<String>

    /// What a word tells of, by its lemma with a separable prefix.
    func entry(_ lemma: String, _ part: PartOfSpeech) -> Entry? {
        if let entry = words[lemma] { return entry.sort.fits(part) ? entry : nil }
        guard part == .noun || part == .properNoun, lemma.utf8.count > 6, !exceptions.contains(lemma)
        else { return nil }
        var lemma = lemma
        return lemma.withUTF8 { bytes in
            guard let last = bytes.last, let endings = endings[last] else { return nil }
            return endings.first {
                bytes.count > $0.ending.count && bytes.suffix($0.ending.count).elementsEqual($0.ending)
            }?
            .entry
        }
    }

    private init(_ table: String, exceptions: String) {
        var words: [String: Entry] = [:]
        var endings: [(String, Entry)] = []
        for line in table.split(separator: "\n") {
            let sides = line.split(separator: ":")
            guard sides.count == 2 else { continue }
            let head = sides[0].split(separator: " ").map(String.init)
            guard head.count == 2, let sort = Entry.Sort(rawValue: head[1]) else { continue }
            let entry = Entry(type: head[0], sort: sort)
            for word in sides[1].split(separator: " ") {
                if word.hasPrefix("*") {
                    endings.append((String(word.dropFirst()), entry))
                    words[String(word.dropFirst())] = entry
                } else {
                    words[String(word)] = entry
                }
            }
        }
        self.words = words
        // The longest ending decides: `Stellenabbau` before `Abbau`.
        self.endings = Dictionary(
            grouping: endings.map { (ending: Array($0.0.utf8), entry: $0.1) }, by: { $0.ending.last ?? 0 }
        ).mapValues { same in same.sorted { $0.ending.count > $1.ending.count } }
        self.exceptions = Set(exceptions.split(whereSeparator: \.isWhitespace).map(String.init))
    }

    static func table(_ tongue: Tongue) -> EventWords? {
        switch tongue {
        case .german: german
        case .english: english
        case .other: nil
        }
    }

    private static let german = EventWords(
        """
        meeting noun: *treffen *gipfel *tagung *konferenz *kongress *sondersitzung *ministertagung *parteitag *krisensitzung *gipfeltreffen *versammlung
        election noun: *wahl *wahlen *wahlgang *referendum *volksabstimmung *stichwahl *urnengang *volksentscheid
        attack noun: *anschlag *attentat *überfall *angriff *amoklauf *schießerei *messerattacke *luftangriff *bombenanschlag *geiselnahme
        attack verb: überfallen bombardieren
        accident noun: *unfall *unglück *kollision *zusammenstoß *absturz *unfallstelle *karambolage *havarie *entgleisung
        accident verb: entgleisen abstürzen verunglücken zusammenstoßen kollidieren auffahren
        strike noun: *streik *streiks *warnstreik *arbeitsniederlegung *ausstand *streiktag
        strike verb: streiken bestreiken
        acquisition noun: *übernahme *akquisition *zukauf
        acquisition verb: übernehmen erwerben aufkaufen kaufen zukaufen schlucken verkaufen einverleiben schnappen
        insolvency noun: *insolvenz *insolvenzantrag *insolvenzverfahren *konkurs *konkursverfahren *pleite *konkursantrag *sanierungsverfahren
        insolvency verb: pleitegehen
        insolvency state: insolvent zahlungsunfähig pleite bankrott i.i.
        layoffs verb: entlassen
        layoffs object: stelle stellen arbeitsplatz arbeitsplätze job jobs mitarbeiter
        layoffs noun: *stellenabbau *entlassung *entlassungen *stellenstreichung *stellenstreichungen *massenentlassung *jobabbau *personalabbau *arbeitsplatzabbau
        merger noun: *fusion *zusammenschluss *zusammenschluß *verschmelzung *merger
        merger verb: fusionieren verschmelzen
        disaster noun: *erdbeben *überschwemmung *überschwemmungen *hochwasser *hurrikan *taifun *tsunami *waldbrand *waldbrände *erdrutsch *lawine *tornado *vulkanausbruch *wirbelsturm *dürre *zyklon *sturmflut *unwetter *orkan *seebeben *beben *großbrand *flutkatastrophe *naturkatastrophe
        launch noun: *markteinführung *produktstart *raketenstart *satellitenstart *premiere *uraufführung
        founding noun: *gründung *neugründung *einweihung *eröffnung
        founding verb: gründen mitgründen
        protest noun: *demonstration *kundgebung *protestmarsch *protestaktion *mahnwache *blockade *sitzblockade
        protest verb: demonstrieren
        arrest noun: *festnahme *verhaftung *razzia
        arrest verb: festnehmen verhaften inhaftieren
        verdict noun: *urteil *freispruch *verurteilung
        verdict verb: freisprechen
        resignation noun: *rücktritt *amtsverzicht
        resignation verb: zurücktreten
        death verb: sterben versterben
        explosion noun: *explosion *gasexplosion *detonation
        ceasefire noun: *waffenruhe *waffenstillstand *feuerpause
        sanctions noun: *sanktionen
        """,
        exceptions: """
            auswahl anzahl zahl zahlen vielzahl mehrzahl kennzahl unzahl einzahl überzahl rückzahl gegengründung begründung
            halbwahl heimpleite auswärtspleite torausstand einsturz telefonkonferenz pressekonferenz videokonferenz vorurteil fazit zufall überfall vorfall rückfall
            ergründung erschütterung wahlen vorwahl postleitzahl quotenwahl wortwahl partnerwahl berufswahl
            """)

    private static let english = EventWords(
        """
        meeting noun: meeting summit conference talks
        election noun: election referendum runoff by-election
        attack noun: attack bombing shooting airstrike raid ambush assassination
        accident noun: accident crash collision derailment
        accident verb: crash derail collide
        strike noun: strike walkout
        acquisition noun: acquisition takeover buyout
        acquisition verb: acquire buy
        insolvency noun: insolvency bankruptcy
        layoffs noun: layoff layoffs redundancies
        merger noun: merger
        merger verb: merge
        disaster noun: earthquake flood hurricane typhoon tsunami wildfire landslide tornado drought cyclone
        launch verb: launch
        founding verb: found establish
        protest noun: protest demonstration rally
        arrest noun: arrest
        arrest verb: arrest detain
        verdict verb: convict acquit
        resignation noun: resignation
        resignation verb: resign
        explosion noun: explosion blast
        ceasefire noun: ceasefire truce
        """, exceptions: "")
}

extension EventWords.Entry.Sort {
    /// Whether a word of this part of speech can tell of it.
    func fits(_ part: PartOfSpeech) -> Bool {
        switch self {
        case .noun, .object: part == .noun || part == .properNoun
        case .verb: part == .verb
        case .state:
            part == .adjective || part == .adverb || part == .noun || part == .properNoun
                || part == .other
        }
    }
}
