/// Times of day.
enum TimeRules {
    static let german = """
        # 14.30 Uhr, 8 Uhr, 8 Uhr 15, um 14:30, von 14 bis 16 Uhr
        ABOUT? HOUR CLOCK clock
        ABOUT? HOUR CLOCK MINUTE clock
        HOUR (bis|–|-|—|und|/|,|oder) (HOUR) (CLOCK) clock
        HOUR (,|/) (HOUR) (und|oder|,|/) (HOUR) (CLOCK) clock
        (um|ab|bis|gegen|von|seit) HOUR colonClock
        halb HOUR CLOCK? halfHour
        mitternacht midnight
        # Freitagabend, heute Abend, am Abend, in der Nacht auf Samstag
        the? WEEKDAYPART weekdayPart
        the? DIR WEEKDAYPART weekdayPart
        the? WEEKDAY PART weekdayPart
        the? WEEKDAY morgen weekdayMorning
        RELDAY PART dayPart
        RELDAY morgen dayMorning
        (am) PART dayPartAlone
        (am) frühen|späten PART dayPartAlone
        (des) abends|nachmittags|vormittags|morgens dayPartAlone
        (am) morgen morningAlone
        (am) frühen morgen morningAlone
        """

    static let english = """
        ABOUT? HOUR CLOCK clock
        HOUR (to|–|-|—|and) (HOUR) (CLOCK) clock
        (at|from|by|until|around|about) HOUR colonClock
        noon noon
        midnight midnight
        WEEKDAY PART weekdayPart
        DIR PART directedPart
        RELDAY PART dayPart
        (in|during) the? morning|afternoon|evening dayPartAlone
        """
}
