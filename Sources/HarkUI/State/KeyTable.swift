public import HarkScreen

extension Dashboard {
    /// Every key and what it does; the footer, the help and the manual are made from it.
    public struct KeyTable: Equatable, Sendable {
        /// What one key, or several alike, does.
        public struct Entry: Hashable, Sendable {
            /// What it is meant for.
            public let intent: Intent
            /// The keys, in the notation of `Key.notation`.
            public internal(set) var keys: [String]
            /// Where they work.
            public let places: Set<Place>
            /// What they do, in a few words.
            public let words: String
            /// One or two words for the footer; `nil` to leave it to the help.
            public let footer: String?
        }

        /// The entry a key has at a place; `nil` where the key is not in effect.
        public func entry(for key: Key, at place: Place) -> Entry? {
            let notation = key.notation
            return entries.first { $0.places.contains(place) && $0.keys.contains(notation) }
        }

        /// The entries in effect at a place, in the table's order.
        public func entries(at place: Place) -> [Entry] { entries.filter { $0.places.contains(place) } }

        /// The key to name in a sentence about an action: its first, as the user has it now.
        func key(_ intent: Intent) -> String { entries.first { $0.intent == intent }?.keys.first ?? "" }

        private static let lists: Set<Place> = [.leads, .customers, .log, .results]
        private static let tables: Set<Place> = [.leads, .customers]
        private static let panes: Set<Place> = Set(Place.allCases.filter { !$0.isTyping && $0 != .notice })
        private static let work: Set<Place> = [.leads, .customers, .results, .fields, .why, .timeline]
        /// The panes that stand beside a timeline whose keys they share.
        private static let told: Set<Place> = [.timeline, .fields, .why]
        private static let everywhere = Set(Place.allCases)
        private static let scrolling = panes.subtracting([.timeline])
        private static let copying = panes.subtracting([.help, .charts, .chart])

        private static func entry(
            _ intent: Intent, _ keys: String, _ places: Set<Place>, _ words: String, footer: String? = nil
        ) -> Entry {
            Entry(
                intent: intent, keys: keys.split(separator: " ").map(String.init), places: places, words: words,
                footer: footer)
        }

        /// The whole table, the most useful keys of each place first, as the footer shows them; no two entries claim a
        /// key at one place.
        public internal(set) var entries: [Entry]

        /// The keys as they are unless the user has others.
        public static let standard = KeyTable(entries: timeline + main + moving + working + looking + typing)

        private static let timeline = [
            entry(.earlier, "h Left", told, "the event before", footer: "earlier"),
            entry(.later, "l Right", told, "the event after", footer: "later"),
            entry(.finer, "+", [.timeline], "less time, more detail", footer: "finer"),
            entry(.coarser, "-", [.timeline], "more time, less detail", footer: "coarser"),
            entry(.finer, "+", told.subtracting([.timeline]), "a finer timeline"),
            entry(.coarser, "-", told.subtracting([.timeline]), "a coarser timeline"),
            entry(.open, "Enter", [.timeline], "the event on a full screen", footer: "open"),
            entry(.earlier, "h Left", [.cohorts], "earlier weeks", footer: "earlier"),
            entry(.later, "l Right", [.cohorts], "later weeks", footer: "later"),
            entry(.nextMeasure, "o", [.cohorts], "count something else", footer: "count other"),
        ]

        private static let main = [
            entry(.open, "Enter", [.leads, .customers, .results, .cohorts], "open the record", footer: "open"),
            entry(.open, "Enter", [.views], "filter the list by this", footer: "filter"),
            entry(.keepView, "F", [.views], "keep the present filter", footer: "keep filter"),
            entry(.forgetView, "x", [.views], "remove the saved view", footer: "remove"),
            entry(.prompt, ":", panes, "type a phrase", footer: "say"),
            entry(.filter, "/", tables, "filter while typing", footer: "filter"),
            entry(.filter, "/", [.help], "search the help", footer: "search"),
            entry(.task, "t", work, "prepare a task", footer: "task"),
            entry(.note, "a", work, "prepare a note", footer: "note"),
            entry(.call, "c", work, "log a call", footer: "call"),
            entry(.undo, "z", panes, "undo the last action", footer: "undo"),
            entry(.help, "?", panes, "keys and phrases", footer: "help"),
            entry(.back, "q", panes, "back; quits at the desk", footer: "back"),
            entry(.why, "w", work.subtracting([.why]), "why this score", footer: "why"),
            entry(.nextPane, "Tab", panes, "the next pane", footer: "pane"),
        ]

