import Articles
import Testing

@testable import Language

/// Sums, percentages, quantities and people: what is marked, and its normal form, in a sentence of its own.
@Suite struct SumTests {
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
            "Es kostet umgerechnet rund [300 Euro](MONEY=300 EUR) insgesamt.",
            "Es kostet [1,2 Mio. €](MONEY=1200000 EUR) insgesamt.",
            "Es kostet [20,9 Milliarden Dollar](MONEY=20900000000 USD) insgesamt.",
            "Es kostet [500 schwedische Kronen](MONEY=500 SEK) insgesamt.",
            "Es kostet [40 tschechische Kronen](MONEY=40 CZK) insgesamt.",
            "Es kostet [70 Millionen Forint](MONEY=70000000 HUF) insgesamt.",
            "Es kostet zwischen [10 und 15 Euro](MONEY=10..15 EUR) insgesamt.",
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
            "It costs [$1.2bn](MONEY=1200000000 USD) in all.", "It costs [£12m](MONEY=12000000 GBP) in all.",
            "It costs [US$5](MONEY=5 USD) in all.", "It costs [A$5](MONEY=5 AUD) in all.",
            "It costs more than [30 Swiss francs](MONEY=30 CHF) in all.",
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
            "Es stieg um [10 bis 15 Prozent](PERCENT=10..15 %) an.",
            "Es stieg um mindestens [10 Prozent](PERCENT=10 %) an.",
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
            "Es waren [2,5 Tonnen](QUANTITY=2.5 t) Stahl.",
            "Es waren [100 Mbit/s](QUANTITY=100 Mbit/s) im Netz.",
            "Es waren [35 °C](QUANTITY=35 °C) im Schatten.",
        ])
    func quantities(marked: String) throws {
        try expect(marked, language: "de", labels: valueLabels)
    }

    @Test(
        "people are counted",
        arguments: [
            "Es kamen [5.000 Menschen](QUANTITY=5000 PERSON) zum Fest.",
            "Rund [2000 Menschen](QUANTITY=2000 PERSON) kamen zum Fest.",
            "Es kamen rund [300 friedliche Demonstranten](QUANTITY=300 PERSON) zum Fest.",
            "Es kamen [zwölf Frauen](QUANTITY=12 PERSON) zum Fest.",
            "Es kamen [10.000 bis 12.000 Besucher](QUANTITY=10000..12000 PERSON) zum Fest.",
            "Die beiden Männer kamen zum Fest.",
        ])
    func germanPeople(marked: String) throws {
        try expect(marked, language: "de", labels: valueLabels)
    }

    @Test(
        "people are counted in English",
        arguments: [
            "There were [200 people](QUANTITY=200 PERSON) in the hall.",
            "There were more than [3,000 protesters](QUANTITY=3000 PERSON) in the hall.",
            "There were [two injured workers](QUANTITY=2 PERSON) in the hall.",
        ])
    func englishPeople(marked: String) throws {
        try expect(marked, language: "en", labels: valueLabels)
    }

    @Test(
        "how exactly a number is meant",
        arguments: [
            ("Es kostet rund 300 Euro.", "APPROX"), ("Es kostet mindestens 300 Euro.", "EQUAL_OR_MORE"),
            ("Es kostet bis zu 300 Euro.", "EQUAL_OR_LESS"), ("Es kostet mehr als 300 Euro.", "MORE_THAN"),
            ("Es kostet über 300 Euro.", "MORE_THAN"), ("Es kostet weniger als 300 Euro.", "LESS_THAN"),
            ("Es kostet unter 300 Euro.", "LESS_THAN"), ("Es kostet 300 Euro.", nil),
            ("Es stieg um fast 5 Prozent.", "APPROX"), ("Es kamen höchstens 20 Menschen.", "EQUAL_OR_LESS"),
            ("Es käme zu Millionen von Toten.", "MORE_THAN"), ("Es kostet Milliarden Euro.", "MORE_THAN"),
            ("Es kostet eine Million Euro.", nil), ("Es kostet 25 Millionen Euro.", nil),
        ] as [(String, String?)])
    func modifiers(text: String, modifier: String?) throws {
        let found = try suggestions(text, language: "de").mentions.filter { valueLabels.contains($0.label) }
        #expect(found.map { $0.attributes["mod"] } == [modifier])
    }

    @Test("what a terminal obeys is no value")
    func controlSequences() throws {
        let text = "Rot \u{1B}[31m und \u{1B}[1;32m, \u{1B}]0;17 Euro\u{7} weg, \u{1B}[5 m lang."
        #expect(
            try suggestions(text, language: "de").mentions.filter { valueLabels.contains($0.label) }.isEmpty)
        let shown = try suggestions("\u{1B}[31mEs kostet 17 Euro\u{1B}[0m heute.", language: "de").mentions
        #expect(shown.contains { $0.value == "17 EUR" })
    }

    @Test(
        "numbers that are no values stay text",
        arguments: [
            "Das Spiel endete 3:2 nach Toren.", "Er wohnt in Zimmer 17 im Erdgeschoss.",
            "Version 1.2.3 ist da.", "Das 5. Mal war das beste.", "Ein Tag wie jeder andere begann.",
        ])
    func noValues(plain: String) throws {
        try expect(plain, language: "de", labels: valueLabels)
    }
}
