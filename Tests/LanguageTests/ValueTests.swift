import Articles
import Testing

@testable import Language

/// Tables of values: what is marked, and its normal form, in a sentence of its own.
@Suite struct ValueTests {
    @Test(
        "German dates have their values",
        arguments: [
            "Er kam am [17. Oktober 2024](DATE=2024-10-17) an.",
            "Er kam am [17. Oktober](DATE=2024-10-17) an.",
            "Er kam am [2. Januar](DATE=2025-01-02) an.",
            "Er kam am [17.10.2024](DATE=2024-10-17) an.",
            "Er kam am [17.10.99](DATE=1999-10-17) an.",
            "Er kam am [Donnerstag, 17. Oktober 2024](DATE=2024-10-17) an.",
            "Er kam am [Donnerstag, den 17. Oktober](DATE=2024-10-17), an.",
            "Er kam im [Oktober 2024](DATE=2024-10) an.",
            "Er kam im [Oktober](DATE=2024-10) an.",
            "Er kam [Ende März 2023](DATE=2023-03) an.",
            "Er kam im [Jahr 2019](DATE=2019) an.",
            "Er kam [2019](DATE=2019) an.",
            "Das gilt für das [2. Halbjahr 2024](DATE=2024-H2) noch.",
            "Das gilt für die [zweite Hälfte des Jahres 2019](DATE=2019-H2) noch.",
            "Das gilt für das [dritte Quartal](DATE=2024-Q3) noch.",
            "Das gilt für den [Sommer 2015](DATE=2015-SU) noch.",
            "Das war in den [1990er-Jahren](DATE=199) so.",
            "Das war in den [80er Jahren](DATE=198) so.",
            "Das war im [19. Jahrhundert](DATE=18) so.",
            "Das war von [2002–2005](DATE=2002/2005) so.",
            "Das war vom [3.–5. Oktober 2024](DATE=2024-10-03/2024-10-05) so.",
            "Das war vom [3.](DATE=2024-10-03) bis [5. Oktober](DATE=2024-10-05) so.",
            "Stand vom [2024-10-17](DATE=2024-10-17) laut Liste.",
        ])
    func germanDates(marked: String) throws {
        try expect(marked, date: "2024-10-15", language: "de", labels: valueLabels)
    }

    @Test(
        "words such as gestern are resolved against the day of publication",
        arguments: [
            "Er kam [gestern](DATE=2024-10-14) an.",
            "Er kommt [übermorgen](DATE=2024-10-17) an.",
            "Er kam am [Donnerstag](DATE=2024-10-10) an.",
            "Er wird am [Donnerstag](DATE=2024-10-17) kommen.",
            "Er kam am [vergangenen Samstag](DATE=2024-10-12) an.",
            "Er kam im [vergangenen Jahr](DATE=2023) an.",
            "Er kommt [nächste Woche](DATE=2024-W43) an.",
            "Er kam [vor drei Jahren](DATE=2021) an.",
            "Er kommt [in zwei Wochen](DATE=2024-W44) an.",
            "Er kam [vor knapp zwei Jahren](DATE=2022) an.",
            "Er kam im [Dezember](DATE=2023-12) an.",
            "Er kam im [August vorigen Jahres](DATE=2023-08) an.",
            "Er kam [Freitagabend](TIME=2024-10-11TEV) an.",
        ])
    func relativeDates(marked: String) throws {
        try expect(marked, date: "2024-10-15", language: "de", labels: valueLabels)
    }

    @Test(
        "without a day of publication the value leaves open what is not said",
        arguments: [
            "Er kam am [17. Oktober](DATE=XXXX-10-17) an.",
            "Er kam am [Donnerstag](DATE=XXXX-WXX-4) an.",
            "Er kam [gestern](DATE) an.",
            "Er kam im [vergangenen Jahr](DATE) an.",
            "Er kam im [Oktober](DATE=XXXX-10) an.",
        ])
    func openDates(marked: String) throws {
        try expect(marked, language: "de", labels: valueLabels)
    }

    @Test(
        "English dates have their values",
        arguments: [
            "He came on [October 17, 2024](DATE=2024-10-17), by train.",
            "He came on [October 17](DATE=2024-10-17) by train.",
            "He came on [17 October 2024](DATE=2024-10-17) by train.",
            "He came on the [17th of October](DATE=2024-10-17) by train.",
            "He came on [10/17/2024](DATE=2024-10-17) by train.",
            "He came on [Thursday, October 17](DATE=2024-10-17) by train.",
            "He comes [next Thursday](DATE=2024-10-17) by train.",
            "He came [last year](DATE=2023) by train.",
            "He came [yesterday](DATE=2024-10-14) by train.",
            "He came [three years ago](DATE=2021) by train.",
            "He came in the [1990s](DATE=199) by train.",
            "He came in [October 2024](DATE=2024-10) by train.",
            "He may come in [May](DATE=2024-05) by train.",
            "He came in the [third quarter of 2024](DATE=2024-Q3) by train.",
        ])
    func englishDates(marked: String) throws {
        try expect(marked, date: "2024-10-15", language: "en", labels: valueLabels)
    }

    @Test(
        "times of day",
        arguments: [
            "Es beginnt um [14.30 Uhr](TIME=T14:30) im Rathaus.",
            "Es beginnt um [8 Uhr](TIME=T08:00) im Rathaus.",
            "Es beginnt um [14:30](TIME=T14:30) im Rathaus.",
            "Es dauert von [14–16 Uhr](TIME=T14:00/T16:00) im Rathaus.",
            "Es beginnt am [17. Oktober 2024](DATE=2024-10-17) um [14.30 Uhr](TIME=2024-10-17T14:30) im Rathaus.",
        ])
    func germanTimes(marked: String) throws {
        try expect(marked, language: "de", labels: valueLabels)
    }

