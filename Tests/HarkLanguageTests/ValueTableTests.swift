import HarkCore
import HarkLanguage
import LanguageCorpora
import Testing

/// The tables of typed values, each in its convention; `hark-bench language` prints the same shares.
struct ValueTableTests {
    @Test(arguments: ValueRow.tables.map(\.name))
    func readsNearlyAll(_ name: String) throws {
        let table = try #require(ValueRow.tables.first { $0.name == name })
        let misread = table.misread(by: try Larkspur.reader())
        for (row, found) in misread { print("\(name): \(row.phrase) is \(row.expected), found \(found)") }
        let negatives = table.rows.filter { $0.expected == "none" }.count
        let missed = misread.filter { $0.row.expected != "none" }.count
        let positives = table.rows.count - negatives
        #expect(positives > 30 && negatives > 9)
        #expect(Double(positives - missed) >= table.share * Double(positives))
        #expect(misread.count - missed <= negatives / 16)
    }
}
