import Foundation
public import HarkScreen
public import HarkService
import TOMLKit

/// The themes to choose from: the built-in ones and the files of a folder.
public struct ThemeShelf: Sendable {
    /// The names, built-in ones first, then the files' by name.
    public let names: [String]
    private let themes: [String: Theme]

    /// The theme to begin with.
    public let first: String

    /// Reads every `*.toml` of a folder; a file takes the place of a built-in theme of its name.
    ///
    /// - Parameter choice: The theme to begin with: a name, or the path of one more file; `nil` for the dark one.
    /// - Throws: ``HarkService/ServiceError/badInput(_:)`` that names the file and what is wrong in it.
    public init(folder: String?, choice: String? = nil) throws(ServiceError) {
        var themes: [String: Theme] = [:]
        for theme in [Theme.dark, .light, .mono] { themes[theme.name] = theme }
        let files = folder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0) } ?? []
        for file in files.sorted() where file.hasSuffix(".toml") {
            let theme = try ThemeShelf.theme(atPath: "\(folder ?? "")/\(file)")
            themes[theme.name] = theme
        }
        if let choice, choice.contains("/") || choice.hasSuffix(".toml") {
            let theme = try ThemeShelf.theme(atPath: choice)
            themes[theme.name] = theme
            first = theme.name
        } else {
            first = choice ?? Theme.dark.name
        }
        let builtIn = ["dark", "light", "mono"]
        names = builtIn + themes.keys.filter { !builtIn.contains($0) }.sorted()
        self.themes = themes
        guard themes[first] != nil else {
            throw .badInput("There is no theme '\(first)'. There are: \(names.joined(separator: ", ")).")
        }
    }

    /// The theme of that name, or the dark one.
    public subscript(name: String) -> Theme { themes[name] ?? .dark }

    private static func theme(atPath path: String) throws(ServiceError) -> Theme {
        let text: String
        do { text = try String(contentsOfFile: path, encoding: .utf8) } catch {
            throw .notFound("There is no readable theme file at \(path).")
        }
        do {
            let document = try TOMLDecoder().decode(ThemeDocument.self, from: text)
            return try Theme(document, base: .dark)
        } catch let error as ThemeError {
            throw .badInput("Theme file \(path): \(error). Mend that line, or choose another theme.")
        } catch {
            throw .badInput("Theme file \(path) cannot be read: \(error).")
        }
    }
}