    @Test(
        "English times of day",
        arguments: [
            "It begins at [3 p.m.](TIME=T15:00) in town.",
            "It begins at [11:45 am](TIME=T11:45) in town.",
            "It begins at [12 a.m.](TIME=T00:00) in town.",
        ])
    func englishTimes(marked: String) throws {
        try expect(marked, language: "en", labels: valueLabels)
    }

    @Test(
        "durations",
        arguments: [
            "Das [zweitägige](DURATION=P2D) Treffen.",
            "Das [10-tägige](DURATION=P10D) Treffen.",
            "Es währte [drei Wochen](DURATION=P3W) lang.",
            "Es währte [eineinhalb Stunden](DURATION=PT1.5H) lang.",
            "Es währte [ein halbes Jahr](DURATION=P0.5Y) lang.",
            "Es währte [mehrere Monate](DURATION=PXM) lang.",
            "Es währte [12 Sekunden](DURATION=PT12S) lang.",
            "Die [letzten zwei Jahre](DURATION=P2Y) zählen.",
            "Es währte [zwei bis drei Jahre](DURATION=P2Y/P3Y) lang.",
            "Der 47-jährige Mann und die 24-Jährige sind 31 Jahre alt.",
        ])
    func germanDurations(marked: String) throws {
        try expect(marked, language: "de", labels: valueLabels)
    }

    @Test(
        "English durations",
        arguments: [
            "It took [two years](DURATION=P2Y) to build.", "It was a [three-day](DURATION=P3D) trip.",
            "It took [half an hour](DURATION=PT0.5H) to build.",
            "It took [a decade](DURATION=P10Y) to build.",
        ])
    func englishDurations(marked: String) throws {
        try expect(marked, language: "en", labels: valueLabels)
    }

    @Test(
        "German sums of money have a plain number and a currency",
        arguments: [
            "Es kostet [40 Milliarden Dollar](MONEY=40000000000 USD) insgesamt.",
            "Es kostet [17,4 Milliarden Dollar](MONEY=17400000000 USD) insgesamt.",
            "Es kostet [1.000,50 €](MONEY=1000.5 EUR) insgesamt.",
            "Es kostet [20 Cent](MONEY=0.2 EUR) insgesamt.",
            "Es kostet [5 Mio. Franken](MONEY=5000000 CHF) insgesamt.",
            "Es kostet [5 bis 7 Millionen Euro](MONEY=5000000..7000000 EUR) insgesamt.",
            "Es kostet [zwölf Euro](MONEY=12 EUR) insgesamt.",
            "Es kostet [anderthalb Millionen Euro](MONEY=1500000 EUR) insgesamt.",
            "Es kostet [eine Million US-Dollar](MONEY=1000000 USD) insgesamt.",
            "Es kostet [100.000 Schweizer Franken](MONEY=100000 CHF) insgesamt.",
            "Es kostet [3 Mrd. EUR](MONEY=3000000000 EUR) insgesamt.",
        ])
    func germanMoney(marked: String) throws {
        try expect(marked, language: "de", labels: valueLabels)
    }

    @Test(
        "English sums of money",
        arguments: [
            "It costs [$3.5 billion](MONEY=3500000000 USD) in all.",
            "It costs [$3.5bn](MONEY=3500000000 USD) in all.",
            "It costs [€1,000.50](MONEY=1000.5 EUR) in all.",
            "It costs [two hundred dollars](MONEY=200 USD) in all.",
            "It costs [50 cents](MONEY=0.5 USD) in all.",
            "It costs [10 million Canadian dollars](MONEY=10000000 CAD) in all.",
        ])
    func englishMoney(marked: String) throws {
        try expect(marked, language: "en", labels: valueLabels)
    }

    @Test(
        "percentages and differences of percentages",
        arguments: [
            "Es stieg um [2 %](PERCENT=2 %) an.",
            "Es stieg um [2,5%](PERCENT=2.5 %) an.",
            "Es stieg um [zwei Prozent](PERCENT=2 %) an.",
            "Es stieg um [zwei bis drei Prozent](PERCENT=2..3 %) an.",
            "Es stieg um [0,25 Prozentpunkte](PERCENT=0.25 pp) an.",
        ])
    func percentages(marked: String) throws {
        try expect(marked, language: "de", labels: valueLabels)
    }

    @Test(
        "quantities need a real unit",
        arguments: [
            "Er fuhr [300 km/h](QUANTITY=300 km/h) schnell.",
            "Er fuhr [300 Kilometer](QUANTITY=300 km) weit.",
            "Er fuhr [120 Kilometer pro Stunde](QUANTITY=120 km/h) schnell.",
            "Es waren [30 Grad Celsius](QUANTITY=30 °C) im Schatten.",
            "Es kamen 5.000 Menschen zum Fest.",
            "Es waren [2,5 Tonnen](QUANTITY=2.5 t) Stahl.",
            "Es waren [100 Mbit/s](QUANTITY=100 Mbit/s) im Netz.",
            "Es waren [35 °C](QUANTITY=35 °C) im Schatten.",
        ])
    func quantities(marked: String) throws {
        try expect(marked, language: "de", labels: valueLabels)
    }

    @Test(
        "numbers that are no values stay text",
        arguments: [
            "Das Spiel endete 3:2 nach Toren.", "Er wohnt in Zimmer 17 im Erdgeschoss.",
            "Rund 2000 Menschen kamen.",
            "Version 1.2.3 ist da.", "Das 5. Mal war das beste.", "Ein Tag wie jeder andere begann.",
        ])
    func noValues(plain: String) throws {
        try expect(plain, language: "de", labels: valueLabels)
    }
}
