import ArgumentParser
import HarkCore
import HarkService

struct TenantCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tenant",
        abstract:
            "List the tenants of the database, add one, or set its cut-offs, directions, aliases, zone, lines and trial.",
        subcommands: [
            List.self, Add.self, Cutoffs.self, Directions.self, Aliases.self, Zone.self, Trial.self, Lines.self,
        ],
        defaultSubcommand: List.self)

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

extension TenantCommand {
    struct Directions: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "directions",
            abstract: "Show of which features more may never lower, or never raise, a score, or set them.",
            discussion: "The next training keeps to it. An empty list frees them: --rising ''.")
        @OptionGroup var options: GlobalOptions
        @Option(help: "Features of which more never lowers a score, separated by commas.") var rising: String?
        @Option(help: "Features of which more never raises a score, separated by commas.") var falling: String?

        func run() throws {
            var session = try options.session()
            if rising != nil || falling != nil {
                try session.setDirections(
                    rising: rising.map { EvaluateCommand.names($0) }, falling: falling.map { EvaluateCommand.names($0) }
                )
            }
            let settings = session.tenant.settings
            for (words, names) in [("never lowers", settings.rising), ("never raises", settings.falling)] {
                Output.plain("More \(words) a score: \(names.isEmpty ? "none" : names.joined(separator: ", ")).")
            }
            if rising != nil || falling != nil { Output.plain("'hark train' learns anew and keeps to it.") }
        }
    }
}

extension TenantCommand {
    struct Aliases: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "aliases", abstract: "Show what names sound like, teach one, or forget one.",
            discussion: "--heard shivawn --for Siobhan teaches one; phrases find the record by it from then on.")
        @OptionGroup var options: GlobalOptions
        @Option(help: "Forget the one of this number.") var forget: Int64?
        @Option(help: "Teach these words, as they are heard.") var heard: String?
        @Option(name: .customLong("for"), help: "The record they stand for.") var record: String?

        func validate() throws {
            guard (heard == nil) == (record == nil) else { throw ValidationError("--heard and --for go together.") }
        }

        func run() throws {
            let session = try options.session()
            if let heard, let record {
                let found = try session.resolve(record, kinds: [.contact, .lead, .customer, .company, .deal])
                return Output.plain(try session.teach(heard, for: found).text)
            }
            if let forget {
                try session.forgetHeardName(forget)
                return Output.plain("Forgotten.")
            }
            let names = try session.heardNames()
            guard !names.isEmpty else { return Output.plain("No name is heard otherwise than it is spelled.") }
            for name in names {
                Output.plain("\(name.id)  \(name.words)  \(name.record.name)  \(name.by), \(name.at.date)")
            }
        }
    }
}
