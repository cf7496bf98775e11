"""What stands around an article on a page of news: words for menus, boxes, comments and notices."""

import html
import json
import random
import re
import pathlib

HERE = pathlib.Path(__file__).resolve().parent
MONTHS = {
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
    "en": "January February March April May June July August September October November December".split(),
}
WORDS = {
    "de": dict(
        nav=["Startseite", "Politik", "Wirtschaft", "Region", "Sport", "Kultur", "Wissen", "Meinung", "E-Paper", "Abo"],
        cookie="Wir und unsere 174 Partner verwenden Cookies und ähnliche Techniken, um Informationen auf Ihrem Gerät zu "
        "speichern, Inhalte zu personalisieren und die Nutzung zu messen. Sie können Ihre Einwilligung jederzeit in den "
        "Einstellungen widerrufen. Weitere Hinweise finden Sie in unserer Datenschutzerklärung.",
        accept="Alle akzeptieren", settings="Einstellungen ansehen", share="Artikel teilen", print="Drucken",
        read_more="Lesen Sie auch", related="Mehr zum Thema", most_read="Meistgelesen", comments="Kommentare",
        write_comment="Schreiben Sie einen Kommentar", newsletter="Der Morgen-Newsletter",
        newsletter_text="Jeden Werktag um 6 Uhr das Wichtigste aus der Region in Ihrem Postfach. Kostenlos und jederzeit "
        "kündbar.", subscribe="Jetzt anmelden", ad="Anzeige", by="Von", published="Veröffentlicht", updated="Aktualisiert",
        imprint=["Impressum", "Datenschutz", "AGB", "Kontakt", "Mediadaten", "Karriere"], login="Anmelden",
        search="Suche", reply="Antworten", tags="Schlagwörter", minutes="Min. Lesezeit",
        paywall="Weiterlesen mit Plus. Testen Sie einen Monat für 1 Euro, danach 9,90 Euro im Monat. Sie können jederzeit "
        "kündigen.", copyright="Alle Rechte vorbehalten.", more="mehr", at="Uhr", back="Zurück zur Übersicht",
        about="ist Mitglied der Redaktion und schreibt seit 2012 über Themen aus der Region. Zuvor arbeitete sie als freie "
        "Autorin für mehrere Zeitungen und Sender.", skip="Zum Inhalt springen", here="Sie sind hier:",
        comment_rules="Bitte bleiben Sie sachlich. Beiträge, die gegen unsere Regeln verstoßen, werden gelöscht.",
        correct="Fehler gefunden? Schreiben Sie uns an redaktion@example.org.", caption="Symbolbild. Foto: Archiv"),
    "en": dict(
        nav=["Home", "World", "Politics", "Business", "Local", "Sports", "Culture", "Science", "Opinion", "Subscribe"],
        cookie="We and our 212 partners store and access information on your device, such as cookies, to personalise "
        "content and ads, measure performance and learn about our audience. You can change your choices at any time by "
        "opening the privacy settings at the bottom of the page.",
        accept="Accept all", settings="Manage options", share="Share this article", print="Print",
        read_more="Read more", related="Related stories", most_read="Most read", comments="Comments",
        write_comment="Leave a comment", newsletter="The Morning Brief",
        newsletter_text="Get the stories that matter in your inbox every weekday at six. Free, and you can unsubscribe at "
        "any time.", subscribe="Sign up", ad="Advertisement", by="By", published="Published", updated="Updated",
        imprint=["About us", "Privacy policy", "Terms of use", "Contact", "Advertise", "Careers"], login="Sign in",
        search="Search", reply="Reply", tags="Tags", minutes="min read",
        paywall="Subscribe to continue reading. Try one month for 1 dollar, then 9.90 a month. You can cancel whenever you "
        "like.", copyright="All rights reserved.", more="more", at="", back="Back to overview",
        about="is a staff writer who has covered the region since 2012. Before that she worked as a freelance writer for "
        "several papers and broadcasters.", skip="Skip to content", here="You are here:",
        comment_rules="Please keep it civil. Comments that break our rules will be removed.",
        correct="Spotted a mistake? Write to editors@example.org.", caption="File picture. Photo: Archive"),
}
COMMENTS = {
    "de": [
        ("Klabautermann", "Das war doch seit Jahren abzusehen. Wer in der Sitzung war, hat gemerkt, dass niemand die Unterlagen "
         "gelesen hatte. Mich wundert nur, dass es so lange gedauert hat, bis darüber berichtet wird."),
        ("Heidi M.", "Danke für den ausführlichen Bericht! Ich wohne selbst in der Nähe und kann das alles nur bestätigen."),
        ("Rolf aus dem Süden", "Und wer bezahlt das am Ende? Natürlich wieder wir. Vielleicht sollte man einmal diejenigen "
         "fragen, die jeden Tag damit leben müssen, statt immer nur die üblichen Fachleute zu Wort kommen zu lassen. Aber "
         "das passt wohl nicht ins Bild, das man hier gern zeichnet."),
        ("t_bone77", "Kann ich so nicht stehen lassen. Die Zahlen stimmen hinten und vorne nicht, das habe ich schon beim letzten "
         "Mal geschrieben, und wieder hat keiner nachgerechnet."),
        ("Gerda", "Schöner Text, gern mehr davon."),
    ],
    "en": [
        ("OldSalt", "Anyone who sat through the meetings saw this coming years ago. What surprises me is that it took so long for "
         "somebody to write it down."),
        ("Hilary P.", "Thank you for a thorough piece. I live round the corner and can confirm every word of it."),
        ("reader_4471", "And who pays for all this in the end? We do, of course. Perhaps for once somebody should ask the people "
         "who have to live with it every day instead of the usual experts. But I suppose that would not fit the picture."),
        ("tbone77", "The numbers do not add up, as I wrote the last time, and once again nobody has bothered to check them."),
        ("Gwen", "Lovely. More of this, please."),
    ],
}


