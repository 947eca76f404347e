import CNcurses
import Dispatch
import Glibc
public import HarkScreen

/// The user's terminal, drawn on through ncurses.
///
/// Everything happens on the main actor: no other thread touches ncurses, and nothing waits inside a draw. Each frame
/// is one write; while the terminal is still taking the one before, newer pictures replace each other and the last one
/// is sent. Signals that end the process give the terminal back first.
@MainActor
public final class NcursesTerminal: Terminal {
    public internal(set) var size: Size
    public let capabilities: Capabilities
    public let events: AsyncStream<Key>

    public var theme: Theme {
        didSet {
            guard theme != oldValue, isOpen else { return }
            screen.use(theme)
            sendPicture()
        }
    }

    /// What has been sent so far.
    var traffic = Traffic()

    /// Counts of what went to the device.
    struct Traffic: Equatable {
        var writes = 0
        var bytes = 0
    }

    let device: Device
    let screen: CursesScreen
    let sink: AsyncStream<Key>.Continuation
    var decoder = KeyDecoder()
    /// Ends the wait for the rest of a sequence.
    var patience: Task<Void, Never>?
    /// Set for a moment after the window got the focus, when the click that gave it arrives.
    var ignoresClick = false

    /// The last picture asked for, shown or not.
    var picture: Buffer?
    /// What the device has not taken yet of the last write.
    var outgoing: [UInt8] = []
    /// Sequences that go out ahead of the next frame.
    var announced: [UInt8] = []
    /// Tells when the device takes bytes again.
    var busy: (any DispatchSourceWrite)?

    var isOpen = true
    /// Whether the terminal has gone away; nothing is read any more then.
    var isGone = false
    private var isMouseOn: Bool
    private var sources: [any DispatchSourceRead] = []

    /// Opens the terminal; its screen is taken with the first picture.
    ///
    /// Every terminal opened must be closed with ``close()``, and only one can be open.
    ///
    /// - Throws: ``TerminalError`` when there is none, it cannot be drawn on, or the system refuses.
    public init(_ options: TerminalOptions) throws(TerminalError) {
        let device = try Device(path: options.device)
        let isUnicode = hark_use_locale() && !options.isASCII
        var mode = device.ownMode
        let signals = hark_guard_start(device.descriptor, &mode)
        do throws(TerminalError) {
            guard signals >= 0 else { throw .system(call: "pipe2", code: errno) }
            screen = try CursesScreen(options, size: device.size, isUnicode: isUnicode)
        } catch {
            hark_guard_end()
            device.close()
            throw error
        }
        self.device = device
        size = device.size
        theme = options.theme
        isMouseOn = options.isMouseOn
        capabilities = Capabilities(colors: screen.depth, isUnicode: isUnicode, kind: screen.kind)
        (events, sink) = AsyncStream.makeStream()
        sources = [
            source(reading: device.descriptor) { $0.readKeys() },
            source(reading: signals) { $0.readSignals(from: signals) },
        ]
        engage()
    }

    public func paint(_ buffer: Buffer) {
        picture = buffer
        sendPicture()
    }

    public func repaint() {
        screen.invalidate()
        sendPicture()
    }

    public func setTitle(_ title: String) { send(Sequences.title(title)) }

    public func setMouse(_ isOn: Bool) {
        guard isOn != isMouseOn else { return }
        isMouseOn = isOn
        send(Sequences.mouse(isOn))
    }

    public func copy(_ text: String) { send(Sequences.copy(text)) }

    public func suspend() {
        guard isOpen, !isGone else { return }
        if hark_guard_stop() { outgoing = [] }
    }

    public func close() {
        guard isOpen else { return }
        isOpen = false
        sink.finish()
        patience?.cancel()
        busy?.cancel()
        _ = device.write(screen.leave()[...])
        hark_guard_restore()
        hark_guard_end()
        screen.close()
        if isGone { for source in sources { source.resume() } }
        for source in sources { source.cancel() }
    }

    /// Takes the terminal into Hark's mode.
    private func engage() {
        device.enterRawMode()
        hark_guard_set_engaged(true)
        announced = Sequences.modes(mouse: isMouseOn)
    }

    /// Takes the terminal again after the process was stopped.
    func resume() {
        _ = screen.leave()
        engage()
        size = device.size
        screen.resize(to: size)
        sendPicture()
        sink.yield(.resize(size))
    }

    /// Ends reading; the device stays open, because the terminal may still be there to be given back.
    func hangUp() {
        guard isOpen, !isGone else { return }
        isGone = true
        for source in sources { source.suspend() }
        sink.yield(.hangup)
        sink.finish()
    }

    /// A source that calls `handle` on the main actor while `descriptor`, which it then owns, can be read.
    private func source(
        reading descriptor: Int32, _ handle: @escaping @MainActor (NcursesTerminal) -> Void
    ) -> any DispatchSourceRead {
        let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: .main)
        source.setEventHandler { [weak self] in
            MainActor.assumeIsolated {
                guard let self, self.isOpen, !self.isGone else { return }
                handle(self)
            }
        }
        source.setCancelHandler { Glibc.close(descriptor) }
        source.resume()
        return source
    }
}
