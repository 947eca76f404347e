/// A colour as a screen shows it, in sRGB.
public struct Color: Hashable, Sendable {
    /// Red, `0...255`.
    public let red: UInt8
    /// Green, `0...255`.
    public let green: UInt8
    /// Blue, `0...255`.
    public let blue: UInt8

    /// Makes a colour.
    public init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// Reads `#rrggbb`; `nil` for anything else.
    public init?(hex: String) {
        guard hex.utf8.count == 7, hex.first == "#", hex.dropFirst().allSatisfy(\.isHexDigit),
            let value = UInt32(hex.dropFirst(), radix: 16)
        else { return nil }
        self.init(value)
    }

    /// Makes a colour from `0xRRGGBB`; higher bits are ignored.
    init(_ value: UInt32) {
        self.init(
            red: UInt8(value >> 16 & 0xFF), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
    }

    /// The colour as `#rrggbb`.
    public var hex: String {
        "#"
            + [red, green, blue].map { part in
                (part < 16 ? "0" : "") + String(part, radix: 16)
            }.joined()
    }
}

extension Color {
    /// How different two colours are to a reader, from 1 (not at all) to 21 (black on white): WCAG 2.2's ratio.
    public func contrast(with other: Color) -> Double {
        let (one, two) = (luminance, other.luminance)
        return (max(one, two) + 0.05) / (min(one, two) + 0.05)
    }

    /// WCAG 2.2's relative luminance, `0...1`.
    private var luminance: Double {
        0.2126 * Self.linear[Int(red)] + 0.7152 * Self.linear[Int(green)] + 0.0722 * Self.linear[Int(blue)]
    }

    /// Linear light for each step of an sRGB channel; the power is taken by squares and cube roots of a series,
    /// because this module has no mathematics library.
    private static let linear: [Double] = (0...255).map { step in
        let share = Double(step) / 255
        return share <= 0.04045 ? share / 12.92 : power12over5((share + 0.055) / 1.055)
    }

    /// `base` to the power of 2.4, for `base` in `0...1`, by Newton's method for the fifth root of `base¹²`.
    private static func power12over5(_ base: Double) -> Double {
        let square = base * base
        let twelfth = square * square * square * square * square * square
        var root = square
        for _ in 0..<40 {
            let fourth = root * root * root * root
            root -= (root * fourth - twelfth) / (5 * fourth)
        }
        return root
    }
}

extension Color {
    /// The nearest of the 256 standard colours, never one of the first 16, which users redefine.
    public var nearest256: UInt8 { Color.nearest(to: self, among: 16...255) }

    /// The nearest of the 16 standard colours as xterm shows them.
    public var nearest16: UInt8 { Color.nearest(to: self, among: 0...15) }

    /// One of the 256 standard colours: 16 basic ones, a 6×6×6 cube, 24 greys.
    public init(standard index: UInt8) {
        let levels: [UInt8] = [0, 95, 135, 175, 215, 255]
        switch index {
        case 0...15: self.init(Color.basic[Int(index)])
        case 16...231:
            let place = Int(index) - 16
            self.init(red: levels[place / 36], green: levels[place / 6 % 6], blue: levels[place % 6])
        default:
            let grey = 8 + 10 * (index - 232)
            self.init(red: grey, green: grey, blue: grey)
        }
    }

    private static let basic: [UInt32] = [
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
        0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
    ]

    private static func nearest(to color: Color, among indices: ClosedRange<UInt8>) -> UInt8 {
        func distance(_ index: UInt8) -> Int {
            let other = Color(standard: index)
            let parts = [(color.red, other.red, 3), (color.green, other.green, 4), (color.blue, other.blue, 2)]
            return parts.reduce(0) { $0 + $1.2 * (Int($1.0) - Int($1.1)) * (Int($1.0) - Int($1.1)) }
        }
        return indices.min { distance($0) < distance($1) } ?? indices.lowerBound
    }
}
