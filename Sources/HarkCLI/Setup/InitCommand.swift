import ArgumentParser
import Foundation
import HarkCore
import HarkService

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Create the database, a tenant and its admin.")

    @OptionGroup var options: GlobalOptions

    @Option(help: "The organisation's name (default: the tenant's short name).") var name: String?
    @Option(help: "The admin's name (default: yours on this machine).") var adminName: String?
    @Option(help: "The admin's e-mail (default: user@tenant).") var adminEmail: String?

    func run() throws {
        let slug = options.tenant ?? "main"
        let login = ProcessInfo.processInfo.environment["USER"] ?? "admin"
        let admin = Service.AdminDetails(
            name: adminName ?? login, email: adminEmail ?? InitCommand.email(of: options.user ?? login, at: slug))
        let service = try Service.open(path: options.databasePath)
        if options.tenant == nil, let first = try service.tenants().first {
            throw ServiceError.badInput(
                "There is a database with tenant \(first.slug) already: 'hark tenant add' adds another.")
        }
        let moment = (try options.clock() ?? .system()).now
        let tenant = try service.createTenant(slug: slug, name: name ?? slug, admin: admin, at: moment)
        Output.plain("Created tenant \(tenant.slug) with admin \(admin.email) in \(options.databasePath).")
        Output.plain("Next: hark import FILE… to bring records in, then hark to look at them.")
    }

    /// What stands for an e-mail address: the user's own words where they are one.
    private static func email(of user: String, at slug: String) -> String {
        user.contains("@") ? user : "\(user)@\(slug)"
    }
}

struct TenantCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tenant", abstract: "List the tenants of the database, add one, or set its cut-offs.",
        subcommands: [List.self, Add.self, Cutoffs.self], defaultSubcommand: List.self)

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List the tenants.")
        @OptionGroup var options: GlobalOptions

        func run() throws {
            for tenant in try Service.open(path: options.databasePath).tenants() {
                Output.plain("\(tenant.slug)  \(tenant.name)")
            }
        }
    }

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Add a tenant and its first admin.")
        @OptionGroup var options: GlobalOptions
        @Argument(help: "The short name.") var slug: String
        @Option(help: "The organisation's name.") var name: String?
        @Option(help: "The admin's name.") var adminName: String
        @Option(help: "The admin's e-mail.") var adminEmail: String

        func run() throws {
            // Who comes in as somebody must be somebody who administers; the owner of the file needs no name.
            if options.user != nil || options.tenant != nil { try options.session().requireAdministration() }
            let moment = (try options.clock() ?? .system()).now
            let admin = Service.AdminDetails(name: adminName, email: adminEmail)
            let service = try Service.open(path: options.databasePath)
            let tenant = try service.createTenant(slug: slug, name: name ?? slug, admin: admin, at: moment)
            Output.plain("Created tenant \(tenant.slug) with admin \(admin.email).")
        }
    }
}

extension TenantCommand {
    struct Cutoffs: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "cutoffs",
            abstract: "Show the scores from which a record is High, Medium or at risk, or set them.")
        @OptionGroup var options: GlobalOptions
        @Option(help: "The lowest score that is High.") var high: Double?
        @Option(help: "The lowest score that is Medium.") var medium: Double?
        @Option(help: "The lowest churn probability that is at risk, in percent.") var churn: Double?

        func run() throws {
            var session = try options.session()
            if high != nil || medium != nil || churn != nil {
                try session.setCutoffs(high: high, medium: medium, churn: churn)
            }
            let settings = session.tenant.settings
            Output.plain(
                "High from \(JSONValue.number(settings.priorities.high).compact), Medium from "
                    + "\(JSONValue.number(settings.priorities.medium).compact), at risk from "
                    + "\(JSONValue.number(settings.churnCutoff * 100).compact)%.")
        }
    }
}

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
