"""Shapes of pages that were written before the reader was tuned and were not looked at while it was."""

from pieces import day, e, iso, q
from shapes_tuned import links


def tabloid(p):
    w = p.w
    bullets = "".join(f"<li><strong>{e(t['headline'])}</strong></li>" for t in p.teasers(2))
    related = f'<div class="art-related"><h3>{w["related"].upper()}</h3><ul>{"".join(f"<li><a href=#>{e(t.headline)}</a></li>" for t in p.teasers(3))}</ul></div>'
    return f"""<!doctype html><html lang="{p.language}"><head><title>{e(p.headline)} | {p.site} Online</title>{p.open_graph()}<meta property="article:published_time" content="{iso(p.a)}"><meta property="article:author" content="{q(p.author())}"></head><body>
<div class="page-header bdrgr1"><ul class="nav-primary">{links(w["nav"])}</ul></div><div id="page-container"><div class="article wide cleared"><div class="beta"><div class="puff"><h3>FEMAIL TODAY</h3><ul>{"".join(f"<li><a href=#>{e(t.headline)}</a> {e(t.lead)}</li>" for t in p.teasers(6))}</ul></div></div>
<div class="alpha"><div id="js-article-text"><h2>{e(p.headline)}</h2><p class="author-section">{w["by"]} <a href="#" class="author">{e(p.author())}</a></p><p class="byline-section"><span>{w["published"]}: {p.a["time"]}, {day(p.a)}</span> | <span>{w["updated"]}: 23:10</span></p>
<div class="shareArticles"><ul><li>4k shares</li><li><a href="#">112 {w["comments"].lower()}</a></li></ul></div><p class="mol-para-with-font"><b>{e(p.lead)}</b></p>
<div itemprop="articleBody">{p.body(p='<p class="mol-para-with-font">{}</p>', h2='<h3 class="mol-subhead">{}</h3>', figure='<div class="mol-img-group"><div class="mol-img"><img src="x.jpg"></div><p class="imageCaption">{}</p></div>', between={3: related})}</div></div>
<div id="reader-comments"><h3>{w["comments"]} (112)</h3>{"".join(f"<div class=comment><p class=user>{n}</p><p class=comment-body>{e(t)}</p></div>" for n, t in p.comments(6))}</div></div></div></div><div class="footer">{w["copyright"]}</div></body></html>"""


def local_television(p):
    w = p.w
    return f"""<!DOCTYPE html><html lang="{p.language}"><head><meta charset="utf-8"><title>{e(p.headline)}</title><meta property="og:site_name" content="{q(p.site)}"><meta property="og:title" content="{q(p.headline)}">{p.json_ld()}</head><body>
<div class="alert-bar">1 weather alert in effect <a href="#">See all</a></div><ps-header><div class="Page-header"><nav>{links(w["nav"], '<a class="Nav-link" href="/{0}">{1}</a>')}</nav></div></ps-header>
<div class="ArticlePage-main"><div class="ArticlePage-headline-wrap"><h1 class="ArticlePage-headline">{e(p.headline)}</h1><div class="ArticlePage-subHeadline">{e(p.lead)}</div></div>
<div class="ArticlePage-lead"><div class="VideoLead"><div class="VideoPlayer">Video unavailable</div><div class="Figure-caption">{w["caption"]}</div></div></div>
<div class="ArticlePage-byline"><div class="ArticlePage-authorName">{w["by"]}: {e(p.author())}</div><div class="ArticlePage-datePublished">Posted {p.a["time"]}, {day(p.a)}</div><div class="ArticlePage-dateModified">and last updated 11:10 PM</div></div>
<div class="ArticlePage-articleBody"><div class="RichTextArticleBody"><div class="RichTextBody">{p.body(figure='<div class="Enhancement"><div class="Figure"><img src="1.jpg"><div class="Figure-caption">{}</div></div></div>', between={2: f'<div class="Enhancement"><div class="PromoEnhancement"><span>{w["read_more"]}:</span> <a href="#">{e(p.teasers(1)[0].headline)}</a></div></div>'})}</div></div></div>
<div class="ArticlePage-copyright"><p>Copyright 2025 {p.site} {w["copyright"]} This material may not be published, broadcast, rewritten, or redistributed.</p></div>
<div class="NewsletterModule"><h3>{w["newsletter"]}</h3><p>{w["newsletter_text"]}</p></div></div>
<aside class="Rail"><div class="MostRecent"><h2>{w["most_read"]}</h2>{"".join(f"<div class=Item><h3>{e(t.headline)}</h3></div>" for t in p.teasers(6))}</div></aside><footer>{w["copyright"]}</footer></body></html>"""


