public import HarkCore
import HarkLifecycle
public import HarkScreen

extension Dashboard {
    /// Everything the dashboard knows; a value, so that two moments can be compared.
    public struct State: Equatable, Sendable {
        /// The extent of the screen.
        public internal(set) var size: Size
        /// The tenant's wall clock.
        public internal(set) var now: LocalDateTime
        /// What was told at the start.
        public let options: Options
        /// The screen shown.
        public internal(set) var view = View.desk
        /// The pane that takes the keys while nothing is being typed.
        public internal(set) var focus = Pane.leads
        /// The name of the theme in effect.
        public internal(set) var theme: String

        /// The screens to go back to, the last one first.
        var trail: [Step] = []
        /// The line being typed, if any.
        var typing: Typing?
        /// The keys that came before what they are about had been read, oldest first.
        var waiting: [Key] = []
        /// Whether the last key went through time, so that the event reached is what there is to say.
        var tellsEvent = false
        /// Whether the focused pane fills the screen.
        var isZoomed = false
        /// Whether only the focused pane's text is shown, for selecting with the terminal's own mouse.
        var isBare = false
        /// Whether the mouse is reported.
        var isMouseOn = true
        /// Whether the user goes on although the screen is too small.
        var acceptsSmallSize = false
        /// Whether the next press only brought the window to the front.
        var ignoresPress = false

        var leads = Table<LeadSummary>(sort: [SortKey(.score, descending: true)])
        var customers = Table<CustomerSummary>(sort: [SortKey(.risk, descending: true)])
        var results = Table<NamedRecord>()
        /// The table whose selected record the other panes show.
        var source = Pane.leads
        /// The record last selected there.
        var followed: RecordReference?
        var record = RecordState()
        /// The record shown whole before; it stays on the desk until the next one has come.
        var lastShown = RecordState()
        /// The record whose timeline is drawn below that of the one shown; `nil` while none is compared.
        var companion: RecordState?
        var log = LogState()
        var prompt: PromptState
        var filter = FilterState()
        var views = ViewsState()
        /// The columns shown besides those that always are; `nil` for all there is room for.
        var leadColumns: [String]?
        var customerColumns: [String]?
        /// The phrase performed last and the record it was for.
        var repeatable: Repeatable?
        var models = ModelsState()
        var cohorts = CohortState()
        var help = HelpState()
        /// What can be said, once it is known.
        var phrases: [HelpPhrase] = []
        /// How far a script has come that types in the user's place; `nil` for none.
        var playback: Playback?
        /// What just happened, until the next key.
        var status: Status?

        private var lastTicket: Ticket = 0

        /// Starts on the desk with nothing loaded.
        public init(options: Options) {
            self.options = options
            size = options.size
            now = options.now
            theme = options.theme
            leads.filter = options.leadFilter
            customers.filter = options.customerFilter
            status = options.notice.map { Status(text: $0, isError: true) }
            prompt = PromptState(LineEditor(history: options.history, shelved: options.draft))
        }

        /// Starts anew for another tenant; answers to what was asked before find nobody waiting.
        mutating func restart(at place: Workplace) {
            var options = options
            options.move(to: place)
            options.size = size
            var fresh = State(options: options)
            fresh.lastTicket = lastTicket
            (fresh.theme, fresh.isMouseOn, fresh.acceptsSmallSize) = (theme, isMouseOn, acceptsSmallSize)
            self = fresh
        }

        /// The signs to draw with.
        public var glyphs: Glyphs { options.glyphs }

        /// The key to name in a sentence about an action, as the user has it.
        func key(_ intent: Intent) -> String { options.keys.key(intent) }

        /// A number no request had before.
        mutating func nextTicket() -> Ticket {
            lastTicket += 1
            return lastTicket
        }
    }

    /// A phrase that can be said of another record too.
    struct Repeatable: Equatable, Sendable {
        var phrase: String
        var name: String
    }

    /// A screen to go back to.
    struct Step: Equatable, Sendable {
        var view: View
        var focus: Pane
    }

    /// Which line is being typed.
    enum Typing: Equatable, Sendable {
        case prompt
        /// The words looked for in the history, and the prompt as it was.
        case history(words: String, origin: LineEditor)
        case filter
        /// The answer to something a key needs to know.
        case question(Question, LineEditor)
    }

    /// A sentence about what happened.
    struct Status: Equatable, Sendable {
        var text: String
        var isError = false
    }

    /// The record the panes show.
    struct RecordState: Equatable, Sendable {
        /// The record; `nil` while none is selected.
        var subject: NamedRecord?
        /// The record in full, once loaded; its events are sorted by time.
        var detail: RecordDetail?
        /// Its events with the stages they led through; worked out once, as every frame draws them.
        var journey: Journey?
        /// How many lanes of the timeline have something in them, besides stages and touches.
        var furtherLanes = 0
        var failure: String?
        var ticket: Ticket?
        /// How far the panes are scrolled, in lines.
        var fieldsTop = 0
        var whyTop = 0
        /// What would take it to the next priority.
        var move = MoveState.unasked
        /// The stretch of time chosen; `nil` for the one that fits.
        var zoom: TimelineWindow?
        /// The event under the cursor, as an index into the events.
        var cursor: Int?
    }

    /// What is known of how the record would reach the next priority.
    enum MoveState: Equatable, Sendable {
        case unasked
        case asked(Ticket)
        /// `nil` where nothing a rep can do would.
        case known(Move?)
    }

    /// The actions performed.
    struct LogState: Equatable, Sendable {
        var rows: [LoggedAction] = []
        var isLoaded = false
        var failure: String?
        var ticket: Ticket?
        var selection = 0
        var top = 0
    }

    /// The filter line.
    struct FilterState: Equatable, Sendable {
        var editor = LineEditor()
        /// The filter as it was before typing began.
        var before = ""
    }

    /// The help screen.
    struct HelpState: Equatable, Sendable {
        var words = ""
        var top = 0
        /// Whether what can be said comes before the keys.
        var isAboutPhrases = false
        /// The place the help was asked for.
        var place = Place.leads
    }
}
