/// Small files as agencies, blogs and mail programs write them; the texts are about invented matters.
enum ArticleSamples {
    static let rss = """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
          xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"
          xmlns:atom="http://www.w3.org/2005/Atom">
        <channel>
          <title>Hafenbote</title>
          <link>https://hafenbote.example/</link>
          <atom:link href="https://hafenbote.example/feed.xml" rel="self"/>
          <language>de</language>
          <item>
            <title>Neue Fähre f&amp;uuml;r Norderhaven</title>
            <link>/2024/faehre.html?a=1&amp;b=2#top</link>
            <pubDate>Thu, 17 Oct 2024 23:30:00 +0200</pubDate>
            <dc:creator>Anna Berg</dc:creator><dc:creator>Jonas Thies</dc:creator>
            <category>Verkehr</category><category>Norderhaven</category>
            <guid isPermaLink="false">hb-1</guid>
            <description>Die F&#228;hre soll im M&#228;rz fahren.</description>
            <content:encoded><![CDATA[<p>Die F&auml;hre <b>„Elke“</b> soll im M&auml;rz fahren.</p>
              <p>Sie kostet 18 Millionen Euro.</p><ul><li>60 Autos</li><li>400 Personen</li></ul>
              <script>alert(1)</script>]]></content:encoded>
            <media:content url="https://hafenbote.example/elke.jpg"><media:description>Bild</media:description></media:content>
          </item>
          <item>
            <title>Sturm &lt; 8 Beaufort</title>
            <guid>https://hafenbote.example/sturm</guid>
            <author>red@hafenbote.example (Redaktion)</author>
            <description>Nur ein Vorspann …</description>
            <dc:date>2024-10-16T08:00:00Z</dc:date>
          </item>
          <item><enclosure url="x.mp3"/></item>
        </channel></rss>
        """

    static let rdf = """
        <?xml version="1.0" encoding="ISO-8859-1"?>
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
          xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel rdf:about="https://alt.example/"><title>Altes Blatt</title><link>https://alt.example/</link>
          <dc:language>en</dc:language><items><rdf:Seq><rdf:li rdf:resource="https://alt.example/1"/></rdf:Seq></items>
        </channel>
        <item rdf:about="https://alt.example/1"><title>Old tower reopens</title><link>https://alt.example/1</link>
          <description>The tower of Marl reopens on Sunday.</description><dc:date>2003-05-01</dc:date></item>
        </rdf:RDF>
        """

    static let atom = """
        <?xml version="1.0"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://notes.example/a/">
          <title type="html">Harbour &amp;amp; Notes</title>
          <link rel="self" href="feed.atom"/><link href="https://notes.example/"/>
          <author><name>Dolores Achterberg</name></author>
          <entry>
            <title>Night boats &lt;i&gt;stay&lt;/i&gt;</title>
            <link rel="alternate" href="../b/night.html"/><id>urn:1</id>
            <updated>2024-10-19T00:00:00Z</updated><published>2024-10-18T23:00:00-05:00</published>
            <category term="transport" label="Transport"/>
            <summary>Boats stay.</summary>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Night boats <em>stay</em>.</p>
              <ol><li>Pier</li><li>Point</li></ol>
              <table><tr><th>Line</th><th>Fare</th></tr><tr><td>1</td><td>$2.75</td></tr></table>
              <pre>a
              b</pre></div></content>
          </entry>
          <entry xml:lang="de">
            <title type="html">Gr&amp;uuml;ne Welle</title><author><name>Peter Ohm</name></author>
            <link href="https://notes.example/welle"/><updated>2024-10-17T10:00:00Z</updated>
            <content type="html">&lt;p&gt;Die Welle kommt &amp;ndash; sagt Ohm.&lt;/p&gt;&lt;p&gt;Wirklich.&lt;/p&gt;</content>
          </entry>
          <entry><title>Teaser only</title><updated>2024-10-16T10:00:00Z</updated><summary>It begins …</summary></entry>
        </feed>
        """