def ghost(p):
    w = p.w
    return f"""<!DOCTYPE html><html lang="{p.language}"><head><meta charset="utf-8"><title>{e(p.headline)}</title><meta name="generator" content="Ghost 5.8">{p.open_graph()}<meta property="article:published_time" content="{iso(p.a)}">{p.json_ld("Article")}</head><body class="post-template">
<div class="gh-viewport"><header class="gh-navigation"><nav>{links(w["nav"], '<li class="nav-x"><a href="/{0}">{1}</a></li>')}</nav><a class="gh-button">{w["subscribe"]}</a></header>
<main class="gh-main"><article class="gh-article post tag-x"><header class="gh-article-header gh-canvas"><a class="gh-article-tag" href="#">{e(p.a["topic"])}</a><h1 class="gh-article-title is-title">{e(p.headline)}</h1><p class="gh-article-excerpt is-body">{e(p.lead)}</p>
<div class="gh-article-meta"><h4 class="gh-article-author-name"><a href="#">{e(p.author())}</a></h4><div class="gh-article-meta-content"><time class="gh-article-meta-date" datetime="{p.a["date"]}">{day(p.a)}</time> <span>— 5 {w["minutes"]}</span></div></div></header>
<section class="gh-content gh-canvas is-body">{p.body(figure='<figure class="kg-card kg-image-card"><img class="kg-image" src="a.jpg"><figcaption>{}</figcaption></figure>', between={2: f'<div class="kg-card kg-bookmark-card"><a href="#"><div class="kg-bookmark-title">{e(p.teasers(1)[0].headline)}</div><div class="kg-bookmark-description">{e(p.teasers(1)[0].lead)}</div></a></div>', 3: f'<div class="kg-card kg-signup-card"><h2>{w["newsletter"]}</h2><p>{w["newsletter_text"]}</p><form><button>{w["subscribe"]}</button></form></div>'})}</section></article>
<div class="gh-comments"><p>{w["write_comment"]}</p></div></main><section class="gh-container"><h2>{w["related"]}</h2><div class="gh-feed">{"".join(f"<article class=gh-card><h3 class=gh-card-title>{e(t.headline)}</h3><p class=gh-card-excerpt>{e(t.lead)}</p></article>" for t in p.teasers(4))}</div></section>
<footer class="gh-footer"><p>{p.site} © 2025</p></footer></div></body></html>"""


def letter(p):
    """A newsletter platform: subscribe boxes in the text, reactions and comments below."""
    w = p.w
    box = f'<div class="subscription-widget-wrap-editor"><div class="subscription-widget"><div class="preamble"><p class="cta-caption">{p.site}: {w["newsletter_text"]}</p></div><form><input type="email"></form></div></div>'
    return f"""<!DOCTYPE html><html lang="{p.language}"><head><meta charset="utf-8"><title>{e(p.headline)} - {w["by"]} {e(p.author())}</title>{p.open_graph()}<meta name="author" content="{q(p.author())}">{p.json_ld()}</head><body><div id="entry"><div id="main" class="main typography"><div class="main-menu"><a href="/">{p.site}</a><button>{w["subscribe"]}</button><button>{w["login"]}</button></div>
<div class="single-post-container"><div class="container"><div class="single-post"><article class="typography newsletter-post post"><div class="post-header"><h1 class="post-title published">{e(p.headline)}</h1>{f'<h3 class="subtitle">{e(p.lead)}</h3>' if p.lead else ""}
<div class="byline-wrapper"><div><a href="#">{e(p.author())}</a></div><div class="pencraft">{day(p.a, "short")}</div></div><div class="post-ufi"><button>41</button><button>7</button><button>{w["share"]}</button></div></div>
<div class="available-content"><div class="body markup">{p.body(figure='<div class="captioned-image-container"><figure><img src="i.png"><figcaption class="image-caption">{}</figcaption></figure></div>', between={1: box, 4: box})}{box}</div></div></article></div></div>
<div class="comments-section"><h4>{w["comments"]}</h4>{"".join(f'<div class="comment-content"><div class="comment-meta">{n}</div><div class="comment-body"><p>{e(t)}</p></div></div>' for n, t in p.comments(5))}</div>
<div class="archive">{"".join(f'<div class="post-preview"><a href="#" class="post-preview-title">{e(t.headline)}</a><a class="post-preview-description" href="#">{e(t.lead)}</a></div>' for t in p.teasers(5))}</div></div><div class="footer-wrap">© 2025 {e(p.author())}. Privacy, Terms</div></div></div></body></html>"""


