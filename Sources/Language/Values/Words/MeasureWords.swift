/// Units of measure in words and as symbols.
enum MeasureWords {
    static let german = table(
        """
        km kilometer kilometern kilometers
        m meter metern meters höhenmeter höhenmetern
        cm zentimeter zentimetern
        mm millimeter millimetern
        mi meile meilen
        nmi seemeile seemeilen
        km/h stundenkilometer stundenkilometern
        kg kilogramm kilo
        g gramm
        mg milligramm
        t tonne tonnen
        l liter litern
        hl hektoliter hektolitern
        ml milliliter millilitern
        bbl barrel fass
        ha hektar
        km² quadratkilometer quadratkilometern
        m² quadratmeter quadratmetern
        m³ kubikmeter kubikmetern
        kWh kilowattstunde kilowattstunden
        MWh megawattstunde megawattstunden
        GWh gigawattstunde gigawattstunden
        TWh terawattstunde terawattstunden
        W watt
        kW kilowatt
        MW megawatt
        GW gigawatt
        V volt
        GB gigabyte
        MB megabyte
        TB terabyte
        Hz hertz
        kHz kilohertz
        MHz megahertz
        oz feinunze feinunzen unze unzen
        ly lichtjahr lichtjahre lichtjahren
        in zoll
        kn knoten
        mSv millisievert
        Bq becquerel
        dB dezibel
        hPa hektopascal
        kcal kilokalorien
        """)

    static let english = table(
        """
        km kilometer kilometers kilometre kilometres
        m meter meters metre metres
        cm centimeters centimetres centimeter centimetre
        mm millimeters millimetres
        mi mile miles
        ft foot feet
        in inch inches
        yd yard yards
        kg kilogram kilograms kilogrammes kilos
        g grams grammes
        lb pound-weight lbs
        t ton tons tonne tonnes
        l liter liters litre litres
        bbl barrel barrels
        gal gallon gallons
        ha hectare hectares
        acre acre acres
        kW kilowatt kilowatts
        MW megawatt megawatts
        GW gigawatt gigawatts
        W watts
        GB gigabytes
        MB megabytes
        oz ounce ounces
        dB decibels
        """)

    /// Symbols, each for itself in lower case.
    static let symbols: [(String, Term)] =
        """
        km cm mm kg mg t ha kWh MWh GWh TWh kW MW GW MB GB TB kB Mbit Gbit Hz kHz MHz GHz m km² m² m³ cm³ ml hl \
        mph PS hp bar dpi ppm lb ft mi g l kV dB hPa
        """.split(separator: " ").map { ($0.lowercased(), .measure(UnitSymbol($0))) }

    private static func table(_ lines: String) -> [(String, Term)] {
        lines.split(separator: "\n").flatMap { line -> [(String, Term)] in
            let fields = line.split(separator: " ")
            return fields.dropFirst().map { (String($0), .measure(UnitSymbol(fields[0]))) }
        }
    }
}
