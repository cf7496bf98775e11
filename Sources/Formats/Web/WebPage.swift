import Articles

/// A page from the web, with the charset that the server named.
enum WebPage {
    static func read(_ bytes: [UInt8], charset: String?, address: String) throws(FormatError) -> Imported {
        try Format.html.read(Input(name: address, bytes: bytes, charset: charset))
    }
}
