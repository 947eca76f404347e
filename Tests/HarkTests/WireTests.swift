import Foundation
import HarkTestSupport
import Testing

/// What the real program sends over a real line: few bytes a frame, nothing when nothing happens.
@Suite(.serialized)
struct WireTests {
    static let keys: [(name: String, key: String, most: Int)] = [
        ("a row down", "j", 250), ("a page down", "\u{1B}[6~", 2_200), ("a whole picture", "\u{0C}", 4_096),
    ]

    @Test func framesAreSmallAndIdlenessIsSilent() throws {
        let program = try Program()
        defer { program.remove() }
        let terminal = try PseudoTerminal(program, Program.demo, columns: 80, rows: 24)
        defer { terminal.close() }
        let start = terminal.traffic(quietFor: 1_500)
        #expect(String(decoding: start.bytes, as: UTF8.self).contains("larkspur"))
        #expect(terminal.traffic(first: 1_200).bytes.isEmpty, "something is sent while nothing happens")
        for (name, key, most) in WireTests.keys {
            terminal.type(key)
            // The frame of the move itself; what the details of the next record bring comes in a frame of its own.
            // Both may arrive in one piece, so frames are told apart by the mark that ends each.
            let sent = terminal.traffic(quietFor: 500)
            let frames = String(decoding: sent.bytes, as: UTF8.self).components(separatedBy: "\u{1B}[?2026l")
            #expect(frames.count >= 2, "\(name) sent no whole frame")
            #expect((1...most).contains(frames[0].utf8.count), "\(name) took \(frames[0].utf8.count) bytes")
        }
    }

    @Test func aLineThatIsCutEndsTheProgram() throws {
        let program = try Program()
        defer { program.remove() }
        let terminal = try PseudoTerminal(program, Program.demo, columns: 80, rows: 24)
        _ = terminal.traffic(quietFor: 500)
        #expect(terminal.endsAfterHangUp(within: .seconds(2)), "the program goes on without a terminal")
    }
}