class Article(dict):
    """An article's fields, which also go by their names alone: f-strings nest badly."""

    __getattr__ = dict.__getitem__


def texts():
    """The articles, as dictionaries with a list of blocks: (kind, text)."""
    for language in ("de", "en"):
        source = (HERE / f"texts-{language}.txt").read_text(encoding="utf-8")
        for part in re.split(r"^@ ", source, flags=re.MULTILINE)[1:]:
            lines = part.strip().split("\n")
            fields = dict(field.split(": ", 1) for field in lines[1].split(" | "))
            article = Article(language=language, headline=lines[0], **fields)
            blocks, table, items = [], [], []
            for line in lines[2:] + [""]:
                if table and not line.startswith("| "):
                    blocks.append(("table", table))
                    table = []
                if items and not line.startswith("- "):
                    blocks.append(("list", items))
                    items = []
                if line.startswith("## "):
                    blocks.append(("h2", line[3:]))
                elif line.startswith("- "):
                    items.append(line[2:])
                elif line.startswith("| "):
                    table.append(line[2:].split(" | "))
                elif line.startswith("> "):
                    blocks.append(("quote", line[2:]))
                elif line.startswith("! "):
                    blocks.append(("caption", line[2:]))
                elif line:
                    blocks.append(("p", line))
            first = [index for index, (kind, _) in enumerate(blocks) if kind == "p"][0]
            has_lead = article["topic"] not in ("Garten", "Home")
            article["lead"] = blocks.pop(first)[1] if has_lead else ""
            article["blocks"] = blocks
            article["authors"] = article["by"].split(", ")
            article["slug"] = re.sub(r"[^a-z0-9]+", "-", article["headline"].lower()).strip("-")[:48]
            yield article


def e(text):
    return html.escape(text, quote=False)


def q(text):
    return html.escape(text, quote=True)


