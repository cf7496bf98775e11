extension EventWords {
    static let german = EventWords(
        """
        meeting noun: *treffen *gipfel *tagung *konferenz *kongress *sondersitzung *ministertagung *parteitag *krisensitzung *gipfeltreffen *versammlung
        meeting noun: *verhandlungen *gespräche *gesprächen *spitzengespräch *krisentreffen *koalitionsgespräch
        meeting noun: *staatsbesuch *gipfelkonferenz *friedensgespräche *jahrestreffen
        meeting verb: zusammenkommen zusammentreffen tagen
        election noun: *wahl *wahlen *wahlgang *referendum *volksabstimmung *stichwahl *urnengang *volksentscheid
        election verb: wählen wiederwählen abwählen
        attack noun: *anschlag *attentat *überfall *angriff *amoklauf *schießerei *messerattacke *luftangriff *bombenanschlag *geiselnahme
        attack noun: *explosionsanschlag *selbstmordanschlag *raketenangriff *angriffe *anschläge *anschlägen *angriffen
        attack noun: *massaker *blutbad *messerstecherei *luftschlag *beschuss *bombardierung *bombardement *entführung *attacke *überfälle
        attack verb: überfallen bombardieren beschießen entführen attackieren angreifen niederstechen anschießen zusammenschlagen
        attack verb: verprügeln vergewaltigen ausrauben
        attack participle: abgeworfen
        accident noun: *unfall *unglück *kollision *zusammenstoß *absturz *unfallstelle *karambolage *havarie *entgleisung
        accident noun: *notlandung *notlandungen *bruchlandung *bruchlandungen *schiffbruch *zusammenprall
        accident verb: entgleisen abstürzen verunglücken zusammenstoßen kollidieren auffahren notlanden stürzen bruchlanden kentern
        accident verb: zusammenprallen aufeinanderprallen hinabstürzen prallen
        strike noun: *streik *streiks *warnstreik *arbeitsniederlegung *ausstand *streiktag
        strike verb: streiken bestreiken
        acquisition noun: *übernahme *akquisition *zukauf *übernahmeschlacht *übernahmepoker *beteiligung
        acquisition verb: übernehmen erwerben aufkaufen kaufen zukaufen schlucken verkaufen einverleiben schnappen einsteigen
        insolvency noun: *insolvenz *insolvenzantrag *insolvenzverfahren *konkurs *konkursverfahren *pleite *konkursantrag *sanierungsverfahren
        insolvency verb: pleitegehen
        insolvency state: insolvent zahlungsunfähig pleite bankrott i.i.
        layoffs verb: entlassen
        layoffs object: stelle stellen arbeitsplatz arbeitsplätze job jobs mitarbeiter
        layoffs noun: *stellenabbau *entlassung *entlassungen *stellenstreichung *stellenstreichungen *massenentlassung *jobabbau *personalabbau *arbeitsplatzabbau
        merger noun: *fusion *zusammenschluss *zusammenschluß *verschmelzung *merger *zusammengehen
        merger verb: fusionieren verschmelzen
        disaster noun: *erdbeben *überschwemmung *überschwemmungen *hochwasser *hurrikan *taifun *tsunami *waldbrand *waldbrände *erdrutsch *lawine *tornado *vulkanausbruch *wirbelsturm *dürre *zyklon *sturmflut *unwetter *orkan *seebeben *beben *großbrand *flutkatastrophe *naturkatastrophe *überflutung *sturzflut *buschbrand *buschfeuer *erdstoß
        disaster noun: *feuersbrunst *schneesturm *tropensturm *sandsturm flut fluten erdstöße
        launch noun: *markteinführung *produktstart *raketenstart *satellitenstart *premiere *uraufführung *erstveröffentlichung
        launch noun: *jungfernflug *marktstart *neuerscheinung *erstflug start
        launch verb: veröffentlichen erscheinen starten herausbringen aussetzen abheben
        founding noun: *gründung *neugründung *einweihung *eröffnung *wiedereröffnung
        founding verb: gründen mitgründen mitbegründen eröffnen einweihen wiedereröffnen neueröffnen
        founding participle: neugegründet neueröffnet
        protest noun: *demonstration *kundgebung *protestmarsch *protestaktion *mahnwache *blockade *sitzblockade
        protest noun: *proteste *protesten *demonstrationen *kundgebungen
        protest verb: demonstrieren protestieren
        arrest noun: *festnahme *verhaftung *razzia *inhaftierung *festnahmen *verhaftungen
        arrest verb: festnehmen verhaften inhaftieren
        arrest participle: festgenommen verhaftet inhaftiert
        verdict noun: *urteil *freispruch *verurteilung *schuldspruch
        verdict verb: freisprechen verurteilen
        resignation noun: *rücktritt *amtsverzicht
        resignation verb: zurücktreten ausscheiden abdanken
        death noun: *tod *mord *ermordung *tötung *todesfall *ableben *hinrichtung *suizid *erschießung
        death verb: sterben versterben töten erschießen ermorden umkommen umbringen ertrinken erstechen erschlagen erwürgen
        death verb: hinrichten enthaupten erstochen ertrunken umgekommen verbluten ersticken erfrieren verhungern
        death noun: todesopfer tote toter toten
        death participle: getötet ermordet erschossen verstorben gestorben umgekommen erstochen hingerichtet
        death state: tot
        explosion noun: *explosion *gasexplosion *detonation
        explosion verb: explodieren detonieren
        ceasefire noun: *waffenruhe *waffenstillstand *feuerpause
        sanctions noun: *sanktionen
        """,
        phrases: """
            launch handel kommen bringen gehen
            launch markt kommen bringen gelangen
            launch umlaufbahn bringen schießen
            death leben kommen verlieren nehmen kosten kostet lassen
            death menschenleben fordern kosten kostet
            death tod finden
            death opfer fallen
            death verletzung erliegen
            death verletzungen erliegen
            founding leben rufen
            founding betrieb nehmen gehen
            resignation amt niederlegen aufgeben
            resignation ämter niederlegen
            arrest haft nehmen
            arrest untersuchungshaft nehmen
            arrest gewahrsam nehmen
            explosion luft fliegen sprengen
            attack feuer eröffnen
            """,
        exceptions: """
            auswahl anzahl zahl zahlen vielzahl mehrzahl kennzahl unzahl einzahl überzahl rückzahl gegengründung begründung
            halbwahl heimpleite auswärtspleite torausstand einsturz telefonkonferenz pressekonferenz videokonferenz vorurteil fazit zufall überfall vorfall rückfall
            ergründung erschütterung wahlen vorwahl postleitzahl quotenwahl wortwahl partnerwahl berufswahl
            wahlbeteiligung bürgerbeteiligung machtübernahme geschäftsübernahme kostenübernahme amtsübernahme gerichtsverhandlungen
            herzattacke panikattacke hackerattacke cyberattacke wortattacke bevölkerungsexplosion kostenexplosion preisexplosion
            herztod klimatod steuerurteil werturteil
            """)

    static let english = EventWords(
        """
        meeting noun: meeting summit conference talks
        election noun: election referendum runoff by-election
        election verb: elect re-elect
        attack noun: attack bombing shooting airstrike raid ambush assassination massacre kidnapping
        attack verb: attack bomb kidnap ambush
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
        launch noun: launch premiere
        launch verb: launch release publish unveil
        founding verb: found establish
        protest noun: protest demonstration rally
        arrest noun: arrest
        arrest verb: arrest detain
        verdict noun: acquittal conviction
        verdict verb: convict acquit
        resignation noun: resignation
        resignation verb: resign
        death noun: death murder
        death verb: die kill murder drown assassinate
        death state: dead
        explosion noun: explosion blast
        explosion verb: explode
        ceasefire noun: ceasefire truce
        """,
        phrases: """
            launch market bring come
            launch orbit launch send
            death life lose
            """, exceptions: "")
}
