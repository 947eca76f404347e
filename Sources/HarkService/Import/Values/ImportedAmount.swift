/// A number as files write it: with thousands separators, a decimal point or comma, a currency sign or code.
struct ImportedAmount: Hashable, Sendable {
    var value: Double
    /// An ISO 4217 code where the text carries a sign or a code.
    var currency: String?

    /// Reads an amount; `nil` for anything else.
    ///
    /// - Parameter decimalMark: `.` or `,`; `nil` lets each number speak for itself: of two kinds of mark the last is
    ///   the decimal one; a mark that occurs more than once groups; a lone comma before exactly three digits groups; a
    ///   lone point is decimal.
    init?(_ text: some StringProtocol, decimalMark: Character? = nil) {
        var rest = Substring(text.filter { !$0.isWhitespace && $0 != "'" && $0 != "’" && $0 != "_" })
        currency = ImportedAmount.takeCurrency(&rest)
        var sign = 1.0
        if let first = rest.first, first == "-" || first == "−" || first == "+" {
            sign = first == "+" ? 1 : -1
            rest = rest.dropFirst()
        }
        if currency == nil { currency = ImportedAmount.takeCurrency(&rest) }
        guard let plain = ImportedAmount.plain(rest, decimalMark: decimalMark), let number = Double(plain) else {
            return nil
        }
        value = sign * number
    }

    private static let signs: [Character: String] = [
        "€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW", "₺": "TRY", "₽": "RUB", "₴": "UAH",
    ]

    /// Takes a currency sign or a three-letter code off either end.
    private static func takeCurrency(_ text: inout Substring) -> String? {
        if let first = text.first, let code = signs[first] {
            text = text.dropFirst()
            return code
        }
        if let last = text.last, let code = signs[last] {
            text = text.dropLast()
            return code
        }
        if let code = code(text.prefix(3)) {
            text = text.dropFirst(3)
            return code
        }
        guard let code = code(text.suffix(3)) else { return nil }
        text = text.dropLast(3)
        return code
    }

    private static func code(_ text: Substring) -> String? {
        guard text.utf8.count == 3, text.utf8.allSatisfy({ (0x41...0x5A).contains($0 & ~0x20) }) else { return nil }
        return text.uppercased()
    }

    /// The digits with a point as decimal mark and no grouping.
    private static func plain(_ text: Substring, decimalMark: Character?) -> String? {
        guard text.contains(where: \.isASCIIDigit), text.allSatisfy({ $0.isASCIIDigit || $0 == "." || $0 == "," })
        else { return nil }
        let decimal = decimalMark ?? guessedDecimal(text)
        let parts = text.split(separator: decimal, omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = ungrouped(parts[0], mark: decimal == "." ? "," : ".") else { return nil }
        guard parts.count == 2 else { return whole }
        guard parts[1].allSatisfy(\.isASCIIDigit) else { return nil }
        return "\(whole.isEmpty ? "0" : whole).\(parts[1].isEmpty ? "0" : parts[1])"
    }

    private static func guessedDecimal(_ text: Substring) -> Character {
        let points = text.count { $0 == "." }
        let commas = text.count { $0 == "," }
        switch (points, commas) {
        case (0, 0), (_, 0): return points > 1 ? "," : "."
        case (0, 1): return text.suffix(4).first == "," ? "." : ","
        case (0, _): return "."
        default: return text.last { $0 == "." || $0 == "," } ?? "."
        }
    }

    private static func ungrouped(_ text: Substring, mark: Character) -> String? {
        let groups = text.split(separator: mark, omittingEmptySubsequences: false)
        guard groups.count > 1 else { return String(text) }
        guard groups[0].count <= 3, !groups[0].isEmpty, groups.dropFirst().allSatisfy({ (2...3).contains($0.count) }),
            groups.last?.count == 3
        else { return nil }
        return groups.joined()
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
