import HarkCore
import HarkPrediction
import HarkStore

extension Reading {
    /// How far leads and deals came, or where customers stand.
    func funnels(for target: Score.Target) throws -> [ModelReport.Funnel] {
        switch target {
        case .conversion: try salesFunnels()
        case .churn: try customerFunnels()
        }
    }

    private func salesFunnels() throws -> [ModelReport.Funnel] {
        var furthest: [Int64: SalesStep] = [:]
        try eachEvent(of: .lead) { event in
            guard let step = SalesStep(event) else { return }
            furthest[event.subject.id] = max(furthest[event.subject.id] ?? .lead, step)
        }
        var deals: [(furthest: Int, isOpen: Bool)] = []
        let stages: [SalesStep] = [.lead, .qualified, .proposal, .negotiation, .won]
        try eachDeal { deal in
            var step = SalesStep(deal.stage)
            if let lead = deal.lead?.rawValue {
                // What became of the deal says more than what its lead did on the way; a lost one says nothing else.
                if deal.stage == .lost, let known = furthest[lead], known != .won { step = max(step, known) }
                furthest[lead] = max(furthest[lead] ?? .lead, max(step, .qualified))
            }
            let place = stages.lastIndex { $0 <= step } ?? 0
            deals.append((place, deal.stage.isOpen))
        }
        var leads: [(furthest: Int, isOpen: Bool)] = []
        try eachLead { lead in
            var step = max(furthest[lead.id.rawValue] ?? .lead, SalesStep(lead.status))
            // An outcome is final; a lead that was lost after all is no sale.
            if lead.converted == true { step = .won } else if step == .won { step = .negotiation }
            leads.append((step.rawValue, lead.converted == nil && lead.status != .disqualified))
        }
        let names = SalesStep.allCases.map(\.words)
        return [
            ModelReport.Funnel("leads", steps: names, records: leads),
            ModelReport.Funnel("deals", steps: ["created"] + stages.dropFirst().map(\.words), records: deals),
        ].filter { $0.total > 0 && $0.steps.count > 1 }
    }

    private func customerFunnels() throws -> [ModelReport.Funnel] {
        var renewals: [Int64: Int] = [:]
        try eachEvent(of: .customer) { event in
            if event.kind == .renewal { renewals[event.subject.id, default: 0] += 1 }
        }
        var customers: [(furthest: Int, isOpen: Bool)] = []
        try eachCustomer { customer in
            customers.append((min(renewals[customer.id.rawValue] ?? 0, 3), customer.churned != true))
        }
        let steps = ["customer", "renewed once", "renewed twice", "renewed 3 times or more"]
        let longest = customers.map(\.furthest).max() ?? 0
        let way = ModelReport.Funnel("customers", steps: Array(steps.prefix(longest + 1)), records: customers)
        let stages = try customerStages()
        let standing = ModelReport.Funnel(
            "customers", isSequence: false,
            steps: LifecycleStage.allCases.compactMap { stage in
                stages[stage.rawValue].map { ModelReport.FunnelStep(stage.rawValue, reached: $0) }
            })
        return [way, standing].filter { $0.total > 0 && $0.steps.count > 1 }
    }
}

/// The steps from a stranger to a sale.
private enum SalesStep: Int, CaseIterable, Comparable {
    case lead, contacted, qualified, demo, proposal, negotiation, won

    var words: String { self == .lead ? "came in" : self == .demo ? "demo" : "\(self)" }

    init(_ status: Lead.Status) {
        self =
            switch status {
            case .new, .disqualified: .lead
            case .contacted: .contacted
            case .qualified: .qualified
            case .converted: .won
            }
    }

    init(_ stage: Deal.Stage) {
        self =
            switch stage {
            case .new, .lost: .lead
            case .qualified: .qualified
            case .proposal: .proposal
            case .negotiation: .negotiation
            case .won: .won
            }
    }

    /// The step an event proves; `nil` for one that proves none.
    init?(_ event: Event) {
        switch event.kind {
        case .call, .meeting, .emailReplied: self = .contacted
        case .demoHeld: self = .demo
        case .proposalSent: self = .proposal
        case .won: self = .won
        case .stageChanged:
            // The stage a change leads to is the last word of its note: `qualified → proposal`.
            let word = (event.note ?? "").split { !$0.isLetter }.last?.lowercased() ?? ""
            guard let stage = Deal.Stage(rawValue: word), stage.isOpen else { return nil }
            self.init(stage)
        default: return nil
        }
    }

    static func < (left: SalesStep, right: SalesStep) -> Bool { left.rawValue < right.rawValue }
}
