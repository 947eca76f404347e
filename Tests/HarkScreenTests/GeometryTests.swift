import HarkScreen
import Testing

struct GeometryTests {
    @Test func sharesUseEveryCell() {
        let parts = Rect(Size(columns: 100, rows: 10)).columns([.fixed(20), .share(1), .share(2)], gap: 1)
        #expect(parts.map(\.left) == [0, 21, 48])
        #expect(parts.map(\.columns) == [20, 26, 52])
        #expect(parts.last?.right == 100)
    }

    @Test func fixedTracksGiveWayInOrder() {
        let parts = Rect(Size(columns: 10, rows: 5)).rows([.fixed(3), .fixed(4), .share(1)])
        #expect(parts.map(\.rows) == [3, 2, 0])
    }

    @Test func splitsStayInside() {
        let area = Rect(column: 2, row: 3, columns: 8, rows: 4)
        #expect(area.split(left: 3).right == Rect(column: 5, row: 3, columns: 5, rows: 4))
        #expect(area.split(right: 3).right == Rect(column: 7, row: 3, columns: 3, rows: 4))
        #expect(area.split(bottom: 9).top.isEmpty)
        #expect(area.inset(columns: 1, rows: 1) == Rect(column: 3, row: 4, columns: 6, rows: 2))
        #expect(area.row(3) == Rect(column: 2, row: 6, columns: 8, rows: 1))
        #expect(area.row(4).isEmpty)
    }
}
