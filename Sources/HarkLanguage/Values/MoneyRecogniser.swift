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
        if let signed = signedMoney(at: start) { return signed }
        if let small = smallMoney(at: start) { return small }
        guard let number = groupedNumber(at: start) ?? number(at: start) else { return nil }
        if let currency = currency(at: number.end) {
            return withCents(Found(currency.end, Amount(value: number.value.value, currency: currency.value)))
        }
        if CurrencyWords.cents.contains(word(number.end)) {
            let currency = word(number.end) == "pence" ? "GBP" : "USD"
            return Found(number.end + 1, Amount(value: number.value.value / 100, currency: currency))
        }
        if CurrencyWords.crowns.contains(word(number.end)) {
            return Found(number.end + 1, Amount(value: number.value.value, currency: nil))
        }
        if word(number.end) == "%" || word(number.end) == "percent" { return nil }
        if number.value.hasMagnitude { return Found(number.end, Amount(value: number.value.value, currency: nil)) }
        return price(at: start)
    }

    /// `42 000`: thousands apart by a space, as most of Europe writes them; a sum by that alone.
    private func groupedNumber(at start: Int) -> Found<Numeral>? {
        guard start < count, tokens[start].kind == .digits, (1...3).contains(word(start).utf8.count),
            word(start).first != "0"
        else { return nil }
        // The end of a longer row of digits, such as that of a phone, is no sum.
        if start > 0, tokens[start - 1].kind == .digits || word(start - 1) == "+" { return nil }
        var text = word(start)
        var end = start + 1
        while end < count, tokens[end].kind == .digits, word(end).utf8.count == 3,
            tokens[end].start == tokens[end - 1].end + 1
        {
            text += word(end)
            end += 1
        }
        guard end > start + 1, end == count || tokens[end].kind != .digits, text.hasSuffix("00"),
            let value = Double(text)
        else { return nil }
        return Found(end, Numeral(value: value, isPlain: true, hasMagnitude: true))
    }

    /// An amount with its sign or code before it: `US$ 300`, `€40`, `Rs. 50`, `USD1.23`.
    private func signedMoney(at start: Int) -> Found<Amount>? {
        if word(start + 1) == "$", phrase.touches(start), let country = CurrencyWords.countries[word(start)],
            let number = number(at: start + 2)
        {
            return Found(number.end, Amount(value: number.value.value, currency: country))
        }
        let next = word(start) == "rs" && word(start + 1) == "." ? start + 2 : start + 1
        if mayBeNumber(next), let currency = CurrencyWords.before[word(start)], let number = number(at: next) {
            // "$10 US" repeats itself.
            return Found(number.end, Amount(value: number.value.value, currency: currency))
        }
        return gluedMoney(at: start)
    }

    /// `USD1.23`, which is one word up to the point.
    private func gluedMoney(at start: Int) -> Found<Amount>? {
        guard start < count, tokens[start].kind == .word, word(start).utf8.count > 3,
            let currency = CurrencyWords.codes[String(word(start).prefix(3))],
            case let digits = word(start).dropFirst(3), let whole = Double(digits)
        else { return nil }
        guard word(start + 1) == ".", phrase.touches(start), phrase.touches(start + 1), start + 2 < count,
            tokens[start + 2].kind == .digits, let value = Double("\(digits).\(word(start + 2))")
        else { return Found(start + 1, Amount(value: whole, currency: currency)) }
        return Found(start + 3, Amount(value: value, currency: currency))
    }

    /// `a dollar twenty`, `a cent`, `a dime`; "a pound of sugar" is none.
    private func smallMoney(at start: Int) -> Found<Amount>? {
        guard word(start) == "a" || word(start) == "one", word(start + 2) != "of" else { return nil }
        switch word(start + 1) {
        case "cent", "penny": return Found(start + 2, Amount(value: 0.01, currency: "USD"))
        case "dime": return Found(start + 2, Amount(value: 0.1, currency: "USD"))
        case "dollar", "euro", "quid", "buck":
            return withCents(
                Found(start + 2, Amount(value: 1, currency: CurrencyWords.after[word(start + 1)] ?? "USD")))
        default: return nil
        }
    }

    /// `nine ninety nine`: a price as shops say it.
    private func price(at start: Int) -> Found<Amount>? {
        guard let whole = NumberWords.units[word(start)], (1...19).contains(whole),
            word(start + 1) == "ninety", let digit = NumberWords.units[word(start + 2)], [5, 9].contains(digit)
        else { return nil }
        return Found(start + 3, Amount(value: whole + 0.9 + digit / 100, currency: nil))
    }

    /// `dollars`, `US dollars`, `norwegian kroner`.
    private func currency(at start: Int) -> Found<String>? {
        if let ofCountry = CurrencyWords.named["\(word(start)) \(word(start + 1))"] {
            return Found(start + 2, ofCountry)
        }
        if word(start) == "won", word(start + 1) == "korean" { return Found(start + 2, "KRW") }
        guard let currency = CurrencyWords.after[word(start)] else { return nil }
        return Found(word(start + 1) == "sterling" ? start + 2 : start + 1, currency)
    }

    /// `ten pounds fifty`, `five dollars and 20 cents`.
    private func withCents(_ found: Found<Amount>) -> Found<Amount> {
        let next = word(found.end) == "and" ? found.end + 1 : found.end
        guard let cents = number(at: next), (1...99).contains(cents.value.value), !cents.value.hasMagnitude,
            cents.value.value == cents.value.value.rounded()
        else { return found }
        let isNamed =
            CurrencyWords.cents.contains(word(cents.end))
            || ["p", "c"].contains(word(cents.end)) && phrase.touches(cents.end - 1)
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
    static let cents: Set<String> = ["cent", "cents", "pence", "¢", "pennies", "penny"]
    static let crowns: Set<String> = ["kr", "kroner", "kronor", "kronur", "crowns"]
    /// Letters before a dollar sign.
    static let countries = [
        "us": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "nz": "NZD", "hk": "HKD", "s": "SGD", "r": "BRL",
    ]
    static let codes = [
        "usd": "USD", "eur": "EUR", "gbp": "GBP", "nok": "NOK", "sek": "SEK", "dkk": "DKK", "chf": "CHF",
        "jpy": "JPY", "inr": "INR", "cad": "CAD", "aud": "AUD", "nzd": "NZD", "cny": "CNY", "pln": "PLN", "czk": "CZK",
        "hkd": "HKD", "sgd": "SGD", "brl": "BRL", "mxn": "MXN", "zar": "ZAR", "ils": "ILS", "krw": "KRW", "rmb": "CNY",
        "thb": "THB", "huf": "HUF", "isk": "ISK", "aed": "AED", "sar": "SAR", "php": "PHP", "idr": "IDR", "myr": "MYR",
        "twd": "TWD", "vnd": "VND", "uah": "UAH", "kwd": "KWD", "qar": "QAR", "egp": "EGP", "btc": "BTC",
    ]
    private static let signs = [
        "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW", "₺": "TRY", "₪": "ILS", "₽": "RUB",
        "₫": "VND", "฿": "THB", "₴": "UAH", "₿": "BTC",
    ]
    static let before = codes.merging(signs) { first, _ in first }.merging(["rs": "INR"]) { first, _ in first }
    static let after = codes.merging(signs) { first, _ in first }.merging(
        [
            "dollar": "USD", "dollars": "USD", "bucks": "USD", "buck": "USD", "euro": "EUR", "euros": "EUR",
            "pound": "GBP", "pounds": "GBP", "quid": "GBP", "yen": "JPY", "rupees": "INR", "rupee": "INR",
            "francs": "CHF", "yuan": "CNY", "renminbi": "CNY", "zloty": "PLN", "zlotys": "PLN", "shekels": "ILS",
            "shekel": "ILS", "rubles": "RUB", "roubles": "RUB", "rand": "ZAR", "pesos": "MXN", "dirhams": "AED",
            "forint": "HUF", "koruna": "CZK", "bitcoin": "BTC", "bitcoins": "BTC", "hryvnia": "UAH", "baht": "THB",
            "ringgit": "MYR", "lira": "TRY", "reais": "BRL",
        ]
    ) { first, _ in first }
    /// A country and its money.
    static let named: [String: String] = {
        var names: [String: String] = [:]
        for (countries, nouns, code) in [
            ("us usa american", "dollar dollars", "USD"), ("canadian", "dollar dollars", "CAD"),
            ("australian aussie", "dollar dollars", "AUD"), ("singapore", "dollar dollars", "SGD"),
            ("norwegian", "krone kroner crowns", "NOK"), ("swedish", "krona kronor kroner crowns", "SEK"),
            ("danish", "krone kroner crowns", "DKK"), ("swiss", "franc francs", "CHF"),
            ("mexican", "peso pesos", "MXN"),
            ("brazilian", "real reais reals", "BRL"), ("turkish", "lira liras", "TRY"),
            ("polish", "zloty zlotys", "PLN"),
            ("indian", "rupee rupees", "INR"), ("british", "pound pounds", "GBP"), ("chinese", "yuan", "CNY"),
            ("japanese", "yen", "JPY"), ("korean", "won", "KRW"), ("russian", "ruble rubles roubles", "RUB"),
            ("czech", "koruna crowns", "CZK"), ("israeli", "shekel shekels", "ILS"),
            ("philippine", "peso pesos", "PHP"),
            ("argentine chilean colombian", "peso pesos", "ARS"), ("icelandic", "krona kronur", "ISK"),
        ] {
            for country in countries.split(separator: " ") {
                for noun in nouns.split(separator: " ") { names["\(country) \(noun)"] = code }
            }
        }
        return names
    }()
}
