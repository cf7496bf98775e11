/// Abbreviations that stand for common nouns: written like the name of an organisation, but none.
///
/// A closed list, written for Glosse, because nothing in the shape of `BIP` tells it from `BND`.
enum CommonAbbreviation {
    private static let known = WordTable(
        """
        AGB AKW BIP BSP CEO CFO COO CTO DNA DNS EKG FAQ GAU GDP GNP GPS HIV IQ KI KMU LKW MRT MwSt MWSt NGO NGOs \
        ÖPNV PC PCs PDF PIN PKW RNA SMS SUV SUVs TV UKW URL USB VIP VIPs WLAN
        """.split(separator: " ").map { (String($0), true) })

    static func contains(_ word: UnsafeBufferPointer<UInt8>) -> Bool { known.value(of: word) ?? false }
}
