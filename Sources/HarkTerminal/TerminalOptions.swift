public import HarkScreen

/// How a terminal is opened.
public struct TerminalOptions: Sendable {
    /// The colours wanted, from the command line or the configuration; found out from the terminal if `nil`.
    public var colors: ColorDepth?
    /// Whether only ASCII is sent, whatever the locale says.
    public var isASCII = false
    /// Whether the mouse is reported from the start.
    public var isMouseOn = true
    /// How roles look.
    public var theme = Theme.dark
    /// The environment; `TERM`, `COLORTERM` and `NO_COLOR` are read.
    public var environment: [String: String]
    /// The device to open.
    public var device = "/dev/tty"

    /// Makes options with the usual values.
    public init(environment: [String: String]) { self.environment = environment }
}

extension ColorDepth {
    /// The colours to use.
    ///
    /// The order: what the user asked for, `NO_COLOR`, `COLORTERM` or the description's `RGB`, the number of colours
    /// in the description. 24-bit colours also need a description with 256, which they are sent by way of.
    ///
    /// - Parameters:
    ///   - count: The number of colours in the terminal's description.
    ///   - hasRGB: Whether the description says that any colour can be shown.
    static func found(wanted: ColorDepth?, environment: [String: String], count: Int, hasRGB: Bool) -> ColorDepth {
        let described: ColorDepth =
            switch count {
            case 256...: .ansi256
            case 16...: .ansi16
            case 8...: .ansi8
            default: .mono
            }
        if let wanted { return wanted == .direct && described < .ansi256 ? described : wanted }
        if environment["NO_COLOR"]?.isEmpty == false { return .mono }
        let isDirect = hasRGB || ["truecolor", "24bit"].contains(environment["COLORTERM"])
        return isDirect && described == .ansi256 ? .direct : described
    }
}
