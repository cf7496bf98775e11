/// The elements of HTML that something is known about, and the two kinds of node beside them.
enum PageTag: String, CaseIterable {
    case html, head, title, meta, link, base, body
    case article, section, main, aside, nav, header, footer, address, hgroup, search
    case h1, h2, h3, h4, h5, h6
    case p, div, center, blockquote, pre, listing, xmp, hr, br, wbr
    case ul, ol, li, dl, dt, dd, menu
    case figure, figcaption, details, summary, dialog, fieldset, legend, form
    case table, caption, colgroup, col, thead, tbody, tfoot, tr, td, th
    case a, abbr, b, bdi, bdo, big, cite, code, data, del, dfn, em, font, i, ins, kbd, label, mark, q, rp, rt,
        ruby, s
    case samp, small, span, strike, strong, sub, sup, time, tt, u
    case `var`
    case script, style, template, noscript, iframe, object, embed, svg, math, canvas, audio, video, picture,
        source
    case img, map, area, select, option, optgroup, textarea, button, input, output, progress, meter, datalist
    case noembed, noframes
    /// An element of any other name.
    case other = ""
    /// Text between tags.
    case text = "#text"

    /// How an element stands among others.
    enum Layout {
        /// In the line.
        case inline
        /// On lines of its own.
        case line
        /// With space around it.
        case block
        /// Not shown as text.
        case none
    }

    var layout: Layout {
        switch self {
        case .html, .body, .article, .section, .main, .aside, .nav, .header, .footer, .address, .hgroup,
            .search,
            .h1, .h2, .h3, .h4, .h5, .h6, .p, .div, .center, .blockquote, .pre, .listing, .xmp, .hr, .ul, .ol,
            .dl,
            .menu, .figure, .figcaption, .details, .summary, .fieldset, .legend, .form, .table, .caption:
            .block
        case .li, .dt, .dd, .thead, .tbody, .tfoot, .tr, .td, .th:
            .line
        case .head, .title, .meta, .link, .base, .script, .style, .template, .noscript, .iframe, .object,
            .embed,
            .svg, .math, .canvas, .audio, .video, .source, .map, .area, .select, .option, .optgroup,
            .textarea,
            .button, .input, .progress, .meter, .datalist, .noembed, .noframes, .colgroup, .col, .dialog:
            .none
        case .br, .wbr, .a, .abbr, .b, .bdi, .bdo, .big, .cite, .code, .data, .del, .dfn, .em, .font, .i,
            .ins,
            .kbd, .label, .mark, .q, .rp, .rt, .ruby, .s, .samp, .small, .span, .strike, .strong, .sub, .sup,
            .time,
            .tt, .u, .var, .picture, .img, .output, .other, .text:
            .inline
        }
    }

    /// 1 to 6 for a heading.
    var headingLevel: Int? {
        switch self {
        case .h1: 1
        case .h2: 2
        case .h3: 3
        case .h4: 4
        case .h5: 5
        case .h6: 6
        default: nil
        }
    }

    static let byName = Dictionary(
        allCases.map { ($0.rawValue, $0) }, uniquingKeysWith: { first, _ in first })
}
