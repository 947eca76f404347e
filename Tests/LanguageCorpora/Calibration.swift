/// How far what readings claim of themselves is from what became of them.
package enum Calibration {
    /// A run of readings that claimed about the same.
    package struct Bin: Sendable {
        package var claimed: Double
        package var right: Double
        package var count: Int
    }

    /// The readings in ten bins of equal width, empty ones left out.
    package static func bins(of claims: [(confidence: Double, isRight: Bool)]) -> [Bin] {
        (0..<10).compactMap { index in
            let inside = claims.filter { min(9, Int($0.confidence * 10)) == index }
            guard !inside.isEmpty else { return nil }
            let count = Double(inside.count)
            return Bin(
                claimed: inside.reduce(0) { $0 + $1.confidence } / count,
                right: Double(inside.filter(\.isRight).count) / count, count: inside.count)
        }
    }

    /// The expected calibration error: the mean distance between claimed and right, weighted by how many claimed it.
    package static func error(of claims: [(confidence: Double, isRight: Bool)]) -> Double {
        let bins = bins(of: claims)
        let total = Double(max(1, claims.count))
        return bins.reduce(0) { $0 + abs($1.claimed - $1.right) * Double($1.count) / total }
    }
}
