/// Letters as the reader compares them: lower case, without accents.
enum Folding {
    /// Appends the folded form of a scalar; nothing for one that is no letter or digit.
    static func append(_ scalar: Unicode.Scalar, to text: inout String) {
        if scalar.isASCII {
            let value = scalar.value
            switch value {
            case 0x41...0x5A: text.unicodeScalars.append(Unicode.Scalar(UInt8(value + 32)))
            case 0x61...0x7A, 0x30...0x39: text.unicodeScalars.append(scalar)
            default: break
            }
        } else if let plain = plainForms[scalar] {
            text += plain
        } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
            text += scalar.properties.lowercaseMapping
        }
    }

    /// The folded form of a whole text, without anything but letters and digits.
    static func folded(_ text: some StringProtocol) -> String {
        var result = ""
        for scalar in text.unicodeScalars { append(scalar, to: &result) }
        return result
    }

    private static let plainForms: [Unicode.Scalar: String] = {
        let groups: [(String, String)] = [
            ("a", "àáâãäåāăąÀÁÂÃÄÅĀĂĄ"), ("ae", "æÆ"), ("c", "çćčĉÇĆČĈ"), ("d", "ďđðĎĐÐ"), ("e", "èéêëēėęěÈÉÊËĒĖĘĚ"),
            ("g", "ğģĞĢ"), ("i", "ìíîïīįıÌÍÎÏĪĮİ"), ("l", "łľĺŁĽĹ"), ("n", "ñńňņÑŃŇŅ"), ("o", "òóôõöøōőÒÓÔÕÖØŌŐ"),
            ("oe", "œŒ"), ("r", "řŕŘŔ"), ("s", "śšşșŚŠŞȘ"), ("ss", "ßẞ"), ("t", "ťţțŤŢȚ"), ("th", "þÞ"),
            ("u", "ùúûüūůűųÙÚÛÜŪŮŰŲ"), ("y", "ýÿÝŸ"), ("z", "źżžŹŻŽ"),
        ]
        var forms: [Unicode.Scalar: String] = [:]
        for (plain, letters) in groups {
            for scalar in letters.unicodeScalars { forms[scalar] = plain }
        }
        return forms
    }()
}
