/// How big a company is, and with it the pace of everything.
public struct SimulationSegment: Hashable, Sendable {
    /// One word.
    public var name: String
    /// How common it is.
    public var weight: Double
    /// The number of employees.
    public var employees: ClosedRange<Int>
    /// The name of the plan such companies are on.
    public var plan: String
    /// How many seats are bought at the start.
    public var seats: ClosedRange<Int>
    /// What a seat costs a month, in whole units of currency.
    public var seatPrice: Int
    /// Added to the log-odds of buying.
    public var fit: Double
    /// Added to the log-odds of buying while no demo was held.
    public var withoutDemo: Double
    /// Added to the logarithm of the hazard of leaving.
    public var churn: Double
    /// From the first visit to the decision, in days of the rhythm.
    public var saleGap: GapDistribution
    /// Between two touches with a lead, in days of the rhythm.
    public var touchGap: GapDistribution
    /// Between two log-ins of a customer who is doing well, in days of the rhythm.
    public var loginGap: GapDistribution

    init(_ section: inout ParameterSection) throws(ParameterFileError) {
        name = section.name
        weight = try section.number("weight", in: 0...1_000_000)
        employees = try section.span("employees", in: 1...10_000_000)
        plan = try section.text("plan")
        seats = try section.span("seats", in: 1...1_000_000)
        seatPrice = try section.whole("seat_price", in: 0...1_000_000)
        fit = try section.number("fit", in: -20...20)
        withoutDemo = try section.number("without_demo", in: -20...20)
        churn = try section.number("churn", in: -50...50)
        saleGap = try section.gap("sale")
        touchGap = try section.gap("touch")
        loginGap = try section.gap("login")
    }
}
