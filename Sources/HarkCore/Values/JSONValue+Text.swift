extension JSONValue {
    /// The value on one line, without spaces between its parts.
    ///
    /// Control characters are escaped, so the text is safe to print. Numbers that are whole print without a point;
    /// not-a-number and infinities print as `null`, as JSON has no word for them.
    public var compact: String {
        var text = ""
        write(to: &text, indent: nil, depth: 0)
        return text
    }

    /// The value over several lines, indented by two spaces a level; empty arrays and objects stay on one line.
    public var pretty: String {
        var text = ""
        write(to: &text, indent: 2, depth: 0)
        return text
    }

    private func write(to text: inout String, indent: Int?, depth: Int) {
        switch self {
        case .null: text += "null"
        case .bool(let flag): text += flag ? "true" : "false"
        case .number(let number): text += JSONValue.numeral(number)
        case .string(let string): JSONValue.quote(string, into: &text)
        case .array(let elements):
            JSONValue.enclose("[", "]", count: elements.count, into: &text, indent: indent, depth: depth) {
                elements[$0].write(to: &$1, indent: indent, depth: depth + 1)
            }
        case .object(let members):
            JSONValue.enclose("{", "}", count: members.count, into: &text, indent: indent, depth: depth) {
                JSONValue.quote(members[$0].name, into: &$1)
                $1 += indent == nil ? ":" : ": "
                members[$0].value.write(to: &$1, indent: indent, depth: depth + 1)
            }
        }
    }

    private static func enclose(
        _ open: String, _ close: String, count: Int, into text: inout String, indent: Int?, depth: Int,
        element: (Int, inout String) -> Void
    ) {
        text += open
        for index in 0..<count {
            if index > 0 { text += "," }
            if let indent { text += "\n" + String(repeating: " ", count: indent * (depth + 1)) }
            element(index, &text)
        }
        if let indent, count > 0 { text += "\n" + String(repeating: " ", count: indent * depth) }
        text += close
    }

    private static func numeral(_ number: Double) -> String {
        guard number.isFinite else { return "null" }
        if let whole = Int64(exactly: number), whole.magnitude < 1 << 53 { return String(whole) }
        return "\(number)"
    }

    private static func quote(_ string: String, into text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{202A}"..."\u{202E}",
                "\u{2066}"..."\u{2069}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