def wrapped_paragraphs(p):
    """Every paragraph in sections of its own, with ads between them as equals."""
    w = p.w
    unit = '<div class="layout__item"><div class="component component--text"><div class="rte">{}</div></div></div>'
    ad = f'<div class="layout__item"><div class="component component--ad"><span>{w["ad"]}</span></div></div>'
    return f"""<!DOCTYPE html><html lang="{p.language}-CH"><head><meta charset="utf-8"><title>{e(p.headline)} | {p.site}</title>{p.open_graph()}<meta property="article:published_time" content="{iso(p.a)}"></head><body>
<div class="off-canvas"><ul>{links(w["nav"])}</ul></div><div class="layout layout--article"><div class="layout__item"><div class="component component--headline"><span class="cat">{e(p.a["kicker"])}</span><h1>{e(p.headline)}</h1></div></div>
<div class="layout__item"><div class="component component--lead"><p>{e(p.lead)}</p></div></div><div class="layout__item"><div class="component component--byline"><span>{e(p.author())}</span><span>{day(p.a, "short")}, {p.a["time"]} {w["at"]}</span></div></div>
{p.body(p=unit.format("<p>{}</p>"), h2='<div class="layout__item"><div class="component component--subtitle"><h2>{}</h2></div></div>', quote=unit.format("<blockquote>{}</blockquote>"), ul=unit.format("<ul>{}</ul>"), figure='<div class="layout__item"><div class="component component--image"><picture><img src="q.jpg"></picture><div class="legend">{}</div></div></div>', between={1: ad, 3: ad})}
<div class="layout__item"><div class="component component--tags"><a href="#">{e(p.a["topic"])}</a></div></div>
<div class="layout__item"><div class="component component--teaserlist"><h2>{w["related"]}</h2>{"".join(f'<div class="teaser"><h3><a href="#">{e(t.headline)}</a></h3><p>{e(t.lead)}</p></div>' for t in p.teasers(4))}</div></div>
<div class="layout__item"><div class="component component--comments"><h2>{w["write_comment"]}</h2>{"".join(f"<div><b>{n}</b><p>{e(t)}</p></div>" for n, t in p.comments(4))}</div></div></div><div class="page-foot">{links(w["imprint"], '<a href="/{0}">{1}</a>')}</div></body></html>"""


def columns_2005(p):
    """XHTML of 2005: three columns by id, paragraphs of class bodytext, a list for the menu."""
    w = p.w
    return f"""<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd"><html xmlns="http://www.w3.org/1999/xhtml" xml:lang="{p.language}"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><title>{p.site} :: {e(p.headline)}</title></head><body>
<div id="wrap"><div id="banner"><h1>{p.site}</h1></div><div id="leftcol"><ul>{links(w["nav"])}</ul><p>{w["newsletter_text"]}</p></div>
<div id="maincol"><p class="bodytext"><small>{day(p.a)}</small></p><h2>{e(p.headline)}</h2><h4>{e(p.lead)}</h4><div class="csc-textpic"><img src="k.gif" alt="" /><div class="csc-caption">{w["caption"]}</div></div>
{p.body(p='<p class="bodytext">{}</p>', h2="<h3>{}</h3>", quote='<p class="bodytext"><em>{}</em></p>', figure='<div class="csc-caption">{}</div>')}
<p class="bodytext">({e(p.author())})</p><p class="tools"><a href="#">{w["print"]}</a> | <a href="#">{w["share"]}</a> | <a href="#">{w["back"]}</a></p></div>
<div id="rightcol"><h4>{w["most_read"]}</h4><ul>{"".join(f"<li><a href='#'>{e(t.headline)}</a><br />{e(t.lead)}</li>" for t in p.teasers(4))}</ul></div><div id="bottom">&copy; {p.site} | {w["imprint"][0]}</div></div></body></html>"""


