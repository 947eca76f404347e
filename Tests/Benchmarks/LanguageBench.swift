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
        calibration(reader)
        heardNames(reader)
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
        for (name, sentences) in ForeignTally.sets {
            let tally = ForeignTally(sentences, reader)
            Figure.line("\(name): unknown", Figure.share(tally.unknown, of: tally.count), "")
            Figure.line(
                "\(name): unknown or asked back", Figure.share(tally.unknown + tally.asked, of: tally.count), "≥ 97 %")
            Figure.line("\(name): would write", "\(tally.writes)", "0")
        }
        guard isListing else { return }
        for phrase in PhraseRow.foreign {
            let actions = reader.read(phrase, in: Larkspur.context())
            for action in actions where action.commandType != .unknown { print("  \(phrase) → \(action.summary)") }
        }
    }

    /// How far the confidence of readings is from what became of them.
    private static func calibration(_ reader: PhraseReader) {
        let claims = Calibration.unseen(by: reader)
        let errors = [Calibration.bins(of: claims), Calibration.equalBins(of: claims)]
            .map { "\((Calibration.error($0) * 1e4).rounded() / 1e4)" }
        Figure.line("calibration of \(claims.count) (width, count)", errors.joined(separator: ", "), "≤ 0.05")
    }

    /// Names as speech recognition hears them, among 2,000.
    private static func heardNames(_ reader: PhraseReader) {
        let index = NameIndex(HeardName.records)
        for (name, names) in [("held out", HeardName.all.filter(\.isHeldOut)), ("all", HeardName.all)] {
            let tally = HeardTally(names, in: index, reader)
            let shares = [tally.first, tally.amongThree].map { Figure.share($0, of: tally.count) }
            Figure.line("heard names, \(name): top 1, top 3", shares.joined(separator: ", "), "≥ 82 %, ≥ 92 %")
            Figure.line("  heard as written", Figure.share(tally.exact, of: tally.count), "")
            let met = [tally.shown, tally.offered, tally.mistaken].map(String.init).joined(separator: ", ")
            Figure.line("  whole sentences shown, offered, mistaken", met, "")
        }
    }
}

extension Action {
    /// The command, its standing and its entities in one line.
    var summary: String {
        let certainty = (confidence * 100).rounded() / 100
        return "\(commandType.rawValue) \(status.rawValue) \(entities.compact) \(certainty)"
    }
}
