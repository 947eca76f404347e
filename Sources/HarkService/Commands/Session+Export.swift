import Foundation
import HarkCore
import HarkStore

extension Session {
    /// Writes the records of a list to a new CSV file in the working folder, and notes that in the audit chain.
    func answerExport(_ query: RecordQuery) throws(ServiceError) -> Reply {
        let lines = try exportLines(query)
        let name = try Session.write(lines.joined(), named: "\(query.kind.plural)-\(now.date)")
        let text = "Exported \(Session.counted(lines.count - 1, query.kind)) to \(name)"
        try write(request(.exportRecords, title: text, journalled: false)) { _ in }
        return Reply("\(text).")
    }

    /// The lines of the file, the names of the columns first; no cell runs as a formula.
    ///
    /// Who may only transfer records of their own gets no others.
    func exportLines(_ query: RecordQuery) throws(ServiceError) -> [String] {
        try require(.run, .transfer)
        var query = query
        query.page = Page(limit: Int(Int32.max))
        if user.role.scope(of: Permission(.run, .transfer)) == .own {
            query.conditions.append(Condition(.owner, .equals, .me))
        }
        let table =
            switch query.kind {
            case .lead: try leadTable(query)
            case .customer: try customerTable(query)
            default:
                [["id", "name", "detail"]]
                    + (try records(query)).rows.map { ["\($0.reference.id)", $0.name, $0.detail] }
            }
        return table.map(CSVWriter.line)
    }

    private func leadTable(_ query: RecordQuery) throws(ServiceError) -> [[String]] {
        let header = [
            "id", "name", "person", "stage", "score", "priority", "source", "owner", "amount", "currency", "created",
            "last_touch",
        ]
        return [header]
            + (try leads(query)).rows.map { row in
                [
                    "\(row.id)", row.name, row.person, row.stage, row.score.map { "\(Int($0.rounded()))" } ?? "",
                    row.priority?.rawValue ?? "", row.source ?? "", row.ownerName ?? "",
                    row.amount.map { "\($0.major)" } ?? "", row.amount?.currency ?? "", row.createdAt.description,
                    row.lastTouch?.description ?? "",
                ]
            }
    }

    private func customerTable(_ query: RecordQuery) throws(ServiceError) -> [[String]] {
        let header = ["id", "name", "stage", "risk", "plan", "monthly_value", "currency", "since", "renewal_date"]
        return [header]
            + (try customers(query)).rows.map { row in
                [
                    "\(row.id)", row.name, row.stage?.rawValue ?? "", row.risk.map { "\($0)" } ?? "", row.plan ?? "",
                    row.monthlyValue.map { "\($0.major)" } ?? "", row.monthlyValue?.currency ?? "",
                    row.since?.description ?? "", row.renewalDate?.description ?? "",
                ]
            }
    }

    /// Writes a text to a file that was not there before; the name gets a number where it is taken.
    private static func write(_ text: String, named name: String) throws(ServiceError) -> String {
        for number in 1...99 {
            let file = number == 1 ? "\(name).csv" : "\(name)-\(number).csv"
            guard !FileManager.default.fileExists(atPath: file) else { continue }
            do {
                try Data(text.utf8).write(to: URL(fileURLWithPath: file), options: .withoutOverwriting)
                return file
            } catch { throw .storage("\(file) cannot be written here: \(error.localizedDescription)") }
        }
        throw .badInput("There are 99 files called \(name) here already.")
    }
}
