import HarkScreen
import Testing

struct KeyDecoderTests {
    /// Bytes, and the keys they mean in the notation of key tables, with spaces between.
    static let sequences: [(String, String)] = [
        ("jG", "j G"), ("\r\t\u{7F}\u{8}", "Enter Tab Backspace C-h"), ("j\nk", "j Enter k"),
        ("\u{0}\u{1}\u{1A}\u{1F}", "C-Space C-a C-z C-_"),
        ("ø日", "ø 日"), ("\u{1B}[A\u{1B}OA\u{1B}[1;5C\u{1B}[1;2D", "Up Up C-Right S-Left"),
        ("\u{1B}[H\u{1B}OH\u{1B}[1~\u{1B}[7~\u{1B}[4~\u{1B}[F", "Home Home Home Home End End"),
        ("\u{1B}[5~\u{1B}[6;5~\u{1B}[3~\u{1B}[2~", "PgUp C-PgDn Del Ins"),
        ("\u{1B}OP\u{1B}[11~\u{1B}[[A\u{1B}[20~\u{1B}[24;2~", "F1 F1 F1 F9 S-F12"), ("\u{1B}[Z", "S-Tab"),
        ("\u{1B}x\u{1B}\r\u{1B}ø\u{1B}\u{7F}", "M-x M-Enter M-ø M-Backspace"), ("\u{1B}\u{1B}[A", "Esc Up"),
        ("\u{1B}[I\u{1B}[O", "FocusIn FocusOut"), ("\u{1B}[<0;11;6M\u{1B}[<0;11;6m", "Click:10,5 ClickRelease:10,5"),
        ("\u{1B}[<32;1;1M\u{1B}[<64;3;4M\u{1B}[<81;3;4M", "ClickDrag:0,0 WheelUp:2,3 C-WheelDown:2,3"),
        ("\u{1B}[<35;3;4M\u{1B}[?1;2c\u{1B}[99~x", "x"), ("\u{1B}[97;5u\u{1B}[27;6;13~", "C-a C-S-Enter"),
        ("\u{1B}[200~jk\u{1B}[Aq\u{1B}[201~j", "Paste:jk\u{1B}[Aq j"), ("e\u{301}", "e\u{301}"),
        ("👩‍💻", "👩‍💻"), ("\u{1B}[200~a\r\nb\rc\u{1B}[201~", "Paste:a\nb\nc"),
    ]

    @Test(arguments: sequences)
    func readsSequences(_ bytes: String, _ keys: String) {
        var decoder = KeyDecoder()
        #expect(decoder.keys(from: bytes.utf8).map(\.notation).joined(separator: " ") == keys)
        #expect(!decoder.isWaiting)
    }

    @Test(
        arguments: sequences.filter { row in
            !row.0.unicodeScalars.contains { $0 == "\u{301}" || $0 == "\u{200D}" }
        })
    func readsThemByteByByte(_ bytes: String, _ keys: String) {
        var decoder = KeyDecoder()
        let read = bytes.utf8.flatMap { decoder.keys(from: [$0]) }
        #expect(read.map(\.notation).joined(separator: " ") == keys)
        #expect(!decoder.isWaiting)
    }

    static let waits: [(String, String)] = [
        ("\u{1B}", "Esc"), ("\u{1B}[", "M-["), ("\u{1B}O", "M-O"), ("\u{1B}[1;", ""),
    ]

    @Test(arguments: waits)
    func timeEndsASequence(_ bytes: String, _ keys: String) {
        var decoder = KeyDecoder()
        #expect(decoder.keys(from: bytes.utf8).isEmpty)
        #expect(decoder.isWaiting)
        let flushed = decoder.flush()
        #expect(flushed.map(\.notation).joined(separator: " ") == keys)
        let after = decoder.keys(from: "j".utf8)
        #expect(after == [.character("j")])
    }

    @Test func dropsWhatIsNoText() {
        var decoder = KeyDecoder()
        #expect(decoder.keys(from: [0xFF, 0xC3, 0x28, 0xED, 0xA0, 0x80, 0x6A]) == [.character("("), .character("j")])
    }

    @Test func survivesAnything() {
        var state: UInt64 = 7
        var decoder = KeyDecoder()
        for _ in 0..<20_000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1
            let byte = UInt8(truncatingIfNeeded: state >> 33)
            _ = decoder.keys(from: [byte % 4 == 0 ? 0x1B : byte])
            if byte == 9 { _ = decoder.flush() }
        }
        _ = decoder.keys(from: "\u{1B}[201~".utf8)
        _ = decoder.flush()
        #expect(decoder.keys(from: "j".utf8) == [.character("j")])
    }
}
