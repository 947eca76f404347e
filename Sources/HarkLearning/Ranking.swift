/// Rows ordered by score, rows with equal scores together: what AUC, average precision and lift are read from.
struct Ranking {
    /// Rows with one and the same score.
    private struct Tie {
        var positives = 0.0
        var negatives = 0.0
    }

    /// From the highest score to the lowest.
    private let ties: [Tie]
    /// The rows with outcome `true`.
    let positives: Int
    private let negatives: Int

    init(_ scores: [Double], outcomes: [Bool]) {
        let order = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
        var ties: [Tie] = []
        var last: Double?
        for row in order {
            if last != scores[row] { ties.append(Tie()) }
            last = scores[row]
            if outcomes[row] { ties[ties.count - 1].positives += 1 } else { ties[ties.count - 1].negatives += 1 }
        }
        self.ties = ties
        positives = outcomes.count { $0 }
        negatives = outcomes.count - positives
    }

    /// The chance that a positive row is above a negative one, ties counting half; one half without both classes.
    var auc: Double {
        var above = 0.0
        var pairs = 0.0
        for tie in ties {
            pairs += tie.negatives * (above + tie.positives / 2)
            above += tie.positives
        }
        return positives > 0 && negatives > 0 ? pairs / (Double(positives) * Double(negatives)) : 0.5
    }

    /// The variance of ``auc`` after DeLong, DeLong and Clarke-Pearson (1988): the variances of the rows' own shares
    /// of pairs won, divided by the rows of their class; 0 when a class has a single row.
    var aucVariance: Double {
        guard positives > 1, negatives > 1 else { return 0 }
        let auc = auc
        var positivesAbove = 0.0
        var negativesAbove = 0.0
        var ofPositives = 0.0
        var ofNegatives = 0.0
        for tie in ties {
            let won = 1 - (negativesAbove + tie.negatives / 2) / Double(negatives)
            let lost = (positivesAbove + tie.positives / 2) / Double(positives)
            ofPositives += tie.positives * (won - auc) * (won - auc)
            ofNegatives += tie.negatives * (lost - auc) * (lost - auc)
            positivesAbove += tie.positives
            negativesAbove += tie.negatives
        }
        return ofPositives / Double(positives - 1) / Double(positives)
            + ofNegatives / Double(negatives - 1) / Double(negatives)
    }

    /// The sum over all cuts of precision × gain in recall.
    var averagePrecision: Double {
        var found = 0.0
        var seen = 0.0
        var sum = 0.0
        for tie in ties {
            found += tie.positives
            seen += tie.positives + tie.negatives
            sum += found / seen * tie.positives
        }
        return positives > 0 ? sum / Double(positives) : 0
    }

    /// The rate of positives in the highest `share` of rows over the rate of all; a tie that straddles the cut counts
    /// in proportion.
    func lift(atShare share: Double) -> Double {
        let rows = Double(positives + negatives)
        let taken = (share * rows).rounded(.up)
        return positives > 0 ? positives(amongHighest: taken) / taken / (Double(positives) / rows) : 0
    }

    /// The positives among the `count` highest rows; a tie that straddles the cut counts in proportion.
    func positives(amongHighest count: Double) -> Double {
        var left = count
        var found = 0.0
        for tie in ties where left > 0 {
            let size = tie.positives + tie.negatives
            found += tie.positives * min(1, left / size)
            left -= size
        }
        return found
    }

    /// The Kolmogorov-Smirnov distance: the most by which the share of positives found runs ahead of, or behind, the
    /// share of negatives; 0 without both classes.
    var distance: Double {
        guard positives > 0, negatives > 0 else { return 0 }
        var (found, lost, most) = (0.0, 0.0, 0.0)
        for tie in ties {
            found += tie.positives
            lost += tie.negatives
            most = max(most, abs(found / Double(positives) - lost / Double(negatives)))
        }
        return most
    }
}
