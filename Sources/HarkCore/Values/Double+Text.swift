extension Double {
    /// The number with a fixed count of decimals and a point, such as `0.30`; rounded half away from zero.
    ///
    /// - Parameter places: `0...9`.
    /// - Returns: `–` for a number that is not finite; no sign before a rounded zero.
    public func text(places: Int) -> String {
        guard isFinite, magnitude < 1e9 else { return isFinite ? "\(self)" : "–" }
        let unit = (0..<places).reduce(1.0) { value, _ in value * 10 }
        let scaled = Int64((magnitude * unit).rounded())
        let sign = self < 0 && scaled > 0 ? "-" : ""
        guard places > 0 else { return "\(sign)\(scaled)" }
        let fraction = String(scaled % Int64(unit))
        return "\(sign)\(scaled / Int64(unit))." + String(repeating: "0", count: places - fraction.count) + fraction
    }
}
