"""Shapes of pages that the reader was tuned on. A shape is a function from a Page to HTML."""

from pieces import day, e, iso, q


def links(names, wrap="<li><a href=\"/{0}\">{1}</a></li>"):
    return "\n".join(wrap.format(name.lower().replace(" ", "-"), e(name)) for name in names)


def national_daily(p):
    """HTML5 with article, header and aside; structured data of every kind."""
    w = p.w
    related = "\n".join(f'<li><a href="/x"><h3>{e(t.headline)}</h3><p>{e(t.lead)}</p></a></li>' for t in p.teasers(3))
    inline = f'<aside class="article__readmore"><strong>{w["read_more"]}:</strong> <a href="/y">{e(p.teasers(1)[0].headline)}</a></aside>'
    return f"""<!DOCTYPE html><html lang="{p.language}"><head><meta charset="utf-8">
<title>{e(p.headline)} | {p.site}</title><link rel="canonical" href="{p.url}">{p.open_graph()}
<meta property="article:published_time" content="{iso(p.a)}">{p.json_ld()}</head><body>
<a class="skip" href="#main">{w["skip"]}</a>
<div id="cmp" class="cookie-consent" role="dialog"><p>{w["cookie"]}</p><button>{w["accept"]}</button><a href="#">{w["settings"]}</a></div>
<header class="page-header"><a href="/">{p.site}</a><nav><ul>{links(w["nav"])}</ul></nav></header>
<main id="main"><article class="article">
<header class="article__header"><span class="kicker">{e(p.a["kicker"])}</span><h1>{e(p.headline)}</h1>
<p class="article__lead">{e(p.lead)}</p>
<div class="meta">{w["by"]} <a rel="author" href="/a">{e(p.author())}</a> <time datetime="{iso(p.a)}">{day(p.a)}, {p.a["time"]} {w["at"]}</time></div>
<ul class="share-bar"><li><a href="#">Facebook</a></li><li><a href="#">X</a></li><li><a href="#">E-Mail</a></li></ul></header>
<figure class="lead-image"><img src="a.jpg" alt=""><figcaption>{w["caption"]}</figcaption></figure>
<div class="article__body">{p.body(between={2: inline})}</div>
<footer class="article__footer"><p>{w["tags"]}: <a href="/t">{e(p.a["topic"])}</a></p></footer></article>
<aside class="related"><h2>{w["related"]}</h2><ul>{related}</ul></aside></main>
<footer class="page-footer"><ul>{links(w["imprint"])}</ul><p>© 2025 {p.site}. {w["copyright"]}</p></footer></body></html>"""


def wordpress(p):
    """A WordPress theme of the 2010s, with share buttons and comments in the column."""
    w = p.w
    comments = "\n".join(
        f'<li class="comment" id="c{i}"><div class="comment-author vcard"><cite class="fn">{n}</cite> sagt:</div>'
        f'<div class="comment-meta"><a href="#">{day(p.a)} um 19:1{i}</a></div><p>{e(t)}</p><a class="comment-reply-link">{w["reply"]}</a></li>'
        for i, (n, t) in enumerate(p.comments(5)))
    recent = "\n".join(f'<li><a href="/p">{e(t.headline)}</a></li>' for t in p.teasers(5))
    lead = f"<p><strong>{e(p.lead)}</strong></p>" if p.lead else ""
    return f"""<!DOCTYPE html><html lang="{"de-DE" if p.language == "de" else "en-US"}"><head><meta charset="UTF-8"/>
<title>{e(p.headline)} – {p.site}</title><link rel="stylesheet" href="/wp-content/themes/x/style.css"/>
<meta name="generator" content="WordPress 5.2"/>{p.open_graph()}</head>
<body class="single single-post"><div id="page"><div id="header"><h1 id="logo"><a href="/">{p.site}</a></h1></div>
<div id="access"><div class="menu"><ul>{links(w["nav"])}</ul></div></div>
<div id="container"><div id="content" role="main"><div id="post-412" class="post-412 post type-post hentry">
<h2 class="entry-title">{e(p.headline)}</h2>
<div class="entry-meta">{w["published"]} <a href="#"><abbr class="published" title="{iso(p.a)}">{day(p.a)}</abbr></a> {w["by"].lower()} <span class="author vcard"><a class="url fn n" href="/author">{e(p.author())}</a></span></div>
<div class="entry-content">{lead}{p.body(figure='<div class="wp-caption alignright"><img src="x.jpg"/><p class="wp-caption-text">{}</p></div>')}
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">{w["share"]}</h3><ul><li><a href="#">Facebook</a></li><li><a href="#">WhatsApp</a></li></ul></div>
<div id="jp-relatedposts"><h3>{w["related"]}</h3>{"".join(f'<p><a href="#">{e(t.headline)}</a></p>' for t in p.teasers(3))}</div></div>
<div class="entry-utility">{w["tags"]}: <a href="#" rel="tag">{e(p.a["topic"])}</a></div></div>
<div id="comments"><h3 id="comments-title">5 {w["comments"]}</h3><ol class="commentlist">{comments}</ol>
<div id="respond"><h3>{w["write_comment"]}</h3><p class="comment-notes">{w["comment_rules"]}</p><form><textarea></textarea><input type="submit"/></form></div></div>
</div></div><div id="primary" class="widget-area"><ul><li class="widget"><h3>{w["most_read"]}</h3><ul>{recent}</ul></li>
<li class="widget widget_text"><h3>{w["newsletter"]}</h3><div class="textwidget"><p>{w["newsletter_text"]}</p></div></li></ul></div>
<div id="footer"><p>{p.site} – {w["copyright"]}</p></div></div></body></html>"""


