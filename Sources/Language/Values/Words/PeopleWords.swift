/// Words for people who are counted: `rund 300 Demonstranten` is `300 PERSON`.
enum PeopleWords {
    static let german = Vocabulary.words(
        """
        menschen personen leute leuten demonstranten demonstrantinnen teilnehmer teilnehmern teilnehmerinnen \
        teilnehmende teilnehmenden besucher besuchern besucherinnen zuschauer zuschauern zuschauerinnen einwohner \
        einwohnern einwohnerinnen bürger bürgern bürgerinnen soldaten soldatinnen polizisten polizistinnen beamte \
        beamten mitarbeiter mitarbeitern mitarbeiterinnen mitarbeitende beschäftigte beschäftigten arbeitnehmer \
        arbeitnehmern arbeiter arbeitern angestellte angestellten arbeitslose arbeitslosen mitglieder mitgliedern \
        abgeordnete abgeordneten delegierte delegierten tote toten todesopfer todesopfern opfer opfern verletzte \
        verletzten vermisste vermissten verletzter flüchtlinge flüchtlingen geflüchtete geflüchteten migranten \
        asylbewerber asylbewerbern kinder kindern jugendliche jugendlichen frauen männer männern schüler schülern \
        schülerinnen studenten studentinnen studierende studierenden lehrer lehrern lehrerinnen gäste gästen patienten \
        patientinnen passagiere passagieren insassen fahrgäste fahrgästen feuerwehrleute feuerwehrleuten \
        feuerwehrmänner helfer helfern einsatzkräfte einsatzkräften polizeibeamte polizeibeamten kämpfer kämpfern \
        zivilisten geiseln häftlinge häftlingen gefangene gefangenen fans anhänger anhängern wähler wählern \
        touristen bewohner bewohnern anwohner anwohnern zuhörer zuhörern sportler sportlern athleten läufer läufern
        """, .people)

    static let english = Vocabulary.words(
        """
        people persons demonstrators protesters participants visitors spectators inhabitants residents citizens \
        soldiers troops officers policemen employees workers staff members lawmakers delegates victims refugees \
        migrants children women men students pupils teachers guests patients passengers firefighters civilians \
        hostages prisoners fans supporters voters tourists fighters activists journalists
        """, .people)
}
