/// The work that is worth most with one record now.
public struct NextAction: Hashable, Sendable {
    /// The record, by name.
    public var record: NamedRecord
    /// The play's lasting name, such as `call-back`.
    public var play: String
    /// What to do, such as `call again`.
    public var title: String
    /// Why now, with figures, such as `the score is 88 and nobody was in touch for 6 days`.
    public var reason: String
    /// The phrase that does it.
    public var phrase: String
    /// How long it takes.
    public var minutes: Int
    /// The share of the record's value it is expected to win or save, `0...1`: an expectation from practice, no
    /// measurement.
    public var gain: Double
    /// What the record is worth: the amount of a lead, a year of a customer.
    public var value: Money

    /// What the work is expected to win or save, in major units of the value's currency.
    public var worth: Double { value.major * gain }

    /// ``worth`` as money.
    public var expected: Money {
        Money(minorUnits: Int64((Double(value.minorUnits) * gain).rounded()), currency: value.currency)
    }

    /// Creates an action.
    public init(
        record: NamedRecord, play: String, title: String, reason: String, phrase: String, minutes: Int, gain: Double,
        value: Money
    ) {
        self.record = record
        self.play = play
        self.title = title
        self.reason = reason
        self.phrase = phrase
        self.minutes = minutes
        self.gain = gain
        self.value = value
    }
}
