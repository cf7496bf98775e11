extension PatternTable {
    /// Which party, company or body a person belongs to.
    static let affiliations = own("affiliation", affiliationPatterns)

    static let affiliationPatterns = """
        # Ada Brandt (SPD), Emil Lenz von der Bahn, Ada Brandt von den Grünen, Emil Lenz of the Red Cross
        affiliation 0.85: person:@PER . a:/(/ . organisation:@ORG . b:/)|,|;/
        affiliation 0.7:  person:@PER . a:/von|vom/ . organisation:@ORG
        affiliation 0.7:  person:@PER . a:/von/ . b:/der|den/ . organisation:@ORG
        affiliation 0.7:  person:@PER . a:/of|from/ . organisation:@ORG
        affiliation 0.7:  person:@PER . a:/of|from/ . b:/the/ . organisation:@ORG
        affiliation 0.65: person:@PER . a:/vom|von/ . n:NOUN . organisation:@ORG
        affiliation 0.65: person:@PER . a:/von/ . b:/der|dem|den/ . n:ADJ|NOUN . organisation:@ORG
        affiliation 0.7:  person:@PER . a:/,/ . b:mitglied|parteimitglied|mitarbeiter|mitarbeiterin . c:/der|des|von|bei|beim/ . organisation:@ORG
        # Emil Lenz ist Mitglied der Grünen, er gehört der SPD an; Ada Brandt, Mitglied der Grünen
        affiliation 0.75: a:mitglied|parteimitglied|member >nsubj person:@PER, a >nmod organisation:@ORG
        affiliation 0.75: person:@PER >appos a:mitglied|parteimitglied|member >nmod organisation:@ORG
        affiliation 0.75: v:angehören|beitreten >nsubj person:@PER, v >obj|obl|iobj|obl:arg|nsubj organisation:@ORG
        affiliation 0.65: v:angehören|beitreten >nsubj person:PRON&/er|sie/, v >obj|obl|iobj|obl:arg|nsubj organisation:@ORG
        affiliation 0.65: a:mitglied|parteimitglied|member >nsubj person:PRON&/er|sie|he|she/, a >nmod organisation:@ORG
        affiliation 0.7:  v:verlassen|austreten|wechseln >nsubj person:@PER, v >obl organisation:@ORG >case c:/aus|zu|zum|zur/
        affiliation 0.65: v:spielen|arbeiten|starten|fahren|play|work >nsubj person:@PER, v >obl organisation:@ORG >case c:/für|bei|beim|for|at/
        """
}
