import Foundation
import HarkCore
import Testing

@testable import HarkService

/// The shipped mappings against the public tables they are for, where those lie beside the project.
struct PublicTableTests {
    static let root = (0..<4).reduce(URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()) { folder, _ in
        folder.deletingLastPathComponent()
    }

    static func table(_ name: String, mapping: String) throws -> (
        rows: [ImportedRow], issues: [String], parser: ImportParser
    )? {
        let file = root.appendingPathComponent("../shared/data/\(name).csv")
        guard let data = try? Data(contentsOf: file) else {
            print("skipped: \(name).csv is not here")
            return nil
        }
        return try parsed(String(decoding: data, as: UTF8.self), file: "\(name).csv", mapping: shipped(mapping))
    }

    static func shipped(_ name: String) throws -> ImportMapping {
        let url = root.appendingPathComponent("sample-data/mappings/\(name).toml")
        return try ImportMapping(toml: String(contentsOf: url, encoding: .utf8))
    }

    @Test func readsXEducation() throws {
        guard let (rows, issues, parser) = try Self.table("xedu", mapping: "xedu") else { return }
        let leads = rows.compactMap { row in
            if case .lead(let lead) = row.record { lead } else { nil }
        }
        #expect(issues == [])
        #expect(leads.count == 9_240)
        #expect(Set(rows.map(\.fingerprint)).count == 9_240)
        #expect(leads.count { $0.converted == true } == 3_561)
        #expect(leads.first?.person == "Lead 660737")
        #expect(leads.first?.source == "Olark Chat")
        #expect(leads.first?.attributes["Page Views Per Visit"] == .number(0))
        #expect(leads.allSatisfy { $0.attributes["Tags"] == nil && $0.attributes["fold"] == nil })
        #expect(leads.allSatisfy { !$0.attributes.values.contains(.text("Select")) })
        #expect(parser.refusedColumns.count == 8)
        #expect(parser.absentColumns == [])
    }

    @Test func readsTelco() throws {
        guard let (rows, issues, parser) = try Self.table("telco", mapping: "telco") else { return }
        let customers = rows.compactMap { row in
            if case .customer(let customer) = row.record { customer } else { nil }
        }
        #expect(issues == [])
        #expect(customers.count == 7_043)
        #expect(customers.count { $0.churned == true } == 1_869)
        #expect(customers.count { $0.attributes["TotalCharges"] == nil } == 11)
        #expect(customers.first?.name == "Customer 7590-VHVEG")
        #expect(customers.first?.monthlyValue == Money(minorUnits: 2_985, currency: "USD"))
        #expect(customers.first?.attributes["tenure"] == .number(1))
        #expect(parser.absentColumns == [])
    }

    @Test func readsEngagement() throws {
        let text = """
            lead_source,engagement_score,pages_visited,time_spent,converted,churned
            web,71,5,12.5,1,0
            ad,20,1,0.5,0,1
            """
        let (rows, issues, parser) = try parsed(text, file: "table.csv", mapping: Self.shipped("engagement"))
        #expect(issues == [])
        guard case .lead(let lead) = try #require(rows.last).record else { return #expect(Bool(false), "no lead") }
        #expect(lead.person == "Lead 2")
        #expect(lead.source == "ad")
        #expect(lead.converted == false)
        #expect(lead.engagementScore == 20)
        #expect(lead.timeSpent == 0.5)
        #expect(lead.attributes.isEmpty)
        #expect(parser.refusedColumns == ["churned"])
    }
}
