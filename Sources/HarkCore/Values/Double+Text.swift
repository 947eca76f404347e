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

    /// A share as a whole percentage: `62%`.
    public var percent: String { isFinite ? "\(Int((Swift.min(1, Swift.max(0, self)) * 100).rounded()))%" : "?" }

    /// A number with its sign, `+21`, `-6`, and one decimal where it would round to nothing: `+0.4`.
    public var signed: String {
        guard isFinite, magnitude < 1e6 else { return "?" }
        let tenths = Int((magnitude * 10).rounded())
        let sign = self < 0 && tenths > 0 ? "-" : "+"
        return sign + (tenths > 0 && tenths < 10 ? "0.\(tenths)" : "\(Int(magnitude.rounded()))")
    }
}

extension Int {
    /// The number with a comma between thousands.
    public var grouped: String {
        var text = ""
        for (place, digit) in String(magnitude).reversed().enumerated() {
            if place > 0, place.isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return (self < 0 ? "-" : "") + String(text.reversed())
    }
}
