import HarkCore

/// The shortest phrase of each command, for conversations that know a command was said but not how.
public enum PlainPhrase {
    /// The phrase of a command's name; `nil` for a name there is not.
    public static func of(_ name: String) -> String? {
        if let type = CommandType(rawValue: name) { return of(type) }
        return nil
    }

    private static func of(_ type: CommandType) -> String {
        switch type {
        case .createLead: "add a lead"
        case .updateLead: "mark it as contacted"
        case .disqualifyLead: "disqualify it"
        case .convertLead: "convert it"
        case .mergeRecords: "merge it"
        case .tagRecord: "tag it"
        case .untagRecord: "untag it"
        case .assignRecord: "assign it"
        case .bulkUpdate: "mark all leads as contacted"
        case .bulkDelete: "delete all leads"
        case .restoreRecord: "restore the last record"
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
        case .setReminder: "set a reminder"
        case .callContact: "call her"
        case .logCall: "log a call"
        case .logMeeting: "log a meeting"
        case .draftEmail: "draft an email to her"
        case .showAgenda: "show my meetings"
        case .showTasks: "show my tasks"
        case .findFreeSlot: "find a free slot"
        case .countRecords: "how many leads"
        case .aggregate: "what is our revenue"
        case .rank: "rank owners by revenue"
        case .comparePeriods: "compare this month with last month"
        case .showPipeline: "show pipeline"
        case .showForecast: "show the forecast"
        case .showField: "what is its owner"
        case .showHistory: "history of it"
        case .showStale: "show leads not touched for two weeks"
        case .nextAction: "what should i do next"
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
