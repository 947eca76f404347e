import HarkCore

/// The shortest phrase of each command, for conversations that know a command was said but not how.
public enum PlainPhrase {
    /// The phrase of a command's name; `nil` for a name there is not.
    public static func of(_ name: String) -> String? {
        if let type = CommandType(rawValue: name) { return of(type) }
        // Kinds of list that the contract names for themselves.
        return ["SHOW_PIPELINE": "show pipeline", "SHOW_TASKS": "show my tasks", "SHOW_AGENDA": "show my meetings"][
            name]
    }

    private static func of(_ type: CommandType) -> String {
        switch type {
        case .createLead: "add a lead"
        case .updateLead: "mark it as contacted"
        case .disqualifyLead: "disqualify it"
        case .showScore: "score of it"
        case .createContact: "add a contact"
        case .createDeal: "create a deal"
        case .updateContact: "change the phone of it"
        case .createCompany: "add a company"
        case .updateCompany: "change the city of it"
        case .updateDeal: "move the deal to won"
        case .setDealAmount: "change the amount of it"
        case .setCloseDate: "change the close date of it"
        case .setProbability: "change the probability of it"
        case .winDeal: "we won it"
        case .loseDeal: "we lost it"
        case .reopenDeal: "reopen it"
        case .scheduleMeeting: "schedule a meeting"
        case .createTask: "add a task"
        case .completeTask: "complete it"
        case .snoozeTask: "snooze it"
        case .rescheduleActivity: "reschedule the meeting"
        case .cancelActivity: "cancel the meeting"
        case .createTicket: "open a ticket"
        case .updateTicket: "escalate the ticket"
        case .closeTicket: "close the ticket"
        case .logCall: "log a call"
        case .addNote: "add a note"
        case .search: "search"
        case .listRecords: "show leads"
        case .showRecord: "open it"
        case .showRisk: "show at risk customers"
        case .delete: "delete it"
        case .undo: "undo"
        case .redo: "redo"
        case .confirm: "yes"
        case .reject: "no"
        case .help: "help"
        case .unknown: ""
        }
    }
}
