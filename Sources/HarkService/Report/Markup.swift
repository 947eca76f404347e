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
            case "\u{00}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{61C}", "\u{200E}"..."\u{200F}", "\u{2028}"..."\u{202E}",
                "\u{2066}"..."\u{2069}":
                result.unicodeScalars.append("\u{FFFD}")
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// The beginning of a long name.
    static func short(_ name: String, _ limit: Int = 60) -> String {
        name.count > limit ? name.prefix(limit - 1) + "…" : name
    }

    /// A paragraph of words.
    static func paragraph(_ words: String, _ style: String) -> String {
        words.isEmpty ? "" : element("p", ["class": style], text(words))
    }

    /// A table that opens on demand, for those who want figures or cannot see a drawing.
    static func numbers(_ header: [String], _ rows: [[String]]) -> String {
        element("details", [:], element("summary", [:], "Numbers") + table(header, rows))
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
                index == 0
                    ? element("th", ["scope": "row"], text(short(cell))) : element("td", [:], text(short(cell)))
            }
            return element("tr", [:], cells.joined())
        }
        return element(
            "table", [:], element("thead", [:], element("tr", [:], head)) + element("tbody", [:], body.joined()))
    }
}
