/// How long something lasts. Behind `vor` and `in` the value stays a duration, as TIMEX3's rules have it, with the
/// point that it leads to beside it.
enum DurationRules {
    static let german = """
        # drei Wochen, rund 200 Stunden, eineinhalb Jahre, ein halbes Jahr
        ABOUT? NUM UNIT duration
        ABOUT? NUM - UNITS duration
        ABOUT? NUM volle|vollen|ganze|ganzen|weitere|weiteren|ehrenamtliche|ehrenamtlichen|lange|langen UNIT duration
        ABOUT? NUM halbes|halbe|halben|halber|dreiviertel UNIT halfUnit
        NUM (bis|oder|–|-) (NUM) (UNIT) duration
        SEVERAL UNITS severalUnits
        the? DIR NUM UNIT lastUnits
        the? DIR SEVERAL UNITS severalUnits
        the? DIR UNITS severalUnits
        the? NUM DIR UNITS lastUnits
        (über|seit|vor|für) UNITS severalUnits
        # zweitägig, 10-tägig, jahrelang
        LASTING lasting
        NUM ~-? LASTINGSUFFIX lastingDigits
        # vor drei Jahren, in zwei Wochen, seit vier Jahren
        (vor) ABOUT? NUM UNIT ago
        (in) ABOUT? NUM UNIT ahead
        (seit) ABOUT? NUM UNIT since
        (vor) SEVERAL UNITS severalUnits
        ABOUT? NUM UNIT zuvor|davor|vorher countBefore
        ABOUT? NUM UNIT später|danach|darauf countAfter
        """

    static let english = """
        ABOUT? NUM UNIT duration
        ABOUT? NUM full|more|additional UNIT duration
        ABOUT? NUM and a half UNITS halfMore
        half an|a UNIT halfOne
        NUM (to|or|and|–|-) (NUM) (UNIT) duration
        a? SEVERAL UNITS severalUnits
        the? DIR NUM UNIT lastUnits
        the? DIR SEVERAL UNITS severalUnits
        the? DIR UNITS severalUnits
        (for|in|of|over) UNITS severalUnits
        LASTING lasting
        NUM ~- UNIT1 duration
        # three years ago, two days later
        ABOUT? NUM UNIT ago|earlier countAgo
        a? SEVERAL UNITS ago severalUnits
        ABOUT? NUM UNIT later countAfter
        ABOUT? NUM UNIT before countBefore
        (since|within|in) ABOUT? NUM UNIT duration
        """
}
