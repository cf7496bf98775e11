import Foundation

@testable import Cells

/// What colours look like to people whose eyes have all kinds of cones, or lack one.
///
/// Source: G. Machado, M. Oliveira, L. Fernandes, "A Physiologically-based Model for Simulation of Color
/// Vision Deficiency" (2009), the matrices of severity 1.0.
enum ColourVision: CaseIterable {
    case full, protanopia, deuteranopia, tritanopia

    /// How far apart two colours look in OKLab; about 0.02 is just noticed (CSS Color 4).
    func distance(_ first: RGB, _ second: RGB) -> Double {
        let first = Lab(seen(first))
        let second = Lab(seen(second))
        let squares = [\Lab.lightness, \.greenRed, \.blueYellow].map { axis in
            pow(first[keyPath: axis] - second[keyPath: axis], 2)
        }
        return squares.reduce(0, +).squareRoot()
    }

    private func seen(_ color: RGB) -> RGB {
        let light = [color.red, color.green, color.blue].map(linear)
        let channels = matrix.map { row in channel(zip(row, light).map(*).reduce(0, +)) }
        return RGB(red: channels[0], green: channels[1], blue: channels[2])
    }

    private var matrix: [[Double]] {
        switch self {
        case .full: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
        case .protanopia:
            [
                [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
                [-0.003882, -0.048116, 1.051998],
            ]
        case .deuteranopia:
            [
                [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
                [-0.011820, 0.042940, 0.968881],
            ]
        case .tritanopia:
            [
                [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
                [0.004733, 0.691367, 0.303900],
            ]
        }
    }
}

/// The channel of sRGB for a share of light: `linear`, back again.
private func channel(_ light: Double) -> UInt8 {
    let light = min(max(light, 0), 1)
    return UInt8((255 * (light <= 0.0031308 ? light * 12.92 : 1.055 * pow(light, 1 / 2.4) - 0.055)).rounded())
}
