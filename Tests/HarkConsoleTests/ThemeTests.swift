import Foundation
import HarkConsole
import HarkScreen
import HarkService
import Testing

/// The theme files the project ships, and what is said of bad ones.
struct ThemeTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("themes").path

    @Test func everyShippedThemeLoadsAndReadsWell() throws {
        let shelf = try ThemeShelf(folder: ThemeTests.folder)
        #expect(
            Set(shelf.names) == ["dark", "light", "mono", "high-contrast", "deuteranopia", "tritanopia"])
        for name in shelf.names {
            #expect(shelf[name].weakRoles().isEmpty, "\(name): \(shelf[name].weakRoles())")
        }
    }

    @Test func anUnknownThemeIsRefusedWithTheKnownOnes() {
        let error = #expect(throws: ServiceError.self) { try ThemeShelf(folder: nil, choice: "pink") }
        #expect(error?.message == "There is no theme 'pink'. There are: dark, light, mono.")
    }

    @Test(arguments: [
        "name = ", "name = \"x\"\n[roles.nothing]\nfg = \"#ffffff\"\n", "name = \"x\"\n[roles.text]\nfg = \"white\"\n",
    ])
    func aBadFileIsNamed(_ text: String) throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).toml").path
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let error = #expect(throws: ServiceError.self) { try ThemeShelf(folder: nil, choice: path) }
        #expect(error?.message.contains(path) == true)
    }
}
