/// The loops that visit every row; all training time is spent here, so nothing in this file allocates.
enum RowLoops {
    /// Sums gradients and weights by bin: `histogram` holds gradient and weight of bin 0, of bin 1, and so on.
    static func sum(
        _ bins: UnsafePointer<UInt16>, _ gradients: UnsafePointer<Float>, _ weights: UnsafePointer<Float>,
        rows: Int, into histogram: UnsafeMutablePointer<Double>
    ) {
        var row = 0
        while row < rows {
            let slot = 2 &* Int(truncatingIfNeeded: bins[row])
            histogram[slot] += Double(gradients[row])
            histogram[slot &+ 1] += Double(weights[row])
            row &+= 1
        }
    }

    /// Adds each row's step to its score, and moves its gradient along: to first order the gradient changes by the
    /// step times the weight, which saves an exponential per row and feature.
    static func take(
        _ steps: UnsafePointer<Float>, _ bins: UnsafePointer<UInt16>, rows: Int,
        scores: UnsafeMutablePointer<Float>, gradients: UnsafeMutablePointer<Float>, weights: UnsafePointer<Float>
    ) {
        var row = 0
        while row < rows {
            let step = steps[Int(truncatingIfNeeded: bins[row])]
            scores[row] += step
            gradients[row] -= weights[row] * step
            row &+= 1
        }
    }

    /// Adds each row's step to its score.
    static func take(
        _ steps: UnsafePointer<Float>, _ bins: UnsafePointer<UInt16>, rows: Range<Int>,
        scores: UnsafeMutablePointer<Float>
    ) {
        for row in rows { scores[row] += steps[Int(truncatingIfNeeded: bins[row])] }
    }

    /// Computes gradients (outcome − p) and weights (p(1 − p)) afresh from the scores.
    static func refresh(
        _ scores: UnsafePointer<Float>, outcomes: UnsafePointer<Float>, rows: Int,
        gradients: UnsafeMutablePointer<Float>, weights: UnsafeMutablePointer<Float>
    ) {
        var row = 0
        while row < rows {
            let probability = 1 / (1 + exponential(-scores[row]))
            gradients[row] = outcomes[row] - probability
            weights[row] = probability * (1 - probability)
            row &+= 1
        }
    }

    /// Sums gradients and weights by leaf and code: `histogram` is row-major, `width` codes a leaf.
    static func sum(
        _ codes: UnsafePointer<UInt8>, _ leaves: UnsafePointer<UInt8>, _ sums: UnsafePointer<SIMD2<Float>>, rows: Int,
        width: Int, into histogram: UnsafeMutablePointer<SIMD2<Float>>
    ) {
        var row = 0
        while row < rows {
            histogram[Int(leaves[row]) &* width &+ Int(codes[row])] += sums[row]
            row &+= 1
        }
    }

    /// Sets `bit` in the leaf number of each row whose code is high enough.
    static func answer(
        _ codes: UnsafePointer<UInt8>, atLeast least: UInt8, bit: UInt8, _ rows: Int,
        _ leaves: UnsafeMutablePointer<UInt8>
    ) {
        var row = 0
        while row < rows {
            leaves[row] |= codes[row] >= least ? bit : 0
            row &+= 1
        }
    }

    /// Writes the number of each row's leaf, answering all questions of a tree in one pass.
    ///
    /// - Parameter ranks: Shape `[axes][rows]`.
    static func leaves(
        of tree: ObliviousTree, _ ranks: UnsafePointer<UInt8>, rows: Int, into leaves: UnsafeMutablePointer<UInt8>
    ) {
        // As many as a tree can ask, written out so that it vectorises; a question too many sets no bit.
        func asked(_ level: Int) -> (ranks: UnsafePointer<UInt8>, least: UInt8, bit: UInt8) {
            guard level < tree.questions.count else { return (ranks, 0, 0) }
            let question = tree.questions[level]
            return (ranks + question.axis * rows, question.rank, 1 << UInt8(level))
        }
        let (a, b, c, d, e, f) = (asked(0), asked(1), asked(2), asked(3), asked(4), asked(5))
        var row = 0
        while row < rows {
            var leaf = a.ranks[row] >= a.least ? a.bit : 0
            leaf |= b.ranks[row] >= b.least ? b.bit : 0
            leaf |= c.ranks[row] >= c.least ? c.bit : 0
            leaf |= d.ranks[row] >= d.least ? d.bit : 0
            leaf |= e.ranks[row] >= e.least ? e.bit : 0
            leaf |= f.ranks[row] >= f.least ? f.bit : 0
            leaves[row] = leaf
            row &+= 1
        }
    }

