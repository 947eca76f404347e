import HarkScreen
import Testing

struct ThemeTests {
    @Test func contrastIsThatOfWCAG() throws {
        let black = try #require(Color(hex: "#000000"))
        let white = try #require(Color(hex: "#ffffff"))
        let grey = try #require(Color(hex: "#777777"))
        #expect(abs(black.contrast(with: white) - 21) < 1e-9)
        #expect(abs(white.contrast(with: grey) - 4.478) < 0.001)
        #expect(white.contrast(with: white) == 1)
    }

    static let colors: [(String, UInt8, UInt8)] = [
        ("#000000", 16, 0), ("#ffffff", 231, 15), ("#ff0000", 196, 9), ("#808080", 244, 8), ("#00ffff", 51, 14),
    ]

    @Test(arguments: colors)
    func findsTheNearestStandardColor(_ hex: String, _ ansi256: UInt8, _ ansi16: UInt8) throws {
        let color = try #require(Color(hex: hex))
        #expect(color.nearest256 == ansi256)
        #expect(color.nearest16 == ansi16)
        #expect(color.hex == hex)
    }

    @Test(arguments: ["", "#12345", "123456", "#12345g", "#+12345"])
    func refusesOtherColorNotations(_ hex: String) { #expect(Color(hex: hex) == nil) }

    @Test(arguments: ["dark", "light", "mono"])
    func builtInThemesAreReadable(_ name: String) throws {
        #expect(try #require(Theme.builtIn(name)).weakRoles().isEmpty)
    }

    @Test func rolesAreToldApartWithoutColors() {
        for role in [Role.selection, .matched, .danger, .error, .title, .muted] {
            #expect(Theme.mono[role].mono != Theme.mono[.text].mono)
        }
    }

    @Test func lettersAreUnique() { #expect(Set(Role.allCases.map(\.letter)).count == Role.allCases.count) }

    @Test func documentsSayWhatIsWrong() {
        var entry = ThemeDocument.Entry()
        #expect(throws: ThemeError.unknownRole("nope")) { try Theme(ThemeDocument(name: "x", roles: ["nope": entry])) }
        entry.fg = "red"
        #expect(throws: ThemeError.badColor("red", role: .title)) {
            try Theme(ThemeDocument(name: "x", roles: ["title": entry]))
        }
        entry.fg = nil
        entry.mono = ["loud"]
        #expect(throws: ThemeError.badEmphasis("loud", role: .title)) {
            try Theme(ThemeDocument(name: "x", roles: ["title": entry]))
        }
        #expect(throws: ThemeError.missing(Role.allCases)) { try Theme(name: "x", styles: [:]) }
    }

    @Test func documentsFillInFromTheBase() throws {
        var entry = ThemeDocument.Entry()
        entry.fg = "#ff0000"
        let theme = try Theme(ThemeDocument(name: "mine", roles: ["title": entry]), base: .dark)
        #expect(theme[.title].foreground == Ink(try #require(Color(hex: "#ff0000")), ansi256: 196, ansi16: 9))
        #expect(theme[.title].background == Theme.dark[.text].background)
        #expect(theme[.key] == Theme.dark[.key])
    }
}
