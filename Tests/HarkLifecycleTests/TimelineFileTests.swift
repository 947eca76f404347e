import Foundation
import HarkCore
import Testing

@testable import HarkLifecycle

/// The files a timeline becomes: a calendar and a picture.
struct TimelineFileTests {
    static let hostile = "Müller; Søn, \\ & <script>alert(1)</script>\u{1B}[31m\u{202E}\r\nBEGIN:VEVENT \"x\" ' ]]> 🇳🇴"

    static func ahead() throws -> [Event] {
        let subject = RecordReference(.customer, 7)
        var task = Event(subject: subject, kind: .task, at: try Sample.at("2026-07-20T09:00"), note: hostile)
        task.id = Identifier(12)
        return try [
            task, Event(subject: subject, kind: .meeting, at: Sample.at("2026-07-03T09:30"), note: "kick-off"),
            Event(subject: subject, kind: .renewal, at: Sample.at("2026-09-01")),
            Event(subject: subject, kind: .churnPredicted, at: Sample.at("2026-09-26T12:00"), note: "62%"),
            Event(subject: subject, kind: .call, at: Sample.at("2026-01-03T09:30"), note: "long over"),
        ]
    }

    private func calendar(_ events: [Event], past: Bool = false) throws -> String {
        TimelineCalendar.text(
            [("Tind & Søn", events)], tenant: "larkspur", now: try Sample.at("2026-06-28T12:00"),
            stamp: try Sample.at("2026-06-28T10:00"), includesPast: past)
    }

    @Test func theCalendarHoldsWhatLiesAhead() throws {
        let lines = try calendar(TimelineFileTests.ahead()).replacing("\r\n ", with: "").split(separator: "\r\n")
        #expect(lines.first == "BEGIN:VCALENDAR" && lines.last == "END:VCALENDAR")
        #expect(
            lines.filter { $0.hasPrefix("UID:") } == [
                "UID:customer-7-meeting-20260703@larkspur.hark", "UID:customer-7-task-12@larkspur.hark",
                "UID:customer-7-renewal-20260901@larkspur.hark", "UID:customer-7-churn-predicted@larkspur.hark",
            ])
        #expect(lines.contains("DTSTART:20260703T093000") && lines.contains("DUE:20260720T090000"))
        #expect(lines.contains("DTSTART;VALUE=DATE:20260901") && lines.contains("DTSTART;VALUE=DATE:20260926"))
        #expect(lines.contains("SUMMARY:Note: churn predicted 62%\\, Tind & Søn"))
        #expect(lines.count { $0 == "DTSTAMP:20260628T100000Z" } == 4)
        #expect(try calendar(TimelineFileTests.ahead(), past: true).contains("UID:customer-7-call-20260103@"))
    }

    @Test func theCalendarKeepsToItsFormatWhateverTheWords() throws {
        let text = try calendar(TimelineFileTests.ahead())
        #expect(text.utf8.split(separator: UInt8(ascii: "\n")).allSatisfy { $0.count <= 76 && $0.last == 13 })
        let whole = text.replacing("\r\n ", with: "")
        #expect(whole.contains(#"Task Müller\; Søn\, \\ & <script>alert(1)</script>�[31m�\nBEGIN:VEVENT "x" ' ]]> 🇳🇴"#))
        #expect(whole.components(separatedBy: "\r\n").count { $0 == "BEGIN:VEVENT" } == 3)
        #expect(text.unicodeScalars.allSatisfy { $0 == "\r" || $0 == "\n" || !PlainMarkup.isUnsafe($0) })
    }

    @Test func theSameEventHasTheSameName() throws {
        var later = try TimelineFileTests.ahead()
        later[0].at = later[0].at.adding(days: 3)
        later[3].at = later[3].at.adding(days: 9)
        func names(_ text: String) -> Set<Substring> {
            Set(text.split(separator: "\r\n").filter { $0.hasPrefix("UID:") })
        }
        #expect(try names(calendar(later)) == names(calendar(TimelineFileTests.ahead())))
        let twins = try [
            Sample.event(.meeting, "2026-07-03T09:30", "a"), Sample.event(.meeting, "2026-07-03T09:30", "b"),
        ]
        #expect(try names(calendar(twins)).count == 2)
    }

    @Test func thePictureStandsAlone() throws {
        let now = try Sample.at("2026-06-28T12:00")
        let events = try Sample.journey() + [Sample.event(.churnPredicted, "2026-07-28", "62%")]
        let window = TimelineWindow.fitting(events, now: now, columns: 80)
        let layout = TimelineLayout(events: events, now: now, window: window, columns: 80, form: .lanes)
        let svg = TimelinePicture([("Bergen Fjordline", layout), ("Tind Sports", layout)]).svg
        #expect(svg.hasPrefix(TimelinePicture.signature))
        #expect(!svg.contains("<script") && !svg.contains("href") && !svg.contains("url("))
        #expect(svg.contains("prefers-color-scheme:dark"))
        #expect(svg.contains(">churn 62%<") && svg.contains(">now<"))
        try expectGolden(svg, "picture.svg")
    }

    @Test func thePictureEscapesWords() throws {
        let now = try Sample.at("2026-06-28T12:00")
        let events = [
            Event(subject: Sample.lead, kind: .call, at: now.adding(days: -9), note: TimelineFileTests.hostile)
        ]
        let window = TimelineWindow.fitting(events, now: now, columns: 80)
        let layout = TimelineLayout(events: events, now: now, window: window, columns: 80, form: .lanes)
        let svg = TimelinePicture([(TimelineFileTests.hostile, layout)]).svg
        #expect(!svg.contains("<script") && svg.contains("&lt;script&gt;"))
        #expect(svg.unicodeScalars.allSatisfy { $0 == "\n" || !PlainMarkup.isUnsafe($0) })
    }
}
