import HarkCore
import HarkLanguage
import LanguageCorpora
import Testing

/// Counts how everyday phrases are read; the gravest fault, a wrong write that simply runs, may not occur.
struct HeldOutTests {
    struct Row: Sendable {
        var phrase: String
        var command: String
        var outcome: String
        var entities: String?
    }

    static let rows: [Row] = {
        var rows: [Row] = []
        var head: [Substring] = []
        for line in HeldOutPhrases.text.split(separator: "\n") {
            if line.hasPrefix("  ") {
                let entities = head.count > 2 ? String(head[2]) : nil
                rows.append(
                    Row(
                        phrase: line.drop { $0 == " " }.description, command: String(head[0]),
                        outcome: String(head[1]), entities: entities))
            } else {
                head = line.split(separator: " ", maxSplits: 2)
            }
        }
        return rows
    }()

    /// What became of a row.
    enum Verdict: String, CaseIterable { case right, asksWithoutNeed, wrongValues, wrongCommand, wrongWrite }

    static func verdict(_ row: Row, _ actions: [Action]) -> Verdict {
        let first = actions[0]
        let writes = actions.contains { $0.status == .ready && $0.command?.writes == true }
        let isCommand = first.commandType.rawValue == row.command && actions.count == 1
        let entitiesFit = row.entities == nil || first.entities.compact == row.entities
        switch row.outcome {
        case "ready":
            if isCommand, entitiesFit { return first.status == .ready ? .right : .asksWithoutNeed }
            if writes { return .wrongWrite }
            return isCommand ? .wrongValues : .wrongCommand
        case "asks":
            if writes { return .wrongWrite }
            return isCommand && (first.status == .confirm || first.status == .clarify) ? .right : .wrongCommand
        case "unknown":
            if writes { return .wrongWrite }
            return first.status == .unknown || first.status == .clarify ? .right : .wrongCommand
        default:
            return writes ? .wrongWrite : .right
        }
    }

    @Test func writesNothingWrongAndUnderstandsMost() throws {
        let reader = try Larkspur.reader()
        var counts: [Verdict: Int] = [:]
        for row in HeldOutTests.rows {
            let actions = reader.read(row.phrase, in: Larkspur.context())
            let verdict = HeldOutTests.verdict(row, actions)
            counts[verdict, default: 0] += 1
            if verdict != .right { print("\(verdict.rawValue): \(row.phrase)  \(actions[0].json.compact)") }
        }
        let summary = Verdict.allCases.map { "\($0.rawValue) \(counts[$0] ?? 0)" }.joined(separator: ", ")
        print("held-out phrases \(HeldOutTests.rows.count): \(summary)")
        #expect(HeldOutTests.rows.count >= 180)
        #expect(counts[.wrongWrite] == nil)
        #expect(Double(counts[.right] ?? 0) >= 0.95 * Double(HeldOutTests.rows.count))
    }
}
