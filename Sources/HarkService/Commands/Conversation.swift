import Foundation
public import HarkCore
public import HarkLanguage
import HarkStore

/// Phrases read and performed one after the other, with what was said and shown before in mind.
///
/// The dashboard, `hark say` and the server each hold one a user. Reading changes nothing; ``perform(_:confirmed:source:)``
/// does what was read.
public struct Conversation: Sendable {
    /// The session it happens in.
    public let session: Session
    /// The record pronouns mean, such as the selected row.
    public internal(set) var selected: NamedRecord?
    /// The list ordinals count in, such as the last result.
    public internal(set) var listed: [NamedRecord] = []
    /// The actions that wait for a yes or a choice; empty for none.
    public var pending: [Action] = []

    var convention = Convention.hark
    private let reader: PhraseReader
    private var names = NameIndex([])
    private var agenda: [AgendaEntry] = []
    private var tickets: [NamedRecord] = []
    private var users: [User] = []
    private var namesReadAt: Int?
    /// Made of the names when a phrase is first completed.
    private var completer: PhraseCompleter?
    /// What was said last, as it was read.
    var last: Action?
    /// The list asked for last.
    private var list: Action?
    /// What the last command made or changed.
    private var touched: [NamedRecord] = []
    /// The record under the cursor of the screen when the last phrase was read.
    private var lookedAt: RecordReference?
    /// A name that was to be created and is not yet.
    private var newcomer: String?
    /// Whether ``last`` was performed and changed records.
    private var lastChanged = false
    /// Whether what waits for a yes takes the place of what was done last.
    private var takesBack = false

    /// Starts a conversation; the tenant's names are read at the first phrase.
    ///
    /// - Parameter words: The folder of the tenants' own words, one file a tenant (`acme.intents`) in the form of the
    ///   built-in templates; only that of the session's tenant is read. `nil` for none.
    /// - Throws: ``ServiceError/badInput(_:)`` with file, line and column for a mistake in the tenant's words,
    ///   ``ServiceError/storage(_:)`` when the built-in phrase templates are damaged.
    public init(_ session: Session, words: String? = nil) throws(ServiceError) {
        self.session = session
        reader = try Conversation.reader(slug: session.tenant.slug, words: words)
    }

    /// What is read without a tenant's own words; made once, as parsing the templates takes half a second in debug.
    private static let builtIn = Result<PhraseReader, GrammarError> { () throws(GrammarError) in try PhraseReader() }

    private static func reader(slug: String, words folder: String?) throws(ServiceError) -> PhraseReader {
        if let folder, !slug.contains("/") {
            let path = "\(folder)/\(slug).intents"
            if let text = try? String(contentsOfFile: path, encoding: .utf8) {
                do { return try PhraseReader(words: text, file: path) } catch { throw .badInput("\(error).") }
            }
        }
        do { return try builtIn.get() } catch {
            throw .storage("The phrase templates of this build are damaged: \(error).")
        }
    }

    /// What can be said, for help and completion.
    public var help: [HelpEntry] { reader.help }

    /// Takes over what a screen shows: the record under its cursor and the list it stands in.
    public mutating func look(at record: NamedRecord?, in list: [NamedRecord]) {
        // What was made last is no longer "it" once the cursor has gone to another record.
        if record?.reference != lookedAt, record?.reference != selected?.reference { touched = [] }
        lookedAt = record?.reference
        (selected, listed) = (record, list)
    }

    /// Reads a phrase; nothing is changed.
    ///
    /// - Returns: Whole readings of the phrase, the likeliest first, at least one; each holds an action per command.
    public mutating func read(_ phrase: String, source: PhraseSource = .typed) throws(ServiceError) -> [[Action]] {
        try refreshNames()
        if isPassword(phrase) {
            return [[Action(.confirm, confidence: 1, rawText: phrase, status: .ready, command: .confirm)]]
        }
        return try reader.readings(phrase, in: context(source), limit: 5)
            .map { actions throws(ServiceError) in
                try actions.map { action throws(ServiceError) in try weighed(action) }
            }
    }

