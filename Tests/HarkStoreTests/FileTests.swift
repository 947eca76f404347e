import GRDB
import Glibc
import HarkCore
import Testing

@testable import HarkStore

struct FileTests {
    let folder: Folder

    init() throws { folder = try Folder() }

    private var location: Store.Location { .file(folder.database) }

    private func bytes(_ path: String) throws -> [UInt8] {
        let file = try #require(fopen(path, "rb"))
        defer { fclose(file) }
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        let count = fread(&buffer, 1, buffer.count, file)
        return Array(buffer.prefix(count))
    }

    private func write(_ bytes: [UInt8], _ path: String) throws {
        let file = try #require(fopen(path, "wb"))
        defer { fclose(file) }
        #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
    }

    private func mode(_ path: String) -> mode_t {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
    }

    /// Makes a database with some rows and closes it.
    private func fill() throws -> Identifier<Tenant> {
        let office = try Office(location)
        try office.write { writing in
            for number in 1...200 { _ = try writing.insert(Lead("Lead \(number)")) }
        }
        return office.tenant.id
    }

    /// Expects opening to fail with an error that begins as given, and the file to stay as it is.
    private func expectRefusal(_ beginning: String, _ comment: Comment? = nil) throws {
        let before = try bytes(folder.database)
        var message = ""
        do { _ = try Store.open(location) } catch { message = error.description }
        #expect(message.hasPrefix(folder.database + beginning), comment)
        #expect(try bytes(folder.database) == before, comment)
    }

    @Test func aNewDatabaseBelongsToItsOwner() throws {
        umask(0)
        defer { umask(0o022) }
        let tenant = try fill()
        let store = try Store.open(location)
        try store.write(WriteRequest(tenant: tenant, user: Identifier(1), channel: "cli", at: noon)) {
            _ = try $0.insert(Lead("More"))
        }
        #expect(mode(folder.path + "/data") == 0o700)
        for suffix in ["", "-wal", "-shm", ".lock"] { #expect(mode(folder.database + suffix) == 0o600, "\(suffix)") }
        #expect(mode(folder.path + "/data/audit.key") == 0o600)
    }

    @Test func rowsAreThereAfterReopening() throws {
        let tenant = try fill()
        let store = try Store.open(location)
        #expect(try store.read(tenant) { try $0.names() }.count == 200)
        #expect(try store.platform.tenant(slug: "larkspur").id == tenant)
    }

    @Test func everyCommitReachesTheDisk() throws {
        let store = try Office(location).store
        let settings = try store.writer.writeWithoutTransaction { database in
            try ["synchronous", "journal_mode", "foreign_keys", "busy_timeout"].map {
                try String.fetchOne(database, sql: "PRAGMA \($0)")
            }
        }
        #expect(settings == ["2", "wal", "1", "5000"])
    }

    @Test func aNewerDatabaseIsRefused() throws {
        _ = try fill()
        do {
            let store = try Store.open(location)
            try store.writer.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 99") }
        }
        try expectRefusal(" was written by a newer Hark (format 99)")
    }

    @Test func aNewerDatabaseInTheLogIsRefused() throws {
        let store = try Office(location).store
        try store.writer.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 99") }
        #expect(throws: StoreError.newer(path: folder.database, version: 99)) { try Store.open(location) }
    }

    @Test func otherFilesAreRefused() throws {
        _ = try fill()
        let good = try bytes(folder.database)
        var bad = good
        bad[0] = 0
        try write(bad, folder.database)
        try expectRefusal(" is no Hark database", "bad header")
        try write(Array("name,company\nLiv,Acme\n".utf8), folder.database)
        try expectRefusal(" is no Hark database", "a text file")
        bad = good
        bad.replaceSubrange(68..<72, with: [1, 2, 3, 4])
        try write(bad, folder.database)
        try expectRefusal(" is no Hark database", "another program's")
        bad.replaceSubrange(68..<72, with: [0, 0, 0, 0])
        bad.replaceSubrange(60..<64, with: [0, 0, 0, 0])
        try write(bad, folder.database)
        try expectRefusal(" is no Hark database", "an unmarked one with tables")
        try write(Array(good.prefix(50)), folder.database)
        try expectRefusal(" is no Hark database", "half a header")
    }

    @Test func aTruncatedFileIsRefused() throws {
        _ = try fill()
        let good = try bytes(folder.database)
        for length in [4_096, good.count / 2, good.count - 1] {
            try write(Array(good.prefix(length)), folder.database)
            try expectRefusal(" is damaged", "\(length) bytes")
        }
    }

    @Test func aDamagedPageIsToldApart() throws {
        let tenant = try fill()
        var bad = try bytes(folder.database)
        for index in 4_096 * 3..<bad.count where index % 4_096 < 100 { bad[index] = 0xAA }
        try write(bad, folder.database)
        // Without an unclean end only the header is looked at; the page is noticed when it is read.
        var message = ""
        do {
            _ = try Store.open(location).read(tenant) { try $0.names() }
        } catch { message = error.description }
        #expect(message.contains("is damaged"))
        #expect(try bytes(folder.database) == bad)
    }

    @Test func afterAnUncleanEndTheWholeFileIsChecked() throws {
        _ = try fill()
        var bad = try bytes(folder.database)
        for index in 4_096 * 3..<bad.count where index % 4_096 < 100 { bad[index] = 0xAA }
        try write(bad, folder.database)
        try write([1, 2, 3], folder.database + "-wal")
        chmod(folder.database + "-wal", 0o600)
        try expectRefusal(" is damaged")
    }

    static let exposures: [(String, mode_t)] = [
        ("/data/hark.db", 0o640), ("/data/hark.db", 0o604), ("/data/audit.key", 0o644), ("/data", 0o770),
        ("/data", 0o702),
        ("/data/hark.db.lock", 0o660),
    ]

    @Test(arguments: exposures) func whatOthersCanOpenIsRefused(_ path: String, _ bits: mode_t) throws {
        _ = try fill()
        chmod(folder.path + path, bits)
        #expect(throws: StoreError.exposed(path: folder.path + path)) { try Store.open(location) }
        chmod(folder.path + path, path == "/data" ? 0o700 : 0o600)
        _ = try Store.open(location)
    }

    @Test func aLinkOrFolderInTheFilesPlaceIsRefused() throws {
        _ = try fill()
        let link = folder.path + "/data/link.db"
        symlink(folder.database, link)
        #expect(throws: StoreError.self) { try Store.open(.file(link)) }
        mkdir(folder.path + "/data/folder.db", 0o700)
        #expect(throws: StoreError.self) { try Store.open(.file(folder.path + "/data/folder.db")) }
        #expect(throws: StoreError.self) { try Store.open(.file(folder.database + "/below.db")) }
    }

    /// Nobody, not even the superuser, may write there.
    @Test(arguments: ["/proc/hark.db", "/proc/hark/hark.db", "/sys/hark.db"])
    func aFolderThatCannotBeWrittenIsTold(_ path: String) throws {
        var message = ""
        do { _ = try Store.open(.file(path)) } catch { message = error.description }
        #expect(message.contains("cannot be used"))
    }

    @Test func anUpdateKeepsACheckedCopy() throws {
        let tenant = try fill()
        let step = Migration(version: Migration.all.newest + 1, statements: ["CREATE TABLE extra (id INTEGER) STRICT"])
        let store = try Store.open(location, migrations: Migration.all + [step])
        #expect(try store.read(tenant) { try $0.names() }.count == 200)
        let copy = folder.database + ".version\(Migration.all.newest)"
        #expect(mode(copy) == 0o600)
        #expect(try Store.open(.file(copy)).read(tenant) { try $0.names() }.count == 200)
        #expect(throws: StoreError.newer(path: folder.database, version: Int(step.version))) {
            try Store.open(location)
        }
    }