def typo3_news(p):
    """A municipality's TYPO3 with tx_news and microdata."""
    w = p.w
    return f"""<!DOCTYPE html><html lang="{p.language}"><head><meta charset="utf-8"><meta name="generator" content="TYPO3 CMS">
<title>{p.site}: {e(p.headline)}</title></head><body><div class="frame-header"><div class="navbar"><ul class="nav navbar-nav">{links(w["nav"])}</ul></div></div>
<div class="breadcrumb-section"><p class="breadcrumb">{w["here"]} <a href="/">{w["nav"][0]}</a> » <a href="/n">{e(p.a["topic"])}</a> » {e(p.headline)}</p></div>
<div class="container"><div class="row"><div class="col-md-8 main-column" id="content"><div class="news news-single"><div class="article" itemscope itemtype="http://schema.org/Article">
<div class="header"><h1 itemprop="headline">{e(p.headline)}</h1></div>
<div class="footer"><p><span class="news-list-date"><time itemprop="datePublished" datetime="{p.a["date"]}">{day(p.a, "short")}</time></span> <span class="news-list-author" itemprop="author" itemscope itemtype="http://schema.org/Person">{w["by"]} <span itemprop="name">{e(p.a["authors"][0])}</span></span></p></div>
<div class="teaser-text" itemprop="description"><p>{e(p.lead)}</p></div>
<div class="news-img-wrap"><div class="outer"><div class="mediaelement"><img src="b.jpg" alt=""></div></div><p class="news-img-caption">{w["caption"]}</p></div>
<div class="news-text-wrap" itemprop="articleBody">{p.body(figure='<p class="news-img-caption">{}</p>')}</div>
<div class="news-backlink-wrap"><a href="/back">{w["back"]}</a></div></div></div></div>
<div class="col-md-4"><div class="panel"><h3>{w["imprint"][3]}</h3><p>{p.site}, Am Markt 1, Zimmer 204, Telefon 0555 12-340. Montag bis Freitag 8 bis 12 Uhr, Donnerstag auch 14 bis 18 Uhr.</p></div>
<div class="panel"><h3>{w["related"]}</h3><ul>{"".join(f'<li><a href="#">{e(t.headline)}</a></li>' for t in p.teasers(4))}</ul></div></div></div></div>
<div class="footer-section"><ul>{links(w["imprint"])}</ul></div></body></html>"""


def drupal(p):
    w = p.w
    p.gold_author = []
    rows = "".join(f'<div class="views-row"><div class="views-field-title"><a href="#">{e(t.headline)}</a></div><div class="views-field-body"><p>{e(t.lead)}</p></div></div>' for t in p.teasers(3))
    return f"""<!DOCTYPE html><html lang="{p.language}" dir="ltr"><head><meta charset="utf-8"/><meta name="Generator" content="Drupal 9"/>
<title>{e(p.headline)} | {p.site}</title><meta property="og:site_name" content="{q(p.site)}"/></head><body class="path-node page-node-type-article">
<div class="dialog-off-canvas-main-canvas"><div id="page-wrapper"><header id="header" role="banner"><div class="region region-primary-menu"><nav role="navigation"><h2 class="visually-hidden">Main navigation</h2><ul class="menu">{links(w["nav"])}</ul></nav></div></header>
<div id="main-wrapper"><div id="main"><main id="content" class="column main-content" role="main"><section class="section">
<div class="region region-content"><div id="block-page-title"><h1 class="title page-title"><span class="field field--name-title">{e(p.headline)}</span></h1></div>
<div id="block-content"><div class="node node--type-article node--view-mode-full"><div class="node__meta"><span>Submitted on {day(p.a)} - {p.a["time"]}</span></div>
<div class="node__content clearfix"><div class="field field--name-field-teaser field__item">{e(p.lead)}</div>
<div class="clearfix text-formatted field field--name-body field--type-text-with-summary field__item">{p.body(figure='<div class="media media-image"><img src="c.png"/><div class="field--name-field-caption">{}</div></div>')}</div>
<div class="field field--name-field-tags"><div class="field__label">{w["tags"]}</div><div class="field__items"><div class="field__item"><a href="#">{e(p.a["topic"])}</a></div></div></div></div></div></div>
<div id="block-views-related" class="block-views"><h2>{w["related"]}</h2><div class="view-content">{rows}</div></div></div></section></main></div></div>
<footer class="site-footer"><div class="region-footer">{w["copyright"]}<ul>{links(w["imprint"])}</ul></div></footer></div></div></body></html>"""


