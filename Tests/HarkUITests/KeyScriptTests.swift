import HarkCore
import HarkLifecycle
import HarkScreen
import Testing

@testable import HarkUI

/// A key at work: where, which, what it asks for, and what is there afterwards.
struct KeyCase: Sendable, CustomTestStringConvertible {
    var intent: Dashboard.Intent
    var place: Dashboard.Place
    /// The keys that lead to the place.
    var before: String
    var key: String
    /// What the outside world is asked for, besides what every move loads.
    var asks: [String] = []
    /// What the state's digest contains afterwards.
    var shows: String

    var testDescription: String { "\(intent) at \(place): \(before) then \(key)" }

    init(
        _ intent: Dashboard.Intent, _ place: Dashboard.Place, _ before: String, _ key: String, asks: [String] = [],
        _ shows: String
    ) {
        self.intent = intent
        self.place = place
        self.before = before
        self.key = key
        self.asks = asks
        self.shows = shows
    }
}

struct KeyScriptTests {
    static let moving: [KeyCase] = [
        KeyCase(.down, .leads, "", "j", "2 of 12, Bergen Fjordline, score 88 high, proposal, 4 hours"),
        KeyCase(.down, .leads, "", "<Down>", "2 of 12"),
        KeyCase(.up, .leads, "jj", "k", "2 of 12"),
        KeyCase(.up, .leads, "", "k", "1 of 12"),
        KeyCase(.pageDown, .leads, "", "<PgDn>", "10 of 12"),
        KeyCase(.pageUp, .leads, "G", "<PgUp>", "3 of 12"),
        KeyCase(.halfDown, .leads, "", "<C-d>", "6 of 12"),
        KeyCase(.halfUp, .leads, "G", "<C-u>", "7 of 12"),
        KeyCase(.first, .leads, "jjj", "g", "1 of 12"),
        KeyCase(.last, .leads, "", "G", "12 of 12, Lumen & Sons, not scored"),
        KeyCase(.down, .leads, "G", "j", "12 of 12"),
        KeyCase(.down, .customers, "<Tab>", "j", "2 of 8, Fjell Telecom, risk 84%, at-risk, health 41"),
        KeyCase(.last, .customers, "<Tab>", "<End>", "8 of 8"),
        KeyCase(.down, .log, "4", "j", "2 of 4, Owner of Ibsen Media is Maria Lund, 17 Jun 09:20, undone"),
        KeyCase(.last, .log, "4", "G", "4 of 4"),
        KeyCase(.last, .help, "?", "G", "top 1"),
        KeyCase(.first, .timeline, "<Tab><Tab>", "g", "lead created"),
        KeyCase(.last, .timeline, "<Tab><Tab>", "G", "renewal"),
        KeyCase(.nextPane, .leads, "", "<Tab>", "desk customers"),
        KeyCase(.nextPane, .timeline, "<Tab><Tab>", "<Tab>", "desk leads"),
        KeyCase(.previousPane, .leads, "", "<S-Tab>", "desk timeline"),
    ]

