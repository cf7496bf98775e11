extension PatternTable {
    /// Who does something to whom, where both have names and no other kind covers it.
    static let relations = own("relation", relationPatterns)

    static let relationPatterns = """
        $doing = treffen|besuchen|unterstützen|verklagen|ernennen|empfangen|besiegen|schlagen|ablösen|beauftragen
        $doing = beliefern|gewinnen|heiraten|entlassen|nominieren|ersetzen|ehren|einladen|verurteilen|verlassen
        $doing = meet|visit|support|sue|appoint|receive|beat|defeat|replace|marry|nominate|invite|succeed
        relation 0.65: subject:@PER|ORG|LOC <nsubj predicate:$doing >obj object:@PER|ORG|LOC
        """
}