    /// What a phrase that is being typed means so far, and how it may go on; nothing is changed.
    public mutating func outline(of phrase: String) throws(ServiceError) -> PhraseOutline {
        try refreshNames()
        let completer = completer ?? PhraseCompleter(reader, names: names, users: users)
        self.completer = completer
        var context = context(.typed)
        context.pending = nil
        var outline = reader.outline(phrase, in: context)
        let ways = completer.completions(of: phrase, limit: 6)
        outline.likely = ways.first?.commandType
        outline.completions = ways.map(\.rest)
        return outline
    }

    /// The points in time, amounts and numbers in a phrase.
    public mutating func values(in phrase: String) throws(ServiceError) -> [TypedValue] {
        try refreshNames()
        return TypedValue.found(in: phrase, context: context(.typed))
    }

    /// Performs a reading.
    ///
    /// A yes or no is the answer to what waits. What cannot be performed yet is remembered as waiting.
    public mutating func perform(
        _ actions: [Action], confirmed: Bool = false, source: PhraseSource = .typed
    ) throws(ServiceError) -> Reply {
        if actions.count == 1, let command = actions.first?.command, !pending.isEmpty {
            if command == .confirm {
                let waiting = pending
                try challenge(waiting, answeredBy: actions[0].rawText)
                pending = []
                defer { takesBack = false }
                return takesBack
                    ? try correct(with: waiting, confirmed: true, source: source)
                    : try finish(waiting, confirmed: true, source: source)
            }
            if command == .reject {
                pending = []
                return Reply("Left as it was.")
            }
        }
        let isWhole = actions.allSatisfy { $0.command != nil && ($0.status == .ready || confirmed) }
        if actions.first?.corrects == true, lastChanged, isWhole {
            return try correct(with: actions, confirmed: confirmed, source: source)
        }
        let waits = actions.contains { $0.status == .clarify || ($0.status == .confirm && !confirmed) }
        wait(for: actions, waits)
        takesBack = waits && lastChanged && actions.first?.corrects == true
        // What fails is what was said last all the same: "the same for Ole" is not about what was said before it.
        if let action = actions.last, action.status != .unknown, !action.leans { (last, lastChanged) = (action, false) }
        if confirmed, !waits {
            pending = actions
            try challenge(actions, answeredBy: "")
            pending = []
        }
        return try finish(actions, confirmed: confirmed, source: source)
    }

    /// Performs actions in place of what was done last, which stays where they cannot be performed.
    private mutating func correct(
        with actions: [Action], confirmed: Bool, source: PhraseSource
    ) throws(ServiceError) -> Reply {
        _ = try session.run(.undo(count: 1))
        do {
            let reply = try finish(actions, confirmed: confirmed, source: source)
            wait(for: actions, false)
            return reply
        } catch {
            _ = try session.run(.redo(count: 1))
            throw error
        }
    }

    /// Keeps a reading in mind without performing it: what it asks, names and would list is what the next phrase may
    /// lean on. Records are looked up, none is changed.
    public mutating func follow(_ actions: [Action]) throws(ServiceError) {
        if actions.count == 1, let command = actions.first?.command, command == .confirm || command == .reject {
            pending = []
            return
        }
        wait(for: actions, actions.contains { $0.status == .clarify || $0.status == .confirm })
        guard let action = actions.last(where: { $0.status != .unknown && $0.status != .refused && !$0.leans }) else {
            return
        }
        last = action
        if let name = action.newName {
            (newcomer, selected) = (name, nil)
        } else if let link = action.links.first {
            (newcomer, selected) = (nil, link.record)
        }
        guard action.status == .ready, let command = action.command, !command.writes, command.isQuestion else { return }
        let before = selected?.reference
        let reply = try session.run(command)
        if reply.query != nil, reply.records.count > 1 {
            selected = nil
        } else if let focus = reply.focus {
            selected = reply.records.first { $0.reference == focus } ?? selected
        }
        keep(reply, of: action, before: before)
    }

    /// Remembers what waits for an answer; what nobody understood, or leans on nothing, leaves a question as it was.
    private mutating func wait(for actions: [Action], _ waits: Bool) {
        if actions.allSatisfy({ $0.status == .unknown || $0.leans }), pending.first?.status == .confirm { return }
        pending = waits ? actions : []
    }

    /// Performs a command that came from a key and not from words.
    public mutating func run(_ command: Command) throws(ServiceError) -> Reply {
        let reply = try session.run(command)
        if reply.changed { namesReadAt = nil }
        return reply
    }

