extension PatternTable {
    /// Who does something to whom, where both have names and no other kind covers it.
    static let relations = own("relation", relationPatterns)

    static let relationPatterns = """
        $doing = treffen|besuchen|unterstützen|verklagen|ernennen|empfangen|besiegen|schlagen|ablösen|beauftragen
        $doing = beliefern|gewinnen|heiraten|entlassen|nominieren|ersetzen|ehren|einladen|verurteilen|verlassen
        $doing = unterhalten|leiten|führen|besitzen|regieren|kontrollieren|angreifen|wählen|verdrängen|verhaften
        $doing = begleiten|überholen|anführen|betreiben|bauen|beherrschen|vertreten|schützen|bedrohen|verfolgen
        $doing = meet|visit|support|sue|appoint|receive|beat|defeat|replace|marry|nominate|invite|succeed|lead|own
        $doing = attack|control|accuse|join|elect|praise|thank|endorse|represent

        # Lenz ernannte Ada Brandt, er ernannte die Demokratin Ada Brandt; Minister Lenz besuchte Polen.
        relation 0.65: subject:@PER|ORG|LOC <nsubj predicate:$doing >obj object:@PER|ORG|LOC
        relation 0.6:  subject:@PER|ORG|LOC <nsubj predicate:$doing >obj n:NOUN|PROPN&!@PER|ORG|LOC >appos|flat object:@PER|ORG
        relation 0.6:  subject:@PER|ORG <appos n:NOUN&!@PER|ORG|LOC <nsubj predicate:$doing >obj object:@PER|ORG|LOC
        relation 0.55: subject:@PER <appos n:NOUN&!@PER|ORG|LOC <nsubj predicate:$doing >obj m:NOUN|PROPN&!@PER|ORG|LOC >appos object:@PER
        # The same in a row, where the grammar fails: Lenz ernannte gestern die Demokratin Ada Brandt, gestern ernannte Lenz …
        relation 0.6:  subject:@PER|ORG . predicate:$doing . object:@PER|ORG
        relation 0.55: subject:@PER|ORG . predicate:$doing . d:DET|ADV . object:@PER|ORG
        relation 0.55: subject:@PER|ORG . predicate:$doing . d:DET|ADV . n:NOUN . object:@PER
        relation 0.55: predicate:$doing . subject:@PER|ORG . object:@PER|ORG
        relation 0.55: predicate:$doing . subject:@PER|ORG . d:DET|ADV . object:@PER|ORG
        relation 0.55: predicate:$doing . subject:@PER|ORG . d:DET . n:NOUN . object:@PER
        # Any other verb that has both as its subject and its object.
        $other = sagen|erklären|nennen|bezeichnen|zitieren|kritisieren|loben|fordern|auffordern|warnen|bitten|haben|sein
        $other = melden|berichten|fragen|sehen|nennen|rufen|heißen|werden|say|tell|have|be|call|ask|report|criticize
        relation 0.5: subject:@PER|ORG <nsubj predicate:VERB&!$other&!$doing >obj object:@PER|ORG
        # Lenz wurde durch Ada Brandt ersetzt.
        relation 0.6:  object:@PER|ORG|LOC <nsubj:pass predicate:$doing >obl|obl:agent|nmod subject:@PER|ORG|LOC >case c:/von|vom|durch|by/
        relation 0.55: object:@PER|ORG|LOC <nsubj:pass predicate:$doing >obl|obl:agent|nmod n:NOUN&!@PER|ORG|LOC >case c:/von|vom|durch/, n >appos subject:@PER
        """
}
