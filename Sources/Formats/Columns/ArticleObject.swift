import Articles

/// Reads articles as objects of JSON whose keys are columns.
enum ArticleObject {
    /// What is no string is kept as it is written, up to this size.
    private static let literalLimit = 1000

    /// Whether the first line holds a whole object, and not only how one begins.
    static func isLine(_ start: ArraySlice<UInt8>) -> Bool {
        guard let end = start.firstIndex(of: 10) else { return true }
        return start[..<end].last { !$0.isSpace } == UInt8(ascii: "}")
    }

    @Sendable static func readLine(_ input: Input) throws(FormatError) -> Imported {
        let json = try JSON(input)
        return Imported(documents: [try document(json, "\(input.stem):\(input.firstLine)", input.name)])
    }

    @Sendable static func read(_ input: Input) throws(FormatError) -> Imported {
        let json = try JSON(input)
        guard json.kind == .array else {
            return Imported(documents: [try document(json, input.stem, input.name)])
        }
        var findings = Findings(input.name)
        var documents: [Document] = []
        for (index, element) in try json.elements.enumerated() {
            do throws(FormatError) {
                documents.append(try document(element, "\(input.stem):\(index + 1)", input.name))
            } catch {
                findings.add(error)
            }
        }
        return findings.imported(documents)
    }

    private static func document(
        _ json: JSON, _ name: String, _ file: String
    ) throws(FormatError) -> Document {
        let article: ColumnArticle
        do throws(FormatError) {
            article = try columns(json, name)
        } catch {
            throw error.file == nil ? json.error(error.message) : error
        }
        guard let document = article.document(file: file) else {
            throw json.error("the article has neither a title nor a text")
        }
        return document
    }

    private static func columns(_ json: JSON, _ name: String) throws(FormatError) -> ColumnArticle {
        var article = ColumnArticle(name: name)
        for (key, value) in try json.members {
            switch value.kind {
            case .null: break
            case .string: try article.take(key, value.string)
            case .true, .false, .number: try article.take(key, value.literal)
            case .array:
                let texts = try value.elements.map(\.text)
                let known = texts.compactMap(\.self)
                try article.take(
                    key, known.count == texts.count ? known.joined(separator: ", ") : literal(value))
            case .object:
                try article.take(key, value.text("name") ?? value.text("text") ?? literal(value))
            }
        }
        return article
    }

    private static func literal(_ json: JSON) -> String {
        let literal = json.literal
        return literal.utf8.count <= literalLimit ? literal : ""
    }
}