def amp(p):
    w = p.w
    side = "".join(f"<li><a href='#'>{e(n)}</a></li>" for n in w["nav"])
    return f"""<!doctype html><html ⚡ lang="{p.language}"><head><meta charset="utf-8"><script async src="https://cdn.ampproject.org/v0.js"></script>
<title>{e(p.headline)}</title><link rel="canonical" href="{p.url}">{p.json_ld("BlogPosting")}<style amp-custom>.x{{color:red}}</style></head><body>
<amp-sidebar id="s" layout="nodisplay"><ul>{side}</ul></amp-sidebar>
<amp-consent id="c" layout="nodisplay"><div id="consent-ui"><h2>Cookies</h2><p>{w["cookie"]}</p><button on="tap:c.accept">{w["accept"]}</button></div></amp-consent>
<header id="top" class="amp-wp-header"><div><a href="/">{p.site}</a></div></header>
<article class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">{e(p.headline)}</h1>
<div class="amp-wp-meta amp-wp-byline"><span class="amp-wp-author">{e(p.author())}</span></div><div class="amp-wp-meta amp-wp-posted-on"><time datetime="{iso(p.a)}">{day(p.a)}</time></div></header>
<figure class="amp-wp-article-featured-image wp-caption"><amp-img src="d.jpg" width="10" height="10"></amp-img><p class="wp-caption-text">{w["caption"]}</p></figure>
<div class="amp-wp-article-content">{f"<p>{e(p.lead)}</p>" if p.lead else ""}
{p.body(figure='<figure><amp-img src="e.jpg" width="1" height="1"></amp-img><figcaption>{}</figcaption></figure>', between={3: f'<div class="amp-ad-wrap"><span>{w["ad"]}</span><amp-ad width="300" height="250" type="x"></amp-ad></div>'})}</div>
<footer class="amp-wp-article-footer"><div class="amp-wp-meta amp-wp-tax-category">{w["tags"]}: <a href="#">{e(p.a["topic"])}</a></div>
<amp-list layout="fixed-height" height="200"><ul>{"".join(f'<li><a href="#">{e(t.headline)}</a></li>' for t in p.teasers(4))}</ul></amp-list></footer></article>
<footer class="amp-wp-footer"><div><h2>{p.site}</h2><p>{w["copyright"]}</p><a href="#top">Back to top</a></div></footer></body></html>"""


def hashed_react(p):
    """Rendered React with hashed class names and hardly any semantics."""
    w = p.w
    cards = "".join(f'<div class="css-9fj2k"><a class="css-k1" href="#"><div class="css-t7"><span>{e(t.headline)}</span></div><div class="css-s3">{e(t.lead)}</div></a></div>' for t in p.teasers(4))
    return f"""<!DOCTYPE html><html lang="{p.language}"><head><meta charset="utf-8"><title data-rh="true">{e(p.headline)} - {p.site}</title>{p.open_graph()}{p.json_ld()}</head><body>
<div id="root"><div class="css-1vxca1d"><div class="css-0"><div class="css-mn5h"><a href="/">{p.site}</a><div class="css-nav">{links(w["nav"], '<a class="css-l2" href="/{0}">{1}</a>')}</div></div></div>
<div class="css-1qiat4j"><div class="css-z2"><div class="css-kk1">{e(p.a["kicker"])}</div><h1 class="css-88wicj" data-testid="headline">{e(p.headline)}</h1>
<p class="css-1smgwul" id="article-summary">{e(p.lead)}</p><div class="css-bxp"><div class="css-vp77d3"><p class="css-1baulvz">{w["by"]} <span>{e(p.author())}</span></p></div><time class="css-xx" datetime="{iso(p.a)}">{day(p.a)}</time>
<div class="css-sh"><button>{w["share"]}</button><div>1.2K</div></div></div></div>
<div class="css-53u6y8">{p.body(p='<div class="css-r6"><p class="css-at9mc1">{}</p></div>', h2='<h2 class="css-ow6j0y">{}</h2>', figure='<div class="css-im"><div><img src="f.jpg"></div><div class="css-cap"><span>{}</span></div></div>', between={2: f'<div class="css-nl"><div>{w["newsletter"]}</div><div>{w["newsletter_text"]}</div><button>{w["subscribe"]}</button></div>', 4: f'<div class="css-ad">{w["ad"]}</div>'})}</div></div>
<div class="css-rec"><div class="css-hd">{w["related"]}</div>{cards}</div><div class="css-ft">{links(w["imprint"], '<a class="css-fl" href="/{0}">{1}</a>')}<span>© 2025 {p.site}</span></div></div></div>
<script>window.__STATE__={{"a":"<p>{len(p.headline)}</p>"}}</script></body></html>"""


