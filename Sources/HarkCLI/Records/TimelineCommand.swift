import ArgumentParser
import Foundation
import HarkCore
import HarkLifecycle
import HarkScreen
import HarkService

struct TimelineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "timeline", abstract: "Show what happened to a lead or customer, and what lies ahead.",
        discussion: """
            Lanes over a calendar: a letter is an event, c×4 are four calls, P+2 a proposal and two other events; the \
            letters are explained below. What lies ahead stands right of the line "now": planned work, the renewal, \
            and a likely churn with its probability. Numbers at the ends of the axis count events out of sight.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var argument: RecordArgument
    @Option(name: .customLong("with"), help: "Another record, drawn below over the same calendar.")
    var other: String?
    @Flag(help: "Print a dated list instead of lanes, with why the stage changed.") var plain = false
    @Flag(help: "Print JSON, one event or entry into a stage a line.") var json = false
    @Flag(help: "Make an SVG picture, light or dark as the reader's system is.") var svg = false
    @Flag(help: "Make a calendar file (RFC 5545) of what lies ahead.") var ics = false
    @Flag(help: "With --ics: what is over too.") var past = false
    @Flag(help: "Draw with ASCII only.") var ascii = false
    @Option(help: "The width of the picture in columns (default: the terminal's, or 100).") var width: Int?
    @Option(help: "With --svg or --ics: the file to write (default: standard output).") var out: String?
    @Flag(help: "Replace a file that is no earlier one.") var force = false

    func validate() throws {
        if let width, !(20...1_000).contains(width) {
            throw ValidationError("--width needs a number from 20 to 1000.")
        }
        guard [plain, json, svg, ics].count(where: { $0 }) <= 1 else {
            throw ValidationError("Say one of --plain, --json, --svg and --ics.")
        }
        guard out == nil || svg || ics else { throw ValidationError("--out needs --svg or --ics.") }
        guard !past || ics else { throw ValidationError("--past needs --ics.") }
    }

    func run() throws {
        let session = try options.session()
        let texts = [argument.record.joined(separator: " ")] + (other.map { [$0] } ?? [])
        let details = try texts.map { try session.detail(of: try record($0, in: session).reference) }
        let tales = details.map { Tale($0, session) }
        if json {
            for tale in tales { for line in lines(of: tale) { Output.json(line) } }
        } else if ics {
            try emit(calendar(details, session))
        } else if plain {
            for tale in tales { Output.plain(page(of: tale)) }
        } else if svg {
            try emit(TimelinePicture(layouts(tales)).svg)
        } else {
            Output.plain(picture(tales))
        }
    }

    /// The record a text means; a customer comes before the lead it once was.
    private func record(_ text: String, in session: Session) throws -> NamedRecord {
        do { return try RecordArgument.resolve(text, in: session, kinds: [.customer]) } catch {
            guard case ServiceError.notFound = error else { throw error }
            do { return try RecordArgument.resolve(text, in: session, kinds: [.lead, .contact]) } catch {
                guard case ServiceError.notFound = error, !text.contains(":") else { throw error }
                throw ServiceError.notFound(
                    "No customer, lead or contact called '\(text)'. Try 'hark search' with a part of the name.")
            }
        }
    }

    private func layouts(_ tales: [Tale]) -> [(title: String, layout: TimelineLayout)] {
        guard let now = tales.first?.now else { return [] }
        let columns = max(pictureWidth - TimelineLayout.gutter, 2)
        let window = TimelineWindow.fitting(tales.flatMap(\.journey.events), now: now, columns: columns)
        return tales.map { tale in
            let layout = TimelineLayout(tale.journey, now: now, window: window, columns: columns, form: .lanes)
            return (tale.heading, layout)
        }
    }

    private var pictureWidth: Int { width ?? (svg ? 120 : Output.columns ?? 100) }

    private func picture(_ tales: [Tale]) -> String {
        let parts = layouts(tales)
        let strokes: TimelineLayout.Strokes = ascii || !Output.isUnicode ? .ascii : .unicode
        var lines: [String] = []
        for (tale, (heading, layout)) in zip(tales, parts) {
            // What has no room beside the name goes below it.
            lines += heading.columns < pictureWidth ? [heading] : [tale.detail.title] + tale.standing.map { " \($0)" }
            lines += (layout.events.isEmpty ? ["Nothing has happened yet."] : layout.pictureRows(strokes))
        }
        let legend = TimelineLayout.legend(of: parts.map(\.layout))
        return (lines + TimelineLayout.legendLines(legend, width: pictureWidth)).joined(separator: "\n")
    }

    private func page(of tale: Tale) -> String {
        let lines = TimelineText.lines(tale.journey, now: tale.now)
        return ([tale.heading] + (lines.isEmpty ? ["Nothing has happened yet."] : lines)).joined(separator: "\n")
    }

    private func lines(of tale: Tale) -> [JSONValue] {
        TimelineText.json(tale.journey, now: tale.now).elements.map { event in
            guard other != nil, case .object(let members) = event else { return event }
            return .object([JSONValue.Member("record", .string(tale.detail.title))] + members)
        }
    }

    private func calendar(_ details: [RecordDetail], _ session: Session) -> String {
        let seconds = Int64(Date().timeIntervalSince1970)
        let stamp = options.now == nil ? LocalDateTime(secondsSinceEpoch: seconds) : session.now
        return TimelineCalendar.text(
            details.map { ($0.title, $0.events) }, tenant: session.tenant.slug, now: session.now, stamp: stamp,
            includesPast: past)
    }

    /// Writes the file asked for, or prints; the text has been made safe for its format.
    private func emit(_ text: String) throws {
        guard let out, out != "-" else { return print(text, terminator: "") }
        let file = OutputFile(path: out, force: force, noun: "timeline") { beginning in
            beginning.hasPrefix(TimelinePicture.signature) || beginning.contains("PRODID:\(TimelineCalendar.product)")
        }
        Output.plain("Wrote \(try file.write(text)).")
    }
}

/// A record with its life, as it is told now.
private struct Tale {
    let detail: RecordDetail
    let journey: Journey
    let now: LocalDateTime

    init(_ detail: RecordDetail, _ session: Session) {
        self.detail = detail
        now = session.now
        journey = Journey(detail, now: session.now, cutoffs: session.cutoffs)
    }

    /// Who it is, and for leads and customers how it stands: `Tind: stage at-risk, risk 71%, health 34, owner Ole Berg`.
    var heading: String { ([detail.title] + standing).joined(separator: ": ") }

    /// How a lead or customer stands, in one text; nothing for others.
    var standing: [String] {
        guard detail.reference.kind == .lead || detail.reference.kind == .customer else { return [] }
        return [Standing(of: detail, journey, today: now).words]
    }
}
