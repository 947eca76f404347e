import HarkCore
import HarkScreen

@testable import HarkUI

/// A small world whose every value is fixed: twelve leads, eight customers, one of each in full.
enum Fixture {
    static let now = LocalDateTime(secondsSinceEpoch: 1_781_690_400)  // Wednesday 2026-06-17 10:00

    static func options(_ size: Size, _ glyphs: Glyphs = .unicode) -> Dashboard.Options {
        var options = Dashboard.Options(size: size, glyphs: glyphs, now: now)
        options.tenant = "larkspur"
        options.user = "maria"
        options.role = "rep"
        options.themes = ["dark", "light", "mono"]
        options.history = ["list won", "add a note to Tind Sports: send the report", "show at-risk customers"]
        return options
    }

    static let phrases: [Dashboard.HelpPhrase] = [
        .init("add a new lead from ABC Corporation", meaning: "Leads", commandType: .createLead),
        .init("call Ole tomorrow at 9 about the proposal", meaning: "Work", commandType: .createTask),
        .init("show my high priority leads", meaning: "Questions", commandType: .listRecords),
        .init("undo that", meaning: "Talk", commandType: .undo),
    ]

    static func lead(
        _ id: Int64, _ name: String, _ person: String, _ stage: String, _ score: Double?, hours: Int,
        reason: String = "pricing page 3 visits", amount: Int64? = nil
    ) -> LeadSummary {
        LeadSummary(
            id: Identifier(id), name: name, person: person, stage: stage, score: score,
            priority: score.map { PriorityCutoffs().priority(ofScore: $0) }, topReason: score == nil ? nil : reason,
            lastTouch: now.adding(minutes: -60 * hours), source: "website", ownerName: "Maria Lund",
            amount: amount.map { Money(minorUnits: $0 * 100, currency: "EUR") }, createdAt: now.adding(days: -90))
    }

    static let leads: [LeadSummary] = [
        lead(1, "Acme Nordic AS", "Siv Dahl", "qualified", 92, hours: 150, reason: "demo booked", amount: 48_000),
        lead(2, "Bergen Fjordline", "Ole Berg", "proposal", 88, hours: 4, amount: 125_000),
        lead(3, "Cobalt Robotics", "Ida Falk", "negotiation", 81, hours: 30, amount: 64_500),
        lead(4, "Delta Foods GmbH", "Jan Vogel", "qualified", 64, hours: 140, reason: "replied within a day"),
        lead(5, "Eider Shipping", "Nora Lie", "contacted", 58, hours: 20, reason: "industry: logistics", amount: 9_800),
        lead(6, "Fjordkraft Solar", "Per Moe", "new", 51, hours: 2),
        lead(
            7, "Granite Analytics and Partners International", "Aleksandra Wiśniewska-Kowalczyk", "qualified", 47,
            hours: 400),
        lead(8, "Harbour Clinics", "Tom Hall", "new", 44, hours: 700, reason: "source: referral"),
        lead(9, "Ibsen Media", "Liv Aas", "contacted", 33, hours: 1000, reason: "no reply to 3 e-mails"),
        lead(10, "Juniper Yards", "Kai Ness", "new", 21, hours: 3000, reason: "no phone number"),
        lead(11, "Kestrel Optics", "Eva Strand", "disqualified", 8, hours: 9000, reason: "budget below 1,000"),
        lead(12, "Lumen & Sons", "Lumen & Sons", "new", nil, hours: 0),
    ]

    /// 318 leads: the twelve, then made-up ones.
    static let manyLeads: [LeadSummary] =
        leads
        + (13...318).map { number in
            lead(
                Int64(number), "Company \(number)", "Person \(number)", "new", Double(60 - number / 6),
                hours: number, reason: "source: website")
        }

    static let hostileLeads: [LeadSummary] = [
        lead(21, "東京電力ホールディングス株式会社", "山田 太郎", "proposal", 90, hours: 3, reason: "価格ページ 3 回"),
        lead(22, "Zoë 👩‍👩‍👧‍👦 & 🇳🇴 Café", "Zoë", "qualified", 77, hours: 9),
        lead(
            23, "Evil\u{1B}[31mRed\u{7}\r\nInc\u{202E}txt", "\u{0}\u{9B}31m", "new", 61, hours: 12,
            reason: "\u{1B}]0;pwn\u{7}"),
        lead(24, "a\u{301}\u{302}\u{303}\u{304}\u{305}\u{306} combining", "x", "qualified", 55, hours: 24),
        lead(25, "שלום עולם", "مرحبا", "contacted", 41, hours: 48),
        lead(26, "", "", "", 12, hours: 1),
    ]

