import HarkCore
import HarkScreen
import HarkService
import HarkUI

/// Takes what happens, one thing after the other, and paints when nothing more waits.
@MainActor
final class EventLoop {
    private enum Input: Sendable {
        case message(Dashboard.Message)
        /// Stands behind everything that waited when a picture became due: paint now.
        case paint
        /// Stands behind all that came of one request.
        case answered
    }

    private var settings: Console.Settings
    private let terminal: any Terminal
    private let desk: ServiceDesk
    private let player: ScriptPlayer?
    private let inbox: AsyncStream<Input>
    private let post: AsyncStream<Input>.Continuation
    /// What the dashboard knows now.
    private(set) var state: Dashboard.State
    /// How many requests, and keys of the player, have not been dealt with.
    private var unanswered = 0
    private var tasks: [Task<Void, Never>] = []
    private var paintIsDue = false
    private var speaker = Speaker()
    /// Whether a key has come since something was said.
    private var keyCame = false

    /// - Parameter player: Types in the user's place; `nil` for nobody.
    init(_ settings: Console.Settings, terminal: any Terminal, player: ScriptPlayer?) async {
        self.settings = settings
        self.terminal = terminal
        self.player = player
        desk = ServiceDesk(settings.session, words: settings.words)
        (inbox, post) = AsyncStream.makeStream()
        let glyphs = terminal.capabilities.glyphs
        state = Dashboard.State(
            options: await Console.options(settings, size: terminal.size, glyphs: glyphs, desk: desk))
    }

    /// Whether nothing is under way.
    var isSettled: Bool { unanswered == 0 }

    /// Presses a key in the user's place.
    func press(_ key: Key) {
        unanswered += 1
        receive(.key(key))
        post.yield(.answered)
    }

    /// Takes a message in its turn.
    func receive(_ message: Dashboard.Message) { post.yield(.message(message)) }

    /// Runs until the user leaves or the terminal is gone.
    func run() async {
        terminal.theme = settings.themes[settings.themes.first]
        terminal.setTitle("hark - \(settings.session.tenant.slug)")
        forwardKeys()
        watchClockAndStore()
        var goesOn = carryOut(Dashboard.start(&state))
        if let player { tasks.append(Task { await player.play(on: self) }) }
        show(state)
        for await input in inbox where goesOn {
            switch input {
            case .message(.key(.hangup)):
                goesOn = false
            case .message(let message):
                if case .key = message { keyCame = true }
                if case .tenantChanged(let place, _) = message { leaveTenant(for: place) }
                goesOn = carryOut(Dashboard.update(&state, message))
                paintSoon()
            case .paint:
                paintIsDue = false
                show(state)
            case .answered: unanswered -= 1
            }
            if !goesOn { break }
        }
        for task in tasks { task.cancel() }
        await desk.noteAdvice()
        settings.memory?.save(history: state.history, draft: state.draft)
        terminal.close()
    }

    /// Keeps what was typed for the tenant it was typed for; what follows is typed for another.
    private func leaveTenant(for place: Dashboard.Workplace) {
        settings.memory?.save(history: state.history, draft: state.draft)
        settings.memory = nil
        terminal.setTitle("hark - \(place.tenant)")
    }

    /// Shows the state as a picture or, where there is none, in words.
    private func show(_ state: Dashboard.State) {
        guard let speaking = terminal as? any SpeakingTerminal else { return terminal.paint(Dashboard.view(state)) }
        let text = speaker.text(for: state, isAnswer: keyCame)
        keyCame = false
        if !text.isEmpty { speaking.say(text) }
    }

    /// Queues one painting behind all that waits, so that a burst of keys is one picture.
    private func paintSoon() {
        guard !paintIsDue else { return }
        paintIsDue = true
        post.yield(.paint)
    }

    private func forwardKeys() {
        let events = terminal.events
        let post = post
        tasks.append(
            Task {
                for await key in events where player?.takes(key, on: self) != true {
                    post.yield(.message(.key(key)))
                }
                post.yield(.message(.key(.hangup)))
            })
    }

    /// Once a second looks for changes by other programs, and tells the time when the minute has changed.
    private func watchClockAndStore() {
        let (desk, post) = (desk, post)
        tasks.append(
            Task.detached {
                var minute = await desk.now().minute
                var count = await desk.changeCount()
                while !Task.isCancelled {
                    try? await Task.sleep(for: .seconds(1))
                    let now = await desk.now()
                    if now.minute != minute {
                        minute = now.minute
                        await desk.noteAdvice()
                        post.yield(.message(.ticked(now)))
                    }
                    let newCount = await desk.changeCount()
                    if newCount != count {
                        count = newCount
                        post.yield(.message(.storeChanged))
                    }
                }
            })
    }

    /// Starts the effects; what needs the service answers later through the inbox.
    ///
    /// - Returns: Whether to go on.
    private func carryOut(_ effects: [Dashboard.Effect]) -> Bool {
        for effect in effects {
            switch effect {
            case .quit: return false
            case .suspend: terminal.suspend()
            case .repaint: terminal.repaint()
            case .setMouse(let isOn): terminal.setMouse(isOn)
            case .saveDraft(let draft): settings.memory?.save(draft: draft)
            case .changeTheme(let name):
                terminal.theme = settings.themes[name]
                post.yield(.message(.themeChanged(name)))
            case .copy(let text):
                terminal.copy(text)
                post.yield(.message(.copied("Copied to the terminal's clipboard.")))
            case .loadLeads, .loadCustomers, .loadDetail, .loadLog, .loadViews, .loadFacets, .loadModels, .loadMove,
                .loadPhrases, .loadCohorts,
                .strike, .answerPlay, .snooze, .keepView, .forgetView, .readPhrase, .outline, .perform, .run:
                ask(effect)
            }
        }
        return true
    }

    private func ask(_ effect: Dashboard.Effect) {
        let (desk, post) = (desk, post)
        unanswered += 1
        Task {
            defer { post.yield(.answered) }
            guard let message = await desk.message(for: effect) else { return }
            // What has just happened must not lie ahead of the clock on the screen.
            if case .performed = message { post.yield(.message(.ticked(await desk.now()))) }
            post.yield(.message(message))
        }
    }
}
