import ArgumentParser
import Foundation
import HarkScreen
import HarkService

/// From errors to exit codes and one line on standard error; the only place that does it.
enum Exit {
    /// Prints an error for people and gives its exit code.
    ///
    /// - Parameter arguments: What was typed after `hark`; they say which command's help to point at.
    static func report(_ error: any Error, _ arguments: [String]) -> Int32 {
        if let error = error as? ServiceError {
            Output.error(error.message)
            return code(of: error)
        }
        if let exit = error as? ExitCode { return exit.rawValue }
        // Asking for help or the version is no error.
        guard HarkCommand.exitCode(for: error) != .success else {
            Output.plain(HarkCommand.fullMessage(for: error))
            return 0
        }
        Output.error(usage(HarkCommand.message(for: error), arguments))
        return 2
    }

    /// What is wrong with the arguments, on one line, and where to look.
    static func usage(_ message: String, _ arguments: [String]) -> String {
        let words = message.split(whereSeparator: \.isNewline).map { line in
            line.drop { $0.isWhitespace }
        }
        let sentence = words.joined(separator: " ")
        let end = sentence.last?.isPunctuation == true && !sentence.hasSuffix("'") ? "" : "."
        return "\(sentence)\(end) See 'hark\(path(of: arguments)) --help'."
    }

    /// The commands the arguments begin with, each after a space: ` tenant list`.
    private static func path(of arguments: [String]) -> String {
        var command: any ParsableCommand.Type = HarkCommand.self
        var path = ""
        for word in arguments {
            guard let next = command.configuration.subcommands.first(where: { $0.configuration.commandName == word })
            else { break }
            command = next
            path += " " + word
        }
        return path
    }

    /// The exit code of an error that has been printed already.
    static func code(of error: any Error) -> Int32 { (error as? ServiceError).map(code(of:)) ?? 2 }

    static func code(of error: ServiceError) -> Int32 {
        switch error {
        case .notFound: 3
        case .refused, .notOwned: 4
        case .needsAnswer: 5
        case .badInput: 6
        case .storage: 7
        case .toolMissing: 8
        }
    }
}
