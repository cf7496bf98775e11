import Articles

/// Whether enough is said of an event: without anything to know about it, it is only a word.
extension EventReader {
    /// What the clause says besides who takes part.
    struct Known {
        let hasPlace: Bool
        let hasDate: Bool
        let hasCount: Bool
    }

    func isWorth(
        _ entry: EventWords.Entry, at index: Int, _ roles: Roles, _ known: Known, _ sentence: FactSentence
    ) -> Bool {
        let isVerb = entry.sort == .verb
        let isPointed = isPointed(roles.who, sentence) || isPointed(roles.whom, sentence)
        let (hasPlace, hasDate) = (known.hasPlace, known.hasDate)
        switch entry.type {
        case "acquisition" where isVerb && !isBought(roles.whom, sentence): return false
        case "acquisition":
            return roles.who?.mention != nil && roles.whom?.mention != nil
                || !isVerb && roles.whom?.mention != nil
        case "insolvency": return roles.who?.mention != nil
        case "merger": return roles.who?.mention != nil || isSeveral(roles.who, behind: index, sentence)
        case "strike": return roles.who?.mention != nil || hasPlace && hasDate
        case "layoffs" where isVerb && isFreed(index, sentence): return false
        case "layoffs": return roles.who?.mention != nil || known.hasCount
        case "founding":
            if isVerb || entry.sort == .participle {
                if let whom = roles.whom, isBegun(whom, sentence) { return false }
                return roles.whom != nil && (hasPlace || hasDate || isPointed)
            }
            return hasPlace && hasDate || roles.whom?.mention != nil
        case "death":
            if entry.sort == .noun {
                return isPointed || known.hasCount || roles.who != nil || hasPlace && hasDate
            }
            return roles.who != nil || known.hasCount
        case "verdict" where isVerb:
            return isSentence(index, sentence) && (isPointed || known.hasCount || hasPlace || hasDate)
        case "arrest", "resignation", "verdict":
            return isPointed || known.hasCount || isVerb && (roles.who ?? roles.whom) != nil
                || (roles.who ?? roles.whom) != nil && (hasPlace || hasDate)
        case "accident":
            if Self.falling.contains(sentence.lemma(index)), !isVehicle(subjectOf: index, sentence) {
                return false
            }
            return hasPlace || known.hasCount || hasDate || isVerb && roles.who != nil
                || isVehicle(roles.who, sentence)
        case "attack" where entry.sort == .participle: return hasPlace
        case "attack" where isVerb:
            return roles.whom != nil && words(of: roles.whom, sentence).first?.form != "sich"
                && !isFigure(index, sentence)
        case "attack", "explosion", "protest": return hasPlace || known.hasCount || hasDate || isPointed
        case "disaster": return hasPlace || hasDate || known.hasCount
        case "launch" where sentence.words[index].lemma == "start":
            return isSpacecraft(roles.whom, sentence) && hasDate
        case "launch" where isVerb: return isLaunched(index, roles.whom, known, sentence)
        case "election" where isVerb:
            return isPerson(roles.whom, sentence)
        case "meeting" where isVerb:
            return roles.who?.mention != nil && (hasPlace || hasDate)
        // The parliament that is called so, and no meeting.
        case "meeting" where sentence.words[index].lemma == "kongress": return hasPlace
        case "meeting": return hasDate || hasPlace && roles.who?.mention != nil
        default: return hasDate || hasPlace || roles.who?.mention != nil
        }
    }

    /// Whether what is taken over is an organisation by its own name, and no office or part of a word.
    private func isBought(_ slot: Slot?, _ sentence: FactSentence) -> Bool {
        guard let id = slot?.mention else { return false }
        return sentence.words.indices.contains { word in
            guard let mention = sentence.item(word)?.mention else { return false }
            return mention.id == id && mention.label == .organisation && mention.attributes["form"] == nil
        }
    }

    /// Whether it is a name, or a pronoun that may stand for one.
    private func isPointed(_ slot: Slot?, _ sentence: FactSentence) -> Bool {
        guard let slot else { return false }
        return slot.mention != nil || isPronoun(slot, sentence)
    }

    private func isPronoun(_ slot: Slot, _ sentence: FactSentence) -> Bool {
        guard let place = slot.spans?.bounds,
            let word = sentence.words.first(where: { $0.span == place })
        else { return false }
        return Self.pronouns.contains(word.form)
    }

    private static let pronouns: Set<String> = [
        "er", "sie", "ihn", "seinem", "seinen", "seiner", "sein", "seine", "ihrem", "ihren", "ihrer", "ihre",
        "he", "she", "him", "her", "his", "they", "them",
    ]

    private func isPerson(_ slot: Slot?, _ sentence: FactSentence) -> Bool {
        guard let slot else { return false }
        if isPronoun(slot, sentence) { return true }
        return label(of: slot, sentence) == .person
    }

    func label(of slot: Slot, _ sentence: FactSentence) -> Label? {
        guard let id = slot.mention else { return nil }
        return sentence.words.indices.lazy.compactMap(sentence.item).first { $0.mention.id == id }?.mention
            .label
    }

    /// The words of the slot in lower case.
    private func words(of slot: Slot?, _ sentence: FactSentence) -> [FactSentence.Word] {
        guard let place = slot?.spans?.bounds else { return [] }
        return sentence.words.filter { place.contains($0.span) }
    }

