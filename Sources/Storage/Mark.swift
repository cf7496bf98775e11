import Articles

/// What mentions, chains, relations, facts, labels and notes have in common, in one byte and what it announces:
///
///     bits 0–1  status: suggested, accepted, rejected
///     bit 2     the engine's, not a person's
///     bits 3–5  the origin has a name, a time, a confidence
///     bits 6–7  for the one that is marked (a mention: fragments, details)
struct Mark {
    var status = Status.accepted
    var origin: Origin
    var extras: UInt8 = 0
}

extension ByteWriter {
    mutating func mark(_ mark: Mark) {
        let origin = mark.origin
        let confidence = origin.confidence.flatMap { $0.isFinite ? $0 : nil }
        var flags = mark.extras << 6
        switch mark.status {
        case .suggested: break
        case .accepted: flags |= 1
        case .rejected: flags |= 2
        }
        switch origin.author {
        case .person: break
        case .engine: flags |= 4
        }
        if !origin.name.isEmpty { flags |= 8 }
        if origin.time != nil { flags |= 16 }
        if confidence != nil { flags |= 32 }
        byte(flags)
        if !origin.name.isEmpty { name(origin.name) }
        if let time = origin.time { self.time(time) }
        if let confidence { float(confidence) }
    }
}

extension ByteReader {
    mutating func mark() throws(Malformed) -> Mark {
        let flags = try byte()
        let status: Status
        switch flags & 3 {
        case 0: status = .suggested
        case 1: status = .accepted
        case 2: status = .rejected
        default: throw malformed("a status is not known")
        }
        let name = flags & 8 == 0 ? "" : try name()
        let time = flags & 16 == 0 ? nil : try time()
        let confidence = flags & 32 == 0 ? nil : try float()
        guard confidence?.isFinite ?? true else { throw malformed("a confidence is no number") }
        let origin = Origin(
            flags & 4 == 0 ? .person : .engine, name: name, time: time, confidence: confidence)
        return Mark(status: status, origin: origin, extras: flags >> 6)
    }
}
