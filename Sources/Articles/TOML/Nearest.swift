extension Sequence<String> {
    /// The word that somebody who wrote `word` most likely meant; nil when none is near.
    ///
    /// Near is at most one edit for three letters, whatever their case; a swap of two letters is one edit.
    public func nearest(to word: String) -> String? {
        let letters = Array(word.lowercased())
        guard letters.count <= 64 else { return nil }
        let near = compactMap { candidate -> (distance: Int, word: String)? in
            let distance = editDistance(letters, Array(candidate.lowercased()))
            return distance <= Swift.max(1, letters.count / 3) ? (distance, candidate) : nil
        }
        return near.min { $0.distance < $1.distance }?.word
    }

    /// What a message adds after an unknown word: `; did you mean "name"?`, or the known words.
    func remedy(for word: String) -> String {
        if let nearest = nearest(to: word) { return "; did you mean \"\(nearest)\"?" }
        var told: Set<String> = []
        return "; known: " + filter { told.insert($0).inserted }.joined(separator: ", ")
    }
}

/// Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment).
private func editDistance(_ first: [Character], _ second: [Character]) -> Int {
    var older: [Int] = []
    var old: [Int] = []
    var row = Array(0...second.count)
    for (i, left) in first.enumerated() {
        (older, old) = (old, row)
        row[0] = i + 1
        for (j, right) in second.enumerated() {
            row[j + 1] = min(old[j] + (left == right ? 0 : 1), old[j + 1] + 1, row[j] + 1)
            if i > 0, j > 0, left == second[j - 1], right == first[i - 1] {
                row[j + 1] = min(row[j + 1], older[j - 1] + 1)
            }
        }
    }
    return row[second.count]
}