    /// `der beiden Hersteller`, `von Lenz und Brandt`
    private func isSeveral(_ slot: Slot?, behind index: Int, _ sentence: FactSentence) -> Bool {
        guard let end = slot?.spans?.bounds.end else { return false }
        return sentence.words[index...].prefix { $0.span.end <= end }.contains {
            $0.partOfSpeech == .numeral
                || ["beiden", "beider", "both", "two", "und", "and"].contains($0.form)
        }
    }

    /// Whether a court condemns somebody, and nobody only thinks badly of something.
    private func isSentence(_ verb: Int, _ sentence: FactSentence) -> Bool {
        guard ["verurteilen", "convict"].contains(sentence.lemma(verb)) else { return true }
        return sentence.isPassive(verb)
            || sentence.children[verb].contains { sentence.hasChild($0, "zu", "zum", "zur", "wegen", "of") }
    }

    /// `scharf angegriffen`: with words only.
    private func isFigure(_ verb: Int, _ sentence: FactSentence) -> Bool {
        sentence.hasChild(verb, "scharf", "heftig", "verbal", "massiv", "wegen", "verbally")
    }

    /// `aus der Haft entlassen`, `gegen Kaution entlassen`
    private func isFreed(_ verb: Int, _ sentence: FactSentence) -> Bool {
        sentence.words[max(0, verb - 6)..<verb].contains { word in
            Self.holding.contains { word.form.hasSuffix($0) }
        }
    }

    private static let holding = [
        "haft", "kaution", "krankenhaus", "gefängnis", "klinik", "freiheit", "prison", "hospital",
    ]

    /// `eröffnete das Verfahren`: what only begins.
    private func isBegun(_ slot: Slot, _ sentence: FactSentence) -> Bool {
        words(of: slot, sentence).contains { word in Self.begun.contains { word.lemma.hasSuffix($0) } }
    }

    private static let begun = [
        "verfahren", "möglichkeit", "chance", "perspektive", "debatte", "sitzung", "feuer",
    ]

    /// Verbs that tell of an accident only of a vehicle.
    private static let falling: Set<String> = ["stürzen", "hinabstürzen", "prallen"]

    private func isVehicle(_ slot: Slot?, _ sentence: FactSentence) -> Bool {
        words(of: slot, sentence).contains { word in Self.vehicles.contains { word.lemma.hasSuffix($0) } }
    }

    /// Whether it goes up for good; a bus or a plane starts each day.
    private func isSpacecraft(_ slot: Slot?, _ sentence: FactSentence) -> Bool {
        words(of: slot, sentence).contains { word in
            Self.spacecraft.contains { word.lemma.hasSuffix($0) || word.form.hasSuffix($0) }
        }
    }

    private static let spacecraft = [
        "rakete", "satellit", "satelliten", "sonde", "kapsel", "shuttle", "raumschiff", "raumfähre",
        "raumfrachter", "raumtransporter", "rover", "ballon", "spaceship", "rocket", "satellite", "probe",
        "spacecraft",
    ]

    private func isVehicle(subjectOf verb: Int, _ sentence: FactSentence) -> Bool {
        guard let subject = sentence.subject(of: verb) else { return false }
        return Self.vehicles.contains { sentence.words[subject].lemma.hasSuffix($0) }
    }

    private static let vehicles = [
        "maschine", "flugzeug", "hubschrauber", "helikopter", "satellit", "satelliten", "rakete", "zug",
        "bus",
        "wagen", "auto", "jet", "sonde", "schiff", "boot", "kapsel", "ballon", "fähre", "shuttle", "kampfjet",
        "pkw", "lkw", "flieger", "airbus", "boeing", "bahn", "kutter", "tanker", "frachter", "rocket",
        "satellite", "probe", "spacecraft",
    ]

    /// Whether what is brought out is a product, a work or a spacecraft, and no report, picture or number.
    private func isLaunched(
        _ verb: Int, _ slot: Slot?, _ known: Known, _ sentence: FactSentence
    ) -> Bool {
        guard let slot else { return false }
        switch sentence.lemma(verb) {
        case "starten", "aussetzen", "abheben": return isSpacecraft(slot, sentence)
        case "launch" where isSpacecraft(slot, sentence): return true
        default: break
        }
        let named = words(of: slot, sentence)
        if named.contains(where: { word in Self.notices.contains { word.lemma.hasSuffix($0) } }) {
            return false
        }
        if let label = label(of: slot, sentence) {
            return label != .person && label != .place && label != .role && label != .date
                && label != .organisation
        }
        return named.contains { word in Self.works.contains { word.lemma.hasSuffix($0) } }
            || known.hasDate && sentence.lemma(verb) != "erscheinen"
                && sentence.lemma(verb) != "veröffentlichen"
    }

    private static let notices = [
        "bericht", "studie", "erklärung", "mitteilung", "zahl", "ergebnis", "artikel", "umfrage", "statistik",
        "foto", "bild", "daten", "liste", "brief", "stellungnahme", "gutachten", "urteil", "interview",
        "report",
        "study", "statement", "letter", "article",
    ]

    private static let works = [
        "album", "alben", "single", "film", "buch", "roman", "spiel", "lied", "song", "cd", "dvd", "stück",
        "version",
        "software", "programm", "system", "modell", "gerät", "handy", "konsole", "zeitschrift", "musik",
        "serie",
        "game", "book", "movie", "phone", "novel",
    ]
}
