import HarkCore
import HarkLearning
import HarkPrediction
import Testing

/// Leads of whom only those who write of buying convert, and what becomes of their words.
struct WordTests {
    /// Of five words each, so that their number gives nothing away.
    static let wishes = [
        (true, "Please send the contract today."), (true, "Budget approved we sign today."),
        (false, "I only want free guides."), (false, "Please remove me from mailing."),
        (true, "Call me contract is urgent."), (false, "Just looking around no budget."),
    ]

    /// Closed leads whose outcome follows their message three times in four.
    static func leads(_ count: Int, seed: UInt64) -> [LeadHistory] {
        var generator = SeededGenerator(seed: seed)
        return Histories.leads(count, seed: seed, shuffled: true).map { history in
            var history = history
            let wish = wishes[Int.random(in: 0..<wishes.count, using: &generator)]
            history.lead.message = wish.1
            let isTrue = Double.random(in: 0..<1, using: &generator) < 0.85
            history.lead.converted = wish.0 == isTrue
            return history
        }
    }

    static func predictor() throws -> Predictor {
        try Predictor.trained(
            onLeads: leads(400, seed: 1), now: Histories.now, version: 1, seed: 1, settings: TrainingTests.light)
    }

    static func open(_ message: String?) -> LeadHistory {
        var history = Histories.leads(1, open: 1, seed: 3)[1]
        history.lead.message = message
        return history
    }

    @Test func anUrgentMessageRaisesALeadAndSaysByWhichWords() throws {
        let predictor = try Self.predictor()
        let usesWords = predictor.usesWords
        #expect(usesWords)
        let urgent = predictor.score(
            Self.open("Hello, the contract is urgent, please sign."), now: Histories.now, cutoffs: PriorityCutoffs())
        let idle = predictor.score(
            Self.open("I only want free guides."), now: Histories.now, cutoffs: PriorityCutoffs())
        let silent = predictor.score(Self.open(nil), now: Histories.now, cutoffs: PriorityCutoffs())
        #expect(urgent.value > silent.value + 10 && idle.value < silent.value - 10)
        let part = try #require(urgent.contributions.first { $0.feature == "words" })
        #expect(part.logOdds > 0 && part.facet == .engagement && part.reason.hasPrefix("wrote \""))
        #expect(part.words.first { $0.word == "contract" }.map { $0.points > 0 } == true)
        #expect(urgent.sum == urgent.logOdds && idle.sum == idle.logOdds && silent.sum == silent.logOdds)
        let nothing = try #require(silent.contributions.first { $0.feature == "words" })
        #expect(nothing.words.isEmpty && nothing.reason == "nothing written yet")
    }

    @Test func aSpanIsWhereTheWordStands() throws {
        let text = "Ünïcode first: the Contract, s'il vous plaît — urgent!"
        let score = try Self.predictor().score(Self.open(text), now: Histories.now, cutoffs: PriorityCutoffs())
        let spans = score.contributions.flatMap(\.words)
        #expect(spans.contains { $0.word == "Contract" })
        for span in spans {
            #expect(span.source == .firstMessage)
            let bytes = Array(text.utf8)[span.start..<span.start + span.length]
            #expect(String(decoding: bytes, as: UTF8.self) == span.word)
        }
    }

    @Test(arguments: ["urgent", "URGENT", "is urgent"])
    func aStruckWordCountsNoMore(_ phrase: String) throws {
        let predictor = try Self.predictor()
        let lead = Self.open("The contract is urgent.")
        let before = predictor.score(lead, now: Histories.now, cutoffs: PriorityCutoffs())
        let after = predictor.without([phrase]).score(lead, now: Histories.now, cutoffs: PriorityCutoffs())
        #expect(before.contributions.flatMap(\.words).contains { $0.word == "urgent" })
        #expect(!after.contributions.flatMap(\.words).contains { $0.word == "urgent" })
        #expect(after.sum == after.logOdds)
        let gone = predictor.without([phrase]).score(
            Self.open("is urgent"), now: Histories.now, cutoffs: PriorityCutoffs())
        #expect(gone.contributions.flatMap(\.words).allSatisfy { $0.word == "is" })
    }

    @Test func trainingDoesNotLearnStruckWords() throws {
        var settings = TrainingTests.light
        settings.struckWords = ["contract", "urgent"]
        let predictor = try Predictor.trained(
            onLeads: Self.leads(400, seed: 1), now: Histories.now, version: 1, seed: 1, settings: settings)
        let words = predictor.score(
            Self.open("The contract is urgent."), now: Histories.now, cutoffs: PriorityCutoffs()
        ).contributions.flatMap(\.words).map(\.word)
        #expect(!words.contains("contract") && !words.contains("urgent"))
    }

    @Test func theQualityIsMeasuredWithTheWords() throws {
        var settings = TrainingTests.light
        settings.struckWords = Self.wishes.flatMap { $0.1.split { !$0.isLetter }.map(String.init) }
        let mute = try Predictor.trained(
            onLeads: Self.leads(400, seed: 1), now: Histories.now, version: 1, seed: 1, settings: settings)
        let auc = try #require(Self.predictor().summary?.quality.auc)
        #expect(!mute.usesWords && auc > (mute.summary?.quality.auc ?? 1) + 0.1)
    }

    /// Chance alone may let one in twenty through.
    @Test func wordsThatSayNothingAreLeftOut() throws {
        let using = try (6...11).filter { seed in
            let leads = Histories.leads(400, seed: UInt64(seed)).enumerated().map { index, history in
                var history = history
                history.lead.message = Self.wishes[index % 6].1
                return history
            }
            return try Predictor.trained(
                onLeads: leads, now: Histories.now, version: 1, seed: 1, settings: TrainingTests.light
            ).usesWords
        }
        #expect(using.count <= 1, "\(using)")
    }

    @Test func aFileKeepsTheWordsToTheLastBit() throws {
        let predictor = try Self.predictor()
        let read = try Predictor(json: predictor.json)
        #expect(read.json == predictor.json && read.usesWords)
        let leads = Self.leads(60, seed: 9)
        let scores = predictor.scores(leads, now: Histories.now, cutoffs: PriorityCutoffs())
        #expect(read.scores(leads, now: Histories.now, cutoffs: PriorityCutoffs()) == scores)
        #expect(predictor.probabilities(leads, now: Histories.now) == scores.map(\.probability))
    }
}
