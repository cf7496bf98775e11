import Formats

/// What an export lost, as JSON that other programs can check.
struct LossReport {
    let bytes: [UInt8]

    init(_ format: Format, _ losses: [Loss]) {
        // Names of formats and features are plain words.
        let counts = losses.map { "\"\($0.feature.name)\":\($0.count)" }.joined(separator: ",")
        bytes = Array("{\"format\":\"\(format.name)\",\"loss\":{\(counts)}}\n".utf8)
    }
}