def old_tables(p):
    """A paper of 1999: nested tables, font tags, breaks for paragraphs, no metadata."""
    w = p.w
    menu = links(w["nav"], '<tr><td bgcolor="#cccccc"><font size="1"><a href="{0}.htm">{1}</a></font></td></tr>')
    more = "".join(f'<font size="1">&#149; <a href="x.htm">{e(t.headline)}</a></font><br>' for t in p.teasers(4))
    body = p.body(p="{}<br><br>", h2="<b>{}</b><br><br>", quote="<i>{}</i><br><br>", ul="{}<br>", li="- {}<br>",
                  figure='<table align="right" width="180"><tr><td><img src="b.gif"></td></tr><tr><td><font size="1">{}</font></td></tr></table>')
    return f"""<HTML><HEAD><TITLE>{p.site} - {e(p.headline)}</TITLE></HEAD><BODY BGCOLOR=#FFFFFF>
<TABLE WIDTH=760 BORDER=0><TR><TD COLSPAN=3><FONT SIZE=6>{p.site}</FONT></TD></TR><TR><TD WIDTH=120 VALIGN=top><TABLE>{menu}</TABLE></TD>
<TD WIDTH=480 VALIGN=top><FONT SIZE=2 COLOR=red>{e(p.a["kicker"])}</FONT><BR><FONT SIZE=5><B>{e(p.headline)}</B></FONT><BR><FONT SIZE=2>{w["by"]} {e(p.author())}, {day(p.a)}</FONT><BR><BR>
<FONT FACE="Arial" SIZE=2><B>{e(p.lead)}</B><BR><BR>{body}</FONT><HR><FONT SIZE=1>[ <A HREF="#">{w["print"]}</A> | <A HREF="#">{w["back"]}</A> ]</FONT></TD>
<TD WIDTH=160 VALIGN=top><B>{w["related"]}</B><BR>{more}<BR><FONT SIZE=1>{w["ad"]}</FONT></TD></TR>
<TR><TD COLSPAN=3 ALIGN=center><FONT SIZE=1>&copy; {p.site}. {w["copyright"]}</FONT></TD></TR></TABLE></BODY></HTML>"""


def paywalled(p):
    """The first paragraphs of an article behind a wall."""
    w = p.w
    body = p.body(p='<p class="paragraph">{}</p>', limit=3)
    return f"""<!DOCTYPE html><html lang="{p.language}"><head><meta charset="utf-8"><title>{e(p.headline)} | {p.site}+</title><meta name="author" content="{q(p.author())}"><meta name="date" content="{iso(p.a)}">
<link rel="canonical" href="{p.url}">{p.json_ld(isAccessibleForFree=False, hasPart={"@type": "WebPageElement", "isAccessibleForFree": False, "cssSelector": ".paywall"})}</head><body><div class="site">
<div class="topbar"><a href="/login">{w["login"]}</a><a href="/abo">{w["nav"][-1]}</a></div><nav class="mainnav"><ul>{links(w["nav"])}</ul></nav>
<div class="content-grid"><div class="story story--premium"><div class="story-head"><span class="badge">PLUS</span><h1 class="story-title">{e(p.headline)}</h1><div class="story-intro">{e(p.lead)}</div>
<div class="story-byline"><span class="author-name">{e(p.author())}</span> · <span class="date">{day(p.a, "short")}</span> · 4 {w["minutes"]}</div></div>
<div class="story-body">{body}</div>
<div class="paywall offer-box"><h3>{w["nav"][-1]}</h3><p>{w["paywall"]}</p><ul><li>1 Monat: 1 €</li><li>12 Monate: 99 €</li></ul><a class="btn" href="/abo">{w["subscribe"]}</a><p class="small">{w["login"]}</p></div></div>
<div class="teaser-list"><h2>{w["most_read"]}</h2>{"".join(f'<div class="teaser"><h3><a href="#">{e(t.headline)}</a></h3><p class="teaser-text">{e(t.lead)}</p></div>' for t in p.teasers(5))}</div></div>
<footer><nav>{links(w["imprint"], '<a href="/{0}">{1}</a> ')}</nav></footer></div></body></html>"""


