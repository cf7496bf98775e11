/// Halves, quarters, seasons, decades and centuries.
enum PeriodRules {
    static let german = """
        # das 2. Halbjahr 2024, die zweite Hälfte des Jahres 2019, das dritte Quartal
        the? ORD halbjahr|halbjahres|jahreshälfte OFYEAR? half
        the? ORD hälfte OFYEAR half
        the? ORD QUARTER OFYEAR? quarter
        the? DIR QUARTER directedQuarter
        the? DIR halbjahr|halbjahres directedHalf
        the? SEASON OFYEAR? season
        EDGE des? SEASON OFYEAR? season
        the? DIR SEASON directedSeason
        # in den 90er Jahren, Ende der 1990er Jahre
        the? DECADE decade
        the? EDGE der? DECADE decade
        the? frühen|späten DECADE decade
        # im 19. Jahrhundert, Ende des 19. Jahrhunderts, in der ersten Hälfte des 15. Jahrhunderts
        the? ORD jahrhundert|jahrhunderts|jh century
        the? EDGE des? ORD jahrhunderts|jahrhundert century
        the? frühen|späten ORD jahrhundert|jahrhunderts century
        the? ORD hälfte|drittel|viertel des ORD jahrhunderts partOfCentury
        the? WEEKEND weekend
        the? DIR WEEKEND directedWeekend
        """

    static let english = """
        the? ORD half of? OFYEAR half
        the? ORD ~- half half
        the? ORD half of the year half
        the? ORD ~-? QUARTER OFYEAR? quarter
        the? DIR QUARTER directedQuarter
        (in|during|since|by|of|until) the? SEASON OFYEAR? season
        the? SEASON OFYEAR season
        EDGE ~-? SEASON OFYEAR? season
        the? DIR SEASON directedSeason
        the? DECADE decade
        the? EDGE ~-? DECADE decade
        the? ORD ~-? century|centuries century
        the? EDGE ~-? ORD ~-? century century
        the? WEEKEND weekend
        the? DIR WEEKEND directedWeekend
        """
}
