/// What the closed classes of words tell about a sentence: who may be meant, and where a subject stands.
enum FunctionWord: Sendable {
    case pronoun(Pronoun)
    case determiner(Determiner)
    case preposition
    /// Begins a clause: `dass`, `weil`, `when`.
    case conjunction
    /// A verb that is too irregular to be told by its ending.
    case verb
    /// An adverb or particle that ends as a verb does: `nicht`, `heute`.
    case particle

    /// Looked up by words in lower case.
    static func table(_ tongue: Tongue) -> WordTable<FunctionWord> {
        tongue == .english ? englishTable : germanTable
    }

    private static func entries(_ word: FunctionWord, _ text: String) -> [(String, FunctionWord)] {
        text.split(whereSeparator: \.isWhitespace).map { (String($0), word) }
    }

    private static let germanTable = WordTable<FunctionWord>(
        Pronoun.german.map { ($0, .pronoun($1)) } + Determiner.german.map { ($0, .determiner($1)) }
            + entries(
                .preposition,
                """
                in im ins an am ans auf aus bei beim bis durch für gegen hinter mit nach neben ohne seit trotz über um
                unter unterm von vom vor vorm wegen während zu zum zur zwischen laut gegenüber statt anstatt angesichts
                aufgrund außer binnen dank entlang gemäß hinsichtlich infolge innerhalb mittels per pro samt mithilfe
                zugunsten bezüglich
                """)
            + entries(
                .conjunction,
                """
                dass daß weil ob wenn als nachdem bevor obwohl damit sodass während falls sobald solange da wie indem
                seitdem ehe sofern zumal wo warum wieso weshalb und oder aber denn sondern doch
                """)
            + entries(
                .verb,
                """
                ist sind war waren sei seien wäre hat haben habe hatte hatten hätte wird werden werde wurde wurden
                würde kann können könne könnte konnte will wollen wolle wollte soll sollen solle sollte muss müssen
                müsse musste darf dürfe durfte mag möge kam ging stand lag sah gab nahm fand hielt ließ trat schlug
                rief sprach schrieb blieb fiel fuhr flog gewann verlor begann betrat bat zog trug warf wies schied
                floh starb wuchs lief las aß trank half griff schloss bot lud unterlag erhielt bekam vergab erschien
                verwies erschoss verließ verstarb erlag entschied beschloss versprach widersprach übernahm
                """)
            + entries(
                .particle,
                """
                nicht jetzt heute dort erst selbst fast oft sonst zuletzt zunächst bereits meist nun noch auch dann
                schon sehr nur mehr wieder etwa rund gut bald seither inzwischen zudem außerdem jedoch allerdings
                weit bislang bisher künftig damals später spät letzt gesamt insgesamt nächst zeit
                """))

    private static let englishTable = WordTable<FunctionWord>(
        Pronoun.english.map { ($0, .pronoun($1)) } + Determiner.english.map { ($0, .determiner($1)) }
            + entries(
                .preposition,
                """
                of in on at by for with from to into about after before over under between against during through
                without within near since until upon among across behind beyond along around despite like per via
                """)
            + entries(
                .conjunction,
                "that because if when while although though as whether where who which and or but so unless than"
            )
            + entries(
                .verb,
                """
                is are was were be been has have had will would can could should may might must did does do said says
                told added wrote made took gave came went became began left led held met won lost called
                """)
            + entries(.particle, "not now then also just only even still yet once"))
}

extension FunctionWord {
    var isVerb: Bool { if case .verb = self { true } else { false } }
    var isPreposition: Bool { if case .preposition = self { true } else { false } }
    var isConjunction: Bool { if case .conjunction = self { true } else { false } }
    var pronoun: Pronoun? { if case .pronoun(let pronoun) = self { pronoun } else { nil } }
    var determiner: Determiner? { if case .determiner(let determiner) = self { determiner } else { nil } }
}