    static let looking: [KeyCase] = [
        KeyCase(.open, .leads, "j", "<Enter>", "record fields : Bergen Fjordline"),
        KeyCase(.open, .customers, "<Tab>", "<Enter>", "record fields : Nordlys Energi"),
        KeyCase(.open, .timeline, "<Tab><Tab>h", "<Enter>", "record timeline"),
        KeyCase(.back, .fields, "<Enter>", "q", "desk leads"),
        KeyCase(.back, .leads, "", "q", asks: ["saveDraft ", "quit"], "desk"),
        KeyCase(.back, .leads, "2", "q", "desk"),
        KeyCase(.back, .help, "2?", "q", "leads leads"),
        KeyCase(.escape, .leads, "", "<Esc>", "desk leads"),
        KeyCase(.escape, .leads, " ", "<Esc>", "marks 0"),
        KeyCase(.escape, .leads, "/fo<Enter>", "<Esc>", "1 of 12"),
        KeyCase(.escape, .fields, "<Enter>", "<Esc>", "desk leads"),
        KeyCase(.desk, .log, "4", "1", "desk leads"),
        KeyCase(.leads, .leads, "", "2", "leads leads"),
        KeyCase(.customers, .leads, "", "3", "customers customers"),
        KeyCase(.log, .leads, "", "4", "log log"),
        KeyCase(.cohorts, .leads, "", "6", "cohorts cohorts : 1 of 8, Nordlys Energi, since 2026-05-28, usage by week"),
        KeyCase(.nextMeasure, .cohorts, "6", "o", "touches by week"),
        KeyCase(.later, .cohorts, "6", "l", "cohorts cohorts"),
        KeyCase(.models, .leads, "", "5", "models charts : 1 of 14"),
        KeyCase(.down, .charts, "5", "j", "2 of 14, Lead score, scores"),
        KeyCase(.nextPane, .charts, "5", "<Tab>", "models chart"),
        KeyCase(.why, .leads, "j", "w", "record why : score 88 high, +21 pricing page 3 visits"),
        KeyCase(.help, .leads, "", "?", "help help"),
        KeyCase(.grow, .leads, "", "+", "zoomed"),
        KeyCase(.shrink, .leads, "+", "_", "desk leads"),
        KeyCase(.bareText, .leads, "", "B", asks: ["setMouse false"], "bare"),
        KeyCase(.bareText, .leads, "B", "B", asks: ["setMouse true"], "desk leads"),
        KeyCase(.mouse, .leads, "", "%", asks: ["setMouse false"], "Mouse off"),
        KeyCase(.mouse, .leads, "%", "%", asks: ["setMouse true"], "Mouse on"),
        KeyCase(.theme, .leads, "", "T", asks: ["changeTheme light"], "desk"),
        KeyCase(.repaint, .leads, "", "<C-l>", asks: ["repaint"], "desk"),
        KeyCase(.repaint, .prompt, ":x", "<C-l>", asks: ["repaint"], "typing x"),
        KeyCase(.suspend, .leads, "", "<C-z>", asks: ["suspend"], "desk"),
        KeyCase(.reload, .leads, "jj", "r", "3 of 12"),
        KeyCase(.copyField, .leads, "j", "y", asks: ["copy Bergen Fjordline"], "2 of 12"),
        KeyCase(.copyField, .log, "4", "y", asks: ["copy Task: send proposal v2"], "log"),
        KeyCase(
            .copyRow, .customers, "<Tab>", "Y",
            asks: [
                #"copy {"type":"customer","id":1,"name":"Nordlys Energi","stage":"at-risk","risk":0.91,"health":22,"#
                    + #""plan":"Business","monthly_value":1300,"currency":"EUR","since":"2024-07-17","#
                    + #""renewal_date":"2026-07-07","last_touch":"2026-06-16T10:00"}"#
            ], "desk"),
    ]