def live_ticker(p):
    w = p.w
    posts, open_post = [], []
    for kind, value in p.a["blocks"]:
        if kind == "h2":
            open_post = [f"<h3>{e(value)}</h3>"]
            posts.append(open_post)
        elif kind == "p":
            if not posts:
                posts.append(open_post)
            open_post.append(f"<p>{e(value)}</p>")
    p.shown = [block for block in p.a["blocks"] if block[0] in ("h2", "p")]
    items = "\n".join(f'<li class="liveblog-post" id="lb{i}"><div class="liveblog-post__body">{"".join(post)}</div><div class="liveblog-post__share"><a href="#">{w["share"]}</a></div></li>' for i, post in enumerate(posts))
    return f"""<!DOCTYPE html><html lang="{p.language}"><head><meta charset="utf-8"><title>{e(p.headline)}</title>{p.open_graph()}{p.json_ld("LiveBlogPosting")}</head><body>
<div class="consent-layer"><p>{w["cookie"]}</p></div><header><nav>{links(w["nav"], '<a href="/{0}">{1}</a>')}</nav></header>
<main><section class="liveblog"><div class="liveblog-intro"><p class="topline">{e(p.a["kicker"])}</p><h1>{e(p.headline)}</h1><p class="intro">{e(p.lead)}</p><p class="meta">{w["updated"]}: {day(p.a)}, {p.a["time"]} {w["at"]} · {e(p.author())}</p></div>
<ol class="liveblog-posts">{items}</ol><button>{w["more"]}</button></section>
<section class="more-news"><h2>{w["most_read"]}</h2><ul>{"".join(f'<li><a href="#">{e(t.headline)}</a></li>' for t in p.teasers(6))}</ul></section></main>
<footer><p>{w["copyright"]}</p></footer></body></html>"""


def broadcaster(p):
    w = p.w
    teaser = p.teasers(1)[0]
    box = f'<div class="teaser-absatz"><div class="teaser-absatz__link"><span class="teaser-absatz__topline">{e(teaser["kicker"])}</span><span class="teaser-absatz__date">{day(teaser, "short")}</span><h3 class="teaser-absatz__headline"><a href="#">{e(teaser["headline"])}</a></h3><p class="teaser-absatz__shorttext">{e(teaser["lead"])} <span>{w["more"]}</span></p></div></div>'
    return f"""<!DOCTYPE html><html lang="{p.language}"><head><meta charset="UTF-8"><title>{e(p.headline)} | {p.site}</title>{p.open_graph()}<meta name="date" content="{iso(p.a)}"></head><body>
<div class="header"><div class="header__nav"><ul>{links(w["nav"])}</ul></div><form class="searchbar"><label>{w["search"]}</label><input></form></div>
<div id="content"><div class="content-wrapper"><div class="ts-mediaplayer" data-v="1"><div class="player-controls">Video 00:00 / 02:31</div></div>
<article class="container content-wrapper__group"><div class="seitenkopf"><div class="seitenkopf__title"><span class="seitenkopf__topline">{e(p.a["kicker"])}</span><h1><span class="seitenkopf__headline--text">{e(p.headline)}</span></h1></div></div>
<p class="metatextline">Stand: {day(p.a, "short")} {p.a["time"]} {w["at"]}</p><p class="textabsatz columns m-ten"><strong>{e(p.lead)}</strong></p>
<div class="authorline"><div class="authorline__author">{w["by"]} {e(p.author())}</div></div>
{p.body(p='<p class="textabsatz columns m-ten">{}</p>', h2='<h2 class="meldung__subhead">{}</h2>', figure='<div class="absatzbild"><div class="absatzbild__media"><img src="a.webp"></div><div class="absatzbild__info"><p class="absatzbild__info__text">{}</p></div></div>', between={2: box})}
<div class="sharing-bar"><button>{w["share"]}</button></div><p class="sendungsbezug">Dieses Thema im Programm: Radio am Morgen, {day(p.a)}</p></article>
<div class="further-content"><h2>{w["related"]}</h2><ul>{"".join(f'<li><a href="#">{e(t.headline)}</a></li>' for t in p.teasers(4))}</ul></div></div></div>
<div class="footer">{links(w["imprint"], '<a href="/{0}">{1}</a>')}</div></body></html>"""


