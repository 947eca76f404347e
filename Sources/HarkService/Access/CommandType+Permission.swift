public import HarkCore

extension Session {
    /// Whether the user's role reaches any record with a command, so that it is worth offering.
    public func mayTry(_ type: CommandType) -> Bool {
        guard let permission = type.permission else { return true }
        return user.role.scope(of: permission) > .none
    }
}

extension CommandType {
    /// The right without which the command is refused whatever it is about; `nil` where everybody may say it, or where
    /// the right depends on the record.
    var permission: Permission? {
        switch self {
        case .createLead, .updateLead, .convertLead, .disqualifyLead: Permission(.write, .leads)
        case .createContact, .updateContact, .createCompany, .updateCompany: Permission(.write, .contacts)
        case .createDeal, .updateDeal, .setDealAmount, .setCloseDate, .setProbability, .winDeal, .loseDeal, .reopenDeal:
            Permission(.write, .deals)
        case .scheduleMeeting, .rescheduleActivity, .cancelActivity, .createTask, .completeTask, .snoozeTask,
            .setReminder, .logCall, .logMeeting, .draftEmail:
            Permission(.write, .activities)
        case .addNote: Permission(.write, .notes)
        case .createTicket, .updateTicket, .closeTicket: Permission(.write, .tickets)
        // Nobody who may change no lead may change other records so.
        case .mergeRecords, .tagRecord, .untagRecord, .assignRecord, .bulkUpdate, .bulkDelete, .restoreRecord:
            Permission(.write, .leads)
        // Notes and tickets can be deleted by who may write only those.
        case .delete: Permission(.write, .notes)
        case .exportRecords, .importRecords: Permission(.run, .transfer)
        case .erasePerson: Permission(.run, .administration)
        case .showScore, .callContact, .showAgenda, .showTasks, .findFreeSlot, .search, .listRecords, .countRecords,
            .aggregate, .rank, .comparePeriods, .showPipeline, .showForecast, .showRecord, .showField, .showHistory,
            .showStale, .showRisk, .nextAction, .navigate, .filterView, .sortView, .saveView, .switchTenant, .undo,
            .redo, .confirm, .reject, .cancel, .repeatLast, .choose, .correct, .repeatFor, .help, .unknown:
            nil
        }
    }
}
