import ArgumentParser
import HarkCore
import HarkService

struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Check the chain of audit rows of the tenant.",
        subcommands: [Verify.self], defaultSubcommand: Verify.self)

    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "verify", abstract: "Check that no audit row was changed or removed.")
        @OptionGroup var options: GlobalOptions

        func run() throws {
            let rows = try options.session().verifyAudit()
            Output.plain("The audit chain of \(rows) rows is whole.")
        }
    }
}
