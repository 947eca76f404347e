import HarkCore
import Testing

@testable import HarkStore

/// Pins, struck words and the ledger as the database keeps them.
struct InsightStoreTests {
    private let lead = RecordReference(.lead, 1)

    private func office() throws -> Office {
        let office = try Office()
        try office.write { _ = try $0.insert(Lead("Acme")) }
        return office
    }

    @Test func aPinComesBackAsItWasSet() throws {
        let office = try office()
        try office.write { try $0.pin(lead, at: 80, reason: "met the CFO", until: noon.date) }
        let pin = try #require(try office.read { try $0.pin(of: lead) })
        #expect(pin.value == 80 && pin.reason == "met the CFO" && pin.owner == office.admin.name)
        #expect(pin.isInForce(on: noon.date) && !pin.isInForce(on: noon.date.adding(days: 1)))
        try office.write { try $0.pin(lead, at: 60, reason: "again", until: nil) }
        #expect(try office.read { try $0.pins(of: .lead) }.mapValues(\.value) == [1: 60])
        #expect(try office.write { try $0.unpin(lead) })
        #expect(try office.write { try !$0.unpin(lead) })
        #expect(try office.read { try $0.pin(of: lead) } == nil)
    }

    @Test func pinsAndWordsAreUndone() throws {
        let office = try office()
        try office.write(.updateLead, "Pinned") { try $0.pin(lead, at: 80, reason: "why", until: nil) }
        try office.write(.updateLead, "Struck") { _ = try $0.strike("urgent") }
        try office.write(.updateLead, "Restored") { _ = try $0.restore("urgent") }
        _ = try office.store.undo(office.request())
        #expect(try office.read { try $0.struckWords() }.map(\.phrase) == ["urgent"])
        _ = try office.store.undo(office.request(), count: 2)
        #expect(try office.read { try $0.struckWords() }.isEmpty)
        #expect(try office.read { try $0.pin(of: lead) } == nil)
        _ = try office.store.redo(office.request(), count: 2)
        #expect(try office.read { try $0.pin(of: lead) }?.value == 80)
        #expect(try office.read { try $0.struckWords() }.map(\.by) == [office.admin.name])
    }

    @Test func aWordIsStruckOnce() throws {
        let office = try office()
        #expect(try office.write { try $0.strike("urgent") })
        #expect(try office.write { try !$0.strike("urgent") })
        #expect(try office.write { try $0.restore("urgent") })
        #expect(try office.write { try !$0.restore("urgent") })
    }

    @Test func theLedgerReplaysEveryScoreToTheLastBit() throws {
        let office = try office()
        let span = WordSpan(source: .message(Identifier(4)), start: 3, length: 6, word: "ürgent", points: 0.1 + 0.2)
        let scores = (0..<3).map { index in
            Score(
                subject: lead, target: .conversion, probability: 0.3, priority: .low, intercept: -1.1,
                contributions: [
                    Contribution(
                        feature: "words", reason: "wrote", logOdds: 1.0 / 3 + Double(index), points: 2, cohortRate: 0.6,
                        facet: .engagement, words: [span])
                ], logOdds: -0.8, model: "m", at: noon.adding(days: index), baseRate: 0.4, fit: 50, engagement: 61)
        }
        try office.write { try $0.save(scores) }
        for (index, score) in scores.enumerated() {
            #expect(try office.read { try $0.score(of: lead, at: noon.adding(days: index)) } == score)
            #expect(
                try office.read { try $0.score(of: lead, at: noon.adding(days: index + 1).adding(seconds: -1)) }
                    == score)
        }
        #expect(try office.read { try $0.score(of: lead, at: noon.adding(seconds: -1)) } == nil)
        let row = try office.read { try $0.leads(matching: RecordQuery(.lead), me: office.admin.id) }.rows[0]
        #expect(row.fit == 50 && row.engagement == 61 && row.pinned == nil)
    }

    @Test func entriesComeBackByRecordInOrder() throws {
        let office = try office()
        let other = RecordReference(.lead, 2)
        try office.write { writing in
            _ = try writing.insert(Lead("Globex"))
            try writing.keep([
                StageEntry(lead, from: nil, to: .lead, rule: "lead-created", evidence: "since then", at: noon),
                StageEntry(other, from: nil, to: .lead, rule: "lead-created", evidence: "", at: noon),
                StageEntry(lead, from: .lead, to: .qualified, rule: "qualified", evidence: "", at: noon),
            ])
        }
        let kept = try office.read { try $0.stageEntries(of: .lead) }
        #expect(kept.map(\.record.id) == [1, 1, 2] && kept.map(\.to) == [.lead, .qualified, .lead])
        #expect(kept.allSatisfy { $0.by == nil && $0.reason == nil } && kept[0].evidence == "since then")
        #expect(try office.read { try $0.lastStageEntries(of: .lead) }.mapValues(\.to) == [1: .qualified, 2: .lead])
        try office.write(.updateLead, "Moved back") { writing in
            try writing.keep([
                StageEntry(lead, from: .qualified, to: .lead, rule: "set-by-hand", evidence: "", at: noon)
            ])
        }
        let last = try #require(try office.read { try $0.stageEntries(of: lead) }.last)
        #expect(last.by == office.admin.name && last.reason == "Moved back", "a user's command answers for going back")
        _ = try office.store.undo(office.request())
        #expect(try office.read { try $0.stageEntries(of: lead) }.map(\.to) == [.lead, .qualified])
    }

    @Test func answersAdviceAndSnoozesGoWithTheImportTheyAreAbout() throws {
        let office = try Office()
        let run = try office.write { try $0.beginImport(fingerprint: "f", source: "s") }
        try office.write(run: run) { writing in
            _ = try writing.insert(Customer(name: "Nordlys"))
            try writing.finishImport(run, rows: 1)
        }
        let customer = RecordReference(.customer, 1)
        try office.write { writing in
            try writing.keep(PlayAnswer(customer, play: "save-call", .later, until: noon.date, by: "", at: noon))
            try writing.note([PlayAdvice(customer, play: "save-call", isHeldBack: true, at: noon)])
            try writing.snooze(customer, until: noon.date, because: nil)
            try writing.keep([StageEntry(customer, from: nil, to: .new, rule: "bought", evidence: "", at: noon)])
        }
        let answer = try #require(try office.read { try $0.playAnswers(of: customer) }.first)
        #expect(answer.kind == .later && answer.until == noon.date && answer.by == office.admin.name)
        #expect(try office.read { try $0.playAdvice() }.map(\.isHeldBack) == [true])
        _ = try office.store.undoImport(run, office.request())
        let left = try office.read {
            try ($0.playAnswers().count, $0.playAdvice().count, $0.stageEntries(of: customer).count)
        }
        #expect(left == (0, 0, 0))
    }
}
