import Foundation
import HarkCore
import HarkStore

extension Session {
    /// Brings in a file because a phrase asked for it; undo takes out what it brought in.
    func importing(_ path: String) throws(ServiceError) -> Reply {
        let report = try importFiles(ImportRequest(paths: [Session.expanded(path)]))
        if let earlier = report.earlierRun {
            return Reply("\(path) was imported before, as run \(earlier), so nothing was done.")
        }
        let text = "Imported \(Session.summary(report)) from \(path)"
        guard let run = report.run else { return Reply("\(text).") }
        return try write(request(.importRecords, title: text)) { writing in
            try writing.journalImport(run, note: text)
            return Reply("\(text).", changed: true)
        }
    }

    /// What importing a file would bring, in words for a question; nothing is written.
    ///
    /// - Throws: As ``importFiles(_:progress:)``.
    func preview(ofImport path: String) throws(ServiceError) -> String {
        var request = ImportRequest(paths: [Session.expanded(path)])
        request.isDryRun = true
        let report = try importFiles(request)
        if let earlier = report.earlierRun {
            return "\(path) was imported before, as run \(earlier): it will not be read again. Go on all the same?"
        }
        var text = "Import \(Session.summary(report)) from \(path)?"
        if let issue = report.files.flatMap(\.issues).first {
            text += " The first row that does not fit: \(issue.text)"
        }
        return text
    }

    /// `118 leads and 3 contacts; 2 rows do not fit`
    private static func summary(_ report: ImportReport) -> String {
        var counts: [(String, Int)] = []
        for file in report.files {
            if let index = counts.firstIndex(where: { $0.0 == file.kind.rawValue }) {
                counts[index].1 += file.added
            } else {
                counts.append((file.kind.rawValue, file.added))
            }
        }
        let added = counts.map { "\($0.1) \($0.0)" }.joined(separator: " and ")
        let known = report.duplicates > 0 ? "; \(report.duplicates) are there already" : ""
        let wrong = report.rejected > 0 ? "; \(report.rejected) do not fit" : ""
        return added + known + wrong
    }

    /// `~/x.csv` with the home folder in place.
    private static func expanded(_ path: String) -> String { (path as NSString).expandingTildeInPath }
}
