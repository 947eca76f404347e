/// What the simulation draws from, as a file of parameters says it: `Resources/simulation.txt` explains every one.
public struct SimulationParameters: Hashable, Sendable {
    /// Companies by size; at least one, and one has a weight above 0.
    public var segments: [SimulationSegment]
    public var buying: Buying
    public var decline: Decline
    public var tickets: Tickets
    public var life: Life
    public var churn: Churn
    /// How busy the hours, days and months are.
    public var rhythm: Rhythm
    public var mess: Mess

    /// What makes a lead buy, in log-odds.
    public struct Buying: Hashable, Sendable {
        public var base, industry, pages, pricingVisit, reply, demo, decider, keen, cool: Double
        /// A share.
        public var neverDecided: Double
    }

    /// How a customer falls ill and recovers, by chances each week.
    public struct Decline: Hashable, Sendable {
        public var begins, beginsQuality, ends, endsQuality, slowerLogins, usageDrop, predicted, downgrade: Double
    }

    /// How many tickets there are a week, and how long they wait.
    public struct Tickets: Hashable, Sendable {
        public var onboardingDays, onboarding, declining, usual: Double
        public var solved, solvedDeclining: GapDistribution
    }

    /// What happens besides, as chances.
    public struct Life: Hashable, Sendable {
        public var upgrade, referral, touch, lateInvoice, lateInvoiceDeclining, surveyAnswered, returns: Double
    }

    /// What makes a customer leave: addends of the logarithm of the hazard in a week.
    public struct Churn: Hashable, Sendable {
        public var base, silence, openTicket, lateInvoice, declining, contractEnd, quality: Double
    }

    /// Shares of rows with something wrong.
    public struct Mess: Hashable, Sendable {
        public var missing, late, twice, outOfOrder: Double
        /// Nothing wrong anywhere.
        public static let none = Mess(missing: 0, late: 0, twice: 0, outOfOrder: 0)
    }

    /// The file Hark comes with.
    public static var builtInText: String { String(decoding: PackageResources.simulation_txt, as: UTF8.self) }

    /// The parameters Hark comes with.
    ///
    /// - Throws: ``ParameterFileError`` should the file be wrong, which a test rules out.
    public static func builtIn() throws(ParameterFileError) -> SimulationParameters {
        try SimulationParameters(sections: try ParameterSection.sections(of: builtInText))
    }

    /// Reads a file of parameters; sections it leaves out stay as built in.
    ///
    /// - Throws: ``ParameterFileError`` with the place of the first mistake.
    public init(_ text: String) throws(ParameterFileError) {
        let own = try ParameterSection.sections(of: text)
        let kinds = Set(own.map(\.kind))
        let rest = try ParameterSection.sections(of: SimulationParameters.builtInText)
        self = try SimulationParameters(sections: own + rest.filter { !kinds.contains($0.kind) })
    }

    private init(sections: [ParameterSection]) throws(ParameterFileError) {
        var groups = Dictionary(grouping: sections, by: \.kind)
        func only(_ kind: String) throws(ParameterFileError) -> ParameterSection {
            guard let group = groups.removeValue(forKey: kind), let first = group.first else {
                throw ParameterFileError(line: 1, column: 1, reason: "there is no section \(kind)")
            }
            if group.count > 1 { throw group[1].error("a second section \(kind)") }
            return first
        }
        segments = try SimulationParameters.segments(groups.removeValue(forKey: "segment") ?? [])
        buying = try only("buying").read { section throws(ParameterFileError) in try Buying(&section) }
        decline = try only("decline").read { section throws(ParameterFileError) in try Decline(&section) }
        tickets = try only("tickets").read { section throws(ParameterFileError) in try Tickets(&section) }
        life = try only("life").read { section throws(ParameterFileError) in try Life(&section) }
        churn = try only("churn").read { section throws(ParameterFileError) in try Churn(&section) }
        rhythm = try only("rhythm").read { section throws(ParameterFileError) in try Rhythm(&section) }
        mess = try only("mess").read { section throws(ParameterFileError) in try Mess(&section) }
        if let odd = sections.first(where: { groups[$0.kind] != nil }) {
            throw odd.error(
                "'\(odd.kind)' is no section, those are segment, buying, decline, tickets, life, churn, rhythm and mess"
            )
        }
    }

