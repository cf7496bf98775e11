extension PatternTable {
    /// Age, origin and family of people.
    static let people = own("people", peoplePatterns)

    static let peoplePatterns = """
        $kin = sohn|tochter|frau|ehefrau|mann|ehemann|witwe|witwer|bruder|schwester|vater|mutter|neffe|nichte|enkel
        $kin = enkelin|onkel|tante|schwager|cousin|großvater|großmutter
        $relative = son|daughter|wife|husband|widow|widower|brother|sister|father|mother|nephew|niece|uncle|aunt|cousin

        # der 34-jährige Emil Lenz, Emil Lenz (34), Emil Lenz, 34, sagte …
        age 0.85: person:@PER >amod age:*-jährig|*jährig
        age 0.85: person:@PER . a:/(/ . age:NUM . b:/)/
        age 0.7:  person:@PER . a:/,/ . age:NUM . b:/,/

        # Emil Lenz aus Bonn, der in Bonn geborene Lenz, Lenz wurde in Bonn geboren
        origin 0.75: person:@PER . a:/aus/ . place:@LOC
        origin 0.8:  v:gebären >nsubj:pass|nsubj person:@PER, v >obl place:@LOC >case a:/in/
        origin 0.75: person:@PER . a:/from/ . place:@LOC

        # Ruttes Frau Ada Brandt; Ada Brandt, die Frau von Emil Lenz; Emil Lenz, Sohn des Ministers Otto Lenz
        family 0.75: relation:$kin >appos|flat person:@PER, relation >nmod|nmod:poss relative:@PER
        family 0.75: person:@PER >appos relation:$kin >nmod relative:@PER
        family 0.75: person:@PER >appos relation:$relative >nmod relative:@PER
        """
}
