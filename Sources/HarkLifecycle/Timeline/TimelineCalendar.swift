public import HarkCore

/// What lies ahead of a record as an iCalendar file (RFC 5545) that any calendar can subscribe to or import.
///
/// Tasks become to-dos, everything else events. Times are floating: the tenant's wall clock, wherever the calendar is
/// opened. A predicted churn is a note for the day: it takes no time and says that it is a forecast. The same event has
/// the same UID every time, so that importing again moves entries instead of doubling them.
public enum TimelineCalendar {
    /// Says which program wrote the file.
    public static let product = "-//Hark//Timeline//EN"

    /// The file, lines ended by CRLF and folded at 75 bytes.
    ///
    /// - Parameters:
    ///   - parts: Every record's name with its events.
    ///   - tenant: Its short name becomes a part of every UID.
    ///   - stamp: When the file is made, in UTC.
    ///   - includesPast: Whether what is over is written too.
    public static func text(
        _ parts: [(title: String, events: [Event])], tenant: String, now: LocalDateTime, stamp: LocalDateTime,
        includesPast: Bool = false
    ) -> String {
        var taken: [String: Int] = [:]
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:\(product)", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
            "X-WR-CALNAME:\(escaped("Hark: \(parts.map(\.title).joined(separator: ", "))"))",
        ]
        for (title, events) in parts {
            for event in TimelineLayout.sorted(events) where includesPast || event.at > now {
                let name = identity(of: event, now: now)
                let number = taken[name, default: 0]
                taken[name] = number + 1
                let identity = number == 0 ? name : "\(name)-\(number + 1)"
                lines += entry(event, "\(identity)@\(tenant).hark", title: title, now: now, stamp: stamp)
            }
        }
        return (lines + ["END:VCALENDAR"]).map { folded($0) + "\r\n" }.joined()
    }

    /// A text as a property's value holds it: RFC 5545 section 3.3.11; control signs a value may not hold, and signs
    /// that turn the direction of text, become a visible mark.
    static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
            switch scalar {
            case "\\", ";", ",": result += ["\\", scalar]
            case "\n", "\r", "\u{2028}", "\u{2029}": result += ["\\", "n"]
            case "\t": result.append(" ")
            case _ where PlainMarkup.isUnsafe(scalar): result.append("\u{FFFD}")
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// A line in pieces of at most 75 bytes, the later ones after a line end and a space; no sign is torn apart.
    static func folded(_ line: String) -> String {
        var result = String.UnicodeScalarView()
        var bytes = 0
        for scalar in line.unicodeScalars {
            let width = UTF8.width(scalar)
            if bytes + width > 75 {
                result += ["\r", "\n", " "]
                bytes = 1
            }
            result.append(scalar)
            bytes += width
        }
        return String(result)
    }

    /// A name for an event that stays when its time or words change: its number where it has one, else its day; the
    /// forecast of the model is always the same one.
    private static func identity(of event: Event, now: LocalDateTime) -> String {
        let name = "\(event.subject.kind.rawValue)-\(event.subject.id)-\(safeName(event.kind.rawValue))"
        if event.id.rawValue != 0 { return "\(name)-\(event.id.rawValue)" }
        if event.kind == .churnPredicted, event.at > now { return name }
        return "\(name)-\(digits(event.at.date))"
    }

    private static func safeName(_ text: String) -> String {
        String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
    }

    private static func entry(
        _ event: Event, _ identity: String, title: String, now: LocalDateTime, stamp: LocalDateTime
    ) -> [String] {
        let isTask = event.kind == .task
        let isForecast = event.kind == .churnPredicted && event.at > now
        let look = EventLook.of(event.kind).title
        let note = event.note.flatMap { $0.isEmpty ? nil : $0 }
        let words = isForecast ? "Note: churn predicted" : look.prefix(1).uppercased() + look.dropFirst()
        // The names of the two kinds of entry in RFC 5545, section 3.6.
        let component = isTask ? "VTODO" : "VEVENT"
        var lines = [
            "BEGIN:\(component)", "UID:\(identity)", "DTSTAMP:\(moment(stamp))Z",
            "SUMMARY:\(escaped([words, note].compactMap(\.self).joined(separator: " ") + ", \(title)"))",
        ]
        let isWholeDay = event.at.secondOfDay == 0 || isForecast
        let start = isWholeDay ? ";VALUE=DATE:\(digits(event.at.date))" : ":\(moment(event.at))"
        lines.append((isTask ? "DUE" : "DTSTART") + start)
        if isForecast {
            lines.append("DESCRIPTION:\(escaped("A forecast of Hark's model, not a date anybody agreed on."))")
        }
        if isForecast || isWholeDay, !isTask { lines.append("TRANSP:TRANSPARENT") }
        lines.append("CATEGORIES:\(EventLook.of(event.kind).lane.rawValue.uppercased())")
        return lines + ["END:\(component)"]
    }

    private static func moment(_ at: LocalDateTime) -> String {
        "\(digits(at.date))T\(at.descriptionWithSeconds.suffix(8).filter { $0 != ":" })"
    }

    private static func digits(_ day: LocalDate) -> String { day.description.filter { $0 != "-" } }
}
