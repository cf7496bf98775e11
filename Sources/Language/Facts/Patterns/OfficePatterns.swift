extension PatternTable {
    /// Offices that a verb tells of: somebody is, becomes, is made or works as something.
    static let offices = own("office", officePatterns)

    static let officePatterns = """
        $office = chef|chefin|*chef|*chefin|vorsitzend|*vorsitzend|vorsitzende|vorsitzender|minister|ministerin|*minister
        $office = *ministerin|präsident|präsidentin|*präsident|*präsidentin|sprecher|sprecherin|*sprecher|*sprecherin
        $office = leiter|leiterin|*leiter|*leiterin|direktor|direktorin|*direktor|*direktorin|*sekretär|*sekretärin
        $office = bürgermeister|bürgermeisterin|*bürgermeister|*bürgermeisterin|kommissar|kommissarin|*kommissar
        $office = *kommissarin|botschafter|botschafterin|*botschafter|abgeordnet|abgeordnete|abgeordneter|*abgeordnete
        $office = senator|senatorin|*senator|*senatorin|gouverneur|gouverneurin|kanzler|kanzlerin|*kanzler|*kanzlerin
        $office = stellvertreter|stellvertreterin|*beauftragt|*beauftragte|geschäftsführer|geschäftsführerin|intendant
        $office = intendantin|trainer|trainerin|*trainer|*trainerin|könig|königin|papst|bischof|*bischof|landrat|general
        $office = manager|managerin|*manager|*managerin|*dezernent|*dezernentin|nationalrat|stadtrat|stadträtin|kapitän
        $office = *kapitän|rektor|rektorin|dekan|kommandant|oberst|inspekteur|*inspekteur|gründer|gründerin|*gründer
        $office = *gründerin|ministerpräsident|generaldirektor|schatzmeister|*schatzmeister|vize|obmann|kardinal|kaiser
        $office = kommandeur|*führer|*führerin|premier|staatsanwalt|*staatsanwalt|*staatsanwältin|*bundesanwalt|vorstand|richter|*richter
        $held = president|minister|chancellor|chairman|chairwoman|chair|governor|mayor|senator|ambassador|director
        $held = chief|head|spokesman|spokeswoman|secretary|leader|ceo|manager|captain|king|queen|pope|bishop|judge
        $making = ernennen|wählen|berufen|befördern|bestimmen|küren|krönen|wiederwählen|bestellen|ausrufen
        $serving = arbeiten|fungieren|amtieren|zurücktreten|ausscheiden|bestätigen|vereidigen|wirken|dienen|antreten
        $serving = einsetzen|abtreten|ablösen|abberufen|ernennen|wählen|entlassen|abwählen
        $taking = übernehmen|antreten|innehaben|bekleiden|aufgeben|niederlegen|abgeben|haben|verlieren|behalten

        # Emil Lenz ist seit 2004 Chef der Bahn. Sie wird Ministerin.
        office 0.75: title:$office >cop v:sein|werden|bleiben, title >nsubj person:@PER, title >nmod ?organisation:@ORG|LOC
        office 0.7:  title:$office >cop v:sein|werden|bleiben, title >nsubj person:PRON&/er|sie/, title >nmod ?organisation:@ORG|LOC
        office 0.7:  v:werden|bleiben >nsubj person:@PER, v >obj|xcomp|nsubj title:$office, title >nmod ?organisation:@ORG|LOC
        office 0.75: title:$held >cop v:be, title >nsubj person:@PER, title >nmod ?organisation:@ORG|LOC
        office 0.7:  title:$held >cop v:be, title >nsubj person:PRON&/he|she/, title >nmod ?organisation:@ORG|LOC
        # Ada Brandt wurde zur Ministerin ernannt, sie trat als Ministerin zurück.
        office 0.75: v:$making >nsubj:pass|obj person:@PER, v >obl|obj|xcomp|nmod title:$office >case c:/zum|zur/, title >nmod ?organisation:@ORG|LOC
        office 0.7:  v:$making >nsubj:pass|obj n:NOUN&!@PER >appos|flat person:@PER, v >obl|obj|xcomp|nmod title:$office >case c:/zum|zur|zu/, title >nmod ?organisation:@ORG|LOC
        office 0.7:  v:$making >nsubj n:NOUN&!@PER >appos|flat person:@PER, v >nsubj m:NOUN|PROPN, v >obl|obj title:$office >case c:/zum|zur|zu/, title >nmod ?organisation:@ORG|LOC
        office 0.7:  v:$making >nsubj:pass|obj person:PRON&/er|sie|ihn/, v >obl|obj|xcomp|nmod title:$office >case c:/zum|zur/, title >nmod ?organisation:@ORG|LOC
        office 0.7:  v:$serving >nsubj|nsubj:pass person:@PER, v >> c:/als/ . title:$office, title >nmod ?organisation:@ORG|LOC
        office 0.7:  v:$serving >nsubj|nsubj:pass person:@PER, v >> c:/als/ . a:ADJ|DET . title:$office, title >nmod ?organisation:@ORG|LOC
        office 0.65: v:$serving >nsubj|nsubj:pass person:PRON&/er|sie/, v >> c:/als/ . title:$office, title >nmod ?organisation:@ORG|LOC
        # Emil Lenz, Sprecher der Bahn; Emil Lenz, der neue Sprecher; Manager Lenz, Gründer und Sprecher Emil Lenz
        office 0.65: person:@PER . a:/,/ . title:$office&!@ROLE, title >nmod ?organisation:@ORG|LOC
        office 0.65: person:@PER . a:/,/ . d:DET|ADJ . title:$office&!@ROLE, title >nmod ?organisation:@ORG|LOC
        office 0.65: person:@PER . a:/,/ . d:DET . b:ADJ . title:$office&!@ROLE, title >nmod ?organisation:@ORG|LOC
        office 0.65: title:$office&!@ROLE&!@ORG . person:@PER
        # Lenz übernahm das Amt des Ministers, den Vorsitz der Partei.
        office 0.7:  v:$taking >nsubj|nsubj:pass person:@PER, v >obj|nsubj a:funktion|amt|posten|position|stelle|rolle >nmod title:$office, title >nmod ?organisation:@ORG|LOC
        office 0.7:  v:$taking >nsubj person:@PER, v >obj title:vorsitz|*vorsitz|präsidentschaft|*präsidentschaft, title >nmod ?organisation:@ORG|LOC
        office 0.65: v:$taking >nsubj person:PRON&/er|sie/, v >obj title:vorsitz|*vorsitz|präsidentschaft|*präsidentschaft, title >nmod|obl ?organisation:@ORG|LOC
        office 0.7:  v:elect|appoint|name|make >nsubj:pass|obj person:@PER, v >xcomp|obj|obl title:$held, title >nmod ?organisation:@ORG|LOC
        """
}
