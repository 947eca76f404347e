import HarkCore

/// One customer week by week: log-ins, tickets, invoices, surveys, renewals, and in the end perhaps its leaving.
struct CustomerJourney {
    let segment: SimulationSegment
    let since: LocalDateTime
    let settings: SimulationSettings
    /// How well the customer is suited, standard normal; nobody sees it.
    let quality: Double
    private(set) var events: [(kind: Event.Kind, at: LocalDateTime, note: String?)] = []
    private(set) var tickets: [Ticket] = []
    private(set) var messages: [(direction: Message.Direction, at: LocalDateTime, body: String)] = []
    /// Every log-in, those not kept as events included.
    private(set) var logins: [LocalDateTime] = []
    private(set) var churnedAt: LocalDateTime?
    /// Whether a customer that left has come back.
    private(set) var isBack = false
    private(set) var seats: Int
    private(set) var nps: Int?
    private var generator: SplitMix64
    private var isDeclining = false
    private var declineWeeks = 0
    private var nextLogin: LocalDateTime
    private var lateInvoices: [LocalDateTime] = []

    private var parameters: SimulationParameters { settings.parameters }
    private var rhythm: Rhythm { settings.parameters.rhythm }

    /// When the record ends: the last day of a customer that left for good, else the end of the simulation.
    var reference: LocalDateTime { churnedAt ?? settings.closing }
    /// The first contract date after the record's end.
    var renewalDate: LocalDate { nextAnniversary(after: reference.date) }

    init(
        segment: SimulationSegment, since: LocalDateTime, quality: Double, settings: SimulationSettings,
        generator: SplitMix64
    ) {
        self.segment = segment
        self.since = since
        self.settings = settings
        self.quality = quality
        self.generator = generator
        seats = self.generator.integer(segment.seats)
        nextLogin = since
        start()
        var week = max(since, settings.start.midnight)
        nextLogin = rhythm.moment(after: week, days: segment.loginGap.draw(&self.generator))
        while week < settings.closing {
            if churnedAt == nil { live(week) } else { mayReturn(week) }
            week = week.adding(days: 7)
        }
    }

    /// What counts as a late invoice in the last half year.
    func recentLateInvoices(at moment: LocalDateTime) -> Int {
        lateInvoices.filter { moment.days(since: $0) < 180 && $0 <= moment }.count
    }

    private mutating func start() {
        add(.signedUp, since)
        add(.emailVerified, since.adding(minutes: generator.integer(3...50)))
        add(.firstPurchase, since.adding(minutes: generator.integer(60...170)))
        var anniversary = nextAnniversary(after: since.date)
        while anniversary < settings.start {
            add(.renewal, at(anniversary, hour: 9), "for one year")
            anniversary = nextAnniversary(after: anniversary)
        }
    }

    private mutating func live(_ week: LocalDateTime) {
        change(week)
        login(week)
        raiseTickets(week)
        invoice(week)
        survey(week)
        accompany(week)
        renewOrLeave(week)
    }

    /// Moves between doing well and declining.
    private mutating func change(_ week: LocalDateTime) {
        let course = parameters.decline
        if isDeclining {
            declineWeeks += 1
            if generator.chance(course.ends * PlainMath.exponential(course.endsQuality * quality)) {
                isDeclining = false
            }
            if declineWeeks == 4, generator.chance(course.predicted) {
                add(.churnPredicted, moment(in: week), "\(generator.integer(52...91))%")
            }
            if generator.chance(course.downgrade) {
                seats = max(seats * 3 / 4, 1)
                add(.downgrade, moment(in: week), "to \(seats) seats")
            }
        } else {
            isDeclining = generator.chance(course.begins * PlainMath.exponential(course.beginsQuality * quality))
            declineWeeks = 0
            if generator.chance(parameters.life.upgrade) {
                seats += max(seats / 5, 1)
                add(.upgrade, moment(in: week), "to \(seats) seats")
            }
            if quality > 0.3, generator.chance(parameters.life.referral) { add(.referral, moment(in: week)) }
        }
        let drops = isDeclining && declineWeeks == 1 ? course.usageDrop : 0.001
        if generator.chance(drops) { add(.usageDrop, moment(in: week), "-\(generator.integer(30...70))% in 14 days") }
    }

    /// Log-ins follow the segment's gaps, longer ones while declining.
    private mutating func login(_ week: LocalDateTime) {
        let end = min(week.adding(days: 7), settings.closing)
        while nextLogin < end {
            logins.append(nextLogin)
            if settings.closing.days(since: nextLogin) <= Double(settings.detailDays) { add(.login, nextLogin) }
            let gap = segment.loginGap.draw(&generator) * (isDeclining ? parameters.decline.slowerLogins : 1)
            nextLogin = rhythm.moment(after: nextLogin, days: gap)
        }
    }

    private mutating func raiseTickets(_ week: LocalDateTime) {
        let age = week.days(since: since)
        let support = parameters.tickets
        let isOnboarding = age < support.onboardingDays
        let rate = isOnboarding ? support.onboarding : isDeclining ? support.declining : support.usual
        for _ in 0..<generator.poisson(rate) {
            let opened = moment(in: week)
            let wait = isDeclining ? support.solvedDeclining : support.solved
            let solved = rhythm.moment(after: opened, days: wait.draw(&generator))
            let isSolved = solved <= settings.closing
            let urgency: Ticket.Urgency = generator.pick(
                isDeclining
                    ? [(.normal, 2), (.high, 3), (.urgent, 1)] : [(.low, 2), (.normal, 5), (.high, 1), (.urgent, 0.2)])
            guard opened <= settings.closing else { continue }
            tickets.append(
                Ticket(
                    customer: nil, subject: Phrases.ticket(&generator, isOnboarding: isOnboarding), priority: urgency,
                    status: isSolved ? .closed : generator.chance(0.3) ? .pending : .open, openedAt: opened,
                    closedAt: isSolved ? solved : nil))
            add(.ticketRaised, opened)
            if isSolved { add(.ticketSolved, solved) }
        }
    }

