import Foundation
import HarkCore
import HarkLifecycle
import Testing

@testable import HarkService

/// `sample-data` is what the simulation makes, to the last byte.
struct SampleFilesTests {
    private static let samples = PublicTableTests.root.appendingPathComponent("sample-data")

    /// With `HARK_RECORD=1` stale files are written anew, and the test fails this once.
    private func expectFresh(_ fresh: Data, at place: URL) throws {
        let isFresh = (try? Data(contentsOf: place)) == fresh
        #expect(isFresh, "\(place.lastPathComponent) in \(place.deletingLastPathComponent().path) is stale")
        if !isFresh, ProcessInfo.processInfo.environment["HARK_RECORD"] == "1" { try fresh.write(to: place) }
    }

    @Test(arguments: [0, 1]) func theTenantsAreFresh(_ number: Int) throws {
        let settings = try Simulation.samples()[number]
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("hark-samples-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let counts = try SimulationFolder.write(settings, to: folder.path)
        #expect(counts[.customers] == settings.customers && counts[.leads] == settings.leads)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 10)
        for file in SimulatedFile.allCases {
            let fresh = try Data(contentsOf: folder.appendingPathComponent(file.name))
            #expect(fresh.count < 1_500_000)
            let kept = Self.samples.appendingPathComponent(settings.slug).appendingPathComponent(file.name)
            try expectFresh(fresh, at: kept)
        }
    }

    @Test func theOriginalsTableIsSixRowsTwentyTimes() throws {
        let table = Simulation.engagementTable
        let rows = table.split(separator: "\n").dropFirst()
        #expect(rows.count == 120 && Set(rows).count == 6)
        try expectFresh(Data(table.utf8), at: Self.samples.appendingPathComponent("engagement.csv"))
    }
}
