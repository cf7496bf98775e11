/// Days, months and years of the calendar. `Rule` explains the notation.
enum DateRules {
    static let german = """
        # 17. Oktober 2024, Donnerstag, den 17. Oktober
        the? DAY MONTH OFYEAR? day
        the? WEEKDAY ,? den|dem|der? DAY MONTH OFYEAR? day
        the? WEEKDAY ,? den|dem|der? DATE day
        the? WEEKDAY ,? den|dem|der? DAYMONTH day
        DATE day
        (am|vom|zum|bis|seit|ab|dem|den|und|,) DAYMONTH day
        # vom [3.] bis 5. Oktober, am [3.], 4. und 5. Oktober
        DAY (LISTMONTH) day
        the? WEEKDAY ,? den|dem|der? DAY (LISTMONTH) day
        # im Oktober, Ende Juli 2024, Mitte des Monats Mai
        the? MONTH OFYEAR? month
        MONTH (und|bis|–|-|/) (MONTH) (YEAR) month
        EDGE MONTH OFYEAR? month
        EDGE des? MONTH OFYEAR? month
        EDGE (bis|und|oder|-) (EDGE) (MONTH) (OFYEAR)? month
        # das Jahr 2024, Ende 2024, 2024
        the? jahr|jahre|jahres|gesamtjahr|kalenderjahr|geschäftsjahr YEAR year
        EDGE YEAR year
        EDGE des? jahres YEAR year
        EDGE des OFYEAR year
        YEAR bareYear
        # die Nacht, der Tag vor einem Tag
        the? nacht|abend des DAY MONTH OFYEAR? nightOf
        # Feste
        HOLIDAY YEAR? holiday
        """

    static let english = """
        # October 17, 2024, 17th of October, Thursday, October 17
        MONTH DAY OFYEAR? day
        WEEKDAY ,? MONTH DAY OFYEAR? day
        the? DAY of? MONTH OFYEAR? day
        WEEKDAY ,? the? DAY of? MONTH OFYEAR? day
        DATE day
        WEEKDAY ,? DATE day
        # October 2024, in October, early May
        MONTH OFYEAR? month
        EDGE ~-? MONTH OFYEAR? month
        the? beginning|start of MONTH OFYEAR? startMonth
        the? end of MONTH OFYEAR? endMonth
        # 2024, early 2024, the year 2024
        the? year YEAR year
        EDGE ~-? YEAR year
        the? end of YEAR endYear
        the? beginning|start of YEAR startYear
        YEAR bareYear
        HOLIDAY ,? YEAR? holiday
        """
}