    /// One invoice a quarter.
    private mutating func invoice(_ week: LocalDateTime) {
        guard isDue(every: 91, week) else { return }
        let life = parameters.life
        if generator.chance(isDeclining ? life.lateInvoiceDeclining : life.lateInvoice) {
            let at = moment(in: week)
            lateInvoices.append(at)
            add(.invoiceLate, at, "\(generator.integer(5...40)) days late")
        } else {
            add(.invoicePaid, moment(in: week))
        }
    }

    /// One survey each half year; not everybody answers.
    private mutating func survey(_ week: LocalDateTime) {
        guard isDue(every: 182, week), generator.chance(parameters.life.surveyAnswered) else { return }
        let mean = (isDeclining ? 5.2 : 8.0) + 0.8 * quality
        let answer = min(max(Int((mean + 1.5 * generator.normal()).rounded()), 0), 10)
        nps = answer
        add(.npsAnswered, moment(in: week), "score \(answer)")
    }

    /// What the owner does: a touch about every six weeks.
    private mutating func accompany(_ week: LocalDateTime) {
        guard generator.chance(parameters.life.touch) else { return }
        let kind: Event.Kind = generator.pick([(.emailSent, 4), (.call, 3), (.meeting, 1), (.emailReplied, 2)])
        let at = moment(in: week)
        guard at <= settings.closing else { return }
        add(kind, at)
        if kind == .emailReplied || generator.chance(0.1) {
            messages.append((.incoming, at, Phrases.customer(isContent: !isDeclining, &generator)))
        }
    }

    /// The hazard of leaving rises with silence, open tickets, late invoices and at the contract's end.
    private mutating func renewOrLeave(_ week: LocalDateTime) {
        let end = week.adding(days: 7)
        let silence = min(end.days(since: logins.last ?? since), 60)
        let open = tickets.filter { $0.closedAt.map { $0 > end } ?? true }.count
        let anniversary = nextAnniversary(after: week.date.adding(days: -1))
        let isContractEnd = anniversary < end.date
        let drivers = parameters.churn
        var logHazard = drivers.base + drivers.silence * silence + drivers.openTicket * Double(min(open, 4))
        logHazard += drivers.quality * quality + (isDeclining ? drivers.declining : 0)
        logHazard += drivers.lateInvoice * Double(recentLateInvoices(at: week))
        logHazard += (isContractEnd ? drivers.contractEnd : 0) + segment.churn
        let contractDay = at(anniversary, hour: 9)
        if generator.chance(1 - PlainMath.exponential(-PlainMath.exponential(logHazard))) {
            let leaving = isContractEnd ? contractDay : moment(in: week)
            guard leaving <= settings.closing else { return }
            leave(max(leaving, events.filter { $0.at < end }.map(\.at).max() ?? leaving).adding(minutes: 1))
        } else if isContractEnd, contractDay > since, contractDay <= settings.closing {
            add(.renewal, contractDay, "for one year")
        }
    }

    private mutating func leave(_ moment: LocalDateTime) {
        churnedAt = moment
        let reason = generator.pick(["price", "moved to another vendor", "closed down", "not used enough", "merger"])
        events.removeAll { $0.at > moment }
        for index in tickets.indices where tickets[index].closedAt.map({ $0 > moment }) ?? true {
            tickets[index].closedAt = nil
            tickets[index].status = .open
        }
        add(.churned, moment, reason)
    }

    /// A few come back after three months or more.
    private mutating func mayReturn(_ week: LocalDateTime) {
        guard let left = churnedAt, !isBack, week.days(since: left) > 90, generator.chance(parameters.life.returns)
        else { return }
        let at = moment(in: week)
        isBack = true
        isDeclining = false
        add(.wonBack, at)
        for index in tickets.indices where tickets[index].closedAt == nil {
            tickets[index].closedAt = at
            tickets[index].status = .closed
        }
        churnedAt = nil
        nextLogin = rhythm.moment(after: at, days: segment.loginGap.draw(&generator))
    }
}

extension CustomerJourney {
    private mutating func add(_ kind: Event.Kind, _ at: LocalDateTime, _ note: String? = nil) {
        if at <= settings.closing { events.append((kind, at, note)) }
    }

    /// A moment of the week at hand, by the rhythm and never before the first purchase is through.
    private mutating func moment(in week: LocalDateTime) -> LocalDateTime {
        let days = rhythm.elapsed(from: week, to: week.adding(days: 7))
        let at = rhythm.moment(after: week, days: days * generator.uniform())
        return max(at, since.adding(minutes: 180))
    }

    private func isDue(every days: Double, _ week: LocalDateTime) -> Bool {
        let age = week.days(since: since)
        return Int(age / days) != Int((age + 7) / days)
    }

    private func at(_ date: LocalDate, hour: Int) -> LocalDateTime { date.midnight.adding(minutes: hour * 60) }

    private func nextAnniversary(after date: LocalDate) -> LocalDate {
        var years = max(date.year - since.date.year, 1)
        while since.date.adding(months: 12 * years) <= date { years += 1 }
        return since.date.adding(months: 12 * years)
    }
}
