import Crypto
import GRDB
import HarkCore

/// The rows of the audit trail, each sealed with a code over itself and the row before it.
struct AuditChain: Sendable {
    private let key: SymmetricKey

    /// Wraps the secret, 32 bytes.
    init(key: [UInt8]) { self.key = SymmetricKey(data: key) }

    /// The code of the row before the first.
    static let start = String(repeating: "0", count: 64)

    /// HMAC-SHA256 over the row and the code before it, every part preceded by its length.
    func code(of row: AuditRow, tenant: Identifier<Tenant>, after previous: String) -> String {
        let user = row.user.map(\.description) ?? ""
        let parts = [
            tenant.description, String(row.sequence), String(row.at.secondsSinceEpoch), user, row.channel, row.action,
            row.object ?? "", row.fields, row.outcome, previous,
        ]
        var code = HMAC<SHA256>(key: key)
        for part in parts.map({ Array($0.utf8) }) {
            code.update(data: withUnsafeBytes(of: UInt64(part.count).bigEndian) { Array($0) })
            code.update(data: part)
        }
        return Array(code.finalize()).hexadecimal
    }

    /// A hash of a field's value that tells nobody without the key what it is; 64 bits in hexadecimal.
    private func hash(_ value: DatabaseValue, field: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Array("\(field)=\(value)".utf8), using: key)
        return Array(code.prefix(8)).hexadecimal
    }

    /// The rows a change leaves: one for each changed record, or one with counts where no images were kept.
    func entries(for session: WriteSession, changeCounts: [String: Int]) throws -> [AuditRow] {
        let request = session.request
        func row(_ action: String, _ object: String?, _ fields: JSONValue, _ outcome: String) -> AuditRow {
            AuditRow(
                sequence: 0, at: request.at, user: request.user, channel: request.channel, action: action,
                object: object, fields: fields.compact, outcome: outcome)
        }
        let action = request.commandType?.rawValue ?? (request.importRun == nil ? "CHANGE" : "IMPORT")
        var rows = session.images.filter { $0.before != $0.after }.map { image in
            row(action, "\(image.schema.name) \(image.id)", changes(in: image), "done")
        }
        if session.images.isEmpty, !changeCounts.isEmpty {
            let counts = changeCounts.sorted { $0.key < $1.key }
            let fields = JSONValue.object(counts.map { .init($0.key, .integer($0.value)) })
            rows.append(row(action, request.importRun.map { "import_run \($0)" }, fields, "done"))
        }
        for remark in session.remarks {
            let object = remark.object.map { "\($0.kind.rawValue) \($0.id)" }
            rows.append(row(remark.action, object, .object([]), remark.outcome))
        }
        return rows
    }

    private func changes(in image: RowImage) -> JSONValue {
        let none = [DatabaseValue](repeating: .null, count: image.schema.stated.count)
        let values = zip(image.before ?? none, image.after ?? none)
        let changed = zip(image.schema.stated, values).filter { $0.1.0 != $0.1.1 }
        return .object(changed.map { .init($0.0, .string(hash($0.1.1, field: $0.0))) })
    }

    /// Writes rows at the end of the chain.
    func append(_ rows: [AuditRow], in session: WriteSession) throws {
        guard !rows.isEmpty else { return }
        let last = "SELECT mac FROM audit ORDER BY id DESC LIMIT 1"
        var previous = try String.fetchOne(session.database, sql: last) ?? AuditChain.start
        for row in rows {
            var row = row
            row.sequence = try session.nextNumber(in: Schema.audit)
            let code = code(of: row, tenant: session.request.tenant, after: previous)
            try session.run(
                "audit", Schema.audit, { $0.insert },
                [
                    session.tenant, stored(row.sequence), stored(row.at), stored(row.user), stored(row.channel),
                    stored(row.action), stored(row.object), stored(row.fields), stored(row.outcome),
                    stored(previous), stored(code),
                ])
            previous = code
        }
    }
}

extension [UInt8] {
    /// Two lower-case digits a byte.
    var hexadecimal: String {
        map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
