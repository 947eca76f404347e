/// The name of a command, as the JSON action carries it.
public enum CommandType: String, CaseIterable, Hashable, Sendable, Codable {
    case createLead = "CREATE_LEAD"
    case updateLead = "UPDATE_LEAD"
    case disqualifyLead = "DISQUALIFY_LEAD"
    case showScore = "SHOW_SCORE"

    case createContact = "CREATE_CONTACT"
    case updateContact = "UPDATE_CONTACT"
    case createCompany = "CREATE_COMPANY"
    case updateCompany = "UPDATE_COMPANY"

    case createDeal = "CREATE_DEAL"
    case updateDeal = "UPDATE_DEAL"
    case setDealAmount = "SET_DEAL_AMOUNT"
    case setCloseDate = "SET_CLOSE_DATE"
    case setProbability = "SET_PROBABILITY"
    case winDeal = "WIN_DEAL"
    case loseDeal = "LOSE_DEAL"
    case reopenDeal = "REOPEN_DEAL"

    case scheduleMeeting = "SCHEDULE_MEETING"
    case rescheduleActivity = "RESCHEDULE_ACTIVITY"
    case cancelActivity = "CANCEL_ACTIVITY"
    case createTask = "CREATE_TASK"
    case completeTask = "COMPLETE_TASK"
    case snoozeTask = "SNOOZE_TASK"
    case logCall = "LOG_CALL"
    case addNote = "ADD_NOTE"

    case search = "SEARCH"
    case listRecords = "LIST_RECORDS"
    case showRecord = "SHOW_RECORD"
    case showRisk = "SHOW_RISK"

    case createTicket = "CREATE_TICKET"
    case updateTicket = "UPDATE_TICKET"
    case closeTicket = "CLOSE_TICKET"

    case delete = "DELETE"
    case undo = "UNDO"
    case redo = "REDO"
    case confirm = "CONFIRM"
    case reject = "REJECT"
    case help = "HELP"
    case unknown = "UNKNOWN"
}
