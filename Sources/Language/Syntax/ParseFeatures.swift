/// The features of a parser's state that its next action is guessed from.
///
/// After Zhang and Nivre, "Transition-based dependency parsing with rich non-local features" (2011): words and classes
/// at the top of the stack and the front of the queue, their outer children, distances and numbers of children; with
/// what lies between two words and which cases they can have.
enum ParseFeatures {
    static let count = 92

    @inline(__always)
    static func write(
        _ top: ParseItem, _ below: ParseItem, _ third: ParseItem, _ next: ParseItem, count: Int,
        tokens: UnsafePointer<ParseToken>, hash: FeatureRow, to rows: UnsafeMutablePointer<UInt32>
    ) {
        let s0 = tokens[Int(top.word)]
        let s1 = tokens[Int(below.word)]
        let s2 = tokens[Int(third.word)]
        let place = Int(next.word)
        let (b0, b1, b2) = (tokens[place], tokens[place + 1], tokens[place + 2])
        let before = tokens[place - 1]
        let (s0l, s0r) = (tokens[Int(top.left)], tokens[Int(top.right)])
        let (s0l2, s0r2) = (tokens[Int(top.secondLeft)], tokens[Int(top.secondRight)])
        let (s1l, s1r, s1r2) = (
            tokens[Int(below.left)], tokens[Int(below.right)], tokens[Int(below.secondRight)]
        )
        let (b0l, b0l2) = (tokens[Int(next.left)], tokens[Int(next.secondLeft)])
        let far = top.word < 0 ? 0 : distance(Int(next.word) - Int(top.word))
        let near = below.word < 0 ? 0 : distance(Int(top.word) - Int(below.word))
        let (s0vl, s0vr) = (UInt64(min(3, top.leftCount)), UInt64(min(3, top.rightCount)))
        let (s1vl, s1vr) = (UInt64(min(3, below.leftCount)), UInt64(min(3, below.rightCount)))
        let b0vl = UInt64(min(3, next.leftCount))
        let gap = between(s0, b0)
        let inner = between(s1, s0)
        let s0t = s0.tag
        let s1t = s1.tag
        let b0t = b0.tag
        let s0b0 = s0t << 8 | b0t
        let s1s0 = s1t << 8 | s0t
        let s1s0b0 = s1s0 << 8 | b0t
        var index = 0
        @inline(__always) func add(_ row: UInt32) {
            rows[index] = row
            index += 1
        }
        add(hash.of(1, s0.wordAndTag))
        add(hash.of(2, s0.word))
        add(hash.of(3, s0t))
        add(hash.of(4, s1.wordAndTag))
        add(hash.of(5, s1.word))
        add(hash.of(6, s1t))
        add(hash.of(7, b0.wordAndTag))
        add(hash.of(8, b0.word))
        add(hash.of(9, b0t))
        add(hash.of(10, b1.wordAndTag))
        add(hash.of(11, b1.word))
        add(hash.of(12, b1.tag))
        add(hash.of(13, b2.wordAndTag))
        add(hash.of(14, b2.tag))
        add(hash.of(15, s2.wordAndTag))
        add(hash.of(16, s2.tag))
        // Pairs.
        add(hash.of(17, s0.wordAndTag, b0.wordAndTag))
        add(hash.of(18, s0.wordAndTag, b0.word))
        add(hash.of(19, s0.word, b0.wordAndTag))
        add(hash.of(20, s0.wordAndTag, b0t))
        add(hash.of(21, s0t, b0.wordAndTag))
        add(hash.of(22, s0b0))
        add(hash.of(23, s1.wordAndTag, s0.wordAndTag))
        add(hash.of(24, s1.word, s0.word))
        add(hash.of(25, s1.wordAndTag, s0t))
        add(hash.of(26, s1t, s0.wordAndTag))
        add(hash.of(27, s1s0))
        add(hash.of(28, s1t << 8 | b0t))
        add(hash.of(29, s1.word, b0.word))
        add(hash.of(30, b0t << 8 | b1.tag))
        add(hash.of(31, b0.word, b1.word))
        add(hash.of(32, s0.ending, b0t))
        add(hash.of(33, s1.ending, s0t))
        add(hash.of(34, s0.ending, b0.ending))
        add(hash.of(35, s1.ending, s0.ending))
        // Triples.
        add(hash.of(36, b0t << 16 | b1.tag << 8 | b2.tag))
        add(hash.of(37, s0b0 << 8 | b1.tag))
        add(hash.of(38, s0b0 << 16 | b1.tag << 8 | b2.tag))
        add(hash.of(39, s1s0b0))
        add(hash.of(40, s1s0b0 << 8 | b1.tag))
        add(hash.of(41, s2.tag << 16 | s1s0))
        add(hash.of(42, s2.tag << 24 | s1s0b0))
        add(hash.of(43, s1.word, s0b0))
        add(hash.of(44, s0.word, s1t << 8 | b0t))
        add(hash.of(45, b0.word, s1s0))
        add(hash.of(46, s0.word, b0t << 8 | b1.tag))
        add(hash.of(47, s0b0, b1.word))
        add(hash.of(48, s1s0, s0.word, b0.word))
        // Children.
        add(hash.of(49, s0b0 << 8 | s0l.tag))
        add(hash.of(50, s0b0 << 8 | s0r.tag))
        add(hash.of(51, s0b0 << 8 | b0l.tag))
        add(hash.of(52, s1s0 << 8 | s1l.tag))
        add(hash.of(53, s1s0 << 8 | s1r.tag))
        add(hash.of(54, s1s0 << 8 | s0l.tag))
        add(hash.of(55, s1s0 << 8 | s0r.tag))
        add(hash.of(56, s1s0, s0l.word))
        add(hash.of(57, s1s0, s1r.word))
        add(hash.of(58, s0.wordAndTag, s0l.tag))
        add(hash.of(59, s0.wordAndTag, s0r.tag))
        add(hash.of(60, s1.wordAndTag, s1r.tag))
        add(hash.of(61, b0.wordAndTag, b0l.tag))
        add(hash.of(62, s0.wordAndTag, s0l.word))
        add(hash.of(63, b0.wordAndTag, b0l.word))
        add(hash.of(64, s0t << 16 | s0l.tag << 8 | s0l2.tag))
        add(hash.of(65, s0t << 16 | s0r.tag << 8 | s0r2.tag))
        add(hash.of(66, s1t << 16 | s1r.tag << 8 | s1r2.tag))
        add(hash.of(67, b0t << 16 | b0l.tag << 8 | b0l2.tag))
        add(hash.of(68, s1s0b0 << 8 | s1r.tag))
        add(hash.of(69, s1s0b0 << 8 | s0l.tag))
        add(hash.of(70, s1s0b0 << 8 | s0r.tag))
        add(hash.of(71, s1s0b0 << 8 | b0l.tag))
        add(hash.of(72, s1s0, s1l.word))
        // Distances and numbers of children.
        add(hash.of(73, s0b0 << 4 | far))
        add(hash.of(74, s0.word, far))
        add(hash.of(75, b0.word, far))
        add(hash.of(76, s1s0 << 4 | near))
        add(hash.of(77, s1.word, near))
        add(hash.of(78, s0.word, near))
        add(hash.of(79, s0.word, s0vl << 4 | s0vr))
        add(hash.of(80, s0t << 8 | s0vl << 4 | s0vr))
        add(hash.of(81, s1.wordAndTag, s1vl << 4 | s1vr))
        add(hash.of(82, s1t << 8 | s1vl << 4 | s1vr))
        add(hash.of(83, b0.wordAndTag, b0vl))
        add(hash.of(84, s1s0b0 << 16 | s1vr << 12 | s0vl << 8 | s0vr << 4 | b0vl))
        // What lies between.
        add(hash.of(85, s0b0, gap))
        add(hash.of(86, s1s0, inner))
        add(hash.of(87, s1s0b0, inner, gap))
        add(hash.of(88, s1.word, s0t, inner))
        add(hash.of(89, s0b0 << 8 | before.tag))
        // Cases.
        add(hash.of(90, s0b0 << 8 | s0.cases << 4 | b0.cases))
        add(hash.of(91, s1s0 << 8 | s1.cases << 4 | s0.cases))
        add(hash.of(92, s1s0b0 << 12 | s1.cases << 8 | s0.cases << 4 | b0.cases))
    }

    @inline(__always)
    static func distance(_ distance: Int) -> UInt64 {
        switch distance {
        case ..<5: UInt64(max(0, distance))
        case ..<7: 5
        case ..<11: 6
        default: 7
        }
    }

    /// Commas, verbs and coordinators between two words.
    @inline(__always)
    static func between(_ first: ParseToken, _ second: ParseToken) -> UInt64 {
        let commas = UInt64(max(0, min(2, second.commas - first.commas)))
        let verbs = UInt64(max(0, min(2, second.verbs - first.verbs)))
        let coordinators = UInt64(max(0, min(1, second.coordinators - first.coordinators)))
        return commas << 4 | verbs << 2 | coordinators
    }
}
