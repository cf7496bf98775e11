import Articles

/// CAS JSON: types, then feature structures, then the view.
struct CASJSONSink: CASSink {
    private(set) var json = JSONWriter()

    @Sendable static func write(_ document: Document, _ options: ExportOptions, _ output: inout Output) {
        output.bytes.append(contentsOf: CASWriter.write(document, to: CASJSONSink()).json.bytes)
    }

    mutating func begin(_ text: Text, _ types: [CASType]) {
        json.open(.object)
        json.object("%HEADER") { json in
            json.field("%VERSION", "0.4.0")
            json.field("%OFFSET_ENCODING", "UTF-16")
        }
        json.object("%TYPES") { json in
            for type in types {
                json.key(named: type.name)
                json.object { json in
                    json.field("%NAME", type.name)
                    json.field("%SUPER_TYPE", type.parent)
                    for feature in type.features {
                        json.key(named: feature.name)
                        json.object { json in
                            json.field("%NAME", feature.name)
                            json.field("%RANGE", feature.range)
                        }
                    }
                }
            }
        }
        json.key("%FEATURE_STRUCTURES")
        json.open(.array)
        json.object { json in
            json.field("%ID", 1)
            json.field("%TYPE", CAS.sofa)
            json.field("sofaNum", 1)
            json.field("sofaID", "_InitialView")
            json.field("mimeType", "text")
            json.key("sofaString")
            json.string(text, text.bounds)
        }
    }

    mutating func open(_ id: Int, _ type: String, _ span: Range<Int>?) {
        json.open(.object)
        json.field("%ID", id)
        json.field("%TYPE", type)
        json.field("@sofa", 1)
        guard let span else { return }
        json.field("begin", span.lowerBound)
        json.field("end", span.upperBound)
    }

    mutating func field(_ name: StaticString, _ value: String) { json.field(name, value) }

    mutating func field(named name: String, _ value: String) { json.field(named: name, value) }

    mutating func reference(_ name: StaticString, _ id: Int) { json.field(named: "@\(name)", id) }

    mutating func close() { json.close(.object) }

    mutating func end(_ text: Text, members: [Int]) {
        json.close(.array)
        json.object("%VIEWS") { json in
            json.object("_InitialView") { json in
                json.field("%SOFA", 1)
                json.array("%MEMBERS") { json in for member in members { json.int(member) } }
            }
        }
        json.close(.object)
        json.lineBreak()
    }
}
