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
