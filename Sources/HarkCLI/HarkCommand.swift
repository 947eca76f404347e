import ArgumentParser
import HarkCore
public import HarkScreen
public import HarkService

/// The command line of Hark: what can be typed after `hark`, and how the results print.
///
/// It knows use cases and printing, nothing of the dashboard or the database. Opening the dashboard is handed back to
/// the program as a ``DashboardRequest``.
public enum CommandLineInterface {
    /// Runs the command the arguments ask for.
    ///
    /// - Parameters:
    ///   - arguments: Without the program's name.
    ///   - keyComplaints: What is wrong in the user's file of keys, a sentence each.
    ///   - openDashboard: Opens the dashboard and returns when it is closed, with the exit code.
    /// - Returns: The exit code: 0 done, 2 usage, 3 not found, 4 refused, 5 needs an answer, 6 bad input, 7 storage,
    ///   8 external tool missing.
    public static func run(
        _ arguments: [String], keyComplaints: @Sendable () -> [String],
        openDashboard: (DashboardRequest) async throws(ServiceError) -> Int32
    ) async -> Int32 {
        let asksForHelp = arguments.first == "help"
        if let word = arguments.dropFirst(asksForHelp ? 1 : 0).first, !word.hasPrefix("-"),
            !HarkCommand.names.contains(word)
        {
            Output.error("There is no command '\(word)': 'hark --help' lists them.")
            return 2
        }
        do {
            var command = try HarkCommand.parseAsRoot(arguments)
            if let request = try (command as? any DashboardCommand)?.dashboardRequest() {
                return try await openDashboard(request)
            }
            if let command = command as? any KeyFileCommand {
                try command.run(keyComplaints: keyComplaints())
            } else if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            return 0
        } catch {
            return Exit.report(error, arguments)
        }
    }
}

/// What the dashboard is opened on.
public struct DashboardRequest: Sendable {
    /// The session to work in.
    public var session: Session
    /// The name of the theme; `nil` for the configured one.
    public var theme: String?
    /// Whether only ASCII is drawn.
    public var asciiOnly: Bool
    /// Whether the dashboard speaks in lines instead of drawing.
    public var isAccessible: Bool
    /// How many colours to use; `nil` to find out.
    public var colors: ColorDepth?
    /// Tells one database, tenant and user from another, to keep their phrases apart; `nil` keeps none.
    public var memoryName: String?
    /// A size such as `120x40` or `120x40.svg`: print one frame instead of opening.
    public var snapshot: String?
    /// A script to play in the user's place.
    public var script: Script?

    /// A script of phrases and keys.
    public struct Script: Sendable {
        /// The file, or the name of one in the sample data.
        public var path: String
        /// How much faster than usual.
        public var pace: Double
    }
}

/// A command that ends in the dashboard.
protocol DashboardCommand: ParsableCommand {
    func dashboardRequest() throws -> DashboardRequest
}

/// A command that says what is wrong in the user's file of keys, which only the dashboard's side can read.
protocol KeyFileCommand: ParsableCommand {
    func run(keyComplaints: [String]) throws
}

struct HarkCommand: ParsableCommand {
    /// What can stand first on the command line.
    static let names: Set<String> = {
        Set(configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"])
    }()

    static let configuration = CommandConfiguration(
        commandName: "hark", abstract: "The CRM you talk to in your terminal.",
        discussion: """
            Without a command the dashboard opens. Exit codes: 0 done, 2 usage, 3 not found, 4 refused by \
            permission, 5 needs confirmation or an answer, 6 bad input data, 7 storage, 8 external tool missing.
            """,
        version: HarkCore.version,
        groupedSubcommands: [
            CommandGroup(name: "Dashboard", subcommands: [OpenCommand.self, DemoCommand.self]),
            CommandGroup(
                name: "Records",
                subcommands: [
                    LeadsCommand.self, CustomersCommand.self, RiskCommand.self, NextCommand.self, PlaysCommand.self,
                    StagesCommand.self, ShowCommand.self, TimelineCommand.self, CohortsCommand.self,
                    SearchCommand.self,
                ]),
            CommandGroup(
                name: "Phrases",
                subcommands: [SayCommand.self, PhrasesCommand.self, GrammarCommand.self, LogCommand.self]),
            CommandGroup(
                name: "Models",
                subcommands: [
                    TrainCommand.self, ScoreCommand.self, ExplainCommand.self, ModelCommand.self,
                    WordsCommand.self, PinCommand.self, UnpinCommand.self, EvaluateCommand.self, ReportCommand.self,
                ]),
            CommandGroup(
                name: "Data and administration",
                subcommands: [
                    InitCommand.self, ImportCommand.self, SimulateCommand.self, TenantCommand.self,
                    AuditCommand.self, DoctorCommand.self,
                ]),
        ],
        defaultSubcommand: OpenCommand.self)
}
