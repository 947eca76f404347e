internal import HarkLearning

/// How many of the records like one converted: the rate in each cell of each term.
///
/// A bin of a number may hold a handful of records; it is widened to both sides until there are enough to speak of a
/// rate. Categories and pairs are not widened, and say nothing while they hold too few.
struct Cohorts: Sendable {
    /// By term: the column's bins and the rate in each; `nil` for terms of several columns.
    private let rates: [(binning: Binning, rates: [Double?])?]

    /// A number's bin is widened to so many records.
    private static let enough = 30
    /// A category or cell of fewer records has no rate.
    private static let fewest = 10

    init(_ terms: [Term]) {
        rates = terms.map { term in
            guard term.axes.count == 1, let binning = term.axes.first?.binning else { return nil }
            let rates = term.scores.indices.map { bin in
                let isWidened = binning.kind == .number && bin > 0
                return isWidened ? Cohorts.widened(bin, term) : Cohorts.rate(term.rows[bin], term.positives[bin])
            }
            return (binning, rates)
        }
    }

    /// The share of positives among records that fell where this one does; `nil` where too few did.
    func rate(ofTerm index: Int, _ part: Explanation.Contribution) -> Double? {
        guard let known = rates[index], let value = part.values.first else {
            return Cohorts.rate(part.cell.rows, part.cell.positives)
        }
        return known.rates[known.binning.bin(of: value)]
    }

    private static func rate(_ rows: Int, _ positives: Int) -> Double? {
        rows >= fewest ? Double(positives) / Double(rows) : nil
    }

    private static func widened(_ bin: Int, _ term: Term) -> Double? {
        var low = bin
        var high = bin
        var rows = term.rows[bin]
        while rows < enough, low > 1 || high < term.rows.count - 1 {
            low = max(1, low - 1)
            high = min(term.rows.count - 1, high + 1)
            rows = term.rows[low...high].reduce(0, +)
        }
        return rate(rows, term.positives[low...high].reduce(0, +))
    }
}