    private static func segments(_ sections: [ParameterSection]) throws(ParameterFileError) -> [SimulationSegment] {
        var segments: [SimulationSegment] = []
        for section in sections {
            guard !section.name.isEmpty else { throw section.error("a segment needs a name: 'segment small'") }
            guard !segments.contains(where: { $0.name == section.name }) else {
                throw section.error("a second segment \(section.name)")
            }
            segments.append(try section.read { part throws(ParameterFileError) in try SimulationSegment(&part) })
        }
        if let first = sections.first, segments.allSatisfy({ $0.weight == 0 }) {
            throw first.error("one segment at least needs a weight above 0")
        }
        return segments
    }
}

extension SimulationParameters.Buying {
    fileprivate init(_ section: inout ParameterSection) throws(ParameterFileError) {
        let range = -50.0...50
        base = try section.number("base", in: range)
        industry = try section.number("industry", in: range)
        pages = try section.number("pages", in: range)
        pricingVisit = try section.number("pricing_visit", in: range)
        reply = try section.number("reply", in: range)
        demo = try section.number("demo", in: range)
        decider = try section.number("decider", in: range)
        keen = try section.number("keen", in: range)
        cool = try section.number("cool", in: range)
        neverDecided = try section.share("never_decided")
    }
}

extension SimulationParameters.Decline {
    fileprivate init(_ section: inout ParameterSection) throws(ParameterFileError) {
        begins = try section.share("begins")
        beginsQuality = try section.number("begins_quality", in: -10...10)
        ends = try section.share("ends")
        endsQuality = try section.number("ends_quality", in: -10...10)
        slowerLogins = try section.number("slower_logins", in: 0.01...1_000)
        usageDrop = try section.share("usage_drop")
        predicted = try section.share("predicted")
        downgrade = try section.share("downgrade")
    }
}

extension SimulationParameters.Tickets {
    fileprivate init(_ section: inout ParameterSection) throws(ParameterFileError) {
        onboardingDays = try section.number("onboarding_days", in: 0...10_000)
        onboarding = try section.number("onboarding", in: 0...50)
        declining = try section.number("declining", in: 0...50)
        usual = try section.number("usual", in: 0...50)
        solved = try section.gap("solved")
        solvedDeclining = try section.gap("solved_declining")
    }
}

extension SimulationParameters.Life {
    fileprivate init(_ section: inout ParameterSection) throws(ParameterFileError) {
        upgrade = try section.share("upgrade")
        referral = try section.share("referral")
        touch = try section.share("touch")
        lateInvoice = try section.share("late_invoice")
        lateInvoiceDeclining = try section.share("late_invoice_declining")
        surveyAnswered = try section.share("survey_answered")
        returns = try section.share("returns")
    }
}

extension SimulationParameters.Churn {
    fileprivate init(_ section: inout ParameterSection) throws(ParameterFileError) {
        let range = -100.0...100
        base = try section.number("base", in: range)
        silence = try section.number("silence", in: range)
        openTicket = try section.number("open_ticket", in: range)
        lateInvoice = try section.number("late_invoice", in: range)
        declining = try section.number("declining", in: range)
        contractEnd = try section.number("contract_end", in: range)
        quality = try section.number("quality", in: range)
    }
}

extension SimulationParameters.Mess {
    fileprivate init(_ section: inout ParameterSection) throws(ParameterFileError) {
        missing = try section.share("missing")
        late = try section.share("late")
        twice = try section.share("twice")
        outOfOrder = try section.share("out_of_order")
    }
}

extension Rhythm {
    fileprivate init(_ section: inout ParameterSection) throws(ParameterFileError) {
        let weekdays = try section.weights("monday_to_sunday", count: 7)
        let hours = try section.weights("midnight_to_noon", count: 12) + section.weights("noon_to_midnight", count: 12)
        let months =
            try section.weights("january_to_june", count: 6) + section.weights("july_to_december", count: 6)
        self.init(weekdays: weekdays, hours: hours, months: months)
    }
}
