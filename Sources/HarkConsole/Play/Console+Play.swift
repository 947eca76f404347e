import Foundation
import HarkCore
import HarkScreen
public import HarkService
import HarkUI

extension Console {
    /// What types in the user's place.
    public struct Playing: Sendable {
        let script: DemoScript
        let slowness: Double

        /// Plays a script.
        ///
        /// - Parameter pace: How much faster than usual, where letters come 14 a second; above 0, infinity for no
        ///   waits at all.
        public init(_ script: DemoScript, pace: Double = 1) {
            self.script = script
            slowness = 1 / pace
        }

        /// Reads a script from a file.
        ///
        /// - Parameters:
        ///   - path: The file, or the name of one in `folder`.
        ///   - folder: Where scripts come with the program; `nil` for nowhere.
        ///   - pace: As in ``init(_:pace:)``.
        /// - Throws: ``HarkService/ServiceError/notFound(_:)`` where there is no such file,
        ///   ``HarkService/ServiceError/badInput(_:)`` with file and line where it cannot be played.
        public init(path: String, folder: String?, pace: Double) throws(ServiceError) {
            let places = [path] + (folder.map { ["\($0)/\(path)"] } ?? [])
            guard let text = places.lazy.compactMap({ try? String(contentsOfFile: $0, encoding: .utf8) }).first else {
                throw .notFound("There is no script \(path), or it cannot be read: sample-data/demo.script is one.")
            }
            let script: DemoScript
            do { script = try DemoScript(text) } catch {
                throw .badInput("\(path):\(error.line == 0 ? "" : "\(error.line):") \(error)")
            }
            self.init(script, pace: pace)
        }
    }

    /// Plays a script at once on a dashboard nobody sees.
    ///
    /// - Returns: Every phrase with what it was read as, an action a line.
    @MainActor
    public static func transcript(_ settings: Settings, of playing: Playing) async -> String {
        let terminal = ScriptedTerminal(size: Size(columns: 120, rows: 40))
        let player = ScriptPlayer(DemoScript(steps: playing.script.steps + [.keys([.hangup])]), slowness: 0)
        let loop = await EventLoop(settings, terminal: terminal, player: player)
        await loop.run()
        let lines = player.lines.flatMap { line in
            ["say> \(SafeText(line.phrase, .line).string)"] + line.actions.map(\.json.compact)
        }
        return lines.joined(separator: "\n")
    }
}
