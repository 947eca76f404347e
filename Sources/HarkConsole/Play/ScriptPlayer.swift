import HarkCore
import HarkScreen
import HarkUI

/// Types a script in the user's place, at the pace of somebody who speaks along.
///
/// Its keys go the way of all keys. It waits for every answer, so what it does never depends on how fast that comes.
@MainActor
final class ScriptPlayer {
    /// A phrase that was read, and as what.
    struct Line {
        var phrase: String
        var actions: [Action]
    }

    /// What was said so far.
    private(set) var lines: [Line] = []
    private(set) var playback: Dashboard.Playback? = .running
    private let script: DemoScript
    private let slowness: Double

    private static let letter = Duration.milliseconds(70)
    private static let key = Duration.milliseconds(400)
    /// How long an action or a result is left to be read.
    private static let look = Duration.milliseconds(1700)

    /// - Parameter slowness: What every wait is multiplied by; 0 for none at all.
    init(_ script: DemoScript, slowness: Double) {
        self.script = script
        self.slowness = slowness
    }

    /// Plays the script to its end, or until the task is cancelled.
    func play(on loop: EventLoop) async {
        loop.receive(.played(playback))
        do throws(CancellationError) {
            try await settle(loop)
            for step in script.steps {
                switch step {
                case .phrase(let phrase): try await say(phrase, on: loop)
                case .keys(let keys): for key in keys { try await press(key, on: loop) }
                case .pause(let duration): try await wait(duration)
                }
            }
            end(on: loop)
        } catch {}
    }

    /// Takes what the user did meanwhile: Space pauses and goes on, any other key or click ends the script.
    ///
    /// - Returns: Whether it was meant for the player, so that the dashboard must not have it too.
    func takes(_ key: Key, on loop: EventLoop) -> Bool {
        guard playback != nil else { return false }
        switch key {
        case .resize, .focus, .hangup: return false
        case .mouse(let mouse) where mouse.kind != .press: return true
        case .space:
            playback = playback == .running ? .paused : .running
            loop.receive(.played(playback))
        default: end(on: loop)
        }
        return true
    }

    private func end(on loop: EventLoop) {
        playback = nil
        loop.receive(.played(nil))
    }

    // MARK: Steps

    /// Types a phrase, lets it be read, and runs it where it can run.
    private func say(_ phrase: String, on loop: EventLoop) async throws(CancellationError) {
        try await openPrompt(on: loop)
        for character in phrase {
            loop.press(.character(character))
            try await wait(ScriptPlayer.letter)
        }
        try await settle(loop)
        // The number of a choice is an answer without Enter.
        let typed = loop.state.promptStand
        if typed.status == nil || typed.asksBack && !typed.text.isEmpty { try await press(.enter, on: loop) }
        let understood = loop.state.promptStand
        lines.append(Line(phrase: phrase, actions: understood.actions))
        try await wait(ScriptPlayer.look)
        switch understood.status {
        case .ready: try await press(.enter, on: loop)
        case .confirm:
            try await press(.enter, on: loop)
            try await wait(ScriptPlayer.look)
            try await press(.enter, on: loop)
        case .clarify, .refused, .unknown, nil: return
        }
        try await wait(ScriptPlayer.look)
    }

    /// Makes the prompt take the next letters: an answer where it asks, else an empty line.
    private func openPrompt(on loop: EventLoop) async throws(CancellationError) {
        if loop.state.promptStand.line == .other { try await press(.escape, on: loop) }
        if loop.state.promptStand.line == .none, let key = loop.state.promptKey { try await press(key, on: loop) }
        let stand = loop.state.promptStand
        if !stand.asksBack, !stand.text.isEmpty { try await press(.control("u"), on: loop) }
    }

    private func press(_ key: Key, on loop: EventLoop) async throws(CancellationError) {
        loop.press(key)
        try await settle(loop)
        try await wait(ScriptPlayer.key)
    }

    // MARK: Waiting

    /// Waits until all that was asked has been answered.
    private func settle(_ loop: EventLoop) async throws(CancellationError) {
        while !loop.isSettled { try await sleep(.milliseconds(5)) }
        try await wait(.zero)
    }

    private func wait(_ duration: Duration) async throws(CancellationError) {
        try await sleep(duration * slowness)
        while playback == .paused { try await sleep(.milliseconds(50)) }
        if playback == nil { throw CancellationError() }
    }

    private func sleep(_ duration: Duration) async throws(CancellationError) {
        guard duration > .zero else { return }
        do { try await Task.sleep(for: duration) } catch { throw CancellationError() }
    }
}
