public import HarkCore
import HarkLanguage
public import HarkLifecycle
public import HarkScreen

extension Dashboard {
    /// What the dashboard is told once, at the start.
    public struct Options: Equatable, Sendable {
        /// The extent of the screen.
        public var size: Size
        /// The signs to draw with.
        public var glyphs: Glyphs
        /// The tenant's wall clock.
        public var now: LocalDateTime
        /// Every key and what it does.
        public var keys = KeyTable.standard
        /// A sentence to begin with, such as what is wrong with the user's keys.
        public var notice: String?
        /// The name of the tenant, as the header shows it.
        public var tenant = ""
        /// The name of the user.
        public var user = ""
        /// The user's role in a word.
        public var role = ""
        /// The names of the themes there are.
        public var themes: [String] = ["dark"]
        /// The name of the theme in effect.
        public var theme = "dark"
        /// Phrases typed before, oldest first.
        public var history: [String] = []
        /// A phrase typed but never run.
        public var draft = ""
        /// The filter of the leads to begin with, such as `stage:open`.
        public var leadFilter = ""
        /// The filter of the customers to begin with.
        public var customerFilter = ""
        /// The tenant's lines between stages.
        public var cutoffs = StageCutoffs()

        /// Creates options with defaults for the rest.
        public init(size: Size, glyphs: Glyphs = .unicode, now: LocalDateTime) {
            self.size = size
            self.glyphs = glyphs
            self.now = now
        }
    }

    /// A phrase one can say, as the help lists it.
    public struct HelpPhrase: Hashable, Sendable {
        /// The phrase, such as `call Ole tomorrow at 9`.
        public var phrase: String
        /// What it is about, such as `Deals`.
        public var meaning: String
        /// The command it becomes.
        public var commandType: CommandType

        /// Creates an entry.
        public init(_ phrase: String, meaning: String, commandType: CommandType) {
            self.phrase = phrase
            self.meaning = meaning
            self.commandType = commandType
        }

        /// Whether it has all words of a search.
        func has(_ search: String) -> Bool {
            HelpEntry.finds(search, in: phrase, group: meaning, commandType: commandType)
        }
    }
}