    private mutating func finish(_ actions: [Action], confirmed: Bool, source: PhraseSource) throws(ServiceError)
        -> Reply
    {
        let before = selected?.reference
        let reply = try session.run(actions, confirmed: confirmed, source: source)
        if reply.changed { namesReadAt = nil }
        if let action = actions.last(where: { $0.command != nil }) { last = action }
        if reply.erased != nil { (last, selected) = (nil, nil) }
        (newcomer, lastChanged) = (nil, reply.changed)
        if reply.query != nil, reply.records.count > 1 {
            // Of a list nobody is meant yet by "it".
            selected = nil
        } else if let focus = reply.focus {
            selected = reply.records.first { $0.reference == focus }
            if selected == nil { selected = NamedRecord(focus, name: try session.detail(of: focus).title) }
        }
        keep(reply, of: last, before: before)
        return reply
    }

    /// Keeps what a reply shows or has touched, which the next phrase may point at.
    ///
    /// - Parameter before: The record spoken of until then.
    private mutating func keep(_ reply: Reply, of action: Action?, before: RecordReference?) {
        if reply.records.count > 1 { listed = reply.records }
        if let action { list = action.asList(after: list) ?? list }
        if reply.changed {
            touched = reply.records.isEmpty ? selected.map { [$0] } ?? [] : reply.records
        } else if let focus = reply.focus, focus != before {
            touched = []
        }
    }

    /// The names people use: those of lists, and the people behind leads that no contact stands for.
    private static func index(of reading: Reading) throws -> NameIndex {
        let records = try reading.names()
        var index = NameIndex(records)
        var contacts: Set<String> = []
        for record in records where record.reference.kind == .contact { contacts.insert(record.name) }
        try reading.eachLead { lead in
            guard !lead.person.isEmpty, lead.person != lead.displayName, !contacts.contains(lead.person) else { return }
            let reference = RecordReference(.lead, lead.id.rawValue)
            index.insert(
                alias: NamedRecord(reference, name: lead.person, detail: lead.companyName, parent: lead.companyName))
        }
        for heard in try reading.heardNames() { index.insert(heard: heard.words, for: heard.record) }
        return index
    }

    private func context(_ source: PhraseSource) -> ReadingContext {
        var context = ReadingContext(
            now: session.now, user: session.user, users: users, settings: session.tenant.settings, names: names)
        context.agenda = agenda
        context.tickets = tickets
        context.selected = selected
        context.listed = listed
        context.touched = touched
        context.list = list
        context.last = last
        context.newcomer = newcomer
        context.pending = pending.first
        context.source = source
        context.convention = convention
        return context
    }

    /// Reads the names again when anybody has changed the database since.
    private mutating func refreshNames() throws(ServiceError) {
        let count = session.changeCount
        guard namesReadAt != count else { return }
        names = try session.read { try Conversation.index(of: $0) }
        let today = session.now.date.midnight
        agenda = try session.read { try $0.agenda(from: today) }
        tickets = try session.read { try $0.openTickets() }
        users = try session.users()
        completer = nil
        namesReadAt = count
    }
}

extension Action {
    /// Whether it leaned on what was said before and found nothing there.
    fileprivate var leans: Bool {
        [.choose, .correct, .repeatLast, .repeatFor].contains(commandType) && command == nil
    }

    /// The action as a list others may be about; a list put in order or narrowed keeps what it was before.
    fileprivate func asList(after list: Action?) -> Action? {
        switch command {
        case .list(let query)?, .showRisk(let query)?, .pipeline(let query)?, .count(let query)?:
            guard [.sortView, .filterView].contains(commandType), var same = list,
                same.command?.query?.kind == query.kind
            else { return self }
            same.command = .list(query)
            return same
        default: return nil
        }
    }

    /// The name of the record it would create.
    fileprivate var newName: String? {
        switch commandType {
        case .createLead: entities["company"]?.string ?? entities["person"]?.string
        case .createContact: entities["person"]?.string
        default: nil
        }
    }
}

extension Command {
    /// Whether it is answered with records, and answering leaves nothing behind.
    fileprivate var isQuestion: Bool {
        switch self {
        case .confirm, .reject, .help, .export, .saveView: false
        default: !writes
        }
    }
}