def joomla(p):
    w = p.w
    return f"""<!DOCTYPE html><html lang="{p.language}"><head><meta charset="utf-8" /><title>{e(p.headline)}</title><meta name="generator" content="Joomla! - Open Source Content Management" /><meta name="author" content="{q(p.author())}" /></head><body class="itemid-101">
<div class="t3-wrapper"><nav id="t3-mainnav"><ul class="nav">{links(w["nav"])}</ul></nav><div id="t3-mainbody" class="container"><div class="row"><div id="t3-content" class="t3-content"><div id="k2Container" class="itemView"><span class="itemEditLink"></span><div class="itemHeader"><span class="itemDateCreated">{day(p.a)} {p.a["time"]}</span><h2 class="itemTitle">{e(p.headline)}</h2><span class="itemAuthor">written by <a rel="author" href="#">{e(p.author())}</a></span></div>
<div class="itemToolbar"><ul><li>font size decrease increase</li><li><a>{w["print"]}</a></li><li><a>Email</a></li></ul></div><div class="itemRatingBlock"><span>Rate this item</span><ul><li>1</li><li>2</li><li>3</li><li>4</li><li>5</li></ul><div>(12 votes)</div></div>
<div class="itemBody"><div class="itemIntroText"><p>{e(p.lead)}</p></div><div class="itemFullText">{p.body(figure='<div class="itemImageBlock"><img src="a.jpg"/><span class="itemImageCaption">{}</span></div>')}</div></div>
<div class="itemLinks"><div class="itemCategory"><span>Published in</span> <a>{e(p.a["topic"])}</a></div></div><div class="itemSocialSharing"><a>Tweet</a></div>
<div class="itemAuthorBlock"><h3>{e(p.author())}</h3><p>{w["about"]}</p></div><div class="itemAuthorLatest"><h3>Latest from {e(p.author())}</h3><ul>{"".join(f"<li><a>{e(t.headline)}</a></li>" for t in p.teasers(4))}</ul></div>
<div class="itemRelated"><h3>{w["related"]}</h3><ul>{"".join(f'<li><a>{e(t.headline)}</a><div class="itemRelIntrotext">{e(t.lead)}</div></li>' for t in p.teasers(3))}</ul></div></div></div></div></div><footer id="t3-footer">{w["copyright"]}</footer></div></body></html>"""


def consent_wall(p):
    """A wall of consent that is longer than the article, no semantics, the state as JSON behind it."""
    w = p.w
    purposes = "".join(f'<div class="purpose"><h4>{n}</h4><p>{w["cookie"]}</p><p>{w["cookie"][:120]}</p></div>' for n in ("Analytics", "Marketing", "Personalisation", "Social media", "Measurement"))
    return f"""<!DOCTYPE html><html lang="{p.language}"><head><meta charset="utf-8"><title>{e(p.headline)}</title>{p.open_graph()}</head><body><div id="__next"><div class="sc-a1 modal-x"><div class="sc-a2"><h2>Privacy</h2><p>{w["cookie"]}</p>{purposes}<button>{w["accept"]}</button></div></div>
<div class="sc-b1"><div class="sc-b2">{links(w["nav"], '<a class="sc-l" href="/{0}">{1}</a>')}</div></div><div class="sc-c1"><div class="sc-c2"><div class="sc-c3">{e(p.a["kicker"])}</div><div class="sc-c4"><h1>{e(p.headline)}</h1></div><div class="sc-c5"><p>{e(p.lead)}</p></div><div class="sc-c6"><span>{e(p.author())}</span><span>{day(p.a)}</span></div>
<div class="sc-d1">{p.body(p='<div class="sc-p"><p>{}</p></div>', h2='<div class="sc-h"><h2>{}</h2></div>', figure='<div class="sc-f"><img src="r.jpg"><small>{}</small></div>')}</div></div><div class="sc-e1">{"".join(f'<div class="sc-e2"><div class="sc-e3"><a href="#">{e(t.headline)}</a></div></div>' for t in p.teasers(6))}</div></div><div class="sc-z">{w["copyright"]}</div></div>
<script id="__NEXT_DATA__" type="application/json">{{"props":{{"pageProps":{{"title":"{q(p.headline)}"}}}}}}</script></body></html>"""


