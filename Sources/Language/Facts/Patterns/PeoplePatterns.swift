extension PatternTable {
    /// Age, origin and family of people.
    static let people = own("people", peoplePatterns)

    static let peoplePatterns = """
        $kin = sohn|tochter|frau|ehefrau|mann|ehemann|witwe|witwer|bruder|schwester|vater|mutter|neffe|nichte|enkel
        $kin = enkelin|onkel|tante|schwager|cousin|großvater|großmutter|schwägerin|schwiegersohn|schwiegertochter
        $kin = schwiegervater|schwiegermutter|stiefsohn|stieftochter|halbbruder|halbschwester|zwillingsbruder|lebensgefährtin
        $kin = lebensgefährte|gattin|gatte|verlobte|verlobter|cousine|urenkel|ex-frau|ex-mann|exfrau|exmann
        $relative = son|daughter|wife|husband|widow|widower|brother|sister|father|mother|nephew|niece|uncle|aunt|cousin
        $coming = stammen|aufwachsen
        $general = ganzjährig|langjährig|mehrjährig|diesjährig|vorjährig|letztjährig|minderjährig|volljährig|halbjährig

        # der 34-jährige Emil Lenz, der 34-jährige Maler Emil Lenz, Emil Lenz (34), Emil Lenz, 34, sagte …
        age 0.85: person:@PER >amod age:*-jährig|*jährig&!$general
        age 0.8:  n:NOUN >amod age:*-jährig|*jährig&!$general, n >appos|flat|flat:name person:@PER
        age 0.85: person:@PER . a:/(/ . age:NUM . b:/)/
        age 0.7:  person:@PER . a:/,/ . age:NUM . b:/,/
        # Emil Lenz ist 34 Jahre alt.
        age 0.8:  a:/alt/ >nsubj|nsubj:pass person:@PER, a >obl|nmod|advmod|obj age:/jahre/+
        age 0.8:  a:/old/ >nsubj person:@PER, a >obl:npmod|obl|nmod age:/years/+
        # Emil Lenz starb im Alter von 34 Jahren, mit 34 Jahren; Emil Lenz, 34 Jahre alt, Emil Lenz (34 Jahre)
        age 0.75: v:VERB >nsubj|nsubj:pass person:@PER, v >> a:alter|age . b:/von|of/ . age:@DURATION|QUANTITY
        age 0.7:  v:VERB >nsubj|nsubj:pass person:@PER, v >> a:alter|age . b:/von|of/ . age:NUM
        age 0.75: v:sterben|versterben|verscheiden|die >nsubj person:@PER, v >> age:@DURATION >case c:/mit/
        age 0.75: v:sterben|versterben|verscheiden >nsubj person:PRON&/er|sie/, v >> a:alter . b:/von/ . age:@DURATION
        age 0.8:  person:@PER . a:/,|(/ . age:@DURATION . b:/alt/
        # der 34-Jährige Emil Lenz, Emil Lenz, der 34-jährige Chef der Bahn
        age 0.8:  age:*-jährige|*-jähriger . person:@PER
        age 0.7:  person:@PER . a:/,/ . b:/der|die/ . age:*-jährige|*-jähriger

        # Emil Lenz aus Bonn, der in Bonn geborene Lenz, Lenz wurde in Bonn geboren, er wuchs in Bonn auf
        origin 0.75: person:@PER . a:/aus/ . place:@LOC
        origin 0.8:  v:gebären >nsubj:pass|nsubj person:@PER, v >obl place:@LOC >case a:/in/
        origin 0.75: v:gebären >nsubj:pass|nsubj person:PRON&/er|sie/, v >obl place:@LOC >case a:/in/
        origin 0.75: v:kommen >nsubj person:@PER, v >obl place:@LOC >case a:/aus/
        origin 0.75: v:$coming >nsubj person:@PER, v >obl place:@LOC >case a:/aus|in|im/
        origin 0.7:  v:$coming >nsubj person:PRON&/er|sie/, v >obl place:@LOC >case a:/aus|in|im/
        origin 0.75: person:@PER . a:/aus/ . b:/den|der|dem/ . place:@LOC
        origin 0.7:  person:@PER . a:/aus/ . b:ADJ . place:@LOC
        # die aus Somalia stammende Politikerin Ada Brandt, der in Bonn lebende Lenz; Emil Lenz, geboren in Bonn, lebt in Köln
        origin 0.75: c:/aus/ . place:@LOC . v:/stammende|stammender|stammenden|kommende|kommender|kommenden/ .. person:@PER
        origin 0.75: c:/in/ . place:@LOC . v:/geborene|geborener|geborenen|lebende|lebender|lebenden|wohnende|wohnender|aufgewachsene|aufgewachsener/ .. person:@PER
        origin 0.75: person:@PER .. v:/geboren|aufgewachsen/ . c:/in/ . place:@LOC
        origin 0.75: v:leben|wohnen|residieren|live >nsubj person:@PER, v >obl place:@LOC >case a:/in|im/
        origin 0.65: v:leben|wohnen >nsubj person:PRON&/er|sie/, v >obl place:@LOC >case a:/in/
        origin 0.75: v:gebürtig >nsubj person:@PER, v >obl|nmod place:@LOC >case a:/aus/
        origin 0.7:  a:/gebürtige|gebürtiger|gebürtigen/ . place:@LOC . person:@PER
        origin 0.7:  person:@PER .. a:/gebürtig/ . b:/aus/ . place:@LOC
        origin 0.75: person:@PER . a:/from/ . place:@LOC
        origin 0.75: v:bear|grow >nsubj:pass|nsubj person:@PER, v >obl place:@LOC >case a:/in/

        # Ruttes Frau Ada Brandt; Ada Brandt, die Frau von Emil Lenz; Emil Lenz, Sohn des Ministers Otto Lenz
        family 0.75: relation:$kin >appos|flat person:@PER, relation >nmod|nmod:poss relative:@PER
        family 0.75: person:@PER >appos relation:$kin >nmod|appos|flat relative:@PER
        family 0.75: person:@PER >appos relation:$kin >nmod n:NOUN >appos relative:@PER
        family 0.75: person:@PER >appos relation:$relative >nmod|nmod:poss relative:@PER
        # The same in a row, where the grammar fails.
        family 0.75: person:@PER . a:/,/ . relation:$kin . b:/von|des|der/ . relative:@PER
        family 0.75: person:@PER . a:/,/ . d:/der|die|dem|den|des|ein|eine|einem/ . relation:$kin . b:/von|des|der/ . relative:@PER
        family 0.7:  person:@PER . a:/,|und/ . d:DET . relation:$kin . b:/des|der/ . n:NOUN|ADJ . relative:@PER
        family 0.7:  person:@PER . a:/,/ . d:DET . relation:$kin . b:/des|der/ . m:ADJ . n:NOUN . relative:@PER
        family 0.75: relation:$kin . b:/von/ . relative:@PER . a:/,/ . person:@PER
        family 0.7:  relative:@PER&[Case=Gen] . relation:$kin . person:@PER
        family 0.75: person:@PER . a:/,/ . d:/the/ . relation:$relative . b:/of/ . relative:@PER
        # Emil Lenz kam mit seiner Frau Ada Brandt.
        family 0.65: relation:$kin >det:poss|det p:/seine|seiner|seinem|seinen|sein|ihre|ihrer|ihrem|ihren|ihr|his|her/, relation >appos|flat person:@PER, relation <obl|obj|nmod|iobj|obl:arg v:VERB >nsubj relative:@PER
        family 0.7:  relative:@PER . a:/und|mit/ . p:/seine|seiner|seinem|seinen|sein|ihre|ihrer|ihrem|ihren|ihr|dessen|deren/ . relation:$kin . person:@PER
        family 0.65: relative:@PER . v:VERB|AUX . a:/mit/ . p:/seiner|seinem|seinen|ihrer|ihrem|ihren/ . relation:$kin . person:@PER
        family 0.7:  relative:@PER . a:/und/ . relation:$kin&!frau|mann . person:@PER
        family 0.7:  relative:@PER . a:/and/ . p:/his|her/ . relation:$relative . person:@PER
        # Emil Lenz, der frühere Chef der Bahn und Bruder des Ministers Otto Lenz
        family 0.65: person:@PER . a:/,/ .. relation:$kin . b:/des|der/ . n:NOUN . relative:@PER
        family 0.65: person:@PER . a:/,/ .. relation:$kin . b:/des|der/ . m:ADJ . n:NOUN . relative:@PER
        # Emil Lenz ist mit Ada Brandt verheiratet, sie waren verheiratet.
        family 0.7:  relation:verheiratet|verlobt|liiert|married >nsubj person:@PER >conj relative:@PER
        family 0.75: relation:verheiratet|verlobt|liiert|married|engaged >nsubj person:@PER, relation >obl|nmod relative:@PER >case c:/mit|to/
        family 0.75: relation:heiraten|ehelichen|marry >nsubj person:@PER, relation >obj relative:@PER
        # Emil Lenz ist der Sohn von Otto Lenz.
        family 0.75: relation:$kin >nsubj person:@PER, relation >nmod relative:@PER
        family 0.75: relation:$relative >nsubj person:@PER, relation >nmod|nmod:poss relative:@PER
        """
}
