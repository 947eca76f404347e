public import HarkCore

/// Makes a share of the rows as untidy as real ones: missing fields, and events late, twice, or out of order.
///
/// It draws for one row after the other, companies first, then leads, then events, from one sequence; as every company
/// takes two numbers and every lead five, each kind may be made untidy at a time of its own.
public struct SimulatedMess: Sendable {
    private let mess: SimulationParameters.Mess
    private let end: LocalDateTime
    private let seed: SplitMix64
    private var companies: SplitMix64

    /// Begins with the companies.
    public init(_ settings: SimulationSettings) {
        mess = settings.parameters.mess
        end = settings.closing
        seed = SplitMix64(seed: settings.seed).stream(5)
        companies = seed
    }

    /// Takes the industry or the size of some companies; ask for one after the other.
    public mutating func spoil(_ company: inout Company) {
        guard mess != .none else { return }
        if companies.chance(mess.missing) { company.industry = nil }
        if companies.chance(mess.missing) { company.size = nil }
    }

    /// What leads lack, one after the other.
    ///
    /// - Parameter count: How many companies there are.
    public func leads(afterCompanies count: Int) -> Leads {
        Leads(mess: mess, generator: seed.skipping(mess == .none ? 0 : 2 * count))
    }

    /// What becomes of events in order.
    public func events<Row: Dated>(afterCompanies count: Int, leads: Int) -> Events<Row> {
        Events(mess: mess, end: end, generator: seed.skipping(mess == .none ? 0 : 2 * count + 5 * leads))
    }

    /// Decides what a lead lacks.
    public struct Leads: Sendable {
        fileprivate let mess: SimulationParameters.Mess
        fileprivate var generator: SplitMix64

        /// The columns of `leads.csv` that the next lead leaves empty.
        public mutating func missing() -> [Int] {
            guard mess != .none else { return [] }
            var fields: [Int] = []
            for (column, share) in [
                (3, mess.missing), (4, 2 * mess.missing), (13, mess.missing), (2, mess.missing), (6, mess.missing),
            ] where generator.chance(share) { fields.append(column) }
            return fields
        }
    }

    /// Makes events late, doubles them and changes their order; it holds the last nine back, as one may still move.
    public struct Events<Row: Dated>: Sendable {
        fileprivate let mess: SimulationParameters.Mess
        fileprivate let end: LocalDateTime
        fileprivate var generator: SplitMix64
        private var held: [Row] = []
        /// How many events something was done to.
        public private(set) var changed = 0

        fileprivate init(mess: SimulationParameters.Mess, end: LocalDateTime, generator: SplitMix64) {
            self.mess = mess
            self.end = end
            self.generator = generator
        }

        /// Takes the next event and hands on those that are settled.
        public mutating func take(_ row: Row, _ body: (Row) throws -> Void) rethrows {
            held.append(row)
            if mess != .none { spoil(row) }
            while held.count > 9 { try body(held.removeFirst()) }
        }

        /// Hands on what was held back.
        public mutating func finish(_ body: (Row) throws -> Void) rethrows {
            for row in held { try body(row) }
            held = []
        }

        private mutating func spoil(_ row: Row) {
            let draw = generator.uniform()
            let last = held.count - 1
            if draw < mess.twice {
                held.append(row)
            } else if draw < mess.twice + mess.late {
                held[last].at = min(row.at.adding(minutes: generator.integer(60...4_000)), end)
            } else if draw < mess.twice + mess.late + mess.outOfOrder, held.count > 9 {
                held.swapAt(last, last - generator.integer(1...8))
            } else {
                return
            }
            changed += 1
        }
    }
}

/// Something that happened at a moment.
public protocol Dated: Sendable {
    /// When it happened.
    var at: LocalDateTime { get set }
}

extension Event: Dated {}
