/// Dates that depend on the day of publication, on the text before, or on no calendar at all.
enum ReferenceRules {
    static let german = """
        RELDAY relativeDay
        RELYEAR relativeYear
        DIR jahr|jahres|jahrs relativePeriod
        EDGE des? RELYEAR relativeYear
        the? WEEKDAY weekday
        the? DIR WEEKDAY directedWeekday
        the? WEEKDAY DIR woche weekdayOfWeek
        the? WEEKDAY der? DIR woche weekdayOfWeek
        the? DIR MONTH directedMonth
        the? DIR UNIT1 directedPeriod
        EDGE DIR UNIT1 directedPeriod
        EDGE des|der DIR UNIT1 directedPeriod
        EDGE des|der? jahres|monats|woche thisPeriod
        # am selben Tag, im Jahr zuvor, am Tag darauf, zwei Tage später
        the? selben|gleichen|demselben|derselben UNIT1 samePeriod
        the? UNIT1 zuvor|davor periodBefore
        the? UNIT1 darauf|danach|später periodAfter
        the? vortag|vortags|vortages dayBefore
        the? vorabend eveningBefore
        tags zuvor dayBefore
        tags darauf dayAfter
        the? folgenden|darauffolgenden UNIT1 periodAfter
        # jetzt, kürzlich, in Zukunft
        REF reference
        vor kurzem pastReference
        (in) zukunft futureReference
        (in) der zukunft futureReference
        (bis|auch|noch|von) heute presentDay
        heute (noch|würde|wissen|weiß|gilt|lebt) presentDay
        zur zeit presentReference
        """

    static let english = """
        RELDAY relativeDay
        RELYEAR relativeYear
        WEEKDAY weekday
        DIR WEEKDAY directedWeekday
        WEEKDAY DIR week weekdayOfWeek
        DIR MONTH directedMonth
        the? DIR UNIT1 directedPeriod
        EDGE DIR UNIT1 directedPeriod
        EDGE this|next|last UNIT1 directedPeriod
        the? end of DIR UNIT1 directedPeriod
        the? end of the UNIT1 thisPeriod
        the? same UNIT1 samePeriod
        the day after tomorrow dayAfterTomorrow
        the day before yesterday dayBeforeYesterday
        the? UNIT1 before periodBefore
        the? following UNIT1 periodAfter
        the? previous UNIT1 periodBefore
        REF reference
        the future futureReference
        the past pastReference
        at the moment presentReference
        """
}