def magazine(p):
    """A long read with a drop cap, pulled quotes, a newsletter box and a note about the author."""
    w = p.w
    first = [v for k, v in p.a["blocks"] if k == "p"][1]
    words = " ".join(first.split()[:14])
    body = p.body(between={2: f'<aside class="pullquote"><p>{e(words)}</p></aside>', 4: f'<div class="newsletter-signup"><h4>{w["newsletter"]}</h4><p>{w["newsletter_text"]}</p><form><input type="email"><button>{w["subscribe"]}</button></form></div>'})
    body = body.replace("<p>", '<p class="has-drop-cap">', 1)
    return f"""<!DOCTYPE html><html lang="{p.language}"><head><meta charset="utf-8"><title>{e(p.headline)} — {p.site}</title><meta name="author" content="{q(p.author())}"><meta property="article:published_time" content="{iso(p.a)}">{p.open_graph()}</head><body class="longform">
<div class="masthead"><button class="menu-toggle">☰</button><a href="/">{p.site}</a><div class="menu" hidden>{links(w["nav"])}</div></div>
<div class="hero"><img src="h.jpg" alt=""><div class="hero-credit">{w["caption"]}</div></div>
<main class="longform-main"><div class="rubric"><a href="#">{e(p.a["kicker"])}</a></div><h1 class="hed">{e(p.headline)}</h1><h2 class="dek">{e(p.lead)}</h2>
<div class="byline">{w["by"]} <a href="/contributors">{e(p.author())}</a><span class="pubdate">{day(p.a)}</span></div>
<div class="body-copy">{body}<p class="endmark">♦</p></div>
<div class="author-bio"><img src="p.jpg"><p><b>{e(p.author())}</b> {w["about"]}</p></div></main>
<section class="recirc"><h3>{w["related"]}</h3>{"".join(f'<div class="card"><h4>{e(t.headline)}</h4><p>{e(t.lead)}</p><span>{w["by"]} {e(t.by)}</span></div>' for t in p.teasers(4))}</section>
<footer class="colophon">{w["copyright"]} {w["correct"]}</footer></body></html>"""


def press_portal(p):
    """A portal of press releases: place and agency before the text, a contact behind it."""
    w = p.w
    p.gold_author = []
    blocks = p.body(p="<p>{}</p>", h2="<p><b>{}</b></p>", figure='<div class="image-caption">{}</div>')
    return f"""<!DOCTYPE html><html lang="{p.language}"><head><meta charset="utf-8"><title>{e(p.headline)} | {p.site}</title><meta property="og:title" content="{q(p.headline)}"><meta property="og:site_name" content="{q(p.site)}">{p.json_ld(author={"@type": "Organization", "name": "Nordmetall Verbund"})}</head><body>
<div class="topnav">{links(w["nav"], '<a href="/{0}">{1}</a>')}</div><div class="row"><div class="col-12 news-single"><p class="date">{day(p.a, "short")} – {p.a["time"]}</p><p class="customer"><a href="/nr/12">Nordmetall Verbund</a></p>
<h1>{e(p.headline)}</h1><div class="media-gallery"><div class="item"><img src="1.jpg"><p class="caption-text">{w["caption"]}</p></div></div>
<div class="card-text"><p><i>{e(p.a["place"])} (ots) </i></p><p>{e(p.lead)}</p>{blocks}</div>
<div class="contact"><p class="contact-headline">Pressekontakt:</p><p class="contact-text">Nordmetall Verbund e. V.<br>Abteilung Presse<br>Hafenstraße 9, 29999 Weserau<br>Tel.: 0555 998 770</p><p class="originator">Original-Content von: Nordmetall Verbund, übermittelt durch {p.site}</p></div>
<div class="storylist"><h2>Weitere Storys</h2>{"".join(f'<div class="story"><h3><a href="#">{e(t.headline)}</a></h3><p>{e(t.place)} (ots) - {e(t.lead)}</p></div>' for t in p.teasers(3))}</div></div></div>
<div class="footer"><ul>{links(w["imprint"])}</ul></div></body></html>"""


