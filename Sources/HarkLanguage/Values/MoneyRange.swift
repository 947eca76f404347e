import HarkCore

extension ValueFinder {
    /// Amounts from one to another; an open end is `nil`.
    struct AmountRange: Hashable, Sendable {
        var from: Double?
        var until: Double?
        var currency: String?
    }

    /// `between 10 and 20 dollars`, `10-20k euros`, `under £3m`, `at least $7`.
    func moneyRange(at start: Int) -> Found<AmountRange>? {
        if let (isUpper, next) = bound(at: start), let amount = money(at: next) {
            let value = amount.value.value
            return Found(
                amount.end,
                AmountRange(from: isUpper ? nil : value, until: isUpper ? value : nil, currency: amount.value.currency))
        }
        let first = ["between", "from"].contains(word(start)) ? start + 1 : start
        guard let low = money(at: first) ?? number(at: first).map({ Found($0.end, Amount(value: $0.value.value)) }),
            ["-", "to"].contains(word(low.end)) || word(low.end) == "and" && word(start) == "between"
        else { return nil }
        let next = low.end + 1
        let isSigned = low.value.currency != nil
        guard
            let high = money(at: next)
                ?? (isSigned ? number(at: next).map { Found($0.end, Amount(value: $0.value.value)) } : nil)
        else { return nil }
        var from = low.value.value
        // "10-20k" are thousands on both sides.
        if from < 1_000, high.value.value >= 1_000 {
            let factor: Double = high.value.value >= 1_000_000 ? 1_000_000 : 1_000
            if from * factor < high.value.value { from *= factor }
        }
        guard from < high.value.value else { return nil }
        return Found(
            high.end,
            AmountRange(from: from, until: high.value.value, currency: high.value.currency ?? low.value.currency))
    }

    /// Whether a bound from above or below is said, and the token after it.
    private func bound(at start: Int) -> (isUpper: Bool, next: Int)? {
        switch (word(start), word(start + 1)) {
        case ("less", "than"), ("lower", "than"), ("fewer", "than"), ("at", "most"): (true, start + 2)
        case ("more", "than"), ("greater", "than"), ("higher", "than"), ("at", "least"): (false, start + 2)
        case ("up", "to"): (true, start + 2)
        case ("no", "more") where word(start + 2) == "than": (true, start + 3)
        case ("no", "less") where word(start + 2) == "than": (false, start + 3)
        case ("under", _), ("below", _): (true, start + 1)
        case ("over", _), ("above", _): (false, start + 1)
        default: nil
        }
    }
}
