/// Something to be done, with every record already resolved to its number.
///
/// Typed phrases, spoken ones, the command line and the API all end in one of these; the service performs it.
public enum Command: Hashable, Sendable {
    case createLead(NewLead)
    case disqualifyLead(Identifier<Lead>, reason: String?)
    /// Makes a customer of a lead, and a won deal of the amount where one is given.
    case convertLead(Identifier<Lead>, amount: Money?)
    case createContact(NewContact)
    case createCompany(NewCompany)
    /// Sets one field of a lead, contact, company or ticket.
    case update(RecordReference, FieldChange)
    case createDeal(NewDeal)
    case updateDeal(Identifier<Deal>, stage: Deal.Stage)
    case changeDeal(Identifier<Deal>, DealChange)
    case scheduleMeeting(NewMeeting)
    /// Moves a meeting or task to another time.
    case reschedule(RecordReference, to: LocalDateTime)
    case cancelActivity(RecordReference)
    case createTask(NewTask)
    case completeTask(Identifier<Activity>)
    case snoozeTask(Identifier<Activity>, until: LocalDateTime)
    /// Keeps a call or meeting that took place.
    case log(WorkLog)
    case addNote(NewNote)
    case draftEmail(EmailDraft)
    case createTicket(NewTicket)
    case closeTicket(Identifier<Ticket>, resolution: String?)
    case delete(RecordReference)
    /// Gives records to a user, who is called by the name.
    case assign([RecordReference], to: Identifier<User>, name: String)
    case tag([RecordReference], String, isAdded: Bool)
    /// Makes one record of several of a kind.
    case merge([RecordReference], keep: RecordReference)
    case bulkUpdate(RecordQuery, FieldChange)
    case bulkDelete(RecordQuery)
    /// Brings back a deleted record; `nil` for the name means the one deleted last.
    case restore(RecordKind?, named: String?)
    /// Removes all that is kept about the person behind a contact, lead or customer; it cannot be undone.
    case erase(RecordReference)
    case search(RecordQuery?, text: String)
    case list(RecordQuery)
    case show(RecordReference)
    case showScore(RecordReference)
    case showField(RecordReference, ShownField)
    case showHistory(RecordReference, DateSpan?)
    /// How many a list finds; with a field, how many of each of its values.
    case count(RecordQuery, by: Field? = nil)
    case aggregate(MeasureQuestion)
    case rank(MeasureQuestion, isDescending: Bool)
    /// Two times side by side; with an owner, only of what that user owns.
    case compare(Measure, DateSpan, DateSpan, of: Condition.Value? = nil)
    case pipeline(RecordQuery)
    case forecast(RecordQuery)
    case nextAction(RecordReference?)
    /// The hours, in minutes from midnight, are the part of the days asked for; `nil` for the working day.
    case freeSlot(DateSpan, minutes: Int, hours: Range<Int>? = nil)
    case call(RecordReference)
    case showRisk(RecordQuery)
    case navigate(Destination)
    /// Keeps a list's filter and order under a name.
    case saveView(name: String, RecordQuery)
    /// Writes the records of a list to a CSV file.
    case export(RecordQuery)
    /// Brings in the rows of a file, or of a folder of files.
    case importFile(path: String)
    /// Goes on working for another tenant the user is a member of, by its short name or its name.
    case switchTenant(String)
    case undo(count: Int)
    case redo(count: Int)
    /// Answers yes to the question that waits.
    case confirm
    /// Answers no to the question that waits.
    case reject
    case help(topic: String?)

    /// The command's name in actions.
    public var type: CommandType {
        switch self {
        case .createLead: .createLead
        case .disqualifyLead: .disqualifyLead
        case .convertLead: .convertLead
        case .assign: .assignRecord
        case .tag(_, _, let isAdded): isAdded ? .tagRecord : .untagRecord
        case .merge: .mergeRecords
        case .bulkUpdate: .bulkUpdate
        case .bulkDelete: .bulkDelete
        case .restore: .restoreRecord
        case .erase: .erasePerson
        case .createContact: .createContact
        case .createCompany: .createCompany
        case .update(let record, _): record.kind.updating
        case .createDeal: .createDeal
        case .updateDeal: .updateDeal
        case .changeDeal(_, let change): change.type
        case .scheduleMeeting: .scheduleMeeting
        case .reschedule: .rescheduleActivity
        case .cancelActivity: .cancelActivity
        case .createTask: .createTask
        case .completeTask: .completeTask
        case .snoozeTask: .snoozeTask
        case .log(let log): log.isMeeting ? .logMeeting : .logCall
        case .addNote: .addNote
        case .draftEmail: .draftEmail
        case .createTicket: .createTicket
        case .closeTicket: .closeTicket
        case .delete: .delete
        case .search: .search
        case .list: .listRecords
        case .show: .showRecord
        case .showScore: .showScore
        case .showField: .showField
        case .showHistory: .showHistory
        case .count: .countRecords
        case .aggregate: .aggregate
        case .rank: .rank
        case .compare: .comparePeriods
        case .pipeline: .showPipeline
        case .forecast: .showForecast
        case .nextAction: .nextAction
        case .freeSlot: .findFreeSlot
        case .call: .callContact
        case .showRisk: .showRisk
        case .navigate: .navigate
        case .saveView: .saveView
        case .export: .exportRecords
        case .importFile: .importRecords
        case .switchTenant: .switchTenant
        case .undo: .undo
        case .redo: .redo
        case .confirm: .confirm
        case .reject: .reject
        case .help: .help
        }
    }

    /// The list it shows, counts, writes out or changes as a whole; `nil` for a command on single records.
    public var query: RecordQuery? {
        switch self {
        case .list(let query), .showRisk(let query), .pipeline(let query), .count(let query, _), .export(let query),
            .bulkUpdate(let query, _), .bulkDelete(let query):
            query
        default: nil
        }
    }

    /// Whether performing it changes records.
    public var writes: Bool {
        switch self {
        case .search, .list, .show, .showScore, .showRisk, .confirm, .reject, .help, .showField, .showHistory, .count,
            .navigate, .saveView, .aggregate, .rank, .compare, .pipeline, .forecast, .nextAction, .freeSlot, .call,
            .export, .switchTenant:
            false
        default: true
        }
    }
}

extension RecordKind {
    /// The command that sets a field of such a record.
    public var updating: CommandType {
        switch self {
        case .contact: .updateContact
        case .company, .customer: .updateCompany
        case .deal: .updateDeal
        case .ticket: .updateTicket
        case .lead, .task, .meeting, .call, .note: .updateLead
        }
    }
}
