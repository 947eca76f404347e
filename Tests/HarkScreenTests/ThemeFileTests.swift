import Foundation
import HarkScreen
import Testing

/// The files in `themes/`, read with just enough TOML for the form they are written in.
struct ThemeFileTests {
    static let names = ["dark", "light", "high-contrast", "deuteranopia", "tritanopia", "mono"]

    private func theme(_ name: String) throws -> Theme {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../themes")
        let text = try String(contentsOf: folder.appending(path: name + ".toml"), encoding: .utf8)
        var document = ThemeDocument(name: "", roles: [:])
        var role = ""
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            if line.hasPrefix("[roles.") {
                role = String(line.dropFirst(7).dropLast())
                document.roles[role] = ThemeDocument.Entry()
                continue
            }
            let parts = line.split(separator: " = ", maxSplits: 1).map(String.init)
            try #require(parts.count == 2)
            let text = parts[1].filter { $0 != "\"" }
            let list = text.filter { $0 != "[" && $0 != "]" }.split(separator: ", ").map(String.init)
            switch parts[0] {
            case "name": document.name = text
            case "fg": document.roles[role]?.fg = text
            case "fg256": document.roles[role]?.fg256 = UInt8(text)
            case "fg16": document.roles[role]?.fg16 = UInt8(text)
            case "bg": document.roles[role]?.bg = text
            case "bg256": document.roles[role]?.bg256 = UInt8(text)
            case "bg16": document.roles[role]?.bg16 = UInt8(text)
            case "emphasis": document.roles[role]?.emphasis = list
            case "mono": document.roles[role]?.mono = list
            default: Issue.record("\(name).toml has an unknown key: \(line)")
            }
        }
        return try Theme(document)
    }

    @Test(arguments: names)
    func namesItselfAndHasEveryRole(_ name: String) throws { #expect(try theme(name).name == name) }

    @Test(arguments: names)
    func isReadable(_ name: String) throws {
        let theme = try theme(name)
        #expect(theme.weakRoles(below: name == "high-contrast" ? 7 : 4.5).isEmpty)
        for role in Role.allCases {
            guard let front = theme[role].foreground, let back = theme[role].background else { continue }
            #expect(Color(standard: front.ansi256).contrast(with: Color(standard: back.ansi256)) >= 4.5, "\(role)")
            #expect(front.ansi16 != back.ansi16, "\(role)")
        }
    }

    @Test(arguments: ["dark", "light", "mono"])
    func isTheBuiltInOne(_ name: String) throws { #expect(try theme(name) == Theme.builtIn(name)) }
}
