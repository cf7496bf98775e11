/// What a noun calls something that has a name as well: `Kanzlerin`, `Unternehmen`, `city`.
struct ThingNoun: Hashable, Sendable {
    enum Sort: UInt8, Sendable {
        case person, company, party, club, body, medium, country, town, region, building

        /// The labels that something of the sort has.
        func fits(_ label: LabelSet) -> Bool {
            switch self {
            case .person: label == .person
            case .company, .party, .club, .body, .medium: label == .organisation
            case .country, .town, .region: label == .place
            case .building: label != .person
            }
        }
    }

    /// The labels whose mentions are joined.
    enum LabelSet: Sendable {
        case person, organisation, place, other
    }

    let sort: Sort
    let gender: Gender
    /// Whether it says so little that the nearest of its sort is meant: `der Politiker`, `das Unternehmen`.
    let isGeneral: Bool

    /// By the stem of the noun; see `NounStem`.
    static func table(_ tongue: Tongue) -> WordTable<ThingNoun> {
        tongue == .english ? englishTable : germanTable
    }

    private static func german(
        _ sort: Sort, _ gender: Gender, general: String = "", _ words: String = ""
    ) -> [(String, ThingNoun)] {
        func entries(_ text: String, _ isGeneral: Bool) -> [(String, ThingNoun)] {
            text.split(whereSeparator: \.isWhitespace).map {
                (NounStem.german(String($0)), ThingNoun(sort: sort, gender: gender, isGeneral: isGeneral))
            }
        }
        return entries(general, true) + entries(words, false)
    }

    private static let men = """
        präsident vizepräsident kanzler vizekanzler premier premierminister ministerpräsident generalsekretär
        staatssekretär minister sekretär sprecher chef leiter direktor intendant geschäftsführer bürgermeister
        oberbürgermeister senator gouverneur botschafter kommissar general papst bischof erzbischof kardinal
        trainer könig prinz kaiser rektor professor anwalt rechtsanwalt staatsanwalt richter manager gründer
        regisseur autor schriftsteller musiker sänger komponist maler künstler schauspieler astronaut forscher
        historiker journalist kommandant parteivorsitzender oppositionsführer spitzenkandidat kandidat
        regierungschef staatschef außenminister innenminister fraktionschef parteichef bundestrainer
        mann täter fahrer junge polizist zeuge mensch arzt lehrer student angeklagter angeklagte soldat vater
        sohn bruder nachfolger vorgänger stellvertreter kollege partner gegner freund radfahrer
        weltmeister sieger preisträger nobelpreisträger amtsinhaber pilot kapitän torwart stürmer philosoph
        """
    private static let manGenerals = """
        politiker sportler fußballer spieler tennisspieler spanier italiener franzose brite amerikaner
        """

