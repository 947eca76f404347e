import Foundation
import HarkCLI
import HarkConsole
import HarkScreen
import HarkService
import HarkTerminal

/// The program: the command line, with the dashboard behind it.
@main
enum Hark {
    @MainActor
    static func main() async {
        // Whatever is created is the user's alone.
        umask(0o077)
        let code = await CommandLineInterface.run(
            Array(CommandLine.arguments.dropFirst()), keyComplaints: { KeyFile(path: Places.current.keys).complaints },
            openDashboard: open)
        exit(code)
    }

    @MainActor
    private static func open(_ request: DashboardRequest) async throws(ServiceError) -> Int32 {
        let places = Places.current
        let shelf = try ThemeShelf(folder: places.shared.map { $0 + "/themes" }, choice: request.theme)
        var settings = Console.Settings(
            session: request.session, themes: shelf,
            memory: request.memoryName.map { PromptMemory(folder: "\(places.state)/prompts/\($0)") })
        let keys = KeyFile(path: places.keys)
        for complaint in keys.complaints { FileHandle.standardError.write(Data("hark: \(complaint)\n".utf8)) }
        settings.keys = keys
        settings.words = places.words
        settings.playing = try request.script.map { script throws(ServiceError) in
            try Console.Playing(
                path: script.path, folder: places.shared.map { $0 + "/sample-data" }, pace: script.pace)
        }
        let hasTerminal = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
        if let size = request.snapshot ?? (hasTerminal ? nil : SnapshotSize.standard) {
            if request.snapshot == nil, let playing = settings.playing {
                print(await Console.transcript(settings, of: playing))
                return 0
            }
            print(try await Console.snapshot(settings, size, asciiOnly: request.asciiOnly))
            return 0
        }
        guard !request.isAccessible else {
            let terminal: LineTerminal
            do { terminal = try LineTerminal() } catch { throw .storage("\(error)") }
            await Console.run(settings, on: terminal)
            return 0
        }
        var options = TerminalOptions(environment: ProcessInfo.processInfo.environment)
        options.colors = request.colors
        options.isASCII = request.asciiOnly
        options.theme = shelf[shelf.first]
        let terminal: NcursesTerminal
        do { terminal = try NcursesTerminal(options) } catch { throw .storage("\(error)") }
        await Console.run(settings, on: terminal)
        return 0
    }
}
