#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// The colours that a terminal can show.
public enum Palette: Hashable, Sendable {
    /// Attributes only.
    case monochrome
    /// The terminal's own 8 or 16 colours.
    case eight, sixteen
    /// 16 own colours, a cube of 6 x 6 x 6 and 24 greys.
    case indexed
    /// Any red, green and blue.
    case direct

    /// - Parameter colors: how many colours the terminal says it has.
    public init(colors: Int) {
        self =
            switch colors {
            case ..<8: .monochrome
            case ..<16: .eight
            case ..<256: .sixteen
            case ..<0x100_0000: .indexed
            default: .direct
            }
    }

    /// The number that shows a colour best: an index, or 0xRRGGBB; nil stands for the terminal's own colour.
    ///
    /// Where a terminal may have changed its first 16 colours, exact ones are looked for only among the others.
    public func number(of color: Color?) -> Int? {
        switch color {
        case nil: nil
        case .named(let index): number(ofNamed: Int(index))
        case .rgb(let red, let green, let blue): number(of: RGB(red: red, green: green, blue: blue))
        }
    }

    /// The numbers of a style's two colours, never the same where the style's colours differ.
    ///
    /// With few colours, grey on black easily becomes black on black.
    public func numbers(of style: Style) -> (foreground: Int?, background: Int?) {
        let foreground = number(of: style.foreground)
        let background = number(of: style.background)
        guard let background, foreground == background, style.foreground != style.background else {
            return (foreground, background)
        }
        let ground = self == .direct && background >= 8 ? RGB(number: background) : Self.colors[background]
        return (number(of: RGB(number: Lab(ground).lightness < 0.6 ? 0xFFFFFF : 0)), background)
    }

    private func number(ofNamed index: Int) -> Int? {
        switch self {
        case .monochrome: nil
        case .eight: index % 8
        case .sixteen: index % 16
        case .indexed: index
        case .direct: index < 8 ? index : number(of: Self.colors[index])
        }
    }

    private func number(of color: RGB) -> Int? {
        switch self {
        case .monochrome: nil
        case .eight: Self.nearest(to: color, in: 0..<8)
        case .sixteen: Self.nearest(to: color, in: 0..<16)
        case .indexed: Self.nearest(to: color, in: 16..<256)
        // The first 8 numbers stay the terminal's own colours; the blue that dark is black.
        case .direct: color.number < 8 ? 0 : color.number
        }
    }

    /// What a terminal shows for one of the 256 numbers, as far as it can be known (the first 16 are xterm's).
    static let colors: [RGB] =
        [
            0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
            0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
        ].map { RGB(number: $0) }
        + (0..<216).map { cube in
            let level = { (step: Int) in UInt8(step == 0 ? 0 : 55 + 40 * step) }
            return RGB(red: level(cube / 36), green: level(cube / 6 % 6), blue: level(cube % 6))
        }
        + (0..<24).map { step in
            let grey = UInt8(8 + 10 * step)
            return RGB(red: grey, green: grey, blue: grey)
        }

    private static let labs = colors.map(Lab.init)

    private static func nearest(to color: RGB, in indexes: Range<Int>) -> Int {
        let wanted = Lab(color)
        return indexes.min { labs[$0].distance(to: wanted) < labs[$1].distance(to: wanted) }
            ?? indexes.lowerBound
    }
}

/// A colour as numbers of red, green and blue light, as screens take it (sRGB).
struct RGB: Hashable, Sendable {
    let red: UInt8
    let green: UInt8
    let blue: UInt8

    init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// - Parameter number: 0xRRGGBB.
    init(number: Int) {
        self.init(
            red: UInt8(number >> 16 & 255), green: UInt8(number >> 8 & 255), blue: UInt8(number & 255))
    }

    var number: Int { Int(red) << 16 | Int(green) << 8 | Int(blue) }
}

/// A colour in OKLab, where distance is what the eye sees. Source: bottosson.github.io/posts/oklab.
struct Lab {
    let lightness: Double
    let greenRed: Double
    let blueYellow: Double

    init(_ color: RGB) {
        let linear = { (value: UInt8) -> Double in
            let share = Double(value) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        let red = linear(color.red)
        let green = linear(color.green)
        let blue = linear(color.blue)
        let long = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
        let medium = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
        let short = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
        lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
        greenRed = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
        blueYellow = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    }

    /// Differences of hue and saturation count double, or a dark grey becomes a blue when there are few colours.
    func distance(to other: Lab) -> Double {
        let lightness = self.lightness - other.lightness
        let greenRed = self.greenRed - other.greenRed
        let blueYellow = self.blueYellow - other.blueYellow
        return lightness * lightness + 4 * (greenRed * greenRed + blueYellow * blueYellow)
    }
}
