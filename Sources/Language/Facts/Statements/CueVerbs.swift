/// Forms of the verbs of saying, by which the pronouns beside them are told; `CueWords` has their lemmas.
enum CueVerbs {
    static let all: Set<String> = Set(
        """
        sagte sagt sagten sagen gesagt erklärte erklärt erklärten betonte betont betonten meinte meint meinten so
        kritisierte kritisiert forderte fordert forderten warnte warnt warnten fügte ergänzte ergänzt antwortete
        antwortet berichtete berichtet berichteten schrieb schreibt schrieben twitterte behauptete behauptet
        bestätigte bestätigt versicherte versichert versprach verspricht bezeichnete bezeichnet nannte nennt
        kommentierte kommentiert äußerte zitierte zitiert rief urteilte teilte mitgeteilt verkündete lobte begründete
        fragte fragt hieß heißt laut zufolge kündigte räumte gab
        said says say told tells added adds asked asks wrote writes replied announced stated claimed warned declared
        explained noted argued insisted tweeted confirmed
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