    static let jsonFeed = #"""
        {"version": "https://jsonfeed.org/version/1.1", "title": "Marl Daily", "home_page_url": "https://marl.example/",
         "language": "en", "authors": [{"name": "Staff"}],
         "items": [
          {"id": "1", "url": "/tower", "title": "Tower reopens", "date_published": "2024-10-17T09:00:00+02:00",
           "content_html": "<p>The tower of Marl reopens.</p><p>Tickets cost \u20ac4.</p>", "tags": ["culture", "marl"],
           "authors": [{"name": "Lin Marsh"}]},
          {"id": "2", "url": "https://marl.example/rain", "content_text": "Rain again.\n\nAnd again.", "summary": "Rain"},
          7, {"id": 3, "title": null}
         ]}
        """#

    static let opml = """
        <?xml version="1.0"?><opml version="2.0"><head><title>Lists</title></head><body>
        <outline text="Harbour"><outline type="rss" text="Hafenbote" xmlUrl="https://hafenbote.example/feed.xml"/>
        <outline type="rss" title="Marl &amp; Daily" text="x" xmlUrl="https://marl.example/feed.json"/>
        <outline type="rss" text="again" xmlUrl="https://marl.example/feed.json"/></outline></body></opml>
        """

    static let newsML = """
        <?xml version="1.0" encoding="UTF-8"?>
        <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2024-10-17T10:00:00Z</sent></header>
        <itemSet>
         <packageItem guid="p1"><groupSet root="r"><group id="r"><itemRef residref="tag:a"/></group></groupSet></packageItem>
         <newsItem guid="tag:agency.example,2024:1" version="3" xml:lang="en-GB">
          <itemMeta><itemClass qcode="ninat:text"/><provider qcode="prov:EXA"><name>Example Agency</name></provider>
           <versionCreated>2024-10-18T07:00:00Z</versionCreated><firstCreated>2024-10-17T22:00:00+02:00</firstCreated>
           <pubStatus qcode="stat:usable"/></itemMeta>
          <contentMeta><urgency>3</urgency><headline>Marl votes on its tower</headline><by>By Lin Marsh</by>
           <dateline>MARL, Oct 17 (Example) -</dateline><language tag="en"/>
           <subject type="cpnat:abstract" qcode="medtop:11000000"><name xml:lang="en">politics</name></subject>
           <subject qcode="medtop:01000000"/><keyword>tower</keyword></contentMeta>
          <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
           <head><title>ignored</title></head><body><p>Marl votes on Sunday.</p><p>The tower is <b>300</b> years old.</p>
           </body></html></inlineXML></contentSet>
         </newsItem>
         <newsItem guid="tag:agency.example,2024:2"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta>
          <contentMeta><headline>Tower</headline></contentMeta>
          <contentSet><remoteContent href="tower.jpg" contenttype="image/jpeg"/></contentSet></newsItem>
         <newsItem guid="tag:agency.example,2024:3" xml:lang="de"><itemMeta><provider literal="Beispieldienst"/></itemMeta>
          <contentSet><inlineXML contenttype="application/nitf+xml"><nitf><body><body.head><hedline><hl1>Turm bleibt</hl1></hedline>
          </body.head><body.content><block><p>Der Turm bleibt.</p></block></body.content></body></nitf></inlineXML></contentSet>
         </newsItem>
        </itemSet></newsMessage>
        """

    static let nitf = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">
        <nitf><head><title>fallback</title>
         <tobject tobject.type="news"><tobject.property tobject.property.type="current"/>
          <tobject.subject tobject.subject.refnum="11000000" tobject.subject.type="Politics" tobject.subject.matter="Local"/></tobject>
         <docdata><doc-id id-string="ex-7"/><urgency ed-urg="4"/><date.issue norm="20241017T220000+0200"/>
          <key-list><keyword key="tower"/></key-list><doc.copyright holder="Example"/></docdata>
         <pubdata type="print" name="Marl Daily" position.section="Local"/></head>
        <body><body.head><hedline><hl1>Marl keeps its <em>tower</em></hl1><hl2>Vote was close</hl2></hedline>
          <byline>By <person>Lin Marsh</person><byttl>Reporter</byttl></byline><distributor>Example Agency</distributor>
          <dateline><location>MARL</location><story.date norm="20241018">Oct. 18</story.date></dateline>
          <abstract><p>A close vote.</p></abstract></body.head>
         <body.content><block><p>Marl keeps its tower.</p><media media-type="image"><media-caption>Tower</media-caption></media>
          <hl2>What now</hl2><p>Repairs begin in May.</p><ul><li>Roof</li><li>Stairs</li></ul></block></body.content>
         <body.end><tagline>marsh@example.org</tagline></body.end></body></nitf>
        """

