import Articles

extension JSONLine {
    static func read(_ input: Input) throws(FormatError) -> Imported {
        let json = try JSON(input)
        var keys: [String: JSON] = [:]
        for (key, value) in try json.members { keys[key] = value }
        guard let text = keys["text"] else {
            throw json.error("the document has no \"text\"; each line needs one")
        }
        var unit = OffsetUnit.codePoints
        if let name = keys["offsets"] {
            guard let known = OffsetUnit(rawValue: try name.string) else {
                throw name.error("offsets are counted in codepoints, utf8 or utf16")
            }
            unit = known
        }
        var decoder = try Decoder(Text(bytes: text.bytes), unit)
        var article = Article(name: "\(input.stem):\(input.firstLine)", text: decoder.text)
        var annotations = Parts()
        for (key, value) in try json.members {
            switch key {
            case "id": article.name = try value.string
            case "title": article.title = try value.string
            case "source": article.source = try value.string
            case "date": article.date = try value.string
            case "language": article.language = try value.string
            case "metadata": article.metadata = try value.strings
            case "text", "offsets": break
            case "mentions":
                for element in try value.elements {
                    annotations.mentions.append(try decoder.mention(element))
                }
            case "relations":
                for element in try value.elements {
                    annotations.relations.append(try decoder.relation(element))
                }
            case "chains":
                for element in try value.elements { annotations.chains.append(try decoder.chain(element)) }
            case "facts":
                for element in try value.elements { annotations.facts.append(try decoder.fact(element)) }
            case "labels":
                for element in try value.elements { annotations.labels.append(try decoder.label(element)) }
            case "notes":
                for element in try value.elements { annotations.notes.append(try decoder.note(element)) }
            default: decoder.warnUnknown(key, value)
            }
        }
        let document = Document(article: article, annotations: try annotations.joined(json))
        return Imported(documents: [document], warnings: decoder.warnings)
    }

    /// The lists of one line.
    private struct Parts {
        var mentions: [Mention] = []
        var relations: [Relation] = []
        var chains: [Chain] = []
        var facts: [Fact] = []
        var labels: [ArticleLabel] = []
        var notes: [Note] = []

        /// All as one, once every id is known to occur once and every reference to lead somewhere.
        func joined(_ json: JSON) throws(FormatError) -> Annotations {
            let rest: [Annotation] =
                relations.map(Annotation.relation) + chains.map(Annotation.chain) + facts.map(Annotation.fact)
                + labels.map(Annotation.label) + notes.map(Annotation.note)
            var ids = Set<ID>(minimumCapacity: mentions.count + rest.count)
            for id in mentions.map(\.id) + rest.map(\.id) where !ids.insert(id).inserted {
                throw json.error("the id \(id) occurs twice; each annotation needs its own")
            }
            for annotation in rest {
                if let missing = annotation.references.first(where: { !ids.contains($0) }) {
                    throw json.error("\(annotation.id) names \(missing), which does not exist")
                }
            }
            return Annotations(
                mentions: mentions, relations: relations, chains: chains, facts: facts, labels: labels,
                notes: notes)
        }
    }
}
