import Testing

@testable import HarkConsole
@testable import HarkUI

struct KeyFileTests {
    private func read(_ text: String) -> KeyFile { KeyFile(text: text, path: "keys.toml") }

    @Test func keysAreReadByAction() {
        let file = read("# mine\nundo = \"u\"\ndown = [\"j\", \"Down\", \"F6\"]\n")
        #expect(file.complaints.isEmpty)
        #expect(file.table.entries.first { $0.intent == .down }?.keys == ["j", "Down", "F6"])
    }

    static let faults: [(String, String)] = [
        ("undo = \"q\"\n", "keys.toml:1: 'q' is the key of back already; the usual key stays."),
        ("\n\nfly = \"u\"\n", "keys.toml:3: there is no action 'fly'; the usual key stays."),
        ("# a\nundo = 3\n", "keys.toml:2: undo needs a key such as \"u\", or a list of keys."),
    ]

    @Test(arguments: faults) func faultsNameFileAndLine(_ text: String, _ complaint: String) {
        let file = read(text)
        #expect(file.complaints == [complaint])
        #expect(file.table == .standard)
    }

    @Test func aFileThatIsNoTOMLChangesNothing() {
        let file = read("undo = \n= x")
        #expect(file.complaints.count == 1 && file.complaints[0].hasPrefix("keys.toml:"))
        #expect(file.table == .standard)
    }

    @Test func theScreenNamesTheFileAndHowManyMoreThereAre() {
        let file = KeyFile(text: "fly = \"u\"\nundo = \"q\"\n", path: "/home/me/.config/hark/keys.toml")
        #expect(file.notice == "keys.toml:1: there is no action 'fly'; the usual key stays. (1 more)")
    }

    @Test func withoutAFileTheKeysAreTheUsualOnes() {
        let file = KeyFile(path: "/nowhere/keys.toml")
        #expect(file.complaints.isEmpty && file.table == .standard)
    }
}
