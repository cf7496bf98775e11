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
        # Emil Lenz ist Mitglied der Grünen, er gehört der SPD an; Ada Brandt, Mitglied der Grünen
        affiliation 0.75: a:mitglied|parteimitglied|member >nsubj person:@PER, a >nmod organisation:@ORG
        affiliation 0.75: person:@PER >appos a:mitglied|parteimitglied|member >nmod organisation:@ORG
        affiliation 0.75: v:angehören|beitreten >nsubj person:@PER, v >obj|obl|iobj|obl:arg organisation:@ORG
        """
}
