extension Glyphs {
    /// A row of columns whose heights show `values`, one cell each.
    ///
    /// - Parameters:
    ///   - values: Oldest first; values outside `range` are drawn at its ends, and those that are not numbers as a space.
    ///   - range: What the lowest and the highest level stand for; the extremes of `values` if `nil`.
    public func sparkline(_ values: [Double], in range: ClosedRange<Double>? = nil) -> String {
        let numbers = values.filter { $0.isFinite }
        guard let least = range?.lowerBound ?? numbers.min(), let most = range?.upperBound ?? numbers.max() else {
            return String(repeating: " ", count: values.count)
        }
        return String(
            values.map { value -> Character in
                guard !value.isNaN else { return " " }
                let share = most > least ? (value - least) / (most - least) : 0.5
                return levels[min(levels.count - 1, Int(min(1, max(0, share)) * Double(levels.count)))]
            })
    }

    /// A horizontal bar that fills `fraction` (`0...1`) of `columns` cells.
    ///
    /// A fraction above 0 always shows something, and only 1 fills the last cell.
    public func bar(_ fraction: Double, columns: Int) -> String {
        guard columns > 0 else { return "" }
        let steps = columns * fillings.count
        let share = fraction.isFinite ? min(1, max(0, fraction)) : 0
        var filled = Int((share * Double(steps)).rounded())
        if share > 0 { filled = max(1, filled) }
        if share < 1 { filled = min(steps - 1, filled) }
        let (whole, rest) = filled.quotientAndRemainder(dividingBy: fillings.count)
        var bar = [Character](repeating: fillings[fillings.count - 1], count: whole)
        if rest > 0 { bar.append(fillings[rest - 1]) }
        return String(bar) + String(repeating: track, count: columns - bar.count)
    }

    /// The shade that shows `share`, from 0 (lightest) to 1.
    public func shade(_ share: Double) -> Character {
        guard share.isFinite else { return shades[0] }
        return shades[min(shades.count - 1, Int(min(1, max(0, share)) * Double(shades.count)))]
    }
}
