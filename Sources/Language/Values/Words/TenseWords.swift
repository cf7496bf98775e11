/// Verbs that tell when a clause happens; regular preterites in `-te` need no entry in German.
enum TenseWords {
    static let german: [(String, Term)] = Vocabulary.joined(
        Vocabulary.words(
            """
            wurde wurden war waren hatte hatten hat haben habe worden gewesen kam kamen ging gingen gab gaben fand \
            fanden stand standen begann begannen ließ ließen nahm nahmen lag lagen traf trafen sprach sprachen starb \
            starben fiel fielen stieg stiegen sank sanken trat traten bekam bekamen verlor verloren gewann gewannen \
            schrieb schrieben hielt hielten blieb blieben lief liefen schloss schlossen erhielt erhielten rief riefen \
            verlief zog zogen brach brachen fuhr fuhren wies trug trugen entschied entschieden sei seien
            """, .verb(.past)),
        Vocabulary.words(
            """
            wird werden soll sollen will wollen würde würden sollte sollten dürfte dürften könnte könnten
            """, .verb(.future)),
        Vocabulary.words(
            """
            beginnt findet startet tagt steht stehen kommt kommen gibt tritt treten lädt laden eröffnet öffnet endet \
            folgt spielt spielen trifft treffen läuft laufen geht gehen reist liest zeigt präsentiert stattfindet \
            stattfinden kann können muss müssen darf möchte bleibt bleiben gilt gelten erwartet plant planen \
            übernimmt erhält erhalten entscheidet wählt wählen feiert feiern sind ist
            """, .verb(.present)))

    static let english: [(String, Term)] = Vocabulary.joined(
        Vocabulary.words(
            """
            was were had did said told came went began took made gave found met died fell rose won lost became led \
            held left wrote spoke announced reported killed arrived asked signed opened closed called informed been \
            became has have
            """, .verb(.past)),
        Vocabulary.words("will shall would wo could should", .verb(.future)),
        Vocabulary.words(
            "begins starts opens ends plans expects meets is are can may expected scheduled", .verb(.present))
    )
}
