import HarkCore
import HarkLanguage
import LanguageCorpora

/// Measures how well phrases are read: each command under each noise, and the gates over all.
enum LanguageBench {
    static func run(_ arguments: [String]) throws {
        let reader = try PhraseReader()
        let isListing = arguments.contains("list")
        for (name, rows) in [("known", PhraseRow.known), ("unseen", PhraseRow.unseen), ("latest", PhraseRow.latest)] {
            var table = NoiseTable(rows: rows)
            table.measure(reader, isListing: isListing && name != "known")
            table.print(name)
        }
        foreign(reader, isListing: isListing)
        values(reader, isListing: isListing)
        try LanguageSpeedBench.run(reader)
    }

    /// The tables of typed values, each in its convention.
    private static func values(_ reader: PhraseReader, isListing: Bool) {
        for table in ValueRow.tables {
            let misread = table.misread(by: reader)
            let negatives = table.rows.filter { $0.expected == "none" }.count
            let alarms = misread.filter { $0.row.expected == "none" }.count
            let positives = table.rows.count - negatives
            Figure.line(
                "values, \(table.name)", Figure.share(positives - misread.count + alarms, of: positives),
                "nothing where nothing is \(negatives - alarms) of \(negatives)")
            if isListing { for (row, found) in misread { print("  \(row.phrase): \(row.expected), found \(found)") } }
        }
    }

    /// What is not about the CRM: how much stays unknown or is asked back, and what would write.
    private static func foreign(_ reader: PhraseReader, isListing: Bool) {
        var unknown = 0
        var asked = 0
        var writes = 0
        for phrase in PhraseRow.foreign {
            let actions = reader.read(phrase, in: Larkspur.context())
            let isWrite = actions.contains { $0.status == .ready && $0.command?.writes == true }
            writes += isWrite ? 1 : 0
            if actions[0].commandType == .unknown {
                unknown += 1
            } else if actions[0].status != .ready {
                asked += 1
            }
            if isListing, isWrite || actions[0].commandType != .unknown {
                print("  \(isWrite ? "WRITES" : actions[0].status.rawValue) \(phrase) → \(actions[0].summary)")
            }
        }
        let count = PhraseRow.foreign.count
        Figure.line("foreign: unknown", Figure.share(unknown, of: count), "")
        Figure.line("foreign: unknown or asked back", Figure.share(unknown + asked, of: count), "≥ 97 %")
        Figure.line("foreign: would write", "\(writes)", "0")
    }
}

extension Action {
    /// The command, its standing and its entities in one line.
    var summary: String {
        let certainty = (confidence * 100).rounded() / 100
        return "\(commandType.rawValue) \(status.rawValue) \(entities.compact) \(certainty)"
    }
}
