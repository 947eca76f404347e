import HarkConsole
import HarkCore
import HarkScreen
import HarkService
import Testing

/// The real loop and the real service, in memory, behind a scripted terminal.
@MainActor
final class Journey {
    static let now = LocalDateTime(secondsSinceEpoch: 1_772_530_200)  // 2026-03-03T09:30, a Tuesday

    let session: Session
    let terminal: ScriptedTerminal
    private var loop: Task<Void, Never>?

    /// Opens the dashboard on a tenant with these companies as leads, with a script to play if there is one.
    ///
    /// - Parameter words: The folder of the tenants' own words.
    init(
        leads: [String], size: Size = Size(columns: 80, rows: 24), script: String? = nil, pace: Double = 1,
        words: String? = nil
    ) throws {
        let service = try Service.inMemory()
        _ = try service.createTenant(
            slug: "acme", name: "Acme", admin: .init(name: "Ada Admin", email: "ada@acme.test"), at: Journey.now)
        session = try service.session(
            tenant: "acme", user: nil, channel: .dashboard, clock: .fixed(at: Journey.now))
        // Ada works for a second tenant too; somebody else has the third.
        for (slug, email) in [("globex", "ada@acme.test"), ("initech", "otto@initech.test")] {
            _ = try service.createTenant(
                slug: slug, name: slug.uppercased(), admin: .init(name: "Ada Admin", email: email), at: Journey.now)
        }
        for company in leads { _ = try session.run(.createLead(NewLead(company: company))) }
        terminal = ScriptedTerminal(size: size)
        var settings = Console.Settings(session: session, themes: try ThemeShelf(folder: nil), memory: nil)
        settings.words = words
        if let script { settings.playing = Console.Playing(try DemoScript(script), pace: pace) }
        loop = Task { [settings, terminal] in await Console.run(settings, on: terminal) }
    }

    /// Presses keys, in the notation of key scripts.
    func press(_ script: String) throws { terminal.send(try KeyScript(script).keys) }

    /// The picture once it shows a text; an issue after five seconds.
    @discardableResult
    func shows(_ text: String, location: SourceLocation = #_sourceLocation) async throws -> String {
        for _ in 0..<250 {
            if let frame = terminal.frame?.text(), frame.contains(text) { return frame }
            try await Task.sleep(for: .milliseconds(20))
        }
        let frame = terminal.frame?.text() ?? "nothing"
        Issue.record("'\(text)' never came; the screen was:\n\(frame)", sourceLocation: location)
        return frame
    }

    /// Waits until the dashboard has been left.
    func ends() async { await loop?.value }
}
