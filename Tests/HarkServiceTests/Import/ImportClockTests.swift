import HarkCore
import Testing

@testable import HarkService

/// What a tenant's wall clock makes of the times of files.
struct ImportClockTests {
    struct Reading: CustomTestStringConvertible, Sendable {
        let written: String
        let shown: String
        var tenant = "Europe/Oslo"
        var file: String?
        var testDescription: String { "\(written) of \(file ?? "nowhere") in \(tenant)" }
    }

    static let readings = [
        // Instants become what the clock on the tenant's wall showed, in winter and in summer.
        Reading(written: "2026-01-15T10:00:00Z", shown: "2026-01-15T11:00"),
        Reading(written: "2026-07-15T10:00:00Z", shown: "2026-07-15T12:00"),
        Reading(written: "2026-07-15T10:00:00+02:00", shown: "2026-07-15T10:00"),
        Reading(written: "2026-07-15 10:00 -0500", shown: "2026-07-15T17:00"),
        Reading(written: "2026-07-15T23:30+00", shown: "2026-07-16T01:30"),
        Reading(written: "2026-07-15 10:00 UTC", shown: "2026-07-15T12:00"),
        Reading(written: "2026-07-15 10:00 gmt+1", shown: "2026-07-15T11:00"),
        Reading(written: "15.07.2026 11:45 PM +05:45", shown: "2026-07-15T20:00"),
        Reading(written: "2025-12-31T23:59:59.999Z", shown: "2026-01-01T00:59"),
        Reading(written: "2026-07-15T10:00Z", shown: "2026-07-15T06:00", tenant: "America/New_York"),
        Reading(written: "2026-07-15t10:00z", shown: "2026-07-15T15:30", tenant: "Asia/Kolkata"),
        // The night on which clocks are put forward: 01:59 is followed by 03:00.
        Reading(written: "2026-03-29T00:59Z", shown: "2026-03-29T01:59"),
        Reading(written: "2026-03-29T01:00Z", shown: "2026-03-29T03:00"),
        Reading(written: "2026-03-29T02:30", shown: "2026-03-29T02:30"),
        Reading(written: "2026-03-29T02:30", shown: "2026-03-29T01:30", tenant: "UTC", file: "Europe/Oslo"),
        Reading(written: "2026-03-29T02:30", shown: "2026-03-29T03:30", file: "Europe/Berlin"),
        // The night on which they are put back: 02:30 comes twice.
        Reading(written: "2026-10-25T00:30Z", shown: "2026-10-25T02:30"),
        Reading(written: "2026-10-25T01:30Z", shown: "2026-10-25T02:30"),
        Reading(written: "2026-10-25T02:30", shown: "2026-10-25T00:30", tenant: "UTC", file: "Europe/Oslo"),
        // A file may say where its clock hung; a day is the same day everywhere.
        Reading(written: "2026-07-15 09:00", shown: "2026-07-15T15:00", file: "America/New_York"),
        Reading(written: "2026-07-15", shown: "2026-07-15T00:00", file: "America/New_York"),
        Reading(written: "2026-07-15T10:00Z", shown: "2026-07-15T12:00", file: "America/New_York"),
        // Leap days, and years in which clocks were not moved.
        Reading(written: "2024-02-28T23:30Z", shown: "2024-02-29T00:30"),
        Reading(written: "2024-02-29T23:30Z", shown: "2024-03-01T00:30"),
        Reading(written: "1970-01-01T00:00Z", shown: "1970-01-01T01:00"),
    ]

    @Test(arguments: readings) func showsTheTenantsTime(_ reading: Reading) throws {
        let clock = ImportClock(tenant: reading.tenant, file: reading.file)
        #expect(clock.wall(try ImportedDate(reading.written, order: nil)).description == reading.shown)
    }

    @Test func aMappingNamesTheZoneOfItsFile() throws {
        let mapping = try ImportMapping(toml: "time_zone = \"Asia/Tokyo\"")
        var parser = try ImportParser(
            CSVReader(bytes: Array("company,kind,at\nOak,call,2026-07-15 09:00\n".utf8)), file: "events.csv",
            mapping: mapping, setting: ImportSetting(now: Office.noon, currency: "EUR", zoneName: "Europe/Oslo"))
        guard case .row(let row)? = try parser.next(), case .event(let event) = row.record else {
            return #expect(Bool(false), "no event")
        }
        #expect(event.at.description == "2026-07-15T02:00")
        let wrong = #expect(throws: ImportMappingError.self) { try ImportMapping(toml: "time_zone = \"Atlantis\"") }
        #expect(wrong?.message.contains("the name of a time zone") == true)
    }
}