    static let working: [KeyCase] = [
        KeyCase(.prompt, .leads, "", ":", "typing "),
        KeyCase(.task, .leads, "j", "t", "typing follow up with Bergen Fjordline "),
        KeyCase(.note, .leads, "j", "a", "typing add a note to Bergen Fjordline: "),
        KeyCase(.note, .leads, "j j ", "a", "Notes and changes go to one record at a time"),
        KeyCase(.close, .leads, "j j ", "x", "typing disqualify Bergen Fjordline and disqualify Delta Foods GmbH"),
        KeyCase(.call, .leads, "j", "c", "typing log a call with Bergen Fjordline "),
        KeyCase(.nextStage, .leads, "j", "P", "typing mark Bergen Fjordline as negotiation"),
        KeyCase(.nextStage, .leads, "G", "P", "typing mark Lumen & Sons as qualified"),
        KeyCase(.nextStage, .customers, "<Tab>", "P", "No next stage is known for Nordlys Energi."),
        KeyCase(.whatMoves, .leads, "j", "W", "record why"),
        KeyCase(.strike, .fields, "j<Enter>", "X", "record fields strike out>"),
        KeyCase(.takeAnswer, .question, "j<Enter>Xquote", "<Enter>", asks: ["strike quote"], "record fields"),
        KeyCase(.edit, .leads, "j", "e", "typing set the phone of Bergen Fjordline to "),
        KeyCase(.close, .leads, "j", "x", "typing disqualify Bergen Fjordline"),
        KeyCase(.close, .customers, "<Tab>", "x", "Only leads are disqualified."),
        KeyCase(.suggestion, .leads, "", "p", "typing call Acme Nordic AS tomorrow"),
        KeyCase(.suggestion, .leads, "j", "p", "Nothing to suggest here."),
        KeyCase(.suggestion, .customers, "<Tab>", "p", "typing call Nordlys Energi tomorrow"),
        KeyCase(.snooze, .leads, "", "m", "desk leads later, until> in 1 week"),
        KeyCase(.snooze, .leads, "j", "m", "Nothing is suggested here."),
        KeyCase(.snooze, .customers, "<Tab>", "m", "desk customers snooze until> in 2 weeks"),
        KeyCase(
            .takeAnswer, .question, "<Tab>m", "<Enter>", asks: ["snooze Nordlys Energi 2026-07-01"], "desk customers"),
        KeyCase(.takeAnswer, .question, "m", "<Enter>", asks: ["later call-back 2026-06-24"], "desk leads"),
        KeyCase(.takeAnswer, .question, "m<C-u>whenever", "<Enter>", "'whenever' is no day"),
        KeyCase(.suggestionDone, .leads, "", "d", asks: ["done call-back"], "desk leads"),
        KeyCase(.suggestionDone, .leads, "j", "d", "Nothing is suggested here."),
        KeyCase(.suggestionUnfit, .leads, "", "D", asks: ["not-relevant call-back"], "desk leads"),
        KeyCase(.undo, .leads, "", "z", asks: ["run UNDO"], "Z does it again."),
        KeyCase(.redo, .leads, "", "Z", asks: ["run REDO"], "z undoes it."),
        KeyCase(.mark, .leads, "", " ", "marks 1"),
        KeyCase(.mark, .leads, " k", " ", "marks 0"),
        KeyCase(.markRange, .leads, "vjj", "v", "marks 3"),
        KeyCase(.markAll, .leads, " ", "*", "marks 11"),
        KeyCase(.unmarkAll, .leads, "  ", "U", "marks 0"),
        KeyCase(.sort, .leads, "jj", "s", asks: ["loadLeads name+"], "1 of 12"),
        KeyCase(.sort, .customers, "<Tab>", "s", asks: ["loadCustomers name+"], "1 of 8"),
        KeyCase(.secondSort, .customers, "<Tab>s", "S", asks: ["loadCustomers name+ risk-"], "desk customers"),
        KeyCase(.keepAlike, .leads, "j", "f", asks: ["loadLeads score-"], "desk leads"),
        KeyCase(.keepAlike, .customers, "<Tab>G", "f", "There is nothing in this column"),
        KeyCase(.columns, .leads, "", "C", "columns> last why amount person source owner since "),
        KeyCase(.takeAnswer, .question, "C<C-u>why", "<Enter>", "desk leads"),
        KeyCase(.takeAnswer, .question, "C<C-u>colour", "<Enter>", "There is no column 'colour' to choose."),
        KeyCase(.repeatLast, .leads, "", ".", "Nothing has been done to a record yet."),
        KeyCase(
            .repeatLast, .leads, ":call Acme Nordic AS<Enter><Enter>k", ".", "typing call Acme Nordic AS"),
        KeyCase(.views, .leads, "", "F", "desk views : 1 of 18, saved view Hot and mine, priority:high owner:me"),
        KeyCase(.views, .customers, "3", "F", "customers views"),
        KeyCase(.open, .views, "F", "<Enter>", asks: ["loadLeads touched+"], "desk leads"),
        KeyCase(.open, .views, "3Fj", "<Enter>", asks: ["loadLeads score-"], "leads leads"),
        KeyCase(.down, .views, "F", "j", "2 of 18, priority low, 201 leads"),
        KeyCase(.last, .views, "F", "G", "18 of 18, owner Jonas With a Rather Long Name, 1058 leads"),
        KeyCase(.escape, .views, "<Tab>F", "<Esc>", "desk customers"),
        KeyCase(.back, .views, "F", "q", "desk leads"),
        KeyCase(.keepView, .views, "F", "F", "name of the view> "),
        KeyCase(
            .takeAnswer, .question, "/acme<Enter>FFmine", "<Enter>", asks: ["keepView mine: acme"], "View mine is kept"),
        KeyCase(.takeAnswer, .question, "FF ", "<Enter>", "name of the view>  "),
        KeyCase(.leaveQuestion, .question, "FFx", "<Esc>", "desk views"),
        KeyCase(.forgetView, .views, "F", "x", asks: ["forgetView Hot and mine"], "View Hot and mine is gone"),
        KeyCase(.forgetView, .views, "Fj", "x", "Only saved views can be removed"),
        KeyCase(.earlier, .timeline, "<Tab><Tab>", "h", "17 Jun 2026 06:00"),
        KeyCase(.later, .timeline, "<Tab><Tab>h", "l", "send proposal v2"),
        KeyCase(.finer, .timeline, "<Tab><Tab>", "+", "zoom week"),
        KeyCase(.coarser, .timeline, "<Tab><Tab>", "-", "zoom quarter"),
        KeyCase(.earlier, .leads, "j", "h", "17 Jun 2026 06:00"),
        KeyCase(.earlier, .fields, "j<Enter>", "h", "17 Jun 2026 06:00"),
        KeyCase(.later, .fields, "j<Enter>h", "l", "send proposal v2"),
        KeyCase(.earlier, .why, "jw", "<Left>", "17 Jun 2026 06:00"),
        KeyCase(.finer, .fields, "j<Enter>", "+", "zoom week"),
        KeyCase(.coarser, .why, "jw", "-", "zoom quarter"),
        KeyCase(.grow, .fields, "j<Enter>", "=", "zoomed"),
        KeyCase(.escape, .fields, "j<Enter>h", "<Esc>", "record fields"),
        KeyCase(.compare, .timeline, "<Tab><Tab>", "b", "record timeline zoomed : timeline of Nordlys Energi"),
        KeyCase(.compare, .leads, "j", "b", "record timeline zoomed : timeline of Bergen Fjordline"),
        KeyCase(.nextRecord, .timeline, "<Tab><Tab>", "n", "of Fjell Telecom"),
        KeyCase(.previousRecord, .fields, "j<Enter>", "N", "Acme Nordic AS"),
    ]

