import ArgumentParser
import HarkCore
import HarkLifecycle
import HarkService

struct TimelineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "timeline", abstract: "Show what happened to a lead or customer, and what lies ahead.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var argument: RecordArgument
    @Flag(help: "Print a dated list instead of lanes.") var plain = false
    @Flag(help: "Print JSON, one event a line.") var json = false
    @Flag(help: "Draw with ASCII only.") var ascii = false
    @Option(help: "The width of the lanes in columns.") var width = 100

    func validate() throws {
        guard (20...1_000).contains(width) else { throw ValidationError("--width needs a number from 20 to 1000.") }
    }

    func run() throws {
        let session = try options.session()
        let record = try argument.resolve(in: session, kinds: [.customer, .lead, .contact])
        let detail = try session.detail(of: record.reference)
        if json {
            for event in TimelineText.json(detail.events, now: session.now).elements { Output.json(event) }
            return
        }
        Output.plain(detail.title)
        guard !detail.events.isEmpty else { return Output.plain("Nothing has happened yet.") }
        let lines = plain ? TimelineText.lines(detail.events, now: session.now) : lanes(detail.events, now: session.now)
        Output.plain(lines.joined(separator: "\n"))
    }

    private func lanes(_ events: [Event], now: LocalDateTime) -> [String] {
        let strokes: TimelineLayout.Strokes = ascii ? .ascii : .unicode
        let names = TimelineLane.allCases.map(\.rawValue.count).max() ?? 0
        let columns = width - names - 2
        let window = TimelineWindow.fitting(events, now: now, columns: columns)
        let layout = TimelineLayout(events: events, now: now, window: window, columns: columns, form: .lanes)
        func row(_ name: String, _ text: String) -> String {
            " \(name)\(String(repeating: " ", count: names - name.count)) \(text)"
        }
        return [row("", layout.axisRow(strokes))]
            + layout.lanes.filter { !$0.isEmpty }.map { row($0.lane.rawValue, layout.row($0, strokes)) }
    }
}
