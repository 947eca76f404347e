import HarkCore

extension ValueFinder {
    /// An amount and the currency, where one was said.
    struct Amount: Hashable, Sendable {
        var value: Double
        var currency: String?

        func money(default currency: String) -> Money? { Money(major: value, currency: self.currency ?? currency) }
    }

    /// `€12,500`, `50 thousand dollars`, `10k`, `NOK 4000`; a bare number only where it has a magnitude.
    func money(at start: Int) -> Found<Amount>? {
        if let currency = CurrencyWords.before[word(start)], let number = number(at: start + 1) {
            return Found(number.end, Amount(value: number.value.value, currency: currency))
        }
        guard let number = number(at: start) else { return nil }
        if let currency = CurrencyWords.after[word(number.end)] {
            return Found(number.end + 1, Amount(value: number.value.value, currency: currency))
        }
        if word(number.end) == "%" || word(number.end) == "percent" { return nil }
        return number.value.hasMagnitude ? Found(number.end, Amount(value: number.value.value, currency: nil)) : nil
    }
}

/// Signs, codes and names of currencies.
enum CurrencyWords {
    private static let codes = [
        "usd": "USD", "eur": "EUR", "gbp": "GBP", "nok": "NOK", "sek": "SEK", "dkk": "DKK", "chf": "CHF",
        "jpy": "JPY", "inr": "INR", "cad": "CAD", "aud": "AUD",
    ]
    static let before = codes.merging(["$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR"]) { first, _ in first
    }
    static let after = codes.merging(
        [
            "$": "USD", "€": "EUR", "£": "GBP", "dollar": "USD", "dollars": "USD", "bucks": "USD", "euro": "EUR",
            "euros": "EUR", "pound": "GBP", "pounds": "GBP", "quid": "GBP", "yen": "JPY", "rupees": "INR",
            "francs": "CHF",
        ]
    ) { first, _ in first }
}
