import Articles

/// iCalendar: facts that a date belongs to, as events of whole days, or of a time of day.
///
/// The date is the normal value of a filler (`2024-10-17`, `2024-10`, `2024-10-17T20:15`); facts without such a value stay
/// behind. The summary is what else the fact says, the description its evidence. Source: RFC 5545.
extension Format {
    static let iCalendar = Format(
        name: "ics", title: "Dated facts as a calendar, iCalendar", extensions: ["ics"],
        carries: [.facts, .margins, .spelling, .spacing], adapt: CalendarEvent.adapted,
        write: Writer(
            report: .anyNumber(
                opening: "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Glosse//facts//EN\r\n",
                closing: "END:VCALENDAR\r\n")
        ) { document, options, output in
            for fact in document.annotations.facts {
                guard let event = CalendarEvent(fact, in: document, number: options.number) else { continue }
                for line in event.lines { output.write(CalendarEvent.folded(line)) }
            }
        })
}

struct CalendarEvent {
    private enum When {
        /// From a day to the day after the last one.
        case days(Int, Int)
        case time(String)
    }

    private(set) var lines: [String]
    /// The day on which it begins, as `2024-10-17`, and what it is in a few words.
    let start: String
    let summary: String

    init?(_ fact: Fact, in document: Document, number: Int) {
        guard let (when, place) = Self.when(fact, document) else { return nil }
        let others = fact.slots.enumerated().filter { $0.offset != place }.compactMap { _, slot -> String? in
            let spans = slot.spans ?? slot.mention.flatMap { document.annotations.mentions[$0]?.spans }
            return spans.map { document.text.string(in: $0, joinedBy: " … ") } ?? slot.value
        }
        let evidence = document.text.string(in: fact.evidence, joinedBy: " … ")
        summary = Entities.words(others.isEmpty ? evidence : others.joined(separator: ", "))
        let article = document.article
        // Without a time of its own the stamp is the article's day: the same export is the same file.
        let stamp =
            fact.origin.time.flatMap(UTCTime.string) ?? article.date.flatMap {
                UTCTime.isDay($0) ? $0 + "T00:00:00Z" : nil
            }
            ?? "1970-01-01T00:00:00Z"
        lines = [
            "BEGIN:VEVENT",
            "UID:\(Percent.encoded(article.name))-\(number)-\(Percent.encoded(fact.id.text))@glosse",
            "DTSTAMP:" + stamp.filter { $0 != "-" && $0 != ":" },
        ]
        switch when {
        case .days(let first, let end):
            start = String((UTCTime.string(first * 86_400) ?? "").prefix(10))
            lines.append("DTSTART;VALUE=DATE:" + Self.date(first))
            lines.append("DTEND;VALUE=DATE:" + Self.date(end))
        case .time(let time):
            start = "\(time.prefix(4))-\(time.dropFirst(4).prefix(2))-\(time.dropFirst(6).prefix(2))"
            lines.append("DTSTART:" + time)
        }
        lines += [
            "SUMMARY:" + Self.escaped(summary),
            "DESCRIPTION:" + Self.escaped("\(evidence)\n\(article.title)"),
            "CATEGORIES:" + Self.escaped(fact.kind),
            "STATUS:" + (fact.status == .accepted ? "CONFIRMED" : "TENTATIVE"), "TRANSP:TRANSPARENT",
        ]
        if let source = article.source, source.hasPrefix("http://") || source.hasPrefix("https://") {
            lines.append("URL:" + Percent.encodedForIRI(source))
        }
        lines.append("END:VEVENT")
    }

    /// The document with only the facts that have a date.
    @Sendable static func adapted(_ document: Document) -> Document {
        let undated = document.annotations.facts.filter { when($0, document) == nil }
        guard !undated.isEmpty else { return document }
        return Document(
            article: document.article,
            annotations: document.annotations.changed(undated.map { .remove($0.id) }))
    }

    /// The first filler that says when, and which one it is.
    private static func when(_ fact: Fact, _ document: Document) -> (When, place: Int)? {
        for (place, slot) in fact.slots.enumerated() {
            let value = document.annotations.value(of: slot)
            if let when = value.flatMap(when) { return (when, place) }
        }
        return nil
    }

    private static func when(_ value: String) -> When? {
        if UTCTime.isDay(value), let day = UTCTime.day(value), value < "9999-12-31" {
            return .days(day, day + 1)
        }
        let parts = value.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2, UTCTime.isDay(parts[0]) {
            let time = parts[1].split(separator: ":").map(String.init)
            let isTime = (2...3).contains(time.count) && time.allSatisfy { $0.count == 2 && UInt8($0) != nil }
            guard isTime, UInt8(time[0]) ?? 24 < 24, UInt8(time[1]) ?? 60 < 60 else { return nil }
            return .time(parts[0].filter { $0 != "-" } + "T" + time[0] + time[1] + "00")
        }
        // A month.
        guard value.utf8.count == 7, let first = UTCTime.day(value + "-01"), let month = Int(value.suffix(2)),
            let year = Int(value.prefix(4))
        else { return nil }
        guard value < "9999-12" else { return nil }
        let next = month == 12 ? (year + 1, 1) : (year, month + 1)
        let end = String(next.0 + 10_000).suffix(4) + "-" + String(next.1 + 100).suffix(2) + "-01"
        return UTCTime.day(String(end)).map { .days(first, $0) }
    }

    private static func date(_ day: Int) -> String {
        (UTCTime.string(day * 86_400) ?? "").prefix(10).filter { $0 != "-" }
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": result += "\\\(scalar)"
            case "\n": result += "\\n"
            case "\r": break
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// A line in pieces of at most 75 bytes, none of which ends within a character.
    static func folded(_ line: String) -> String {
        var result = ""
        var count = 0
        for scalar in line.unicodeScalars {
            let width = UTF8.width(scalar)
            if count + width > 75 {
                result += "\r\n "
                count = 1
            }
            result.unicodeScalars.append(scalar)
            count += width
        }
        return result + "\r\n"
    }
}