def government(p):
    w = p.w
    p.gold_author = []
    return f"""<!DOCTYPE html><html lang="{p.language}"><head><meta charset="utf-8"><title>{p.site} - {e(p.headline)}</title><meta name="dc.date" content="{p.a["date"]}"><meta name="description" content="{q(p.lead)}"></head><body>
<ul class="hidden-nav"><li><a href="#c">{w["skip"]}</a></li></ul><div id="header" role="banner"><p class="logo">{p.site}</p></div><div id="navPrimary" role="navigation"><ul>{links(w["nav"])}</ul></div>
<div id="wrapperContent"><div id="navBreadcrumbs"><ol><li><a href="/">{w["nav"][0]}</a></li><li><a href="/presse">Presse</a></li><li><strong>{e(p.headline)}</strong></li></ol></div>
<div id="content" role="main" class="singleview"><h1 class="isFirstInSlot">{e(p.headline)}</h1><dl class="docData"><dt>Typ</dt><dd>Pressemitteilung</dd><dt>Datum</dt><dd>{day(p.a, "short")}</dd><dt>Nummer</dt><dd>45/2025</dd></dl>
<div class="abstract"><p>{e(p.lead)}</p></div><div class="picture right"><img src="g.jpg" alt=""><p class="source">{w["caption"]}</p></div>
{p.body(figure='<p class="picture-text">{}</p>')}
<div class="sectionRelated"><h2>Weitere Informationen</h2><ul><li><a class="RichTextIntLink" href="#">{e(p.teasers(1)[0].headline)} (PDF, 214 KB, nicht barrierefrei)</a></li></ul></div>
<div class="share"><h2>{w["share"]}</h2><ul><li><a href="#">E-Mail</a></li><li><a href="#">{w["print"]}</a></li></ul></div></div>
<div id="supplement" role="complementary"><div class="box"><h2>{w["newsletter"]}</h2><p>{w["newsletter_text"]}</p></div></div></div>
<div id="footer" role="contentinfo"><ul>{links(w["imprint"])}</ul></div></body></html>"""


def local_portal(p):
    """A local paper whose column is interrupted by ads and hints, with long comments inside the main element."""
    w = p.w
    hint = f'<p class="article__paragraph article__paragraph--link"><a href="#">{w["read_more"]}: {e(p.teasers(1)[0].headline)}</a></p>'
    ad = f'<div class="ad-slot ad-slot--native"><small>{w["ad"]}</small><div>{p.site} Reisen: Sieben Tage Flusskreuzfahrt ab 799 Euro, mit Vollpension und Ausflügen.</div></div>'
    comments = "".join(f'<div class="comment"><b>{n}</b> <span>{day(p.a, "short")}, 20:1{i}</span><div class="comment__text">{e(t)}</div></div>' for i, (n, t) in enumerate(p.comments(8)))
    return f"""<!DOCTYPE html><html lang="{p.language}"><head><meta charset="utf-8"><title>{e(p.headline)} - {p.site}</title>{p.open_graph()}<meta name="author" content="{q(p.author())}"><meta property="article:published_time" content="{iso(p.a)}"></head><body>
<div class="header"><ul class="header__menu">{links(w["nav"])}</ul></div><main class="main"><div class="article"><div class="article__head"><p class="article__label">{e(p.a["topic"])}</p><h1 class="article__headline">{e(p.headline)}</h1>
<p class="article__teaser">{e(p.lead)}</p><p class="article__author">{w["by"]} {e(p.author())}</p><p class="article__date">{day(p.a)}, {p.a["time"]} {w["at"]}</p></div>
<div class="article__content">{p.body(p='<p class="article__paragraph">{}</p>', h2='<h3 class="article__subheadline">{}</h3>', figure='<div class="article__image"><img src="l.jpg"><span class="article__caption">{}</span></div>', between={1: hint, 3: ad})}</div>
<div class="article__tools"><a href="#">{w["print"]}</a> <a href="#">{w["share"]}</a></div></div>
<div class="comments"><h2>{w["comments"]} (8)</h2><p class="comments__rules">{w["comment_rules"]}</p>{comments}</div></main>
<div class="sidebar"><h3>{w["most_read"]}</h3><ol>{"".join(f'<li><a href="#">{e(t.headline)}</a></li>' for t in p.teasers(5))}</ol></div>
<div class="footer"><p>{w["copyright"]}</p>{links(w["imprint"], '<a href="/{0}">{1}</a>')}</div></body></html>"""


