import Foundation
import Glibc
import HarkCore
import Testing

@testable import HarkStore

/// Noon of a Tuesday; every test's "now".
let noon = LocalDateTime(secondsSinceEpoch: 1_772_539_200)

/// A store with one tenant and its administrator.
struct Office {
    var store: Store
    var tenant: Tenant
    var admin: User

    init(_ location: Store.Location = .memory, slug: String = "larkspur") throws {
        try self.init(Store.open(location), slug: slug)
    }

    init(_ store: Store, slug: String = "larkspur") throws {
        self.store = store
        let maria = User(id: Identifier(0), name: "Maria Lund", email: "maria@lark.example", role: .admin)
        (tenant, admin) = try store.platform.createTenant(slug: slug, name: slug.uppercased(), admin: maria, at: noon)
    }

    func request(_ type: CommandType? = nil, _ title: String = "", run: Int64? = nil) -> WriteRequest {
        WriteRequest(
            tenant: tenant.id, user: admin.id, channel: "tui", at: noon, commandType: type, title: title,
            importRun: run)
    }

    func read<Value>(_ body: (Reading) throws -> Value) throws -> Value { try store.read(tenant.id, body) }

    @discardableResult
    func write<Value>(
        _ type: CommandType? = nil, _ title: String = "", run: Int64? = nil, _ body: (Writing) throws -> Value
    ) throws -> Value {
        try store.write(request(type, title, run: run), body)
    }

    func leads(_ filter: String = "", sort: [SortKey] = []) throws -> [String] {
        let expression = try FilterExpression(filter)
        let query = RecordQuery(.lead, conditions: expression.conditions, words: expression.words, sort: sort)
        return try read { try $0.leads(matching: query, me: admin.id) }.rows.map(\.name)
    }
}

extension Lead {
    /// A lead of a company, created at noon.
    init(_ company: String, person: String = "", email: String? = nil) {
        self.init(person: person, companyName: company, email: email, createdAt: noon)
    }
}

extension Score {
    /// A conversion score of a lead.
    init(lead: Identifier<Lead>, _ probability: Double, _ priority: Priority = .medium) {
        self.init(
            subject: RecordReference(.lead, lead.rawValue), target: .conversion, probability: probability,
            priority: priority, intercept: -1,
            contributions: [
                Contribution(feature: "source", reason: "came by referral", logOdds: 0.1 + 0.2, points: 4),
                Contribution(feature: "pages", reason: "read 9 pages", logOdds: 0.7, points: 12, cohortRate: 0.4),
            ], logOdds: -1 + (0.1 + 0.2) + 0.7, model: "conversion 1", at: noon)
    }
}

/// A folder of its own for each test, removed with the value.
final class Folder {
    let path: String

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("hark-store-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        path = folder.path
    }

    var database: String { path + "/data/hark.db" }

    deinit { remove(path) }

    private func remove(_ path: String) {
        chmod(path, 0o700)
        if let folder = opendir(path) {
            while let entry = readdir(folder) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                if name != ".", name != ".." { self.remove("\(path)/\(name)") }
            }
            closedir(folder)
        }
        Glibc.remove(path)
    }
}
