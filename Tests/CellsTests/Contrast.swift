import Cells
import Foundation

/// How well two colours can be told apart, from 1 (not at all) to 21 (black on white).
///
/// Source: Web Content Accessibility Guidelines 2.2, "contrast ratio" and "relative luminance".
func contrast(_ first: Color, _ second: Color) -> Double? {
    guard let first = luminance(first), let second = luminance(second) else { return nil }
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
}

/// Nil for a colour of the terminal's palette, which only the terminal knows.
private func luminance(_ color: Color) -> Double? {
    guard case .rgb(let red, let green, let blue) = color else { return nil }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

private func linear(_ channel: UInt8) -> Double {
    let value = Double(channel) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
}
