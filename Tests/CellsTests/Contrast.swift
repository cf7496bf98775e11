import Foundation

@testable import Cells

extension Palette {
    /// The two colours of a style as the screen shows them, or nil where only the terminal knows them.
    func shown(_ style: Style) -> (foreground: RGB, background: RGB)? {
        let numbers = numbers(of: style)
        guard let foreground = numbers.foreground, let background = numbers.background else { return nil }
        return (rgb(of: foreground), rgb(of: background))
    }

    private func rgb(of number: Int) -> RGB {
        self == .direct ? RGB(number: number) : Self.colors[number]
    }
}

/// How well two colours can be told apart, from 1 (not at all) to 21 (black on white).
///
/// Source: Web Content Accessibility Guidelines 2.2, "contrast ratio" and "relative luminance".
func contrast(_ first: RGB, _ second: RGB) -> Double {
    let first = luminance(first)
    let second = luminance(second)
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
}

private func luminance(_ color: RGB) -> Double {
    0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
}

/// The share of light, from 0 to 1, that a channel of sRGB stands for.
func linear(_ channel: UInt8) -> Double {
    let value = Double(channel) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
}
