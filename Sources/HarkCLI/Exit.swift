import ArgumentParser
import Foundation
import HarkScreen
import HarkService

/// From errors to exit codes and one line on standard error; the only place that does it.
enum Exit {
    /// Prints an error for people and gives its exit code.
    static func report(_ error: any Error) -> Int32 {
        if let error = error as? ServiceError {
            Output.error(error.message)
            return code(of: error)
        }
        if let exit = error as? ExitCode { return exit.rawValue }
        let message = HarkCommand.fullMessage(for: error)
        // Asking for help or the version is no error.
        guard HarkCommand.exitCode(for: error) != .success else {
            Output.plain(message)
            return 0
        }
        Output.error(message)
        return 2
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
