import HarkCore

/// What is worth saying of the record, the rows or the screen somebody has before them.
enum PalettePhrases {
    /// The phrases for what is selected, the likeliest first.
    ///
    /// - Parameters:
    ///   - record: The selected record; `nil` for none.
    ///   - marks: The marked records.
    ///   - place: The pane with the keys.
    static func phrases(for record: NamedRecord?, marks: [NamedRecord], at place: Dashboard.Place)
        -> [Dashboard.HelpPhrase]
    {
        let ofPlace = lists[place] ?? []
        if marks.count > 1 {
            let names = marks.map(\.name.oneLine).joined(separator: " and ")
            return made(ofMarks, name: names, heading: "\(marks.count) marked")
                + made(ofPlace, name: "", heading: "here")
        }
        guard let record else { return made(ofPlace, name: "", heading: "here") }
        let name = record.name.oneLine
        return made(kinds[record.reference.kind] ?? ofPeople, name: name, heading: record.reference.kind.rawValue)
            + made(ofPlace, name: name, heading: "here")
    }

    private typealias Entry = (phrase: String, type: CommandType)

    private static func made(_ entries: [Entry], name: String, heading: String) -> [Dashboard.HelpPhrase] {
        entries.map { entry in
            Dashboard.HelpPhrase(
                entry.phrase.replacing("{name}", with: name), meaning: heading, commandType: entry.type)
        }
    }

    private static let kinds: [RecordKind: [Entry]] = [
        .lead: ofLeads, .customer: ofCustomers, .contact: ofPeople + ofContacts, .company: ofPeople, .deal: ofDeals,
        .task: ofTasks, .meeting: ofMeetings, .ticket: ofTickets,
    ]

    private static let ofLeads: [Entry] = [
        ("convert {name}", .convertLead),
        ("call {name} tomorrow at 9", .createTask),
        ("why is {name} scored so", .showScore),
        ("schedule a meeting with {name} on Thursday at 11", .scheduleMeeting),
        ("log a 15 minute call with {name}", .logCall),
        ("add a note to {name}: ", .addNote),
        ("mark {name} as contacted", .updateLead),
        ("create a deal for {name} worth 10k", .createDeal),
        ("assign {name} to me", .assignRecord),
        ("tag {name} as hot", .tagRecord),
        ("show the history of {name}", .showHistory),
        ("disqualify {name} because ", .disqualifyLead),
        ("delete {name}", .delete),
    ]

    private static let ofCustomers: [Entry] = [
        ("call {name} tomorrow at 9", .createTask),
        ("how risky is {name}", .showScore),
        ("schedule a meeting with {name} on Thursday at 11", .scheduleMeeting),
        ("open a ticket for {name}: ", .createTicket),
        ("add a note to {name}: ", .addNote),
        ("what should i do next with {name}", .nextAction),
        ("show the history of {name}", .showHistory),
        ("draft an email to {name}", .draftEmail),
        ("tag {name} as hot", .tagRecord),
    ]

    private static let ofPeople: [Entry] = [
        ("call {name} tomorrow at 9", .createTask),
        ("schedule a meeting with {name} on Thursday at 11", .scheduleMeeting),
        ("draft an email to {name}", .draftEmail),
        ("log a 15 minute call with {name}", .logCall),
        ("add a note to {name}: ", .addNote),
        ("show the history of {name}", .showHistory),
    ]

    private static let ofContacts: [Entry] = [("erase {name} for good", .erasePerson)]

    private static let ofDeals: [Entry] = [
        ("move {name} to proposal", .updateDeal),
        ("set the close date of {name} to the end of the month", .setCloseDate),
        ("set the amount of {name} to 20k", .setDealAmount),
        ("we won {name}", .winDeal),
        ("we lost {name} because ", .loseDeal),
        ("show the history of {name}", .showHistory),
        ("add a note to {name}: ", .addNote),
    ]

    private static let ofTasks: [Entry] = [("complete it", .completeTask), ("snooze it until tomorrow", .snoozeTask)]

    private static let ofMeetings: [Entry] = [
        ("move the meeting to Friday at 10", .rescheduleActivity), ("cancel the meeting", .cancelActivity),
    ]

    private static let ofTickets: [Entry] = [
        ("close ticket {name}", .closeTicket), ("escalate ticket {name}", .updateTicket),
    ]

    private static let ofMarks: [Entry] = [
        ("assign {name} to me", .assignRecord), ("tag {name} as hot", .tagRecord),
        ("merge {name}", .mergeRecords),
    ]

    private static let lists: [Dashboard.Place: [Entry]] = [
        .leads: [
            ("show hot leads", .listRecords), ("sort by score", .sortView), ("open the second one", .showRecord),
            ("save this view as hot leads", .saveView), ("export leads", .exportRecords),
        ],
        .customers: [
            ("show at risk customers", .showRisk), ("sort by risk", .sortView), ("open the second one", .showRecord),
            ("export customers", .exportRecords),
        ],
        .results: [("open the second one", .showRecord)],
        .log: [("undo the last change", .undo), ("redo", .redo)],
    ]
}
