/// An amount of money in one currency.
public struct Money: Hashable, Sendable, Codable {
    /// The amount in the currency's smallest unit (cents for USD, yen for JPY); may be negative.
    public var minorUnits: Int64
    /// An ISO 4217 code in upper case, such as `"EUR"`.
    public var currency: String

    /// Creates an amount from minor units.
    public init(minorUnits: Int64, currency: String) {
        self.minorUnits = minorUnits
        self.currency = currency
    }

    /// Creates an amount from major units (`12.5` EUR is 1,250 cents), rounded half away from zero.
    ///
    /// - Returns: `nil` when the value is not finite or too large for 64 bits.
    public init?(major: Double, currency: String) {
        let scaled = (major * Money.minorUnitsPerMajor(currency)).rounded(.toNearestOrAwayFromZero)
        guard let units = Int64(exactly: scaled) else { return nil }
        self.init(minorUnits: units, currency: currency)
    }

    /// The amount in major units; exact for amounts below 2^53 minor units.
    public var major: Double { Double(minorUnits) / Money.minorUnitsPerMajor(currency) }

    /// How many minor units make one major unit (ISO 4217 exponents: 1, 100 or 1,000).
    public static func minorUnitsPerMajor(_ currency: String) -> Double {
        switch currency {
        case "JPY", "KRW", "ISK", "VND", "CLP", "PYG", "UGX", "XAF", "XOF", "XPF": 1
        case "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND": 1_000
        default: 100
        }
    }

    /// The amount for people: grouped thousands, no decimals where they are zero, the code behind (`12,500 EUR`).
    public var text: String {
        let perMajor = Int64(Money.minorUnitsPerMajor(currency))
        let magnitude = minorUnits.magnitude
        let whole = magnitude / UInt64(perMajor)
        let rest = magnitude % UInt64(perMajor)
        var digits = ""
        for (place, digit) in String(whole).reversed().enumerated() {
            if place > 0, place.isMultiple(of: 3) { digits.append(",") }
            digits.append(digit)
        }
        var text = (minorUnits < 0 ? "-" : "") + String(digits.reversed())
        if rest > 0 {
            let places = String(perMajor).count - 1
            let decimals = String(rest)
            text += "." + String(repeating: "0", count: places - decimals.count) + decimals
        }
        return "\(text) \(currency)"
    }
}
