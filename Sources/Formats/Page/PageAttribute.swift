/// The attributes of HTML that somebody asks for; no others are kept.
enum PageAttribute: String, CaseIterable {
    case `class`, id, role, style, hidden, itemprop, href, rel, lang, content, property, name, datetime, title
    case pubdate, start, open, type
    case ariaHidden = "aria-hidden"
    case xmlLang = "xml:lang"
    case httpEquiv = "http-equiv"
    case epubType = "epub:type"
    /// Any other.
    case other = ""

    static let byName = Dictionary(
        allCases.map { ($0.rawValue, $0) }, uniquingKeysWith: { first, _ in first })

    fileprivate var bit: UInt32 {
        switch self {
        case .class: 1 << 0
        case .id: 1 << 1
        case .role: 1 << 2
        case .style: 1 << 3
        case .hidden: 1 << 4
        case .itemprop: 1 << 5
        case .href: 1 << 6
        case .rel: 1 << 7
        case .lang: 1 << 8
        case .content: 1 << 9
        case .property: 1 << 10
        case .name: 1 << 11
        case .datetime: 1 << 12
        case .title: 1 << 13
        case .pubdate: 1 << 14
        case .start: 1 << 15
        case .open: 1 << 16
        case .type: 1 << 17
        case .ariaHidden: 1 << 18
        case .xmlLang: 1 << 19
        case .httpEquiv: 1 << 20
        case .epubType: 1 << 21
        case .other: 0
        }
    }
}

/// Several attributes in the bits of a number: most elements have none that matters, which is told at once.
struct PageAttributeSet: Sendable {
    private var bits: UInt32 = 0

    init(_ attributes: PageAttribute...) {
        for attribute in attributes { insert(attribute) }
    }

    mutating func insert(_ attribute: PageAttribute) { bits |= attribute.bit }

    func contains(_ attribute: PageAttribute) -> Bool { bits & attribute.bit != 0 }

    func isDisjoint(with other: Self) -> Bool { bits & other.bits == 0 }
}
