/// What the columns of people's tables are called, in English and German.
enum ColumnNames {
    enum Field: Hashable {
        case title, text, teaser, date, author, source, publisher, language
    }

    /// The field behind a name such as `Publication Date`, `pub_date` or `Überschrift`; nil for any other.
    static func field(_ name: String) -> Field? { fields[key(name)] }

    /// Whether rows with these columns are articles: one holds a text, or one a title and one a summary.
    static func holdText(_ names: some Sequence<String>) -> Bool {
        let found = Set(names.compactMap(field))
        return found.contains(.text) || found.contains(.title) && found.contains(.teaser)
    }

    /// Lower case, without blanks and signs.
    private static func key(_ name: String) -> String {
        String(name.prefix(60).lowercased().unicodeScalars.filter { $0.properties.isAlphabetic })
    }

    private static let fields: [String: Field] = {
        let names: [(Field, String)] = [
            (
                .text,
                "text body content article articletext articlebody bodytext contenttext fulltext maintext "
                    + "story storytext bodyhtml contenthtml bodyxhtml "
                    + "inhalt artikel artikeltext volltext textkörper textkoerper haupttext meldung"
            ),
            (
                .title,
                "title headline heading hed articletitle titel überschrift ueberschrift schlagzeile hauptzeile"
            ),
            (
                .teaser,
                "teaser description summary abstract lead lede standfirst subtitle dek "
                    + "vorspann untertitel beschreibung zusammenfassung anreißer unterzeile"
            ),
            (
                .date,
                "date day published publishedat publishedon publicationdate publishdate pubdate datepublished "
                    + "datepublish datetime timestamp createdat "
                    + "datum tag veröffentlicht veroeffentlicht erschienen erscheinungsdatum "
                    + "veröffentlichungsdatum zeitpunkt"
            ),
            (
                .author,
                "author authors byline creator writer autor autoren autorin autorinnen verfasser verfasserin"
            ),
            (.source, "url link address permalink weburl articleurl sourceurl href adresse webadresse"),
            (
                .publisher,
                "source publisher publication outlet newspaper site sitename domain sourcedomain medium "
                    + "quelle zeitung herausgeber verlag agentur agency"
            ),
            (.language, "language lang languagecode sprache"),
        ]
        return Dictionary(
            names.flatMap { field, list in list.split(separator: " ").map { (String($0), field) } },
            uniquingKeysWith: { first, _ in first })
    }()
}
