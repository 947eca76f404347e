/// What is done to a sale besides moving it through its stages.
public enum DealChange: Hashable, Sendable {
    case amount(AmountChange)
    case closeDate(LocalDate)
    /// Moves the close date there is.
    case closeDateShift(DateShift)
    /// The chance to win, `0...100` percent.
    case probability(Double)
    /// `nil` for the amount keeps it; `nil` for the day means today.
    case win(amount: AmountChange?, on: LocalDate?)
    case lose(reason: String?, competitor: String?)
    /// `nil` means the stage it was in before it was closed.
    case reopen(Deal.Stage?)

    /// The command's name in actions.
    public var type: CommandType {
        switch self {
        case .amount: .setDealAmount
        case .closeDate, .closeDateShift: .setCloseDate
        case .probability: .setProbability
        case .win: .winDeal
        case .lose: .loseDeal
        case .reopen: .reopenDeal
        }
    }
}

/// How far a day is moved; negative for earlier.
public struct DateShift: Hashable, Sendable {
    public var months: Int
    public var days: Int

    /// Creates a shift; months are added before days.
    public init(months: Int = 0, days: Int = 0) {
        self.months = months
        self.days = days
    }

    /// An ISO 8601 duration such as `P14D` or `-P1M`.
    public var text: String {
        let sign = months < 0 || days < 0 ? "-" : ""
        return "\(sign)P\(months == 0 ? "" : "\(abs(months))M")\(days == 0 ? "" : "\(abs(days))D")"
    }

    /// The day that far away; in a shorter month its last.
    public func applied(to date: LocalDate) -> LocalDate { date.adding(months: months).adding(days: days) }
}

/// A new amount, given whole or by how it differs from the old one.
public struct AmountChange: Hashable, Sendable {
    public var kind: Kind
    /// In major units or, for ``Kind/percent``, in percent; negative to lower it.
    public var value: Double
    /// An ISO 4217 code; `nil` keeps the deal's, or takes the tenant's where the deal has none.
    public var currency: String?

    /// How the value is meant.
    public enum Kind: Hashable, Sendable { case whole, delta, percent }

    /// Creates a change.
    public init(_ kind: Kind, _ value: Double, currency: String? = nil) {
        self.kind = kind
        self.value = value
        self.currency = currency
    }

    /// The new amount; `nil` where it is too large, negative, or the change needs an old one and there is none.
    public func applied(to old: Money?, default currency: String) -> Money? {
        let code = self.currency ?? old?.currency ?? currency
        let major: Double? =
            switch kind {
            case .whole: value
            // Amounts of two currencies do not add up.
            case .delta: old.flatMap { $0.currency == code ? $0.major + value : nil }
            case .percent: old.map { $0.major * (1 + value / 100) }
            }
        return major.flatMap { $0 < 0 ? nil : Money(major: $0, currency: code) }
    }
}
