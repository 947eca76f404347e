import Foundation
import Testing

@testable import HarkService

/// The shipped sample data goes in without a single complaint.
struct SampleDataTests {
    static let samples = PublicTableTests.root.appendingPathComponent("sample-data")

    @Test("Every file is understood, whole and without unused columns", arguments: ["larkspur", "brightwater"])
    func parses(_ tenant: String) throws {
        let folder = Self.samples.appendingPathComponent(tenant)
        for kind in ImportKind.allCases {
            let name = "\(kind.rawValue).csv"
            let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
            let (rows, issues, parser) = try parsed(text, file: name)
            #expect(!rows.isEmpty)
            #expect(issues == [])
            #expect(parser.kind == kind)
            #expect(parser.unusedColumns == [])
        }
    }

    @Test("A whole tenant goes in, every name finds its record")
    func importsATenant() throws {
        let bench = try ImportBench()
        let report = try bench.importer.run([Self.samples.appendingPathComponent("brightwater").path])
        #expect(report.files.flatMap(\.issues).map(\.text) == [])
        #expect(report.files.map(\.kind) == ImportKind.allCases)
        #expect(report.added + report.duplicates == report.files.reduce(0) { $0 + $1.rows })
        #expect(try bench.leads().count == report.files[ImportKind.leads.place].added)
    }

    @Test("The table of six rows, twenty times each, is six leads")
    func namesTheDuplicates() throws {
        let bench = try ImportBench()
        let options = ImportOptions(mapping: try PublicTableTests.shipped("engagement"))
        let report = try bench.importer.run(
            [Self.samples.appendingPathComponent("engagement.csv").path], options: options)
        #expect(report.rejected == 0)
        #expect(report.added == 6)
        #expect(report.duplicates == 114)
        #expect(report.files[0].refusedColumns == ["churned"])
    }
}
