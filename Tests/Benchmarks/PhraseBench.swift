import HarkCore
import HarkLanguage

/// Phrases against 10,000 names, on one core.
enum PhraseBench {
    static let phrases = [
        "Add a new lead from ABC Corporation", "schedule a meeting with Nora Berg 77 tomorrow at 11",
        "um could you please show me the hot leads from linkedin with score above 70",
        "move the Cobalt 412 Systems deal to negotiation", "note on Delta 9 Systems: asked for a discount",
        "remind me to call Nora Berg 1200 on Thursday at 9", "delete Cobalt 99 Systems", "undo",
        "log a 15 minute call with Ole Moen 3", "what's the weather like in Oslo",
    ]

    static func run() throws {
        let reader = try PhraseReader()
        let clock = ContinuousClock()
        var names = NameIndex([])
        let build = clock.measure { names = NameIndex(records(10_000)) }
        Figure.line("name index of 10,000 records", Figure.milliseconds(build), "100 ms")
        let user = User(id: Identifier(1), name: "Maria", email: "maria@acme.test", role: .rep)
        let now = LocalDateTime(secondsSinceEpoch: 1_772_530_200)
        let context = ReadingContext(now: now, user: user, users: [user], names: names)
        var times: [Duration] = []
        for _ in 0..<50 {
            for phrase in phrases { times.append(clock.measure { _ = reader.read(phrase, in: context) }) }
        }
        complete(PhraseCompleter(reader, names: names, users: [user]))
        let median = Figure.milliseconds(Figure.percentile(0.5, of: times))
        let slow = Figure.milliseconds(Figure.percentile(0.99, of: times))
        Figure.line("phrase to action, 10,000 names (p50, p99)", "\(median), \(slow)", "0.2 ms, 1 ms")
    }

    private static func complete(_ completer: PhraseCompleter) {
        var times: [Duration] = []
        for phrase in phrases {
            for count in 1...phrase.count {
                let text = String(phrase.prefix(count))
                times.append(ContinuousClock().measure { _ = completer.completions(of: text, limit: 6) })
            }
        }
        let median = Figure.milliseconds(Figure.percentile(0.5, of: times))
        let slow = Figure.milliseconds(Figure.percentile(0.99, of: times))
        Figure.line("guess how a phrase goes on, a key (p50, p99)", "\(median), \(slow)", "1 ms")
    }

    /// So many made-up people and companies.
    static func records(_ count: Int) -> [NamedRecord] {
        let firsts = ["Nora", "Ole", "Helen", "Sigrid", "Tomas"]
        let lasts = ["Berg", "Moen", "Marsh", "Vik", "Reed"]
        let companies = ["Cobalt", "Delta", "Bergen", "Aldgate", "Tind"]
        return (0..<count).map { number in
            number.isMultiple(of: 2)
                ? NamedRecord(
                    RecordReference(.contact, Int64(number)),
                    name: "\(firsts[number / 2 % 5]) \(lasts[number / 10 % 5]) \(number)")
                : NamedRecord(
                    RecordReference(.company, Int64(number)), name: "\(companies[number / 2 % 5]) \(number) Systems")
        }
    }
}
