/// The pieces an HTML page is made of; every word that comes from outside passes ``text(_:)``.
enum Markup {
    /// Words as a page may hold them: signs of HTML escaped, control characters and bidi overrides made visible.
    static func text(_ words: String) -> String {
        var result = ""
        for scalar in words.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\u{00}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
                result.unicodeScalars.append("\u{FFFD}")
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// An element with attributes, whose values are made safe here, around content that is markup already.
    static func element(
        _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ content: String = ""
    ) -> String {
        let pairs = attributes.map { " \($0.key)=\"\(text($0.value))\"" }.joined()
        return "<\(name)\(pairs)>\(content)</\(name)>"
    }

    /// A table of words; the first column names the row.
    static func table(_ header: [String], _ rows: [[String]]) -> String {
        let head = header.map { element("th", ["scope": "col"], text($0)) }.joined()
        let body = rows.map { row in
            let cells = row.enumerated().map { index, cell in
                index == 0 ? element("th", ["scope": "row"], text(cell)) : element("td", [:], text(cell))
            }
            return element("tr", [:], cells.joined())
        }
        return element(
            "table", [:], element("thead", [:], element("tr", [:], head)) + element("tbody", [:], body.joined()))
    }
}
