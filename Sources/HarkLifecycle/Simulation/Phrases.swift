/// Sentences put together from parts, so that few messages are alike and the words still tell what people want.
enum Phrases {
    /// How much a text says about wanting to buy.
    enum Tone: Hashable, Sendable { case keen, neutral, cool }

    /// What somebody wrote about buying.
    static func inquiry(_ tone: Tone, _ generator: inout SplitMix64) -> String {
        var parts = [generator.pick(greetings)]
        switch tone {
        case .keen:
            parts.append(generator.pick(keen))
            if generator.chance(0.6) { parts.append(generator.pick(keenMore)) }
        case .neutral:
            parts.append(generator.pick(neutral))
            if generator.chance(0.25) { parts.append(generator.pick(generator.chance(0.5) ? keenMore : coolMore)) }
        case .cool:
            parts.append(generator.pick(cool))
            if generator.chance(0.5) { parts.append(generator.pick(coolMore)) }
        }
        if generator.chance(0.5) { parts.append(generator.pick(closings)) }
        return sentence(parts, &generator)
    }

    /// What a customer wrote; `isContent` is how things are going.
    static func customer(isContent: Bool, _ generator: inout SplitMix64) -> String {
        let isCandid = generator.chance(0.85)
        var parts = [generator.pick(greetings), generator.pick(isContent == isCandid ? content : unhappy)]
        if generator.chance(0.4) { parts.append(generator.pick(isContent == isCandid ? contentMore : unhappyMore)) }
        return sentence(parts, &generator)
    }

    /// What a rep wrote.
    static func outgoing(_ generator: inout SplitMix64) -> String { filled(generator.pick(outgoing), &generator) }

    /// What a ticket is about.
    static func ticket(_ generator: inout SplitMix64, isOnboarding: Bool) -> String {
        sentence([generator.pick(isOnboarding && generator.chance(0.7) ? onboarding : problems)], &generator)
    }

    /// The parts in a row with their slots filled and a capital in front.
    private static func sentence(_ parts: [String], _ generator: inout SplitMix64) -> String {
        let text = filled(parts.filter { !$0.isEmpty }.joined(separator: " "), &generator)
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    private static func filled(_ text: String, _ generator: inout SplitMix64) -> String {
        var result = ""
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += rest[..<open]
            let slot = rest[rest.index(after: open)..<close]
            result += slots[String(slot)].map { generator.pick($0) } ?? String(generator.integer(3...60) * 5)
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    private static let slots: [String: [String]] = [
        "month": ["this month", "next month", "the end of the quarter", "September", "the new year", "two weeks"],
        "team": ["sales team", "support team", "field team", "operations team", "whole office", "back office"],
        "tool": ["our spreadsheet", "the current system", "our old database", "three separate tools", "paper forms"],
        "thing": [
            "the import", "the report builder", "the calendar sync", "the mobile view", "the export",
            "the permissions page", "the dashboard", "the e-mail connection",
        ],
        "boss": ["my director", "our board", "the CFO", "procurement", "the IT lead", "my manager"],
    ]

    private static let greetings = ["", "", "Hi,", "Hello,", "Good morning,", "Hi there,", "Dear team,", "Hello all,"]
    private static let closings = [
        "Thanks!", "Best regards", "Many thanks", "Looking forward to hearing from you.", "Cheers", "Kind regards",
    ]
    private static let keen = [
        "could you send a quote for {n} seats?", "we would like to book a demo for our {team}.",
        "we have budget approved and want to start by {month}.", "what does the annual contract cost for {n} users?",
        "we are replacing {tool} and need to decide by {month}.", "please send the contract so {boss} can sign.",
        "can we get a trial for {n} people this week?", "how soon could you onboard our {team}?",
        "{boss} asked me to get pricing and terms today.", "we compared three vendors and you are our favourite.",
        "is there a discount if we pay for two years up front?",
        "we need a security questionnaire filled in before we buy.",
    ]
    private static let keenMore = [
        "Can we talk tomorrow?", "The decision is made by {month}.", "Budget is not the problem.",
        "Please call me, it is urgent.", "Purchase order can go out quickly.", "{n} licences to begin with.",
    ]
    private static let neutral = [
        "does {thing} work with other systems?", "I read your article and have a few questions.",
        "could you tell me more about {thing}?", "we use {tool} today and are looking at options.",
        "who would be the right person to speak to about {thing}?", "do you have customers of our size?",
        "a colleague mentioned you.", "is there a recording of the webinar?", "how is {thing} licensed?",
        "what languages do you support?", "I would like some information for our {team}.",
    ]
    private static let cool = [
        "just looking around for now.", "this is for a student project, no purchase planned.",
        "please remove me from the mailing list.", "we have no budget this year.", "we are happy with {tool}.",
        "I only wanted the free guide.", "not interested at the moment, maybe next year.",
        "is there a free version forever?", "I am collecting information for a blog post.",
        "we decided to build it ourselves.", "this seems too expensive for a small team.",
    ]
    private static let coolMore = [
        "No need to call.", "There is no rush.", "It is only out of curiosity.", "We are a very small team.",
        "Please do not phone me.", "I will come back if things change.",
    ]
    private static let content = [
        "the {team} is happy, thank you.", "{thing} works great now.", "can we add {n} more seats?",
        "could you train two new colleagues?", "when does the next release come?", "great support yesterday.",
        "we recommended you to a partner.", "could we see the roadmap?", "happy to be a reference.",
    ]
    private static let contentMore = [
        "Thanks for the quick help.", "The {team} would like to see {thing} next.", "Best regards from {boss}.",
        "We will stay for another year.", "It saves us a lot of time.", "Keep up the good work.",
    ]
    private static let unhappyMore = [
        "Please call me back today.", "We expected more.", "{boss} wants an answer by {month}.",
        "We are looking at other vendors.", "This costs us time every day.", "I asked for this before.",
    ]
    private static let unhappy = [
        "{thing} is still broken, this is the third time we report it.", "we are not getting value out of this.",
        "{boss} asks why we pay for this.", "what is the notice period of our contract?",
        "the {team} went back to {tool}.", "nobody answered our ticket for a week.",
        "how do we export all our data?", "we are considering to cancel.", "the price increase is hard to justify.",
    ]
    private static let outgoing = [
        "Thank you for your time today, here is the summary.", "Attached is the proposal for {n} seats.",
        "Would Thursday suit you for a short call?", "I wanted to follow up on {thing}.",
        "Here are the answers for {boss}.", "Did you have a chance to look at the offer?",
        "Happy to show {thing} to your {team}.", "A short note to see how things are going.",
    ]
    private static let onboarding = [
        "How to invite the {team}", "Import fails for some rows", "Single sign-on set-up", "Question about permissions",
        "Cannot find last year's data", "Training material for the {team}", "E-mail connection does not verify",
        "Which fields are required?", "Calendar shows the wrong time zone",
    ]
    private static let problems = [
        "{thing} stopped working", "Slow since Monday", "Error when saving", "Report shows wrong totals",
        "Duplicate entries after sync", "Invoice question", "Cannot log in", "Missing notifications",
        "Question about {thing}", "Export is empty", "Data differs from {tool}", "Outage in the morning",
    ]
}
