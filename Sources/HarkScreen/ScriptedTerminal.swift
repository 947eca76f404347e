/// A terminal without a screen: it plays keys and keeps every picture.
@MainActor
public final class ScriptedTerminal: Terminal {
    public private(set) var size: Size
    public let capabilities: Capabilities
    public var theme: Theme
    public let events: AsyncStream<Key>

    /// Every picture that differs from the one before it, oldest first.
    public private(set) var frames: [Buffer] = []
    /// What happened besides, oldest first.
    public private(set) var calls: [Call] = []

    /// A call other than painting.
    public enum Call: Hashable, Sendable {
        /// ``Terminal/repaint()``.
        case repaint
        /// ``Terminal/setTitle(_:)``.
        case title(String)
        /// ``Terminal/setMouse(_:)``.
        case mouse(Bool)
        /// ``Terminal/copy(_:)``.
        case copy(String)
        /// ``Terminal/suspend()``.
        case suspend
        /// ``Terminal/close()``.
        case close
    }

    private let sink: AsyncStream<Key>.Continuation

    /// Makes a terminal that plays `keys` at once; ``send(_:)`` adds more.
    public init(
        size: Size, keys: [Key] = [], theme: Theme = .dark,
        capabilities: Capabilities = Capabilities(colors: .direct, isUnicode: true, kind: "scripted")
    ) {
        self.size = size
        self.theme = theme
        self.capabilities = capabilities
        (events, sink) = AsyncStream.makeStream()
        send(keys)
    }

    /// The picture shown now.
    public var frame: Buffer? { frames.last }

    /// Plays further keys; ``Key/resize(_:)`` changes ``size``, ``Key/hangup`` ends the stream.
    public func send(_ keys: [Key]) {
        for key in keys {
            if case .resize(let size) = key { self.size = size }
            sink.yield(key)
            if key == .hangup { sink.finish() }
        }
    }

    /// Ends the stream after the keys played so far.
    public func finish() { sink.finish() }

    public func paint(_ buffer: Buffer) {
        if buffer != frames.last { frames.append(buffer) }
    }

    public func repaint() { calls.append(.repaint) }

    public func setTitle(_ title: String) { calls.append(.title(title)) }

    public func setMouse(_ isOn: Bool) { calls.append(.mouse(isOn)) }

    public func copy(_ text: String) { calls.append(.copy(text)) }

    public func suspend() {
        calls.append(.suspend)
        send([.resize(size)])
    }

    public func close() {
        calls.append(.close)
        sink.finish()
    }
}