    static let ninjs = #"""
        {"uri": "http://agency.example/item/9", "type": "text", "versioncreated": "2024-10-18T07:00:00Z",
         "firstcreated": "2024-10-17T22:00:00+00:00", "language": "en", "headline": "Marl keeps its tower",
         "byline": "By Lin Marsh", "located": "Marl", "pubstatus": "usable", "urgency": 4,
         "body_xhtml": "<div><p>Marl keeps its tower.</p><p>Repairs begin in May.</p></div>", "body_text": "x",
         "subject": [{"code": "medtop:11000000", "name": "politics"}, {"code": "medtop:01"}],
         "infosource": [{"name": "Example Agency"}],
         "associations": {"picture": {"uri": "http://agency.example/p", "type": "picture", "headline": "Tower"},
          "sidebar": {"uri": "http://agency.example/s", "type": "text", "headline": "The roof", "body_text": "Old.\n\nLeaky."}}}
        """#

    static let ninjs3 = #"""
        {"uri": "urn:x:3", "standard": {"name": "ninjs", "version": "3.0"}, "type": "text", "language": "de",
         "versionCreated": "2024-10-18T07:00:00Z", "by": "Von Anna Berg",
         "headlines": [{"role": "short", "value": "Turm"}, {"role": "main", "value": "Der Turm bleibt"}],
         "bodies": [{"role": "main", "contentType": "text/html", "value": "<p>Der Turm bleibt.</p><p>Gut so.</p>"}],
         "subjects": [{"name": "Politik", "uri": "http://cv.example/1"}], "infoSources": [{"name": "Beispieldienst"}]}
        """#

    static let mail = """
        Received: from a.example by b.example; Thu, 17 Oct 2024 23:31:00 +0200
        From: =?iso-8859-1?Q?J=F6rg_M=FCller?= <joerg@example.org>
        To: Redaktion <red@example.org>
        Subject: =?utf-8?B?R3LDvMOf?= =?utf-8?Q?e_aus_K=C3=B6ln?=
         und Bonn
        Date: Thu, 17 Oct 2024 23:30:00 +0200
        Message-ID: <1@example.org>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="aussen"

        This is a multi-part message in MIME format.
        --aussen
        Content-Type: multipart/alternative; boundary=innen

        --innen
        Content-Type: text/plain; charset=iso-8859-1; format=flowed
        Content-Transfer-Encoding: quoted-printable

        Die Gr=F6=DFe z=E4hlt, =
        sagt M=FCller. Der Satz geht=20
        weiter.

        > Was soll=20
        > das?
        Ende.
        --innen
        Content-Type: text/html; charset=utf-8
        Content-Transfer-Encoding: base64

        PHA+RGllIEdyw7bDn2UgesOkaGx0PC9wPg==
        --innen--

        --aussen
        Content-Type: application/pdf; name="plan.pdf"
        Content-Disposition: attachment; filename*=utf-8''Plan%20f%C3%BCr%20K%C3%B6ln.pdf
        Content-Transfer-Encoding: base64

        JVBERi0xLjQK
        --aussen--

        """

    static let mbox = """
        From anna@example.org Thu Oct 17 10:00:00 2024
        From: Anna Berg <anna@example.org>
        Subject: Erste
        Date: Thu, 17 Oct 2024 10:00:00 +0200
        Message-ID: <2@example.org>

        Der erste Text.
        >From here on it goes on.

        From now on nothing parts.

