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
        // "US$ 300", "A$ 20".
        if let country = CurrencyWords.countries[word(start)], word(start + 1) == "$", phrase.touches(start),
            let number = number(at: start + 2)
        {
            return Found(number.end, Amount(value: number.value.value, currency: country))
        }
        if let currency = CurrencyWords.before[word(start)], let number = number(at: start + 1) {
            return Found(number.end, Amount(value: number.value.value, currency: currency))
        }
        guard let number = number(at: start) else { return nil }
        if let currency = CurrencyWords.after[word(number.end)] {
            return withCents(Found(number.end + 1, Amount(value: number.value.value, currency: currency)))
        }
        if ["cent", "cents", "pence"].contains(word(number.end)) {
            let currency = word(number.end) == "pence" ? "GBP" : "USD"
            return Found(number.end + 1, Amount(value: number.value.value / 100, currency: currency))
        }
        if ["kr", "kroner", "kronor", "kronur", "crowns"].contains(word(number.end)) {
            return Found(number.end + 1, Amount(value: number.value.value, currency: nil))
        }
        if word(number.end) == "%" || word(number.end) == "percent" { return nil }
        return number.value.hasMagnitude ? Found(number.end, Amount(value: number.value.value, currency: nil)) : nil
    }

    /// `ten pounds fifty`, `five dollars and 20 cents`.
    private func withCents(_ found: Found<Amount>) -> Found<Amount> {
        let next = word(found.end) == "and" ? found.end + 1 : found.end
        guard let cents = number(at: next), (1...99).contains(cents.value.value), !cents.value.hasMagnitude,
            cents.value.value == cents.value.value.rounded()
        else { return found }
        let isNamed = ["cent", "cents", "pence", "p"].contains(word(cents.end))
        guard isNamed || next == found.end && next < count && tokens[next].kind == .word && word(cents.end).isEmpty
        else { return found }
        var whole = found
        whole.value.value += cents.value.value / 100
        whole.end = isNamed ? cents.end + 1 : cents.end
        return whole
    }
}

/// Signs, codes and names of currencies.
enum CurrencyWords {
    /// Letters before a dollar sign.
    static let countries = [
        "us": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "nz": "NZD", "hk": "HKD", "s": "SGD",
    ]
    private static let codes = [
        "usd": "USD", "eur": "EUR", "gbp": "GBP", "nok": "NOK", "sek": "SEK", "dkk": "DKK", "chf": "CHF",
        "jpy": "JPY", "inr": "INR", "cad": "CAD", "aud": "AUD", "nzd": "NZD", "cny": "CNY", "pln": "PLN", "czk": "CZK",
        "hkd": "HKD", "sgd": "SGD", "brl": "BRL", "mxn": "MXN", "zar": "ZAR", "ils": "ILS", "krw": "KRW",
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
