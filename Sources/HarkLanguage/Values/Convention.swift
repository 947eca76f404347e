public import HarkCore

/// How dates and times are read where people differ.
public struct Convention: Hashable, Sendable {
    /// The hours of the parts of a day, `0...24`, from and until.
    public var morning: ClosedRange<Int>
    public var afternoon: ClosedRange<Int>
    public var evening: ClosedRange<Int>
    public var night: ClosedRange<Int>
    /// How `03/04` is read; `nil` leaves it to the tenant's setting.
    public var dateOrder: Tenant.DateOrder?
    /// The first and the last hour that mean the afternoon when no am or pm is said.
    public var afternoonHours: ClosedRange<Int>

    /// The reading of a working day.
    public static let hark = Convention(
        morning: 8...12, afternoon: 12...17, evening: 17...21, night: 18...24, dateOrder: nil, afternoonHours: 1...7)
    /// The reading of Duckling's corpus.
    public static let duckling = Convention(
        morning: 0...12, afternoon: 12...19, evening: 18...24, night: 18...24, dateOrder: .monthFirst,
        afternoonHours: 1...7)
    /// The reading of Recognizers-Text's specifications.
    public static let recognizers = Convention(
        morning: 8...12, afternoon: 12...16, evening: 16...20, night: 20...24, dateOrder: .monthFirst,
        afternoonHours: 1...6)
}