    @Test func aFailedUpdateChangesNothing() throws {
        let tenant = try fill()
        let broken = Migration(
            version: Migration.all.newest + 1, statements: ["CREATE TABLE extra (id INTEGER) STRICT", "NONSENSE"])
        #expect(throws: StoreError.self) { try Store.open(location, migrations: Migration.all + [broken]) }
        let store = try Store.open(location)
        #expect(try store.read(tenant) { try $0.names() }.count == 200)
        #expect(throws: (any Error).self) { try store.writer.read { try Row.fetchAll($0, sql: "SELECT * FROM extra") } }
    }

    @Test func aBackupIsWholeWhileOthersWrite() throws {
        let office = try Office(location)
        try office.write { _ = try $0.insert(Lead("Acme")) }
        let copy = folder.path + "/copies/hark.db"
        try office.store.backUp(to: copy)
        try office.write { _ = try $0.insert(Lead("Later")) }
        #expect(try Store.open(.file(copy)).read(office.tenant.id) { try $0.names() }.map(\.name) == ["Acme"])
    }

    @Test func otherProgramsChangesAreNoticed() throws {
        let office = try Office(location)
        let other = try Store.open(location)
        let before = other.changeCount
        #expect(other.changeCount == before)
        try office.write { _ = try $0.insert(Lead("Acme")) }
        #expect(other.changeCount != before)
        #expect(try other.read(office.tenant.id) { try $0.names() }.count == 1)
    }

    @Test func writersWaitForEachOther() async throws {
        let office = try Office(location)
        let location = location
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 1...4 {
                group.addTask {
                    let store = try Store.open(location)
                    for _ in 1...10 {
                        try store.write(office.request(.createLead, "Added")) { _ = try $0.insert(Lead("Acme")) }
                    }
                }
            }
            try await group.waitForAll()
        }
        let ids = try office.read { try $0.leads(named: "Acme") }.map(\.id.rawValue)
        #expect(ids == Array(1...40))
        #expect(try office.read { try $0.verifyAudit() } == .intact(rows: 42))
    }

    @Test func firstOpeningsAtOnceMakeOneDatabase() async throws {
        let location = location
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 1...4 { group.addTask { try Store.open(location).platform.tenants().count } }
            for try await count in group { #expect(count == 0) }
        }
    }

    /// A released version of the format never changes: later ones add steps.
    @Test func versionOneIsWhatItWas() {
        var fingerprint = FileFingerprint()
        for statement in Schema.version1 { fingerprint.update(Array(statement.utf8)) }
        #expect(fingerprint.text == "055bf58fbebf71511186d681503f2fa04164c254f3cb55cbe457cffe7012e7f4")
    }
}
