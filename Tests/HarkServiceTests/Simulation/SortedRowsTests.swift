import Foundation
import HarkCore
import Testing

@testable import HarkLifecycle
@testable import HarkService

struct SortedRowsTests {
    private struct Drawn: Equatable {
        var at: Int64
        var rank: Int64
        var text: String
    }

    /// However little memory there is, rows come back in order, and rows of the same key as they came.
    @Test(arguments: [0, 40, 700, 1 << 20]) func memoryChangesNothing(_ limit: Int) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("hark-sorted-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let user = User(id: Identifier(1), name: "Ann", email: "ann@x.example", role: .rep, team: nil)
        let rows = SimulatedRows(users: [user])
        var generator = SplitMix64(seed: 4)
        let made = (0..<60).map { number -> (SimulatedRow, Drawn) in
            let at = Int64.random(in: -5...5, using: &generator)
            let customer = Int64.random(in: 1...3, using: &generator)
            var account = SimulatedAccount(Company(name: "Oak"))
            account.customer = Customer(name: "Oak, \"\(number)\"")
            account.messages = [
                Message(
                    subject: RecordReference(.customer, customer), direction: .incoming, channel: "email",
                    body: String(repeating: "x", count: number), at: LocalDateTime(secondsSinceEpoch: at))
            ]
            let row = rows.rows(of: account).filter { $0.file == .messages }[0]
            return (row, Drawn(at: at, rank: customer, text: "\"Oak, \"\"\(number)\"\"\""))
        }
        var sorted = SortedRows(in: folder, name: "messages", limit: limit)
        for (row, _) in made { try sorted.add(row) }
        var found: [Drawn] = []
        try sorted.drain { row in
            var text: [UInt8] = []
            row.line.write(to: &text)
            let first = String(decoding: text, as: UTF8.self).components(separatedBy: ",,")[0]
            found.append(Drawn(at: row.at, rank: row.rank, text: first))
        }
        let expected = made.map(\.1).enumerated().sorted {
            ($0.element.at, $0.element.rank, $0.offset) < ($1.element.at, $1.element.rank, $1.offset)
        }
        #expect(found == expected.map(\.element))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }
}
