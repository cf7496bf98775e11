extension PatternTable {
    /// Age, origin and family of people.
    static let people = own("people", peoplePatterns)

    static let peoplePatterns = """
        $kin = sohn|tochter|frau|ehefrau|mann|ehemann|witwe|witwer|bruder|schwester|vater|mutter|neffe|nichte|enkel
        $kin = enkelin|onkel|tante|schwager|cousin|großvater|großmutter
        $relative = son|daughter|wife|husband|widow|widower|brother|sister|father|mother|nephew|niece|uncle|aunt|cousin
        $coming = stammen|aufwachsen|kommen

        # der 34-jährige Emil Lenz, der 34-jährige Maler Emil Lenz, Emil Lenz (34), Emil Lenz, 34, sagte …
        age 0.85: person:@PER >amod age:*-jährig|*jährig
        age 0.8:  n:NOUN >amod age:*-jährig|*jährig, n >appos|flat|flat:name person:@PER
        age 0.85: person:@PER . a:/(/ . age:NUM . b:/)/
        age 0.7:  person:@PER . a:/,/ . age:NUM . b:/,/
        # Emil Lenz ist 34 Jahre alt.
        age 0.8:  a:/alt/ >nsubj|nsubj:pass person:@PER, a >obl|nmod|advmod|obj age:/jahre/+
        age 0.8:  a:/old/ >nsubj person:@PER, a >obl:npmod|obl|nmod age:/years/+

        # Emil Lenz aus Bonn, der in Bonn geborene Lenz, Lenz wurde in Bonn geboren, er wuchs in Bonn auf
        origin 0.75: person:@PER . a:/aus/ . place:@LOC
        origin 0.8:  v:gebären >nsubj:pass|nsubj person:@PER, v >obl place:@LOC >case a:/in/
        origin 0.75: v:gebären >nsubj:pass|nsubj person:PRON&/er|sie/, v >obl place:@LOC >case a:/in/
        origin 0.75: v:$coming >nsubj person:@PER, v >obl place:@LOC >case a:/aus|in|im/
        origin 0.7:  v:$coming >nsubj person:PRON&/er|sie/, v >obl place:@LOC >case a:/aus|in|im/
        origin 0.75: person:@PER . a:/from/ . place:@LOC
        origin 0.75: v:bear|grow >nsubj:pass|nsubj person:@PER, v >obl place:@LOC >case a:/in/

        # Ruttes Frau Ada Brandt; Ada Brandt, die Frau von Emil Lenz; Emil Lenz, Sohn des Ministers Otto Lenz
        family 0.75: relation:$kin >appos|flat person:@PER, relation >nmod|nmod:poss relative:@PER
        family 0.75: person:@PER >appos relation:$kin >nmod|appos|flat relative:@PER
        family 0.75: person:@PER >appos relation:$kin >nmod n:NOUN >appos relative:@PER
        family 0.75: person:@PER >appos relation:$relative >nmod|nmod:poss relative:@PER
        # Emil Lenz ist der Sohn von Otto Lenz.
        family 0.75: relation:$kin >nsubj person:@PER, relation >nmod relative:@PER
        family 0.75: relation:$relative >nsubj person:@PER, relation >nmod|nmod:poss relative:@PER
        """
}
