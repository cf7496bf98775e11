/// What happens again and again.
enum SetRules {
    static let german = """
        PERIODIC periodic
        HABITUAL habitual
        # jeden Montag, jedes Jahr, jeden zweiten Tag, alle zwei Wochen
        jeden|jedem|jede|jeder|jedes UNIT1 every
        jeden|jedem|jede|jeder|jedes WEEKDAY everyWeekday
        jeden|jedem|jede|jeder|jedes WEEKDAYPART everyWeekdayPart
        jeden|jedem|jede|jeder|jedes PART everyPart
        jeden|jedem|jedes WEEKEND everyWeekend
        jeden|jedem|jede|jeder|jedes ORD UNIT1 everyNth
        jeden|jedem ORD WEEKDAY im? monat|monats everyMonth
        jeden|jedem ORD WEEKDAY des? monats everyMonth
        alle NUM UNITS everyCount
        je NUM UNITS everyCount
        # einmal im Monat, zweimal pro Woche, im Jahr
        TIMES im|in|pro|am|je der? UNIT1 timesPer
        NUM mal im|in|pro|am|je der? UNIT1 timesPer
        pro|je UNIT1 per
        (€|euro|dollar|franken|prozent|%) im UNIT1 per
        """

    static let english = """
        PERIODIC periodic
        HABITUAL habitual
        every|each UNIT1 every
        every|each WEEKDAY everyWeekday
        every|each PART everyPart
        every NUM UNITS everyCount
        every ORD UNIT1 everyNth
        every other UNIT1 everyOther
        TIMES a|per UNIT1 timesPer
        once|twice a|per|every UNIT1 timesPer
        NUM times a|per UNIT1 timesPer
        (million|billion|dollars|euros|pounds) a|per UNIT1 per
        per UNIT1 per
        """
}