    private static let germanTable = WordTable<ThingNoun>(
        german(.person, .masculine, general: manGenerals, men)
            + german(
                .person, .feminine, general: "politikerin sportlerin frau",
                men.split(whereSeparator: \.isWhitespace).map {
                    ($0.hasSuffix("anwalt") ? $0.dropLast(6) + "anwält" : $0) + "in"
                }.joined(separator: " "))
            + german(
                .person, .feminine,
                "mutter tochter schwester ehefrau polizistin zeugin ärztin lehrerin studentin")
            + german(
                .company, .neuter, general: "unternehmen", "institut kaufhaus startup")
            + german(
                .company, .masculine, general: "konzern", "hersteller betreiber anbieter verlag autobauer")
            + german(.company, .feminine, general: "firma", "bank gesellschaft airline kette versicherung")
            + german(.party, .feminine, general: "partei")
            + german(.club, .masculine, general: "verein klub club", "verband fußballverein")
            + german(.club, .feminine, general: "band", "mannschaft")
            + german(
                .body, .feminine, general: "organisation",
                """
                behörde kommission regierung bundesregierung union universität hochschule polizei agentur allianz
                stiftung gewerkschaft kirche armee miliz bundeswehr versammlung partnerschaft akademie schule kammer
                fraktion koalition uni
                """)
            + german(
                .body, .neuter,
                """
                ministerium amt gericht verfassungsgericht landgericht parlament bundesamt präsidium komitee bündnis
                außenministerium innenministerium krankenhaus
                """)
            + german(
                .body, .masculine,
                """
                gerichtshof bundesgerichtshof rat bundesrat bundestag landtag senat geheimdienst rechnungshof
                ausschuss kongress sicherheitsrat
                """)
            + german(.medium, .feminine, "zeitung tageszeitung zeitschrift nachrichtenagentur")
            + german(.medium, .neuter, "magazin nachrichtenmagazin blatt")
            + german(.medium, .masculine, "sender fernsehsender")
            + german(.country, .neuter, general: "land") + german(.country, .masculine, general: "staat")
            + german(.country, .feminine, "republik volksrepublik")
            + german(.town, .feminine, general: "stadt", "hauptstadt gemeinde metropole hansestadt")
            + german(.town, .masculine, general: "ort") + german(.town, .neuter, "dorf")
            + german(.region, .feminine, "insel provinz region halbinsel")
            + german(.region, .masculine, "bundesstaat kanton see fluss vulkan")
            + german(.region, .neuter, "bundesland"))

    private static func english(
        _ sort: Sort, _ gender: Gender, general: String = "", _ words: String = ""
    ) -> [(String, ThingNoun)] {
        func entries(_ text: String, _ isGeneral: Bool) -> [(String, ThingNoun)] {
            text.split(whereSeparator: \.isWhitespace).map {
                (String($0), ThingNoun(sort: sort, gender: gender, isGeneral: isGeneral))
            }
        }
        return entries(general, true) + entries(words, false)
    }

    private static let englishTable = WordTable<ThingNoun>(
        english(
            .person, .person, general: "politician",
            """
            president chancellor minister premier secretary governor mayor senator ambassador director chairman
            spokesman commissioner chief executive leader councilman congressman judge prosecutor general admiral
            pope bishop coach captain professor
            """)
            + english(.person, .feminine, "chairwoman spokeswoman councilwoman congresswoman actress queen")
            + english(.person, .masculine, "king")
            + english(
                .company, .neuter, general: "company firm", "bank airline carmaker manufacturer retailer")
            + english(.party, .neuter, general: "party")
            + english(.club, .neuter, general: "club", "team band association")
            + english(
                .body, .neuter, general: "organisation organization agency",
                """
                authority commission government ministry department council court university institute hospital
                parliament congress union committee museum school college church army foundation alliance
                """)
            + english(.medium, .neuter, "newspaper magazine broadcaster")
            + english(.country, .neuter, general: "country", "republic kingdom")
            + english(.town, .neuter, general: "city town", "village capital")
            + english(.region, .neuter, "province region island river lake"))
}

/// The form of a noun by which its cases are one: `Ministers`, `Ministern`; `Präsidenten`, `Präsident`.
enum NounStem {
    /// - Parameter noun: in lower case.
    static func german(_ noun: String) -> String {
        if noun.hasSuffix("innen") { return String(noun.dropLast(3)) }
        if noun.hasSuffix("in") { return noun }
        var stem = noun
        for ending in ["s", "n", "e"] where stem.utf8.count > 3 && stem.hasSuffix(ending) {
            if stem.hasSuffix("in") { break }
            stem.removeLast()
        }
        return stem
    }

    /// Without the possessive: `agency’s`, `agencies’`.
    static func english(_ noun: String) -> String {
        for ending in ["’s", "'s", "’", "'"] where noun.hasSuffix(ending) {
            return String(noun.dropLast(ending.count))
        }
        return noun
    }

    static func of(_ noun: String, _ tongue: Tongue) -> String {
        tongue == .english ? english(noun) : german(noun)
    }
}
