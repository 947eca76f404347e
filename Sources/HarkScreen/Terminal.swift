/// A screen that pictures are painted on and keys come from.
///
/// One main-actor loop owns it: `for await key in terminal.events { update; terminal.paint(view) }`.
@MainActor
public protocol Terminal: AnyObject {
    /// The extent now; a change is announced by ``Key/resize(_:)``.
    var size: Size { get }

    /// What the terminal can show.
    var capabilities: Capabilities { get }

    /// How roles look from the next picture on.
    var theme: Theme { get set }

    /// Everything that happens, in order, for one reader. The stream ends after ``close()`` or ``Key/hangup``.
    var events: AsyncStream<Key> { get }

    /// Shows a picture by sending what differs from the one before; nothing when nothing does.
    ///
    /// A picture of another size than ``size`` is cut or filled up with blanks.
    func paint(_ buffer: Buffer)

    /// Forgets what is on the screen and sends the last picture whole.
    func repaint()

    /// Sets the title of the terminal's window.
    func setTitle(_ title: String)

    /// Starts or stops reports from the mouse; without them the terminal's own selection works.
    func setMouse(_ isOn: Bool)

    /// Hands text to the system's clipboard by way of the terminal, which may refuse it silently.
    func copy(_ text: String)

    /// Gives the screen back and stops the process until it is resumed; ``Key/resize(_:)`` follows then.
    func suspend()

    /// Gives the screen back for good and ends ``events``. Further calls do nothing.
    func close()
}

/// What a terminal can show.
public struct Capabilities: Hashable, Sendable {
    /// How many colours.
    public var colors: ColorDepth
    /// Whether text beyond ASCII arrives whole.
    public var isUnicode: Bool
    /// The terminal's type, as in `TERM`.
    public var kind: String

    /// Describes a terminal.
    public init(colors: ColorDepth, isUnicode: Bool, kind: String) {
        self.colors = colors
        self.isUnicode = isUnicode
        self.kind = kind
    }

    /// The signs to draw with.
    public var glyphs: Glyphs { isUnicode ? .unicode : .ascii }
}
