import ArgumentParser
import HarkCore
import HarkService

extension TenantCommand {
    struct Zone: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "zone", abstract: "Show the time zone of the tenant's wall clock, or set it.",
            discussion: "Imported moments with an offset (2026-03-29T10:00+02:00, …Z) become times of this clock.")
        @OptionGroup var options: GlobalOptions
        @Argument(help: "The zone, such as Europe/Oslo; 'machine' for that of the machine.") var name: String?

        func run() throws {
            var session = try options.session()
            if let name { try session.setZone(name == "machine" ? nil : name) }
            let zone = session.tenant.settings.timeZone ?? "the machine"
            Output.plain("The clock of \(session.tenant.slug) is that of \(zone).")
        }
    }
}
