import Glibc
import HarkScreen

extension NcursesTerminal {
    /// Passes on what has been typed.
    func readKeys() {
        switch device.read() {
        case .nothing: return
        case .gone: hangUp()
        case .bytes(let bytes):
            patience?.cancel()
            for key in decoder.keys(from: bytes) { pass(key) }
            guard decoder.isWaiting else { return }
            patience = Task { [weak self] in
                try? await Task.sleep(for: KeyDecoder.patience)
                guard !Task.isCancelled, let self else { return }
                for key in self.decoder.flush() { self.pass(key) }
            }
        }
    }

    /// Acts on the letters that signal handlers have left.
    func readSignals(from descriptor: Int32) {
        var letters = [UInt8](repeating: 0, count: 64)
        let count = max(0, read(descriptor, &letters, letters.count))
        let came = Set(letters.prefix(count))
        if came.contains(UInt8(ascii: "C")) {
            resume()
        } else if came.contains(UInt8(ascii: "W")), device.size != size {
            size = device.size
            screen.resize(to: size)
            sink.yield(.resize(size))
        }
        if came.contains(UInt8(ascii: "H")) { hangUp() }
    }

    /// Passes a key on, but not the click that gives the window the focus: it was meant for the window.
    private func pass(_ key: Key) {
        switch key {
        case .focus(true):
            ignoresClick = true
            Task { [weak self] in
                try? await Task.sleep(for: .milliseconds(50))
                self?.ignoresClick = false
            }
        case .mouse(let mouse) where ignoresClick && mouse.kind == .press && mouse.button == .left:
            ignoresClick = false
            return
        default: break
        }
        sink.yield(key)
    }
}
