import HarkService

extension ImportReport {
    /// What an import did, for people: a line a file, what is wrong with its place, and how to take it back.
    func text(isDryRun: Bool) -> String {
        if let earlierRun {
            return "These files were imported before, as import \(earlierRun); nothing was changed."
        }
        var lines = files.flatMap { $0.lines(isDryRun: isDryRun) }
        if isDryRun {
            lines.append("Nothing was written; leave out --dry-run to import.")
        } else if let run {
            lines.append("This was import \(run); 'hark import --undo \(run)' takes it back.")
        }
        return lines.joined(separator: "\n")
    }
}

extension ImportReport.File {
    fileprivate func lines(isDryRun: Bool) -> [String] {
        var parts = ["\(added) \(kind.rawValue) \(isDryRun ? "would be added" : "added")"]
        if duplicates > 0 { parts.append("\(duplicates) there already") }
        if rejected > 0 { parts.append("\(rejected) rejected") }
        var lines = ["\(name): \(parts.joined(separator: ", ")) of \(rows) rows"]
        lines += issues.map { "  \($0.text)" }
        if rejected > issues.count { lines.append("  … and \(rejected - issues.count) more") }
        if !duplicateLines.isEmpty {
            let places = duplicateLines.map { String($0) }.joined(separator: ", ")
            let more = duplicates > duplicateLines.count ? " …" : ""
            lines.append("  there already, in the tenant or above: line\(duplicates == 1 ? "" : "s") \(places)\(more)")
        }
        for (words, tally) in [
            ("in the future, kept as planned", ahead), ("before the customer's first day, kept", early),
        ] {
            guard let first = tally.firstLine else { continue }
            lines.append("  \(tally.count.counted("event")) \(words): first on line \(first)")
        }
        let remarks = [
            ("columns kept nowhere", unusedColumns),
            ("columns passed over as written after the outcome", refusedColumns),
            ("columns the mapping names and the file does not have", absentColumns),
        ]
        for (words, columns) in remarks where !columns.isEmpty {
            lines.append("  \(words): \(columns.joined(separator: ", "))")
        }
        return lines
    }
}
