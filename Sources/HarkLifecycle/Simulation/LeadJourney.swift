import HarkCore

/// One lead from its first visit to its outcome, or to the end of the simulation.
struct LeadJourney {
    let profile: LeadProfile
    let createdAt: LocalDateTime
    /// When it is decided; may lie after the end, or be `nil` where nobody ever decides.
    let decisionAt: LocalDateTime?
    /// The end of the simulation.
    let closing: LocalDateTime
    private(set) var tally = LeadTally()
    private(set) var events: [(kind: Event.Kind, at: LocalDateTime, note: String?)] = []
    private(set) var messages: [(direction: Message.Direction, at: LocalDateTime, body: String)] = []
    private(set) var qualifiedAt: LocalDateTime?
    /// How far the sale came before the decision.
    private(set) var stage = Deal.Stage.new
    private(set) var firstMessage: String?
    private(set) var logOdds = 0.0
    private(set) var converted: Bool?
    private var hasBookedDemo = false

    /// How many days after its creation a lead is touched at most; then it lies still.
    static let touchDays = 240
    /// The last moment of the journey.
    var lastMoment: LocalDateTime { min(decisionAt ?? closing, closing) }
    /// Whether the outcome is known.
    var isClosed: Bool { decisionAt.map { $0 <= closing } ?? false }

    init(profile: LeadProfile, createdAt: LocalDateTime, settings: SimulationSettings, _ generator: inout SplitMix64) {
        self.profile = profile
        self.createdAt = createdAt
        closing = settings.closing
        let days = profile.segment.saleGap.draw(&generator)
        let decided = settings.parameters.rhythm.moment(after: createdAt, days: days)
        decisionAt = generator.chance(settings.parameters.buying.neverDecided) ? nil : decided
        events.append((.leadCreated, createdAt, profile.source.name))
        if generator.chance(0.62) { firstMessage = Phrases.inquiry(profile.tone, &generator) }
        visit(settings, &generator)
        touch(settings, &generator)
        decide(settings.parameters.buying, &generator)
    }

    /// Page visits come in their own time; keen people come more often.
    private mutating func visit(_ settings: SimulationSettings, _ generator: inout SplitMix64) {
        let exposure = min(settings.parameters.rhythm.elapsed(from: createdAt, to: lastMoment) / 50, 1.6)
        tally.pages = 1 + generator.poisson((1 + 3 * exposure) * PlainMath.exponential(0.4 * profile.intent))
        tally.pricing = generator.poisson(0.9 * exposure * PlainMath.exponential(0.6 * profile.intent - 0.1))
        let days = settings.parameters.rhythm.elapsed(from: createdAt, to: lastMoment)
        for number in 0..<tally.pages + tally.pricing {
            let at = settings.parameters.rhythm.moment(after: createdAt, days: days * generator.uniform())
            let isPricing = number < tally.pricing
            let isKept = isPricing || closing.days(since: at) <= Double(settings.detailDays) && number % 3 == 0
            if isKept, at > createdAt, at < lastMoment {
                events.append((isPricing ? .pricingVisit : .pageVisit, at, nil))
            }
        }
    }

    /// Touches follow the segment's gaps; what happens in each depends on how keen the lead is.
    private mutating func touch(_ settings: SimulationSettings, _ generator: inout SplitMix64) {
        var engaged = 0
        var at = settings.parameters.rhythm.moment(after: createdAt, days: profile.segment.touchGap.draw(&generator))
        while at < min(lastMoment, createdAt.adding(days: LeadJourney.touchDays)) {
            let isEngaged = generator.chance(probability(logOdds: 0.9 * profile.intent - 0.4))
            engaged += isEngaged ? 1 : 0
            let (kind, note) = nextTouch(isEngaged: isEngaged, &generator)
            events.append((kind, at, note))
            count(kind, at, &generator)
            advance(engaged: engaged, after: kind, at)
            at = settings.parameters.rhythm.moment(after: at, days: profile.segment.touchGap.draw(&generator))
        }
    }

    private mutating func nextTouch(
        isEngaged: Bool, _ generator: inout SplitMix64
    ) -> (kind: Event.Kind, note: String?) {
        if hasBookedDemo, tally.demos == 0 { return (.demoHeld, generator.pick(LeadJourney.demoNotes)) }
        guard isEngaged else {
            return generator.pick([
                ((.emailSent, nil), 6), ((.call, "no answer"), 2), ((.emailOpened, nil), 1.5), ((.note, nil), 0.5),
            ])
        }
        if stage == .qualified, !hasBookedDemo, generator.chance(0.6) {
            hasBookedDemo = true
            return (.demoBooked, nil)
        }
        if tally.demos > 0, stage == .qualified, generator.chance(0.7) { return (.proposalSent, nil) }
        return generator.pick([
            ((.emailReplied, nil), 4), ((.call, generator.pick(LeadJourney.callNotes)), 2.5), ((.emailOpened, nil), 2),
            ((.meeting, nil), 0.8), ((.note, generator.pick(LeadJourney.callNotes)), 0.7),
        ])
    }

    private mutating func count(_ kind: Event.Kind, _ at: LocalDateTime, _ generator: inout SplitMix64) {
        tally.touches += 1
        switch kind {
        case .emailOpened: tally.opens += 1
        case .demoHeld: tally.demos += 1
        case .emailReplied:
            tally.replies += 1
            if generator.chance(0.5) { messages.append((.incoming, at, Phrases.inquiry(profile.tone, &generator))) }
        case .emailSent where generator.chance(0.12):
            messages.append((.outgoing, at, Phrases.outgoing(&generator)))
        default: break
        }
    }

    private mutating func advance(engaged: Int, after kind: Event.Kind, _ at: LocalDateTime) {
        let moment = at.adding(minutes: 7)
        guard moment < lastMoment else { return }
        if stage == .new, engaged >= 2 {
            stage = .qualified
            qualifiedAt = moment
            events.append((.stageChanged, moment, "lead → qualified"))
        } else if kind == .proposalSent {
            stage = .proposal
            events.append((.stageChanged, moment, "qualified → proposal"))
        } else if stage == .proposal, kind == .meeting || kind == .emailReplied {
            stage = .negotiation
            events.append((.stageChanged, moment, "proposal → negotiation"))
        }
    }

    private mutating func decide(_ buying: SimulationParameters.Buying, _ generator: inout SplitMix64) {
        logOdds = tally.logOdds(profile, message: firstMessage == nil ? nil : profile.tone, buying)
        let isWon = generator.chance(probability(logOdds: logOdds))
        let reason = generator.pick(["price", "no budget", "chose another vendor", "no answer", "timing", "no need"])
        guard isClosed, let decisionAt else { return }
        converted = isWon
        events.append((isWon ? .won : .lost, decisionAt, isWon ? nil : reason))
    }

    private static let demoNotes = ["went well", "asked about security", "wants a second demo", "price was a topic"]
    private static let callNotes = [
        "wants references", "asked for a quote", "decision maker on leave", "compares vendors", "likes the reports",
        "budget round soon", "needs single sign-on", "call back in two weeks",
    ]
}
