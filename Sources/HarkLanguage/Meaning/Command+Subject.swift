import HarkCore

extension Command {
    /// The existing record a command was about.
    var subject: RecordReference? {
        switch self {
        case .disqualifyLead(let id, _): RecordReference(.lead, id.rawValue)
        case .updateDeal(let id, _), .changeDeal(let id, _): RecordReference(.deal, id.rawValue)
        case .completeTask(let id), .snoozeTask(let id, _): RecordReference(.task, id.rawValue)
        case .closeTicket(let id, _): RecordReference(.ticket, id.rawValue)
        case .scheduleMeeting(let meeting): meeting.attendees.first?.reference
        case .createTask(let task): task.related
        case .createTicket(let ticket): RecordReference(.customer, ticket.customer.rawValue)
        case .log(let log): log.related
        case .draftEmail(let email): email.recipient
        case .addNote(let note): note.related
        case .show(let reference), .showScore(let reference), .showField(let reference, _),
            .showHistory(let reference, _), .call(let reference), .update(let reference, _),
            .reschedule(let reference, _),
            .cancelActivity(let reference):
            reference
        case .nextAction(let reference): reference
        default: nil
        }
    }
}