    static let typing: [KeyCase] = [
        KeyCase(
            .runPhrase, .prompt, ":call ole", "<Enter>", asks: ["read call ole"],
            "ready: create task, subject call Ole Berg"),
        KeyCase(.runPhrase, .prompt, ":call ole<Enter>", "<Enter>", asks: ["perform CREATE_TASK"], "z undoes it."),
        KeyCase(.nextReading, .prompt, ":call ole<Enter>", "<Tab>", "schedule meeting"),
        KeyCase(.leavePrompt, .prompt, ":call ole<Enter>", "<Esc>", "typing call ole"),
        KeyCase(.leavePrompt, .prompt, ":call ole", "<Esc>", asks: ["saveDraft call ole"], "desk leads"),
        KeyCase(.olderPhrase, .prompt, ":", "<C-p>", "typing show at-risk customers"),
        KeyCase(.newerPhrase, .prompt, ":x<C-p><C-p>", "<C-n>", "typing show at-risk customers"),
        KeyCase(.lineUp, .prompt, ":", "<Up>", "typing show at-risk customers"),
        KeyCase(.lineDown, .prompt, ":x<Up><Up>", "<Down>", "typing show at-risk customers"),
        KeyCase(.searchHistory, .prompt, ":x", "<C-r>", "searching "),
        KeyCase(.olderMatch, .history, ":<C-r>s", "<C-r>", "typing add a note to Tind Sports: send the report"),
        KeyCase(.takeMatch, .history, ":<C-r>won", "<Enter>", "typing list won"),
        KeyCase(.leaveHistory, .history, ":x<C-r>won", "<Esc>", "typing x"),
        KeyCase(.filter, .leads, "", "/", "filtering "),
        KeyCase(.filter, .help, "?", "/", "filtering "),
        KeyCase(.keepFilter, .filter, "/fo", "<Enter>", "1 of 1, Delta Foods GmbH"),
        KeyCase(.dropFilter, .filter, "/fo", "<Esc>", "1 of 12, Acme"),
    ]

