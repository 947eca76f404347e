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
    var users: [User] = []
    private var tags: Set<String> = []
    private var places: Set<String> = []
    private var sources: [String: String] = [:]
    var namesReadAt: Int?
    /// Made of the names when a phrase is first completed.
    private var completer: PhraseCompleter?
    /// What was said last, as it was read.
    var last: Action?
    /// What was done together with ``last``, which a correction of that leaves as it was.
    var together: [Action] = []
    /// The actions of the last change.
    var performed: [Action] = []
    /// What the last change was done in place of, which holds again when that is taken back.
    var replaced: [Action] = []
    /// The list asked for last.
    var list: Action?
    /// What the last command made or changed.
    var touched: [NamedRecord] = []
    /// Whom and what was spoken of so far, the latest first.
    var mentioned: [NamedRecord] = []
    /// The record under the cursor of the screen when the last phrase was read.
    private var lookedAt: RecordReference?
    /// The colleague whose work was spoken of last.
    var colleague: User?
    /// A name that was to be created and is not yet.
    var newcomer: String?
    /// Whether ``last`` was performed and changed records.
    var lastChanged = false
    /// Whether what waits for a yes takes the place of what was done last.
    var takesBack = false

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
    ///
    /// Where the cursor stands as it stood, who was spoken of since is still whom "her" means.
    public mutating func look(at record: NamedRecord?, in list: [NamedRecord]) {
        listed = list
        guard record?.reference != lookedAt || selected == nil else { return }
        // What was changed just now may have left the list, and the cursor went on without anybody's doing.
        if lastChanged, let selected, selected.reference == lookedAt,
            !list.contains(where: { $0.reference == lookedAt })
        {
            lookedAt = record?.reference
            return
        }
        // What was made last is no longer "it" once the cursor has gone to another record.
        if record?.reference != lookedAt, record?.reference != selected?.reference { touched = [] }
        lookedAt = record?.reference
        // A screen knows a ticket by its subject; whose it is tells who "they" are.
        let known = record.flatMap { record in try? session.read { try $0.named(record.reference) } }
        selected = record.map { $0.parent.isEmpty ? known ?? $0 : $0 }
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
                try inPlace(actions).map { action throws(ServiceError) in try weighed(action) }
            }
    }

    /// A correction of the last of several commands that wait for a yes, with the others before it.
    private func inPlace(_ actions: [Action]) -> [Action] {
        guard actions.count == 1, actions[0].corrects, !lastChanged, pending.count > 1,
            pending.last?.commandType == actions[0].commandType
        else { return actions }
        return pending.dropLast() + actions
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

    /// As many records are remembered as spoken of.
    private static let longestMemory = 12

    /// Remembers records as spoken of just now.
    mutating func mention(_ records: [NamedRecord]) {
        let references = Set(records.map(\.reference))
        mentioned = Array(
            (records + mentioned.filter { !references.contains($0.reference) }).prefix(Conversation.longestMemory))
    }

    /// Who or what a phrase names by a whole name.
    func named(in phrase: String) -> [NamedRecord] { reader.named(in: phrase, context: context(.typed)) }

    /// The points in time, amounts and numbers in a phrase.
    public mutating func values(in phrase: String) throws(ServiceError) -> [TypedValue] {
        try refreshNames()
        return TypedValue.found(in: phrase, context: context(.typed))
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
        (context.tags, context.places, context.sources) = (tags, places, sources)
        context.selected = selected
        context.listed = listed
        context.touched = touched
        context.mentioned = mentioned
        context.list = list
        context.last = last
        context.newcomer = newcomer
        context.colleague = colleague
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
        agenda = try session.read { try $0.agenda(from: today) + $0.tasksDue(from: today) }
        tickets = try session.read { try $0.openTickets() }
        users = try session.users()
        (tags, places, sources) = try session.read { reading in
            let sources = try reading.leadSources().map { ($0.lowercased(), $0) }
            return (try reading.tagNames(), try reading.placeNames(), Dictionary(sources) { first, _ in first })
        }
        completer = nil
        namesReadAt = count
    }
}