def day(article, style="long"):
    year, month, number = article["date"].split("-")
    if article["language"] == "de":
        if style == "short":
            return f"{number}.{month}.{year}"
        return f"{int(number)}. {MONTHS['de'][int(month) - 1]} {year}"
    name = MONTHS["en"][int(month) - 1]
    if style == "short":
        return f"{int(number)} {name[:3]} {year}"
    return f"{name} {int(number)}, {year}"


def iso(article):
    return f"{article['date']}T{article['time']}:00+0{2 if '-04-' < article['date'][4:8] < '-10-' else 1}:00"


class Page:
    """An article, its paper and a source of choices that the shape makes."""

    def __init__(self, article, others, site, seed):
        self.a = article
        self.others = others
        self.site = site
        self.random = random.Random(seed)
        self.w = WORDS[article["language"]]
        self.language = article["language"]
        self.headline = article["headline"]
        self.lead = article["lead"]
        self.url = f"https://www.{re.sub('[^a-z]', '', site.lower())}.example/{article['topic'].lower()}/{article['slug']}"
        # What the shape leaves out or adds, for the gold text.
        self.without = set()
        self.gold_author = article["authors"]
        self.gold_date = article["date"]
        self.gold_lead = True
        self.shown = None

    def teasers(self, count):
        return self.random.sample(self.others, min(count, len(self.others)))

    def comments(self, count):
        pool = COMMENTS[self.language]
        return [pool[self.random.randrange(len(pool))] for _ in range(count)]

    def author(self):
        return (" und " if self.language == "de" else " and ").join(self.a["authors"])

    def json_ld(self, kind="NewsArticle", **more):
        data = {
            "@context": "https://schema.org", "@type": kind, "headline": self.headline,
            "datePublished": iso(self.a), "dateModified": self.a["date"] + "T23:10:00+01:00",
            "author": [{"@type": "Person", "name": name} for name in self.a["authors"]],
            "publisher": {"@type": "Organization", "name": self.site}, "mainEntityOfPage": self.url, **more}
        return f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>'

    def open_graph(self):
        return "\n".join([
            f'<meta property="og:title" content="{q(self.headline)}">',
            '<meta property="og:type" content="article">',
            f'<meta property="og:site_name" content="{q(self.site)}">',
            f'<meta property="og:url" content="{self.url}">',
            f'<meta property="og:description" content="{q(self.lead or self.headline)}">'])

    def body(self, p="<p>{}</p>", h2="<h2>{}</h2>", quote="<blockquote><p>{}</p></blockquote>", ul="<ul>{}</ul>",
             li="<li>{}</li>", figure="<figure><img src=\"/i/1.jpg\" alt=\"\"><figcaption>{}</figcaption></figure>",
             between=None, limit=None):
        """The blocks as HTML; `between` puts something behind a paragraph by its number."""
        parts, number = [], 0
        blocks = self.a["blocks"] if limit is None else self.a["blocks"][:limit]
        self.shown = blocks
        for kind, value in blocks:
            if kind == "p":
                number += 1
                parts.append(p.format(e(value)))
                if between and number in between:
                    parts.append(between[number])
            elif kind == "h2":
                parts.append(h2.format(e(value)))
            elif kind == "quote":
                parts.append(quote.format(e(value)))
            elif kind == "caption":
                parts.append(figure.format(e(value)))
            elif kind == "list":
                parts.append(ul.format("\n".join(li.format(e(item)) for item in value)))
            elif kind == "table":
                rows = ["<tr>" + "".join(f"<{'th' if not row else 'td'}>{e(cell)}</{'th' if not row else 'td'}>"
                                         for cell in cells) + "</tr>" for row, cells in enumerate(value)]
                parts.append("<table>" + "\n".join(rows) + "</table>")
        return "\n".join(parts)

    def gold(self):
        lines = [self.lead] if self.lead and self.gold_lead else []
        for kind, value in self.shown if self.shown is not None else self.a["blocks"]:
            if kind in ("p", "h2", "quote") and kind not in self.without:
                lines.append(value)
            elif kind == "list":
                lines += value
            elif kind == "table":
                lines += [" ".join(cells) for cells in value]
        return "\n\n".join(lines)