def research_wire(p):
    w = p.w
    return f"""<!DOCTYPE html><html lang="{p.language}"><head><meta charset="utf-8"><title>{e(p.headline)} | {p.site}</title><meta property="og:title" content="{q(p.headline)}"><meta name="date" content="{p.a["date"]}"></head><body><header class="navbar">{links(w["nav"], '<a href="/{0}">{1}</a>')}</header>
<section id="main-content"><div class="container"><article class="release"><div class="release-header"><p class="release_date">News Release <time>{day(p.a, "short")}</time></p><h1 class="page_title">{e(p.headline)}</h1><h2 class="subtitle">{e(p.lead)}</h2><p class="meta_institute">Peer-Reviewed Publication</p><p class="meta_institute">{e(p.site)}</p></div>
<div class="entry">{p.body(figure='<div class="image-box"><img src="a.jpg"><p class="caption">{}</p><p class="credit">Credit: Institute</p></div>')}</div><hr><div class="details well"><h4>Journal</h4><p>Applied Systems</p><h4>DOI</h4><p>10.5555/0000.1234</p><h4>Method of Research</h4><p>Experimental study</p></div>
<p class="disclaimer"><strong>Disclaimer:</strong> {p.site} is not responsible for the accuracy of news releases posted by contributing institutions or for the use of any information through the system.</p></article>
<div class="sidebar"><div class="contact-info"><h4>Media Contact</h4><p>{e(p.author())}<br>Press Office<br>press@example.org</p></div><div class="more-on"><h4>More on this News Release</h4><p>{e(p.teasers(1)[0].headline)}</p></div></div></div></section><footer>{w["copyright"]}</footer></body></html>"""


def custom_elements(p):
    w = p.w
    tag = "zeitung"
    return f"""<!DOCTYPE html><html lang="{p.language}"><head><meta charset="utf-8"><title>{e(p.headline)} - {e(p.a["topic"])} - {p.site}</title>{p.open_graph()}<meta name="author" content="{q(p.author())}"><meta property="article:published_time" content="{iso(p.a)}"></head><body><{tag}-header><{tag}-nav>{links(w["nav"], '<a href="/{0}">{1}</a>')}</{tag}-nav></{tag}-header>
<main><article><{tag}-article-header><p data-manual="overline">{e(p.a["kicker"])}</p><h2 data-manual="headline"><span>{e(p.headline)}</span></h2><time datetime="{iso(p.a)}">{day(p.a)}, {p.a["time"]} {w["at"]}</time><p>{w["minutes"]}: 3</p></{tag}-article-header>
<{tag}-figure><figure><img src="t.jpg"><figcaption>{w["caption"]}<small>(Foto: dpx)</small></figcaption></figure></{tag}-figure><div itemprop="articleBody"><p data-manual="teaserText">{e(p.lead)}</p><p data-manual="author">{w["by"]} <a href="#">{e(p.author())}</a></p>
{p.body(p='<p data-manual="paragraph">{}</p>', h2='<h3 data-manual="subheadline">{}</h3>', between={1: f'<{tag}-ad><div>{w["ad"]}</div></{tag}-ad>', 3: f'<{tag}-teaser><a href="#"><p>{e(p.teasers(1)[0].kicker)}</p><h4>{e(p.teasers(1)[0].headline)}</h4><p>{w["read_more"]}</p></a></{tag}-teaser>'})}</div>
<div class="feedback"><p>{w["correct"]}</p></div></article><{tag}-recommendations><h3>{w["related"]}</h3>{"".join(f"<a href='#'><h4>{e(t.headline)}</h4><p>{e(t.lead)}</p></a>" for t in p.teasers(4))}</{tag}-recommendations></main><{tag}-footer>{w["copyright"]}</{tag}-footer></body></html>"""


def brief(p):
    """Little text among much else: long comments, a long column of teasers, a long notice."""
    w = p.w
    return f"""<!DOCTYPE html><html lang="{p.language}"><head><meta charset="utf-8"><title>{e(p.headline)} | {p.site}</title><meta property="og:title" content="{q(p.headline)}"></head><body><div class="notice"><p>{w["cookie"]}</p></div><div class="nav"><ul>{links(w["nav"])}</ul></div>
<div class="cols"><div class="col1">{"".join(f'<div class="box"><a href="#"><b>{e(t.headline)}</b></a><p>{e(t.lead)}</p></div>' for t in p.teasers(5))}</div><div class="col2"><div class="brief"><h1>{e(p.headline)}</h1><div class="info">{day(p.a)} · {e(p.author())}</div><div class="brief-text"><p>{e(p.lead)}</p>{p.body(limit=2, figure="")}</div></div>
<div class="discussion"><h3>{w["comments"]}</h3>{"".join(f'<div class="entry"><div class="user">{n}</div><div class="txt">{e(t)} {e(u)}</div></div>' for (n, t), (_, u) in zip(p.comments(7), p.comments(7)))}</div></div></div><div class="foot">{w["copyright"]}</div></body></html>"""


SHAPES = [tabloid, local_television, ghost, letter, wrapped_paragraphs, columns_2005, joomla, consent_wall, research_wire,
          custom_elements, brief]
