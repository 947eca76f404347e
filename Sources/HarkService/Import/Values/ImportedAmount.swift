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
        guard let parts = AmountParts(text), let number = parts.number(decimalMark: decimalMark) else { return nil }
        value = number
        currency = parts.currency
    }
}

/// An amount taken apart: an optional sign, digits with marks, and a currency before or after them.
private struct AmountParts {
    /// ASCII digits, points and commas.
    var digits: [UInt8] = []
    var isNegative: Bool?
    var currency: String?

    private static let signs: [Unicode.Scalar: String] = [
        "€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW", "₺": "TRY", "₽": "RUB", "₴": "UAH",
    ]

    init?(_ text: some StringProtocol) {
        var letters = ""
        var isOver = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9", ".", ",":
                if isOver { return nil }
                digits.append(UInt8(truncatingIfNeeded: scalar.value))
            case " ", "\u{A0}", "\u{202F}", "\u{2009}", "\t", "'", "’", "_": continue
            case "-", "−", "+":
                guard digits.isEmpty, isNegative == nil else { return nil }
                isNegative = scalar != "+"
            default:
                isOver = !digits.isEmpty
                if let code = AmountParts.signs[scalar] {
                    guard currency == nil else { return nil }
                    currency = code
                } else {
                    guard scalar.isASCII, scalar.properties.isAlphabetic else { return nil }
                    letters.unicodeScalars.append(scalar)
                }
            }
        }
        guard !letters.isEmpty else { return }
        guard currency == nil, letters.utf8.count == 3 else { return nil }
        currency = letters.uppercased()
    }

    func number(decimalMark: Character?) -> Double? {
        let decimal = decimalMark?.asciiValue ?? guessedDecimalMark
        let end = digits.lastIndex(of: decimal) ?? digits.endIndex
        guard var plain = AmountParts.ungrouped(digits[..<end], decimalMark: decimal) else { return nil }
        let fraction = digits[end...].dropFirst()
        guard fraction.allSatisfy(AmountParts.isDigit), !(plain.isEmpty && fraction.isEmpty) else { return nil }
        if plain.isEmpty { plain = [UInt8(ascii: "0")] }
        if !fraction.isEmpty { plain += [UInt8(ascii: ".")] + fraction }
        return Double(String(decoding: plain, as: UTF8.self)).map { isNegative == true ? -$0 : $0 }
    }

    private var guessedDecimalMark: UInt8 {
        let (point, comma) = (UInt8(ascii: "."), UInt8(ascii: ","))
        let points = digits.count { $0 == point }
        let commas = digits.count { $0 == comma }
        switch (points, commas) {
        case (0...1, 0): return point
        case (_, 0): return comma
        case (0, 1): return digits.dropLast(3).last == comma ? point : comma
        case (0, _): return point
        default: return digits.last { $0 == point || $0 == comma } ?? point
        }
    }

    /// The digits without grouping marks; `nil` where the groups are not of two or three digits, the last of three.
    private static func ungrouped(_ digits: ArraySlice<UInt8>, decimalMark: UInt8) -> [UInt8]? {
        if digits.allSatisfy(isDigit) { return Array(digits) }
        let groups = digits.split(omittingEmptySubsequences: false) { !isDigit($0) }
        guard !digits.contains(decimalMark), (1...3).contains(groups[0].count), groups.last?.count == 3,
            groups.dropFirst().allSatisfy({ (2...3).contains($0.count) })
        else { return nil }
        return Array(groups.joined())
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
