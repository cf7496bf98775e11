import Articles

/// What is wrong with a file and what is doubtful, as many as a person reads; the others are counted.
struct Findings {
    private static let limit = 1000

    let name: String
    private(set) var errors: [FormatError] = []
    private(set) var warnings: [FormatError] = []
    private var more = 0

    init(_ name: String) { self.name = name }

    mutating func add(_ error: FormatError) {
        if errors.count < Self.limit { errors.append(error.named(name)) } else { more += 1 }
    }

    mutating func warn(_ warning: FormatError) {
        if warnings.count < Self.limit { warnings.append(warning.named(name)) } else { more += 1 }
    }

    /// Tells the elements of an XML file that mean nothing here.
    /// - Parameter unknown: how many there are, by name.
    mutating func warn(ofElements unknown: [String: Int]) {
        for (name, count) in unknown.sorted(by: { $0.key < $1.key }) {
            warn(FormatError("\(count) <\(name)> \(count == 1 ? "is" : "are") read as text"))
        }
    }

    /// What was read, with everything that was found.
    func imported(_ documents: [Document]) -> Imported {
        var all = Imported(documents: documents, errors: errors, warnings: warnings)
        if more > 0 { all.errors.append(FormatError(file: name, "and \(more) more findings of this kind")) }
        return all
    }
}

extension FormatError {
    fileprivate func named(_ name: String) -> FormatError {
        var error = self
        error.file = file ?? name
        return error
    }
}
