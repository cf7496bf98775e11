extension PatternTable {
    /// Which party, company or body a person belongs to.
    static let affiliations = own("affiliation", affiliationPatterns)

    static let affiliationPatterns = """
        # Ada Brandt (SPD), Emil Lenz von der Bahn, Emil Lenz of the Red Cross
        affiliation 0.85: person:@PER . a:/(/ . organisation:@ORG . b:/)|,|;/
        affiliation 0.7:  person:@PER . a:/von|vom/ . organisation:@ORG
        affiliation 0.7:  person:@PER . a:/von/ . b:/der/ . organisation:@ORG
        affiliation 0.7:  person:@PER . a:/of|from/ . organisation:@ORG
        affiliation 0.7:  person:@PER . a:/of|from/ . b:/the/ . organisation:@ORG
        """
}