        From MAILER-DAEMON Fri Oct 18 11:00:00 2024
        From: "Berg, Anna" <anna@example.org>
        Subject: Zweite
        Date: Fri, 18 Oct 2024 11:00:00 +0200

        Der zweite Text.

        """

    static let csv = """
        Titel;Datum;Autor;URL;Text;Ressort
        "Der ""Turm"" bleibt";17.10.2024;Anna Berg;https://example.org/1;"Marl stimmt ab.

        Der Turm bleibt; gut so.";Lokales
        Regen;2024-10-18T08:00:00Z;;https://example.org/2;<p>Es regnet.</p><p>Weiter.</p>;
        ;;;;;
        kurz;x
        """

    static let tsv = """
        headline\tbody\tpublished\tlang
        Tower stays\tMarl keeps its tower.\tOct 17, 2024\ten
        Rain\tIt rains.\t1729155600\ten

        """

    static let jsonLines = #"""
        {"headline": "Tower stays", "body": "Marl keeps its tower.", "published_at": "2024-10-17", "url": "https://e.example/1", "authors": ["Lin", "Ann"], "score": 0.5}
        {"headline": "Rain", "body": "It rains.", "lang": "en", "nested": {"a": 1}}
        {"headline": null}
        """#

    static let srt = """
        1
        00:00:01,000 --> 00:00:03,000
        <i>Der Turm von Marl</i>
        ist dreihundert Jahre alt,

        2
        00:00:03,100 --> 00:00:05,000 X1:10 X2:20
        {\\an8}und er bleibt.

        3
        00:00:08,000 --> 00:00:09,000
        Das sagt die Stadt.

        4
        00:00:09,100 --> 00:00:10,000
        - Warum?
        - Weil er schön ist.
        """

    static let vtt = """
        WEBVTT Kind: captions; Language: en

        STYLE
        ::cue { color: red }

        NOTE a note
        of two lines

        intro
        00:01.000 --> 00:03.000 align:start position:0%
        <v Lin Marsh>The <b>tower</b> stays &amp; stands,

        00:03.000 --> 00:05.000
        <v Lin Marsh>says the <00:04.000><c>town</c>.

        01:00:05.000 --> 01:00:06.000
        <v.loud Ann>Why?
        """

    static let markdown = """
        ---
        title: "Der Turm: ein Bericht"
        date: 2024-10-17T10:00
        lang: de
        authors:
          - Anna Berg
          - Jonas Thies
        tags: [Marl, 'Turm']
        ---
        # Ein *anderer* Titel #

        Marl stimmt **am Sonntag** über den [Turm](https://example.org "Bild (1)") ab. Er ist
        `300` Jahre alt & steht_mitten_im_Ort.[^1] ![Bild](turm.png)

        Unterwegs
        ---------

        > Der Turm bleibt,\\
        > sagte sie.

        - [x] Dach
        * Treppe und
          Tor
        1. Mai

        | Jahr | Euro |
        |------|-----:|
        | 2024 | 8\\|50 |

        ```swift
        let a = *b*
        ```

        Siehe [hier][ziel] und <https://example.org/x>.

        [ziel]: https://example.org/ziel
        [^1]: Fußnote.
        """

    /// Every reader of articles with a file of its kind.
    static let all: [(format: String, file: String, text: String)] = [
        ("rss", "a.rss", rss), ("rss", "a.rdf", rdf), ("atom", "a.atom", atom),
        ("jsonfeed", "a.json", jsonFeed),
        ("opml", "a.opml", opml), ("newsml", "a.xml", newsML), ("nitf", "a.xml", nitf),
        ("ninjs", "a.json", ninjs),
        ("ninjs", "b.json", ninjs3), ("mail", "a.eml", mail), ("mbox", "a.mbox", mbox),
        ("csv-articles", "a.csv", csv),
        ("tsv-articles", "a.tsv", tsv), ("jsonl-articles", "a.jsonl", jsonLines), ("srt", "a.srt", srt),
        ("webvtt", "a.vtt", vtt), ("markdown", "a.md", markdown),
    ]
}
