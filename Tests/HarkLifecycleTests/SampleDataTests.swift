import Foundation
import HarkLifecycle
import Testing

struct SampleDataTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("sample-data")

    static let headers: [String: String] = [
        "users.csv": "name,email,role,team",
        "companies.csv": "name,domain,industry,size,city,country",
        "contacts.csv": "name,company,title,email,phone,city",
        "leads.csv": "person,company,source,email,phone,status,owner,amount,currency,created_at,closed_at,"
            + "engagement_score,pages_visited,time_spent,converted,message",
        "customers.csv": "company,owner,since,plan,monthly_value,currency,renewal_date,churned,churned_at",
        "deals.csv": "name,company,contact,lead,amount,currency,stage,created_at,close_date,owner",
        "events.csv": "company,contact,lead,kind,at,note",
        "messages.csv": "company,lead,direction,channel,at,body",
        "tickets.csv": "number,customer,subject,priority,status,opened_at,closed_at",
        "tasks.csv": "subject,related,due,owner,done",
        "engagement.csv": "lead_source,engagement_score,pages_visited,time_spent,converted,churned",
    ]

    /// With `HARK_RECORD=1` stale files are written anew, and the test fails this once.
    @Test func theFilesAreWhatTheSimulationMakes() throws {
        let isRecording = ProcessInfo.processInfo.environment["HARK_RECORD"] == "1"
        var size = 0
        for set in Simulation.sampleSets {
            for file in set.files {
                let place = SampleDataTests.folder.appendingPathComponent(set.folder).appendingPathComponent(file.name)
                let stored = try Data(contentsOf: place)
                let isFresh = stored == Data(file.text.utf8)
                #expect(isFresh, "sample-data/\(set.folder)/\(file.name) is stale")
                if isRecording, !isFresh { try Data(file.text.utf8).write(to: place) }
                let header = try #require(SampleDataTests.headers[file.name])
                #expect(file.text.hasPrefix(header))
                size += stored.count
            }
        }
        #expect(size < 3_000_000)
    }

    @Test func theOriginalsTableIsSixRowsTwentyTimes() throws {
        let file = try #require(Simulation.sampleSets.last?.files.first)
        let rows = file.text.split(separator: "\n").dropFirst()
        #expect(file.name == "engagement.csv")
        #expect(rows.count == 120 && Set(rows).count == 6)
    }
}
