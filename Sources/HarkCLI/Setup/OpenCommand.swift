import ArgumentParser
import Foundation
import HarkCore
import HarkScreen
import HarkService

/// How the dashboard looks.
struct DisplayOptions: ParsableArguments {
    @Option(help: "The theme: dark, light, high-contrast, deuteranopia, tritanopia, mono, or a file.")
    var theme: String?

    @Option(
        help: "How many colours: direct, 256, 16, 8 or mono (default: what the terminal says).",
        transform: { text in
            guard let depth = ColorDepth(rawValue: text) else { throw ValidationError("no number of colours") }
            return depth
        })
    var color: ColorDepth?

    @Flag(help: "Draw with ASCII only.") var ascii = false

    @Flag(help: "Lines of words instead of a picture, for screen readers; also with HARK_ACCESSIBLE=1.")
    var accessible = false

    @Option(help: "Print one frame of this size, such as 120x40 or 120x40.svg, instead of opening.")
    var snapshot: String?

    /// - Parameter database: The path phrases are remembered for; `nil` remembers none.
    func request(_ session: Session, database: String?) -> DashboardRequest {
        let name = database.map { "\($0)|\(session.tenant.slug)|\(session.user.email)" }
        return DashboardRequest(
            session: session, theme: theme, asciiOnly: ascii,
            isAccessible: accessible || ProcessInfo.processInfo.environment["HARK_ACCESSIBLE"] == "1", colors: color,
            memoryName: name.map(DisplayOptions.digest),
            snapshot: snapshot)
    }

    /// A file name for a text, the same in every run: FNV-1a with 64 bits.
    private static func digest(_ text: String) -> String {
        let hash = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return String(hash, radix: 16)
    }
}

struct OpenCommand: DashboardCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Open the dashboard (what hark does without a command).")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var display: DisplayOptions

    func dashboardRequest() throws -> DashboardRequest {
        display.request(try options.session(), database: options.databasePath)
    }
}

struct DemoCommand: DashboardCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Open the dashboard on a throw-away copy of the sample data.",
        discussion: """
            --play types a script into the prompt, for showing Hark to others: a phrase a line, which is typed, read \
            and run; 'key Tab j' presses keys, 'pause 2s' waits, '#' begins a comment. Space pauses it, any other key \
            ends it. sample-data/demo.script is such a script. Without a terminal each phrase is printed with its \
            action.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var display: DisplayOptions

    @Option(help: ArgumentHelp("Type this script of phrases and keys into the dashboard.", valueName: "script"))
    var play: String?

    @Option(help: ArgumentHelp("How much faster than speech the script is played.", valueName: "factor"))
    var pace = 1.0

    func validate() throws {
        guard (0.1...100).contains(pace) else { throw ValidationError("--pace takes a factor from 0.1 to 100.") }
    }

    func dashboardRequest() throws -> DashboardRequest {
        var hasProgress = false
        let path = try DemoDatabase.copy(places: .current, clock: try options.clock() ?? .system()) {
            hasProgress = true
            Output.progress($0)
        }
        if hasProgress { Output.endProgress() }
        let session = try Service.open(path: path).session(
            tenant: options.tenant ?? DemoDatabase.tenant, user: options.user ?? DemoDatabase.user,
            channel: .dashboard, clock: try options.clock())
        var request = display.request(session, database: nil)
        request.script = play.map { DashboardRequest.Script(path: $0, pace: pace) }
        return request
    }
}