def blogger(p):
    w = p.w
    lead = f"<b>{e(p.lead)}</b><br /><br />" if p.lead else ""
    body = p.body(p="<div>{}</div><div><br /></div>", h2="<div><b>{}</b></div><div><br /></div>", quote="<div><i>{}</i></div><div><br /></div>",
                  figure='<table class="tr-caption-container"><tbody><tr><td><img src="z.jpg" /></td></tr><tr><td class="tr-caption">{}</td></tr></tbody></table>')
    return f"""<!DOCTYPE html><html dir="ltr" lang="{p.language}"><head><meta content="text/html; charset=UTF-8" http-equiv="Content-Type"/><meta content="blogger" name="generator"/><title>{p.site}: {e(p.headline)}</title></head><body>
<div class="navbar section" id="navbar"></div><div class="content"><div class="header"><h1 class="title"><a href="/">{p.site}</a></h1><p class="description"><span>Notizen aus dem Alltag</span></p></div>
<div class="main"><div class="widget Blog"><div class="blog-posts hfeed"><div class="date-outer"><h2 class="date-header"><span>{day(p.a)}</span></h2><div class="date-posts"><div class="post-outer"><div class="post hentry">
<h3 class="post-title entry-title">{e(p.headline)}</h3><div class="post-header"></div><div class="post-body entry-content">{lead}{body}</div>
<div class="post-footer"><div class="post-footer-line"><span class="post-author vcard">Posted by <span class="fn">{e(p.author())}</span></span> <span class="post-timestamp">at <a class="timestamp-link" href="#"><abbr class="published" title="{iso(p.a)}">{p.a["time"]}</abbr></a></span></div><div>Labels: <a href="#">{e(p.a["topic"])}</a></div></div></div>
<div class="comments" id="comments"><h4>3 {w["comments"]}</h4><dl>{"".join(f'<dt class="comment-author">{n} said...</dt><dd class="comment-body"><p>{e(t)}</p></dd>' for n, t in p.comments(3))}</dl></div></div></div></div></div></div></div>
<div class="column-right"><div class="widget BlogArchive"><h2>Blog Archive</h2><ul>{"".join(f"<li>2023-{m:02d} ({m})</li>" for m in range(1, 12))}</ul></div><div class="widget Profile"><h2>About Me</h2><p>{e(p.author())} {w["about"]}</p></div></div></div></body></html>"""


def bare_breaks(p):
    """Text and breaks in one div: an agency's customer page."""
    w = p.w
    return f"""<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN"><html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>{e(p.headline)}</title></head><body>
<div id="head"><a href="/">{p.site}</a></div><div id="menu">{links(w["nav"], '<a href="{0}.html">{1}</a> | ')}</div>
<div id="middle"><div class="headline">{e(p.headline)}</div><div class="date">{day(p.a, "short")} | {p.a["time"]} | {e(p.author())}</div>
<div class="text">{e(p.lead)}<br><br>{p.body(p="{}<br><br>", h2="<b>{}</b><br>", quote="{}<br><br>", ul="{}<br>", li="* {}<br>", figure="")}</div>
<div class="links"><a href="#">{w["print"]}</a> <a href="#">{w["back"]}</a></div></div>
<div id="right"><b>{w["most_read"]}</b><br>{"".join(f'<a href="#">{e(t.headline)}</a><br>{e(t.lead)}<br><br>' for t in p.teasers(3))}</div><div id="foot">{w["copyright"]}</div></body></html>"""


def tabs_portal(p):
    """A portal whose page carries long teasers of other stories before and behind the article."""
    w = p.w
    top = "".join(f'<section class="stage"><h2><a href="#">{e(t.headline)}</a></h2><p>{e(t.lead)}</p></section>' for t in p.teasers(2))
    below = "".join(f'<article class="teaser"><header><h3><a href="#">{e(t.headline)}</a></h3></header><p>{e(t.lead)}</p><p>{e([v for k, v in t["blocks"] if k == "p"][0])}</p><a class="more" href="#">{w["more"]}</a></article>' for t in p.teasers(3))
    return f"""<!doctype html><html lang="{p.language}"><head><meta charset="utf-8"><title>{e(p.headline)}</title>{p.open_graph()}<script type="application/ld+json">{{"@context":"https://schema.org","@graph":[{{"@type":"WebSite","name":"{p.site}"}},{{"@type":"NewsArticle","headline":"{q(p.headline)}","datePublished":"{iso(p.a)}","author":{{"@type":"Person","name":"{q(p.a["authors"][0])}"}}}}]}}</script></head><body>
<div class="stage-row">{top}</div><nav>{links(w["nav"], '<a href="/{0}">{1}</a>')}</nav>
<div class="page"><article class="story" itemscope itemtype="https://schema.org/NewsArticle"><header><p class="overline">{e(p.a["kicker"])}</p><h1 itemprop="headline">{e(p.headline)}</h1><p class="intro">{e(p.lead)}</p><address>{w["by"]} {e(p.author())}</address><time datetime="{iso(p.a)}">{day(p.a)}</time></header>
<section class="text" itemprop="articleBody">{p.body()}</section></article><section class="following">{below}</section></div><footer>{w["copyright"]}</footer></body></html>"""


SHAPES = [national_daily, wordpress, typo3_news, drupal, amp, hashed_react, old_tables, paywalled, live_ticker, broadcaster,
          magazine, press_portal, government, local_portal, blogger, bare_breaks, tabs_portal]