    static func customer(
        _ id: Int64, _ name: String, _ risk: Double?, _ trend: [Double], health: Double, stage: LifecycleStage,
        days: Int = 60
    ) -> CustomerSummary {
        CustomerSummary(
            id: Identifier(id), name: name, stage: stage, risk: risk, health: health, trend: trend, plan: "Business",
            monthlyValue: Money(minorUnits: 120_000 + id * 10_000, currency: "EUR"),
            since: now.date.adding(days: -700), renewalDate: now.date.adding(days: days),
            lastTouch: now.adding(days: -Int(id)))
    }

    static let customers: [CustomerSummary] = [
        customer(1, "Nordlys Energi", 0.91, [82, 80, 74, 61, 50, 44, 31, 22], health: 22, stage: .atRisk, days: 20),
        customer(2, "Fjell Telecom", 0.84, [90, 88, 79, 70, 62, 41], health: 41, stage: .atRisk),
        customer(3, "Havn Seafood", 0.79, [60, 61, 58, 52, 44], health: 44, stage: .atRisk),
        customer(4, "Tind Sports", 0.62, [55, 70, 66, 64, 60], health: 60, stage: .active),
        customer(5, "Skog Timber", 0.31, [70, 71, 72, 70, 75, 76], health: 76, stage: .active),
        customer(6, "Lofoten Rorbuer", 0.22, [80, 80, 82], health: 82, stage: .loyal),
        customer(7, "Mjøsa Dairy", 0.08, [91, 92, 95, 97], health: 97, stage: .loyal),
        customer(8, "Oslo Bikes", nil, [], health: 50, stage: .new),
    ]

    private static func event(_ id: Int64, _ kind: Event.Kind, days: Int, hour: Int = 9, _ note: String? = nil) -> Event
    {
        let at = LocalDateTime(now.date.adding(days: days), hour: hour) ?? now
        return Event(id: Identifier(id), subject: RecordReference(.lead, 2), kind: kind, at: at, note: note)
    }

    static let events: [Event] = [
        event(1, .leadCreated, days: -160), event(2, .pageVisit, days: -150), event(3, .emailSent, days: -131),
        event(4, .call, days: -118, "Spoke with Ole about the terminal in Bergen"),
        event(5, .stageChanged, days: -110, "qualified"), event(6, .emailReplied, days: -96),
        event(7, .demoBooked, days: -80),
        event(8, .demoHeld, days: -66, hour: 14, "Six people, many questions on price"),
        event(9, .pricingVisit, days: -60), event(10, .pricingVisit, days: -59), event(11, .pricingVisit, days: -58),
        event(12, .stageChanged, days: -40, "proposal"), event(13, .proposalSent, days: -39, "v1, 125,000 EUR"),
        event(14, .meeting, days: -20, hour: 11, "Walked through v1 with the board"), event(15, .call, days: -3),
        event(16, .note, days: 0, hour: 6, "Wants the support hours in writing before v2"),
        event(17, .task, days: 2, "send proposal v2"), event(18, .renewal, days: 48),
    ]

    static let score = Score(
        subject: RecordReference(.lead, 2), target: .conversion, probability: 0.8808, priority: .high, intercept: -1.4,
        contributions: [
            Contribution(
                feature: "pricing", reason: "pricing page 3 visits", logOdds: 1.9, points: 21.4, cohortRate: 0.62),
            Contribution(feature: "demo", reason: "demo held", logOdds: 1.3, points: 14.2, cohortRate: 0.55),
            Contribution(
                feature: "reply", reason: "replied within a day", logOdds: 0.5, points: 5.1, cohortRate: 0.41,
                words: [
                    WordSpan(source: .message(Identifier(0)), start: 29, length: 4, word: "demo", points: 2.4),
                    WordSpan(source: .message(Identifier(0)), start: 75, length: 7, word: "writing", points: -0.6),
                ]),
            Contribution(feature: "buyer", reason: "no buyer named", logOdds: -0.5, points: -6.3, cohortRate: 0.19),
            Contribution(feature: "calibration", reason: "calibration", logOdds: 0.2, points: 2.1),
        ], logOdds: 2.0, model: "conversion 4", at: now)

    /// The first of each list has something to be done.
    static func actions(for record: NamedRecord) -> [NextAction] {
        guard record.reference.id == 1 || record.name == "Fjell Telecom" else { return [] }
        return [
            NextAction(
                record: record, play: "call-back", title: "call again",
                reason: "the score is 92 and nobody was in touch for 6 days", phrase: "call \(record.name) tomorrow",
                minutes: 15, gain: 0.1, value: Money(minorUnits: 4_800_000, currency: "EUR"))
        ]
    }

    static let detail = {
        var detail = record
        detail.ownerChanges = ownerChanges
        return detail
    }()