    @Test(arguments: moving + looking + working + typing)
    func acts(_ row: KeyCase) throws {
        var world = World.loaded()
        try world.press(row.before)
        #expect(world.state.place == row.place)
        let key = try #require(try KeyScript(row.key).keys.first)
        #expect(Dashboard.KeyTable.standard.entry(for: key, at: row.place)?.intent == row.intent)
        let asked = try world.asked(by: row.key).map(\.digest)
        #expect(asked == row.asks)
        #expect(world.state.digest.contains(row.shows), "\(world.state.digest)")
    }

    @Test func everyIntentIsCovered() {
        let covered = Set((Self.moving + Self.looking + Self.working + Self.typing).map(\.intent))
        // On a small screen; see SizeTests.
        #expect(covered.union([.goOn]) == Set(Dashboard.Intent.allCases))
    }

    @Test func onlyMovesAreKeptQuietAboutWhereNothingIsInEffect() throws {
        for script in ["J", "<F5>", "<C-s>", "4m", "4/", "?t", "4t"] {
            var world = World.loaded()
            try world.press(String(script.dropLast(script.hasPrefix("<") ? script.count : 1)))
            let before = world.state
            #expect(try world.asked(by: script.hasPrefix("<") ? script : String(script.suffix(1))) == [])
            #expect(world.state == before, "\(script)")
        }
    }
}

extension Dashboard.Effect {
    /// What is asked for, without the ticket.
    var digest: String {
        func order(_ query: RecordQuery) -> String {
            query.sort.map { $0.field.rawValue + ($0.descending ? "-" : "+") }.joined(separator: " ")
        }
        return switch self {
        case .loadLeads(let query, _): "loadLeads \(order(query))"
        case .loadCustomers(let query, _): "loadCustomers \(order(query))"
        case .loadDetail(let reference, _): "loadDetail \(reference.kind) \(reference.id)"
        case .loadLog: "loadLog"
        case .loadViews: "loadViews"
        case .loadFacets: "loadFacets"
        case .loadModels: "loadModels"
        case .loadCohorts(let measure, _): "loadCohorts \(measure.rawValue)"
        case .loadMove: "loadMove"
        case .loadPhrases: "loadPhrases"
        case .strike(let word, _): "strike \(word)"
        case .answerPlay(let action, let kind, let until, _):
            ["\(kind.rawValue) \(action.play)", until?.description].compactMap(\.self).joined(separator: " ")
        case .snooze(let customer, let until, _): "snooze \(customer.name) \(until)"
        case .keepView(let view, _): "keepView \(view.name): \(view.filter)"
        case .forgetView(let view, _): "forgetView \(view.name)"
        case .readPhrase(let text, _, _, let pending, _, _): "read \(text)" + (pending == nil ? "" : " (answer)")
        case .outline(let text, _, _, _): "outline \(text)"
        case .perform(let actions, _): "perform " + actions.map(\.commandType.rawValue).joined(separator: " ")
        case .run(let command, _): "run \(command.type.rawValue)"
        case .copy(let text): "copy \(text)"
        case .changeTheme(let name): "changeTheme \(name)"
        case .setMouse(let isOn): "setMouse \(isOn)"
        case .saveDraft(let text): "saveDraft \(text)"
        case .repaint: "repaint"
        case .suspend: "suspend"
        case .quit: "quit"
        }
    }
}

extension Dashboard.State {
    /// Where one is, and what is there, for comparing.
    var digest: String {
        var parts = ["\(view) \(focus)"]
        switch typing {
        case .prompt: parts.append("typing \(prompt.editor.text)")
        case .history(let words, _): parts.append("searching \(words), typing \(prompt.editor.text)")
        case .filter: parts.append("filtering \(filter.editor.text)")
        case .question(let question, let editor): parts.append("\(question.label) \(editor.text)")
        case nil: break
        }
        if isZoomed { parts.append("zoomed") }
        if isBare { parts.append("bare") }
        parts.append(": " + Dashboard.spoken(self))
        parts.append("marks \(marks.count)")
        if let zoom = record.zoom { parts.append("zoom \(zoom.zoom.rawValue)") }
        if help.top > 0 { parts.append("top 1") }
        return parts.joined(separator: " ")
    }
}
