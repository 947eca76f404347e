import Dispatch
import HarkScreen

extension NcursesTerminal {
    /// How often the device may refuse before it counts as gone.
    private static let mostRefusals = 3

    /// Sends the picture asked for last, unless the device is still busy with the one before; it follows then.
    func sendPicture() {
        guard isOpen, outgoing.isEmpty else { return }
        let frame = picture.map { screen.frame($0) } ?? []
        outgoing = announced
        announced = []
        if !frame.isEmpty { outgoing += Sequences.frameStart + frame + Sequences.frameEnd }
        sendOutgoing()
    }

    /// Sends a sequence that is no picture.
    func send(_ sequence: [UInt8]) {
        announced += sequence
        sendPicture()
    }

    /// Gives the device what it takes now, and comes back when it takes more.
    private func sendOutgoing() {
        var refusals = 0
        while !outgoing.isEmpty {
            switch device.write(outgoing[...]) {
            case nil:
                refusals += 1
                guard refusals < Self.mostRefusals else { return hangUp() }
            case 0:
                return waitUntilWritable()
            case let count?:
                traffic.writes += 1
                traffic.bytes += count
                outgoing.removeFirst(count)
            }
        }
    }

    private func waitUntilWritable() {
        guard busy == nil else { return }
        let source = DispatchSource.makeWriteSource(fileDescriptor: device.descriptor, queue: .main)
        source.setEventHandler { [weak self] in
            MainActor.assumeIsolated { self?.continueSending() }
        }
        source.resume()
        busy = source
    }

    private func continueSending() {
        guard isOpen else { return }
        sendOutgoing()
        guard outgoing.isEmpty || isGone else { return }
        busy?.cancel()
        busy = nil
        sendPicture()
    }
}