    /// Adds each row's leaves of four trees to its sum.
    ///
    /// - Parameters:
    ///   - values: Shape `[4][2^most questions]`.
    ///   - leaves: Shape `[4][rows]`.
    static func addFour(
        _ values: UnsafePointer<Double>, at leaves: UnsafePointer<UInt8>, rows: Int,
        to sums: UnsafeMutablePointer<Double>
    ) {
        let size = 1 << ObliviousTree.mostQuestions
        var row = 0
        while row < rows {
            let first = values[Int(leaves[row])] + values[size &+ Int(leaves[rows &+ row])]
            let second =
                values[2 &* size &+ Int(leaves[2 &* rows &+ row])]
                + values[3 &* size &+ Int(leaves[3 &* rows &+ row])]
            sums[row] += first + second
            row &+= 1
        }
    }

    /// Computes gradients (outcome − p) and weights (p(1 − p)) afresh from the scores, side by side.
    static func refresh(
        _ scores: UnsafePointer<Float>, outcomes: UnsafePointer<Float>, rows: Int,
        sums: UnsafeMutablePointer<SIMD2<Float>>
    ) {
        var row = 0
        while row < rows {
            let probability = 1 / (1 + exponential(-scores[row]))
            sums[row] = SIMD2(outcomes[row] - probability, probability * (1 - probability))
            row &+= 1
        }
    }

    /// Finds the bin of each number: 1 + the cuts it reaches, 0 for NaN.
    ///
    /// Each step halves what is left. A cut is reached when the number less the cut has no sign bit: arithmetic in
    /// place of a branch, which the processor would guess wrongly every other time.
    ///
    /// - Parameters:
    ///   - cuts: Ascending; infinities fill them up to one less than two to the power of `halvings`. Whether infinity
    ///     reaches these is left open, so that no more than `most` are counted.
    static func search(
        _ numbers: UnsafePointer<Double>, rows: Int, in cuts: UnsafePointer<Double>, halvings: Int, most: UInt16,
        bins: UnsafeMutablePointer<UInt16>
    ) {
        var row = 0
        while row < rows {
            let number = numbers[row]
            var count = 0
            var halving = halvings &- 1
            while halving >= 0 {
                let next = count &+ (1 &<< halving)
                let sign = Int(truncatingIfNeeded: (number - cuts[next &- 1]).bitPattern &>> 63)
                count = next &- (sign &<< halving)
                halving &-= 1
            }
            bins[row] = number.isNaN ? 0 : 1 &+ min(UInt16(truncatingIfNeeded: count), most)
            row &+= 1
        }
    }

    /// e to the power `x` for |x| ≤ 80 to about seven digits, in operations that vectorise and that give the same bits
    /// everywhere: the power of two by shifting the exponent, the rest by a polynomial.
    @inline(__always)
    static func exponential(_ x: Float) -> Float {
        let scaled = max(-80, min(80, x)) * 1.442_695_04
        let shifted = scaled + 12_582_912
        let whole = Int32(bitPattern: shifted.bitPattern) &- 0x4B40_0000
        let rest = (scaled - (shifted - 12_582_912)) * 0.693_147_18
        let tail = 0.166_666_67 + rest * (0.041_666_67 + rest * (0.008_333_33 + rest * 0.001_388_89))
        let power = 1 + rest * (1 + rest * (0.5 + rest * tail))
        return power * Float(bitPattern: UInt32(bitPattern: (whole &+ 127) &<< 23))
    }
}
