extension PatternTable {
    /// What rises or falls, from what to what.
    static let changes = own("change", changePatterns)

    static let changePatterns = """
        $rising = steigen|ansteigen|wachsen|klettern|zulegen|zunehmen|anwachsen|hochschnellen|emporschnellen|anziehen
        $raising = erhöhen|anheben|steigern|aufstocken|ausweiten|verdoppeln|vergrößern|heraufsetzen|ausbauen|vermehren
        $falling = sinken|fallen|schrumpfen|zurückgehen|abnehmen|einbrechen|nachgeben|absinken|abrutschen|absacken
        $lowering = senken|reduzieren|kürzen|verringern|drosseln|halbieren|verkleinern|herabsetzen|vermindern|absenken|mindern
        $gain = anstieg|zuwachs|steigerung|zunahme|erhöhung|plus|wachstum
        $loss = rückgang|senkung|abnahme|verringerung|kürzung|minus|einbruch

        # Der Umsatz stieg von 3 auf 4 Millionen Euro.
        change(direction=up) 0.8:   v:$rising >nsubj what:NOUN&![Case=Gen]&![Case=Dat]+, v >obl|nmod|obj to:@MONEY|PERCENT|QUANTITY >case a:/auf/, v >> ?from:@MONEY|PERCENT|QUANTITY >case b:/von/, v >> ?by:@MONEY|PERCENT|QUANTITY >case c:/um/
        change(direction=up) 0.75:  v:$rising >nsubj what:NOUN&![Case=Gen]&![Case=Dat]+, v >obl|nmod|obj by:@MONEY|PERCENT|QUANTITY >case a:/um/
        change(direction=down) 0.8: v:$falling >nsubj what:NOUN&![Case=Gen]&![Case=Dat]+, v >obl|nmod|obj to:@MONEY|PERCENT|QUANTITY >case a:/auf/, v >> ?from:@MONEY|PERCENT|QUANTITY >case b:/von/, v >> ?by:@MONEY|PERCENT|QUANTITY >case c:/um/
        change(direction=down) 0.75: v:$falling >nsubj what:NOUN&![Case=Gen]&![Case=Dat]+, v >obl|nmod|obj by:@MONEY|PERCENT|QUANTITY >case a:/um/
        # The same where the grammar hangs the number elsewhere.
        change(direction=up) 0.7:   v:$rising >nsubj what:NOUN&![Case=Gen]&![Case=Dat]+, v ~ a:/auf/ . to:@MONEY|PERCENT|QUANTITY, v ~ ?c:/um/ . ?by:@MONEY|PERCENT|QUANTITY
        change(direction=up) 0.65:  v:$rising >nsubj what:NOUN&![Case=Gen]&![Case=Dat]+, v ~ a:/um/ . by:@MONEY|PERCENT|QUANTITY
        change(direction=down) 0.7: v:$falling >nsubj what:NOUN&![Case=Gen]&![Case=Dat]+, v ~ a:/auf/ . to:@MONEY|PERCENT|QUANTITY, v ~ ?c:/um/ . ?by:@MONEY|PERCENT|QUANTITY
        change(direction=down) 0.65: v:$falling >nsubj what:NOUN&![Case=Gen]&![Case=Dat]+, v ~ a:/um/ . by:@MONEY|PERCENT|QUANTITY
        change(direction=up) 0.65:  v:$rising >nsubj what:NOUN&![Case=Gen]&![Case=Dat]+, v ~ a:/auf/ . to:NUM&!@DATE
        change(direction=down) 0.65: v:$falling >nsubj what:NOUN&![Case=Gen]&![Case=Dat]+, v ~ a:/auf/ . to:NUM&!@DATE
        # Der Umsatz erhöhte sich um 3 Prozent auf 4 Millionen Euro.
        change(direction=up) 0.7:   v:$raising >nsubj what:NOUN&![Case=Gen]+, v >obj|expl:pv|expl s:/sich/, v ~ a:/auf/ . to:@MONEY|PERCENT|QUANTITY, v ~ ?c:/um/ . ?by:@MONEY|PERCENT|QUANTITY
        change(direction=up) 0.7:   v:$raising >nsubj what:NOUN&![Case=Gen]+, v >obj|expl:pv|expl s:/sich/, v ~ a:/um/ . by:@MONEY|PERCENT|QUANTITY
        change(direction=down) 0.7: v:$lowering >nsubj what:NOUN&![Case=Gen]+, v >obj|expl:pv|expl s:/sich/, v ~ a:/auf/ . to:@MONEY|PERCENT|QUANTITY, v ~ ?c:/um/ . ?by:@MONEY|PERCENT|QUANTITY
        change(direction=down) 0.7: v:$lowering >nsubj what:NOUN&![Case=Gen]+, v >obj|expl:pv|expl s:/sich/, v ~ a:/um/ . by:@MONEY|PERCENT|QUANTITY
        # Der Konzern verzeichnete ein Plus von 3 Prozent.
        change(direction=up) 0.65:  v:verzeichnen|verbuchen|melden|erzielen|erreichen|schaffen >nsubj what:NOUN|PROPN+, v >obj n:$gain . a:/um|von/ . by:@MONEY|PERCENT|QUANTITY
        change(direction=down) 0.65: v:verzeichnen|verbuchen|melden|erleiden|hinnehmen >nsubj what:NOUN|PROPN+, v >obj n:$loss . a:/um|von/ . by:@MONEY|PERCENT|QUANTITY
        # Der Umsatz ging um 3 Prozent zurück, der Gewinn um 2 Prozent auf 4 Millionen Euro: the verb is said once.
        change(direction=down) 0.7: v:$falling >> c:/,|und/ . d:DET . what:NOUN+ . a:/um/ .. by:@MONEY|PERCENT|QUANTITY . ?e:/auf/ . ?to:@MONEY|PERCENT|QUANTITY
        change(direction=up) 0.7:   v:$rising >> c:/,|und/ . d:DET . what:NOUN+ . a:/um/ .. by:@MONEY|PERCENT|QUANTITY . ?e:/auf/ . ?to:@MONEY|PERCENT|QUANTITY
        change(direction=down) 0.7: v:$falling >> c:/,|und/ . d:DET . what:NOUN+ . p:ADP|DET . n:NOUN . a:/um/ .. by:@MONEY|PERCENT|QUANTITY . ?e:/auf/ . ?to:@MONEY|PERCENT|QUANTITY
        change(direction=up) 0.7:   v:$rising >> c:/,|und/ . d:DET . what:NOUN+ . p:ADP|DET . n:NOUN . a:/um/ .. by:@MONEY|PERCENT|QUANTITY . ?e:/auf/ . ?to:@MONEY|PERCENT|QUANTITY
        # der Anstieg der Preise um 3 Prozent
        change(direction=up) 0.7:   n:$gain >nmod what:NOUN+, n >nmod by:@MONEY|PERCENT|QUANTITY >case a:/um|von/
        change(direction=down) 0.7: n:$loss >nmod what:NOUN+, n >nmod by:@MONEY|PERCENT|QUANTITY >case a:/um|von/
        # Die Preise werden um 3 Prozent erhöht.
        change(direction=up) 0.75:  v:$raising >nsubj:pass what:NOUN+, v >obl|nmod|obj to:@MONEY|PERCENT|QUANTITY >case a:/auf/, v >> ?by:@MONEY|PERCENT|QUANTITY >case c:/um/
        change(direction=up) 0.75:  v:$raising >nsubj:pass what:NOUN+, v >obl|nmod|obj by:@MONEY|PERCENT|QUANTITY >case a:/um/
        change(direction=down) 0.75: v:$lowering >nsubj:pass what:NOUN+, v >obl|nmod|obj to:@MONEY|PERCENT|QUANTITY >case a:/auf/, v >> ?by:@MONEY|PERCENT|QUANTITY >case c:/um/
        change(direction=down) 0.75: v:$lowering >nsubj:pass what:NOUN+, v >obl|nmod|obj by:@MONEY|PERCENT|QUANTITY >case a:/um/
        # Die Bahn erhöht die Preise um 3 Prozent.
        change(direction=up) 0.75:  v:$raising >obj what:NOUN&![Case=Gen]+ >det d:/die|das|den|ihre|ihren|seine|seinen/, v >obl|nmod to:@MONEY|PERCENT|QUANTITY >case a:/auf/
        change(direction=up) 0.75:  v:$raising >obj what:NOUN&![Case=Gen]+ >det d:/die|das|den|ihre|ihren|seine|seinen/, v >obl|nmod by:@MONEY|PERCENT|QUANTITY >case a:/um/
        change(direction=down) 0.75: v:$lowering >obj what:NOUN&![Case=Gen]+ >det d:/die|das|den|ihre|ihren|seine|seinen/, v >obl|nmod to:@MONEY|PERCENT|QUANTITY >case a:/auf/
        change(direction=down) 0.75: v:$lowering >obj what:NOUN&![Case=Gen]+ >det d:/die|das|den|ihre|ihren|seine|seinen/, v >obl|nmod by:@MONEY|PERCENT|QUANTITY >case a:/um/

        $up = rise|grow|climb|increase|jump
        $down = fall|drop|decline|sink|shrink|decrease
        change(direction=up) 0.75:   v:$up >nsubj what:NOUN&![Case=Gen]&![Case=Dat]+, v >obl to:@MONEY|PERCENT|QUANTITY >case a:/to/, v >> ?from:@MONEY|PERCENT|QUANTITY >case b:/from/
        change(direction=up) 0.7:    v:$up >nsubj what:NOUN&![Case=Gen]&![Case=Dat]+, v >obl by:@MONEY|PERCENT|QUANTITY >case a:/by/
        change(direction=down) 0.75: v:$down >nsubj what:NOUN&![Case=Gen]&![Case=Dat]+, v >obl to:@MONEY|PERCENT|QUANTITY >case a:/to/, v >> ?from:@MONEY|PERCENT|QUANTITY >case b:/from/
        change(direction=down) 0.7:  v:$down >nsubj what:NOUN&![Case=Gen]&![Case=Dat]+, v >obl by:@MONEY|PERCENT|QUANTITY >case a:/by/
        """
}
