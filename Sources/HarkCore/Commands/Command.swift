/// Something to be done, with every record already resolved to its number.
///
/// Typed phrases, spoken ones, the command line and the API all end in one of these; the service performs it.
public enum Command: Hashable, Sendable {
    case createLead(NewLead)
    case updateLead(Identifier<Lead>, LeadChange)
    case disqualifyLead(Identifier<Lead>, reason: String?)
    case createContact(NewContact)
    case createDeal(NewDeal)
    case updateDeal(Identifier<Deal>, stage: Deal.Stage)
    case scheduleMeeting(NewMeeting)
    case createTask(NewTask)
    case completeTask(Identifier<Activity>)
    case logCall(CallLog)
    case addNote(NewNote)
    case delete(RecordReference)
    case search(RecordQuery?, text: String)
    case list(RecordQuery)
    case show(RecordReference)
    case showScore(RecordReference)
    case showRisk(RecordQuery)
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
        case .updateLead: .updateLead
        case .disqualifyLead: .disqualifyLead
        case .createContact: .createContact
        case .createDeal: .createDeal
        case .updateDeal: .updateDeal
        case .scheduleMeeting: .scheduleMeeting
        case .createTask: .createTask
        case .completeTask: .completeTask
        case .logCall: .logCall
        case .addNote: .addNote
        case .delete: .delete
        case .search: .search
        case .list: .listRecords
        case .show: .showRecord
        case .showScore: .showScore
        case .showRisk: .showRisk
        case .undo: .undo
        case .redo: .redo
        case .confirm: .confirm
        case .reject: .reject
        case .help: .help
        }
    }

    /// Whether performing it changes records.
    public var writes: Bool {
        switch self {
        case .createLead, .updateLead, .disqualifyLead, .createContact, .createDeal, .updateDeal, .scheduleMeeting,
            .createTask, .completeTask, .logCall, .addNote, .delete, .undo, .redo:
            true
        case .search, .list, .show, .showScore, .showRisk, .confirm, .reject, .help: false
        }
    }
}
