import HarkCore
import HarkLifecycle
import Testing

struct CohortDrawingTests {
    private func grid() throws -> CohortGrid {
        let start = try Sample.at("2026-01-05").date
        func row(_ counts: [Int], left: Bool = false) -> CohortGrid.Row {
            let end = start.adding(days: counts.count * 7 - 1)
            let record = NamedRecord(RecordReference(.customer, Int64(counts.count)), name: "Tind")
            var row = CohortGrid.Row(record, since: start, until: end, hasLeft: left)
            for (week, count) in counts.enumerated() {
                for _ in 0..<count { row.count(start.adding(days: week * 7 + 6)) }
            }
            return row
        }
        return CohortGrid(.usage, rows: [row([8, 4, 0, 2, 1]), row([0, 6, 12], left: true), row([0])], total: 3)
    }

    @Test func weeksAreShadedUpToTheirEnd() throws {
        let grid = try grid()
        #expect(grid.most == 8)
        #expect(
            grid.rows.map { grid.cells(of: $0, from: 0, columns: 8, .unicode) } == ["█▒ ░░│  ", " ▓█x    ", " │      "])
        #expect(
            grid.rows.map { grid.cells(of: $0, from: 0, columns: 8, .ascii) } == ["#: ..|  ", " *#x    ", " |      "])
        #expect(grid.meanCells(from: 0, columns: 8, .ascii) == ":**..   ")
        #expect(grid.legend(.ascii) == ". 1-2  : 3-4  * 5-6  # 7+  | today  x left")
    }

    @Test func whatIsOutOfSightIsSaid() throws {
        let grid = try grid()
        #expect(grid.cells(of: grid.rows[0], from: 0, columns: 3, .ascii) == "#:>")
        #expect(grid.cells(of: grid.rows[0], from: 3, columns: 4, .ascii) == "..| ")
        #expect(grid.cells(of: grid.rows[0], from: 9, columns: 3, .ascii) == "   ")
        #expect(CohortGrid.scale(from: 0, columns: 14) == "0   4   8   12")
        #expect(CohortGrid.scale(from: 98, columns: 9) == "  100 104")
    }

    @Test func nothingHappenedIsNoError() {
        let grid = CohortGrid(.tickets, rows: [], total: 0)
        #expect(grid.meanCells(from: 0, columns: 4, .ascii) == "    ")
        #expect(grid.legend(.ascii) == "# 1+  | today  x left")
    }
}

struct StandingTests {
    @Test func thePastStandsAsItWasKnownThen() throws {
        let now = try Sample.at("2026-06-28T12:00")
        let events = try [
            Sample.event(.leadCreated, "2025-12-01T10:00"), Sample.event(.demoHeld, "2025-12-20T10:00"),
            Sample.event(.firstPurchase, "2026-01-05T10:00"), Sample.event(.login, "2026-05-10T10:00"),
            Sample.event(.usageDrop, "2026-05-20T10:00"),
        ]
        var detail = RecordDetail(
            reference: RecordReference(.customer, 1), title: "Tind", fields: [.init("Owner", "Maria Lund")],
            scoreHistory: [
                .init(at: try Sample.at("2026-05-01"), value: 12), .init(at: try Sample.at("2026-05-21"), value: 61),
            ],
            events: events)
        detail.ownerChanges = [.init(at: try Sample.at("2026-02-01"), from: "Ole Berg", to: "Maria Lund")]
        let journey = Journey(events, now: now)
        func line(_ at: String) throws -> String { Standing(of: detail, journey, at: try Sample.at(at)).line }
        #expect(try line("2025-11-01") == "as of 2025-11-01: stage none yet, risk not scored yet, owner Ole Berg")
        #expect(try line("2025-12-20T10:00") == "as of 2025-12-20: stage demo, risk not scored yet, owner Ole Berg")
        #expect(try line("2026-05-10T10:00") == "as of 2026-05-10: stage active, risk 12%, health 91, owner Maria Lund")
        #expect(
            try line("2026-05-22T10:00") == "as of 2026-05-22: stage at-risk, risk 61%, health 71, owner Maria Lund")
    }
}
