import HarkCore
public import HarkScreen
public import HarkService
import HarkUI

/// The dashboard at work: keys from a terminal go into the pure dashboard, its effects to the service, its pictures
/// back to the terminal.
///
/// This module owns the loop and the tasks. It knows no key, no column and no SQL.
public enum Console {
    /// What the console is told once.
    public struct Settings: Sendable {
        /// Who works, and where.
        public var session: Session
        /// The themes there are, and the one to begin with.
        public var themes: ThemeShelf
        /// Where the draft and the history are kept; `nil` keeps nothing.
        public var memory: PromptMemory?
        /// The user's own keys; `nil` for the usual ones.
        public var keys: KeyFile?
        /// The folder of the tenants' own words; `nil` for none.
        public var words: String?
        /// What types in the user's place; `nil` for nobody.
        public var playing: Playing?

        /// Creates settings.
        public init(session: Session, themes: ThemeShelf, memory: PromptMemory?) {
            self.session = session
            self.themes = themes
            self.memory = memory
        }
    }

    /// Runs the dashboard on a terminal until it is left or the terminal is gone.
    @MainActor
    public static func run(_ settings: Settings, on terminal: any Terminal) async {
        let player = settings.playing.map { ScriptPlayer($0.script, slowness: $0.slowness) }
        let loop = await EventLoop(settings, terminal: terminal, player: player)
        await loop.run()
    }

    /// The first complete frame at a size, without a terminal.
    public static func frame(_ settings: Settings, size: Size, glyphs: Glyphs) async -> Buffer {
        let desk = ServiceDesk(settings.session, words: settings.words)
        var state = Dashboard.State(options: await options(settings, size: size, glyphs: glyphs, desk: desk))
        var effects = Dashboard.start(&state)
        // Every answer may ask for more; a screen is complete when nothing is asked any more.
        for _ in 0..<32 where !effects.isEmpty {
            var next: [Dashboard.Effect] = []
            for effect in effects {
                guard let message = await desk.message(for: effect) else { continue }
                next += Dashboard.update(&state, message)
            }
            effects = next
        }
        return Dashboard.view(state)
    }

    static func options(
        _ settings: Settings, size: Size, glyphs: Glyphs, desk: ServiceDesk
    ) async -> Dashboard.Options {
        var options = Dashboard.Options(size: size, glyphs: glyphs, now: settings.session.now)
        options.move(to: await desk.workplace)
        options.themes = settings.themes.names
        options.theme = settings.themes.first
        if let keys = settings.keys {
            options.keys = keys.table
            options.notice = keys.notice
        }
        if let memory = settings.memory {
            options.history = memory.history()
            options.draft = memory.draft()
        }
        return options
    }
}