        private static let working = [
            entry(.nextRecord, "n", [.timeline, .why, .fields], "the next record in the list", footer: "next"),
            entry(.previousRecord, "N", [.timeline, .why, .fields], "the record before"),
            entry(.compare, "b", work, "beside the next, or 2 marks"),
            entry(.whatMoves, "W", work, "what would move the score"),
            entry(.strike, "X", [.fields, .why], "let a word count no more"),
            entry(.suggestion, "p", work, "prepare what is suggested", footer: "suggested"),
            entry(.snooze, "m", work, "later; snooze the customer"),
            entry(.suggestionDone, "d", work, "what is suggested is done"),
            entry(.suggestionUnfit, "D", work, "what is suggested is unfit"),
            entry(.nextStage, "P", work, "prepare the next stage", footer: "next stage"),
            entry(.edit, "e", work, "prepare a change", footer: "edit"),
            entry(.close, "x", work, "prepare to disqualify", footer: "disqualify"),
            entry(.repeatLast, ".", work, "the last phrase, on this"),
            entry(.redo, "Z", panes, "do again what was undone"),
            entry(.mark, "Space", tables, "mark the row or unmark it", footer: "mark"),
            entry(.markRange, "v", tables, "mark from here to next v"),
            entry(.markAll, "*", tables, "turn all marks round"),
            entry(.unmarkAll, "U", tables, "take all marks away"),
            entry(.sort, "s", tables, "sort by the next column", footer: "sort"),
            entry(.secondSort, "S", tables, "choose what breaks ties"),
            entry(.keepAlike, "f", tables, "keep rows like this one"),
            entry(.columns, "C", tables, "choose the columns"),
            entry(.views, "F", tables, "saved views, counts", footer: "views"),
            entry(.copyField, "y", copying, "copy the name"),
            entry(.copyRow, "Y", copying, "copy the row as JSON"),
        ]

        private static let moving = [
            entry(.down, "j Down", scrolling, "a line down"),
            entry(.up, "k Up", scrolling, "a line up"),
            entry(.pageDown, "PgDn", scrolling, "a page down"),
            entry(.pageUp, "PgUp", scrolling, "a page up"),
            entry(.halfDown, "C-d", scrolling, "half a page down"),
            entry(.halfUp, "C-u", scrolling, "half a page up"),
            entry(.first, "g Home", panes, "the first line or event"),
            entry(.last, "G End", panes, "the last line or event"),
            entry(.previousPane, "S-Tab", panes, "the pane before"),
            entry(.earlier, "h Left", [.leads, .customers, .results], "its event before"),
            entry(.later, "l Right", [.leads, .customers, .results], "its event after"),
        ]

        private static let looking = [
            entry(.desk, "1", panes, "the desk"),
            entry(.leads, "2", panes, "all leads"),
            entry(.customers, "3", panes, "all customers"),
            entry(.log, "4", panes, "what was done"),
            entry(.models, "5", panes, "the models, how good"),
            entry(.cohorts, "6", panes, "customers week by week"),
            entry(.reload, "r", panes.subtracting([.help]), "read everything again"),
            entry(.grow, "+", panes.subtracting(told), "this pane alone"),
            entry(.grow, "=", told, "this pane alone"),
            entry(.shrink, "_", panes, "all panes again"),
            entry(.theme, "T", panes, "the next theme"),
            entry(.bareText, "B", panes, "bare text, for selecting"),
            entry(.mouse, "%", panes, "mouse on or off"),
            entry(.escape, "Esc", panes, "one level back, never quits"),
            entry(.repaint, "C-l", everywhere, "paint the screen again"),
            entry(.suspend, "C-z", everywhere, "to the shell for a while"),
        ]

        private static let typing = [
            entry(.runPhrase, "Enter", [.prompt], "show the action; run it", footer: "show action"),
            entry(.nextReading, "Tab", [.prompt], "complete; other reading", footer: "other reading"),
            entry(.leavePrompt, "Esc", [.prompt], "edit the phrase; leave", footer: "back"),
            entry(.lineDown, "Down", [.prompt], "choose; the phrase after", footer: "choose"),
            entry(.lineUp, "Up", [.prompt], "choose; the phrase before", footer: "history"),
            entry(.olderPhrase, "C-p", [.prompt], "the phrase before"),
            entry(.newerPhrase, "C-n", [.prompt], "the phrase after"),
            entry(.searchHistory, "C-r", [.prompt], "search the history", footer: "search"),
            entry(.olderMatch, "C-r Up", [.history], "an older phrase", footer: "older"),
            entry(.takeMatch, "Enter", [.history], "take the phrase", footer: "take"),
            entry(.leaveHistory, "Esc", [.history], "keep what was typed", footer: "back"),
            entry(.keepFilter, "Enter", [.filter], "keep the filter", footer: "keep"),
            entry(.dropFilter, "Esc", [.filter], "the filter as it was", footer: "back"),
            entry(.takeAnswer, "Enter", [.question], "take the answer", footer: "take"),
            entry(.leaveQuestion, "Esc", [.question], "do nothing after all", footer: "back"),
            entry(.goOn, "i", [.notice], "go on at this size", footer: "go on"),
            entry(.back, "q", [.notice], "quit", footer: "quit"),
        ]
    }
}