    private static let record = RecordDetail(
        reference: RecordReference(.lead, 2), title: "Bergen Fjordline",
        fields: [
            .init("Person", "Ole Berg"), .init("Status", "qualified"), .init("Deal", "Terminal refit, proposal"),
            .init("Amount", "125,000 EUR"), .init("Owner", "Maria Lund"), .init("Source", "website"),
            .init("E-mail", "ole.berg@fjordline.example"), .init("Phone", "+47 55 10 20 30"),
        ], score: score,
        scoreHistory: [31, 35, 44, 52, 60, 58, 71, 80, 88].enumerated().map {
            .init(at: now.adding(days: -90 + 10 * $0.offset), value: $0.element)
        }, events: events,
        messages: [
            Message(
                subject: RecordReference(.lead, 2), channel: "email",
                body: "Hello Maria,\nthe board liked the demo. Can you put the support hours in writing, and say what "
                    + "a second terminal would cost?\nOle", at: now.adding(days: -2)),
            Message(
                subject: RecordReference(.lead, 2), direction: .outgoing, channel: "email",
                body: "Of course, you have it on Thursday.", at: now.adding(days: -1)),
        ])

    /// When the lead in full changed hands.
    static let ownerChanges = [
        RecordDetail.OwnerChange(at: now.adding(days: -50), from: "Jonas Eide", to: "Maria Lund")
    ]

    static func cohorts(_ measure: CohortGrid.Measure) -> CohortGrid {
        let rows = customers.enumerated().map { index, customer in
            var row = CohortGrid.Row(
                customer.named, since: now.date.adding(days: -20 - 61 * index),
                until: index == 4 ? now.date.adding(days: -90) : now.date, hasLeft: index == 4)
            for week in row.counts.indices {
                let count = max(0, (week * 5 + index * 3) % 9 - (measure == .usage ? 2 : 6) - week / 20)
                for _ in 0..<count { row.count(row.since.adding(days: 7 * week)) }
            }
            return row
        }
        return CohortGrid(measure, rows: rows, total: 325)
    }

    static let move = Move(
        steps: ["2 more calls", "a demo"], before: 64, after: 73.2, priority: .high, crosses: true)

    static let views = [
        SavedView(
            name: "Hot and mine", kind: .lead, filter: "priority:high owner:me", sort: [SortKey(.touched)])
    ]

    static let facets = [
        FieldCounts(.priority, [.init("low", 201), .init("medium", 71), .init("high", 45)]),
        FieldCounts(
            .status, [.init("new", 188), .init("contacted", 66), .init("qualified", 50), .init("disqualified", 14)]),
        FieldCounts(.source, (1...10).map { .init("source \($0)", 60 - $0) }),
        FieldCounts(.owner, [.init("Maria Lund", 260), .init("Jonas With a Rather Long Name", 1_058)]),
    ]

    static let log: [LoggedAction] = [
        LoggedAction(
            id: 4, at: now.adding(minutes: -12), userName: "maria", commandType: .createTask,
            title: "Task: send proposal v2", undone: false),
        LoggedAction(
            id: 3, at: now.adding(minutes: -40), userName: "maria", commandType: .updateLead,
            title: "Owner of Ibsen Media is Maria Lund", undone: true),
        LoggedAction(
            id: 2, at: now.adding(days: -1), userName: "jonas", commandType: .logCall,
            title: "Logged a call with Cobalt Robotics", undone: false),
        LoggedAction(
            id: 1, at: now.adding(days: -2), userName: "maria", commandType: .createLead,
            title: "Added lead Lumen & Sons", undone: false),
    ]

    static func action(
        _ status: Action.Status, _ type: CommandType = .createTask, confidence: Double = 0.94,
        raw: String = "call ole tomorrow at 9 about the proposal"
    ) -> Action {
        var action = Action(
            type,
            entities: [
                "subject": "call Ole Berg about the proposal", "due": "2026-06-18T09:00", "related": "Bergen Fjordline",
            ], confidence: confidence, rawText: raw, apiCall: "POST /api/tasks",
            payload: [
                "subject": "call Ole Berg about the proposal", "due": "2026-06-18T09:00", "related": ["lead_id": 2],
            ],
            status: status)
        action.links = [.init(entity: "related", record: leads[1].named, match: 1)]
        switch status {
        case .ready: action.command = .createTask(NewTask(subject: "call Ole Berg about the proposal"))
        case .confirm:
            action.command = .delete(RecordReference(.lead, 2))
            action.question = "Delete lead Bergen Fjordline?"
        case .clarify:
            action.question = "Which one: 1 Helen Marsh (Aldgate Optics), 2 Ellen March (Brightwater)?"
            action.choices = [
                NamedRecord(RecordReference(.contact, 3), name: "Helen Marsh", detail: "Aldgate Optics"),
                NamedRecord(RecordReference(.contact, 9), name: "Ellen March", detail: "Brightwater"),
            ]
        case .refused: action.question = "Viewers may not change leads."
        case .unknown: action.alternatives = [.init(.createTask, confidence: 0.2), .init(.logCall, confidence: 0.1)]
        }
        return action
    }
}
