import HarkCore
import HarkScreen
public import HarkService
import HarkUI

/// The size of a printed frame and the form it is printed in.
public struct SnapshotSize: Hashable, Sendable {
    /// What is printed where there is no terminal to open.
    public static let standard = "100x32"

    let size: Size
    let isPicture: Bool

    /// Reads `120x40`, or `120x40.svg` for a picture.
    ///
    /// - Throws: ``HarkService/ServiceError/badInput(_:)`` for anything else; sides go from 1 to 500.
    init(_ text: String) throws(ServiceError) {
        isPicture = text.hasSuffix(".svg")
        let sides = (isPicture ? text.dropLast(4) : text[...]).split(separator: "x").map { Int($0) ?? 0 }
        guard sides.count == 2, sides.allSatisfy((1...500).contains) else {
            throw .badInput("'\(text)' is no size: say columns x rows, such as 120x40 or 120x40.svg.")
        }
        size = Size(columns: sides[0], rows: sides[1])
    }
}

extension Console {
    /// One frame of the dashboard as text, or as an SVG picture.
    ///
    /// - Parameter text: The size, as ``SnapshotSize`` reads it.
    public static func snapshot(_ settings: Settings, _ text: String, asciiOnly: Bool) async throws(ServiceError)
        -> String
    {
        let wanted = try SnapshotSize(text)
        let buffer = await frame(settings, size: wanted.size, glyphs: asciiOnly ? .ascii : .unicode)
        return wanted.isPicture ? buffer.svg(theme: settings.themes[settings.themes.first]) : buffer.text()
    }
}
