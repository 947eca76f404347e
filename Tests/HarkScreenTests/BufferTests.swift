import HarkScreen
import Testing

struct BufferTests {
    private func blank(_ columns: Int, _ rows: Int = 1, glyphs: Glyphs = .unicode) -> Buffer {
        Buffer(Size(columns: columns, rows: rows), glyphs: glyphs)
    }

    static let written: [(String, Int, String)] = [
        ("Bergen", 8, "Bergen  "),
        ("Bergen Fjordline", 8, "Bergen …"),
        ("日本語", 8, "日本語  "),
        ("日本語です", 6, "日本… "),
        ("", 3, "   "),
        ("e\u{301}te\u{301}", 4, "e\u{301}te\u{301} "),
        ("a\u{1B}[31mb", 8, "a␛[31mb "),
        ("👨‍👩‍👧‍👦 x", 5, "👨 x "),
    ]

    @Test(arguments: written)
    func cutsTextAtTheEdge(_ text: String, _ columns: Int, _ shown: String) {
        var buffer = blank(columns)
        buffer.write(text, at: .zero)
        #expect(String(buffer.row(0).filter { $0.width > 0 }.map(\.character)) == shown)
        #expect(buffer.row(0).reduce(0) { $0 + Int($1.width) } == columns)
    }

    @Test func runsShareTheRoom() {
        var buffer = blank(12)
        let used = buffer.write([Run("Leads ", .title), Run("14 of 1,284", .muted)], at: .zero, columns: 10)
        #expect(used == 10)
        #expect(buffer.dump() == "12x1\n|Leads 14 …  |\nroles\n|TTTTTTmmmm..|\n")
    }

    @Test func halvesOfWideGraphemesNeverStayBehind() {
        for column in 0..<4 {
            for text in ["x", "本"] {
                var buffer = blank(5)
                buffer.write("日語", at: Point(column: 0, row: 0))
                buffer.write(text, at: Point(column: column, row: 0))
                let row = Array(buffer.row(0))
                #expect(row.reduce(0) { $0 + Int($1.width) } == 5)
                for (index, cell) in row.enumerated() where cell.width == 0 { #expect(row[index - 1].width == 2) }
            }
        }
    }

    @Test func linesJoin() {
        var buffer = blank(7, 5)
        buffer.box(buffer.bounds)
        buffer.line(at: Point(column: 3, row: 0), rows: 5)
        buffer.line(at: Point(column: 0, row: 2), columns: 7)
        #expect(buffer.text() == "┌──┬──┐\n│  │  │\n├──┼──┤\n│  │  │\n└──┴──┘\n")
    }

    @Test func linesJoinInASCII() {
        var buffer = blank(7, 3, glyphs: .ascii)
        buffer.box(buffer.bounds)
        buffer.line(at: Point(column: 3, row: 0), rows: 3)
        #expect(buffer.text() == "+--+--+\n|  |  |\n+--+--+\n")
    }

    @Test func titlesStandInTheUpperEdge() {
        var buffer = blank(16, 3)
        buffer.box(buffer.bounds, title: [Run("Leads", .title)], role: .focusedBorder)
        #expect(
            buffer.dump() == """
                16x3
                |┌ Leads ───────┐|
                |│              │|
                |└──────────────┘|
                roles
                |BBTTTTTBBBBBBBBB|
                |B..............B|
                |BBBBBBBBBBBBBBBB|

                """)
    }

    @Test func picturesAreDrawnIntoPictures() {
        var inner = blank(4, 2)
        inner.write("日x", at: .zero, role: .good)
        inner.cursor = Point(column: 1, row: 1)
        var outer = blank(5, 2)
        outer.draw(inner, at: Point(column: 2, row: 1))
        #expect(outer.dump() == "5x2\n|     |\n|  日x|\nroles\n|.....|\n|..GGG|\ncursor 3,2\n")
    }

    @Test func drawingOutsideIsCut() {
        var buffer = blank(4, 2)
        buffer.write("abcdef", at: Point(column: -2, row: 0))
        buffer.write("never", at: Point(column: 0, row: 5))
        buffer.fill(Rect(column: 3, row: -4, columns: 9, rows: 9), with: "#", role: .danger)
        #expect(buffer.text() == "cde#\n   #\n")
    }

    @Test func paragraphsWrap() {
        var buffer = blank(10, 3)
        let rows = buffer.write(paragraph: "send proposal v2\nto Ole", in: buffer.bounds)
        #expect(rows == 3)
        #expect(buffer.text() == "send\nproposal\nv2\n")
    }

    @Test func textEndsAtTheRight() {
        var buffer = blank(8)
        buffer.write(trailing: "2d", in: buffer.bounds)
        #expect(buffer.text() == "      2d\n")
    }

    @Test func picturesBecomeSVG() {
        var buffer = blank(6)
        buffer.write("a<b&", at: .zero)
        buffer.paint(Rect(column: 0, row: 0, columns: 2, rows: 1), role: .selection)
        let svg = buffer.svg(theme: .dark)
        #expect(svg.contains("viewBox=\"0 0 54 19\""))
        #expect(svg.contains(">a&lt;</text>"))
        #expect(svg.contains(">b&amp;  </text>"))
        #expect(svg.contains("<rect x=\"0\" y=\"0\" width=\"18\" height=\"19\" fill=\"#1f4f7d\"/>"))
    }
}
