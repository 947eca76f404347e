import HarkCore
import HarkLanguage
import LanguageCorpora

/// How long phrases take beside many names, and how long the names take.
enum LanguageSpeedBench {
    static func run(_ reader: PhraseReader) throws {
        let clock = ContinuousClock()
        var large = NameIndex([])
        let build = clock.measure { large = NameIndex(PhraseBench.records(100_000)) }
        Figure.line("name index of 100,000 records", Figure.milliseconds(build), "1,500 ms")
        var changes: [Duration] = []
        for number in 0..<1_000 {
            let record = NamedRecord(RecordReference(.contact, Int64(number * 2)), name: "Ingrid Solberg \(number)")
            changes.append(clock.measure { large.insert(record) })
        }
        Figure.line("one change of it (p50, p99)", pair(changes), "0.05 ms")
        var context = Larkspur.context()
        context.names = NameIndex(PhraseBench.records(10_000) + Larkspur.records)
        measure("every phrase", (PhraseRow.known + PhraseRow.unseen).map(\.phrase), reader, context)
        measure("what is not the CRM's", PhraseRow.foreign, reader, context)
        measure("64 words of anything", shuffled(), reader, context)
        hangs(reader, context)
    }

    private static func measure(
        _ name: String, _ phrases: [String], _ reader: PhraseReader, _ context: ReadingContext
    ) {
        var times: [Duration] = []
        var slowest: (Duration, String) = (.zero, "")
        for phrase in phrases {
            // The better of two leaves out what other processes did.
            let time = (0..<2).map { _ in ContinuousClock().measure { _ = reader.read(phrase, in: context) } }.min()
            guard let time else { continue }
            times.append(time)
            if time > slowest.0 { slowest = (time, phrase) }
        }
        let most = Figure.milliseconds(slowest.0)
        Figure.line("\(name) (p50, p99, max)", "\(pair(times)), \(most)", "0.15 ms, 1 ms, 5 ms")
        print("  slowest: \(slowest.1.prefix(100))")
    }

    /// Dates that made others search for minutes.
    private static let endless = [
        "from 10:00 on february 29 to 11:00 on february 30", "between feb 29 2023 and feb 29 2025 on a friday the 13th",
        "from monday the 31st of february to tuesday the 30th of february between 9 and 10",
        "between 4:00 pm est on tuesday june 31 and 5 pm on wednesday november 31",
        "from thursday february 30th 2026 at 9:30 am until friday february 31st 2026 at 10:30 pm between 8 and 9",
        "friday 13 february 2027 from 3 to 4 on the 31st of june between monday and tuesday",
    ]

    private static func hangs(_ reader: PhraseReader, _ context: ReadingContext) {
        var slowest = Duration.zero
        for phrase in endless {
            let time = (0..<5).map { _ in ContinuousClock().measure { _ = reader.values(in: phrase, context: context) }
            }
            slowest = max(slowest, time.min() ?? .zero)
        }
        Figure.line("dates that made others hang (max)", Figure.milliseconds(slowest), "1 ms")
    }

    private static func shuffled() -> [String] {
        let words = PhraseRow.known.flatMap { $0.phrase.split(separator: " ") }
        var dice = Dice(seed: 64)
        let random = (0..<200).map { _ in
            (0..<64).map { _ in String(words[dice.next(below: words.count)]) }.joined(separator: " ")
        }
        let repeated = ["and ", "Berg ", "tomorrow ", "delete cobalt and ", "five hundred ", "nora, ", "a week from "]
        return random + repeated.map { String(repeating: $0, count: 64) }
    }

    private static func pair(_ times: [Duration]) -> String {
        let median = Figure.milliseconds(Figure.percentile(0.5, of: times))
        return "\(median), \(Figure.milliseconds(Figure.percentile(0.99, of: times)))"
    }
}
