import Dispatch
import Glibc
public import HarkScreen

/// The user's terminal as a plain stream of lines, for readers that cannot see the screen: no other screen, no cursor
/// movements, no colours. Pictures are not shown.
@MainActor
public final class LineTerminal: SpeakingTerminal {
    /// Lists page as on an ordinary screen, whatever the window's size.
    public let size = Size(columns: 80, rows: 24)
    public let capabilities = Capabilities(colors: .mono, isUnicode: true, kind: "lines")
    public let events: AsyncStream<Key>
    public var theme = Theme.mono

    private let device: Device
    private let sink: AsyncStream<Key>.Continuation
    private var decoder = KeyDecoder()
    private var patience: Task<Void, Never>?
    private var sources: [any DispatchSourceProtocol] = []
    private var isOpen = true

    /// Opens a terminal, which must be closed with ``close()``.
    ///
    /// - Throws: ``TerminalError/notATerminal(path:)`` where there is none.
    public init(device path: String = "/dev/tty") throws(TerminalError) {
        device = try Device(path: path)
        (events, sink) = AsyncStream.makeStream()
        device.enterKeyMode()
        let reading = DispatchSource.makeReadSource(fileDescriptor: device.descriptor, queue: .main)
        reading.setEventHandler { [weak self] in
            MainActor.assumeIsolated { self?.readKeys() }
        }
        sources = [reading] + [SIGTERM, SIGHUP, SIGQUIT].map(ending)
        for source in sources { source.resume() }
    }

    public func say(_ text: String) {
        guard isOpen else { return }
        var bytes = Array(SafeText(text, .paragraph).string.utf8)[...]
        while !bytes.isEmpty {
            switch device.write(bytes) {
            case nil: return sink.finish()
            case 0: usleep(1_000)
            case let count?: bytes = bytes.dropFirst(count)
            }
        }
    }

    public func paint(_ buffer: Buffer) {}
    public func repaint() {}
    public func setTitle(_ title: String) {}
    public func setMouse(_ isOn: Bool) {}

    public func copy(_ text: String) { _ = device.write(Sequences.copy(text)[...]) }

    public func suspend() {
        guard isOpen else { return }
        device.restoreMode()
        raise(SIGTSTP)
        device.enterKeyMode()
        sink.yield(.resize(size))
    }

    public func close() {
        guard isOpen else { return }
        isOpen = false
        sink.finish()
        patience?.cancel()
        for source in sources { source.cancel() }
        device.restoreMode()
    }

    private func readKeys() {
        guard isOpen else { return }
        switch device.read() {
        case .nothing: return
        case .gone:
            sources.first?.cancel()
            sink.yield(.hangup)
        case .bytes(let bytes):
            patience?.cancel()
            for key in decoder.keys(from: bytes) { sink.yield(key) }
            guard decoder.isWaiting else { return }
            patience = Task { [weak self] in
                try? await Task.sleep(for: KeyDecoder.patience)
                guard !Task.isCancelled, let self else { return }
                for key in self.decoder.flush() { self.sink.yield(key) }
            }
        }
    }

    /// A signal that ends the program in order, so that the terminal has its own mode again.
    private func ending(_ number: Int32) -> any DispatchSourceProtocol {
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .main)
        let sink = sink
        source.setEventHandler { sink.yield(.hangup) }
        return source
    }
}
