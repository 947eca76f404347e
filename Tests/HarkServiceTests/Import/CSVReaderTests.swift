import Foundation
import Testing

@testable import HarkService

/// A CSV text and the rows it means.
struct CSVCase: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var rows: [[String]]

    init(_ name: String, _ text: String, _ rows: [[String]]) {
        (self.name, self.text, self.rows) = (name, text, rows)
    }

    var testDescription: String { name }

    /// The cases of csv-spectrum, written anew, and what else CSV files do.
    static let all = [
        CSVCase(
            "comma in quotes", "first,last,address\nJohn,Doe,\"120 any st.\"\nAnn,\"Ray, Jr\",x",
            [["first", "last", "address"], ["John", "Doe", "120 any st."], ["Ann", "Ray, Jr", "x"]]),
        CSVCase(
            "empty", "a,b,c\n1,\"\",\"\"\n2,3,4\n,,\n",
            [["a", "b", "c"], ["1", "", ""], ["2", "3", "4"], ["", "", ""]]),
        CSVCase(
            "escaped quotes", "a,b\n1,\"ha \"\"ha\"\" ha\"\n3,\"\"\"\"",
            [["a", "b"], ["1", "ha \"ha\" ha"], ["3", "\""]]),
        CSVCase(
            "json", "key,val\n1,\"{\"\"type\"\": \"\"Point\"\", \"\"at\"\": [102.0, 0.5]}\"\n",
            [["key", "val"], ["1", "{\"type\": \"Point\", \"at\": [102.0, 0.5]}"]]),
        CSVCase("newlines", "a,b\n\"Once\nupon\",5\n7,8\n", [["a", "b"], ["Once\nupon", "5"], ["7", "8"]]),
        CSVCase(
            "newlines crlf", "a,b\r\n\"Once\r\nupon\",5\r\n7,8\r\n", [["a", "b"], ["Once\r\nupon", "5"], ["7", "8"]]),
        CSVCase(
            "quotes and newlines", "a,b\n1,\"ha \n\"\"ha\"\" \nha\"\n3,4\n",
            [["a", "b"], ["1", "ha \n\"ha\" \nha"], ["3", "4"]]),
        CSVCase("simple", "a,b,c\n1,2,3", [["a", "b", "c"], ["1", "2", "3"]]),
        CSVCase("simple crlf", "a,b,c\r\n1,2,3", [["a", "b", "c"], ["1", "2", "3"]]),
        CSVCase("utf8", "a,b\n1,ʤ\n2,\"日本, 🙂\"\n", [["a", "b"], ["1", "ʤ"], ["2", "日本, 🙂"]]),
        CSVCase("lone CR", "a,b\r1,2\r\r3,4", [["a", "b"], ["1", "2"], ["3", "4"]]),
        CSVCase("blank lines", "\n\na,b\n\n1,2\n\n", [["a", "b"], ["1", "2"]]),
        CSVCase("byte-order mark", "\u{FEFF}\"a\",b\n1,2", [["a", "b"], ["1", "2"]]),
        CSVCase("semicolons", "a;\"b,c,d\"\n1;2,5", [["a", "b,c,d"], ["1", "2,5"]]),
        CSVCase("tabs", "a\tb\n1\t2", [["a", "b"], ["1", "2"]]),
        CSVCase("bars", "a|b\n1|2", [["a", "b"], ["1", "2"]]),
        CSVCase("one column", "name\nx\n\"\"\ny", [["name"], ["x"], [""], ["y"]]),
        CSVCase("spaces kept", "a,b\n 1 , 2", [["a", "b"], [" 1 ", " 2"]]),
        CSVCase(
            "long name", "a\n\(String(repeating: "n", count: 10_000))",
            [["a"], [String(repeating: "n", count: 10_000)]]),
        CSVCase("nothing", "", []),
        CSVCase("only a mark", "\u{FEFF}", []),
        CSVCase("header only", "a,b\r\n", [["a", "b"]]),
    ]
}

struct CSVReaderTests {
    static func rows(_ reader: CSVReader) throws -> [[String]] {
        var reader = reader
        var row = CSVRow()
        var rows: [[String]] = []
        while try reader.next(into: &row) { rows.append(row.texts) }
        return rows
    }

    @Test(arguments: CSVCase.all)
    func readsBytes(_ item: CSVCase) throws {
        #expect(try Self.rows(CSVReader(bytes: Array(item.text.utf8))) == item.rows)
    }

    @Test("Chunk borders fall anywhere and change nothing", arguments: CSVCase.all)
    func readsFilesInChunks(_ item: CSVCase) throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("hark-csv-\(UUID().uuidString).csv")
        try Data(item.text.utf8).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        for size in [1, 2, 3, 5, 64] {
            let file = try FileHandle(forReadingFrom: url)
            defer { try? file.close() }
            let reader = try CSVReader(file: file, chunkSize: size)
            #expect(try Self.rows(reader) == item.rows)
        }
    }

    static let refused: [(String, [UInt8], CSVError)] = [
        ("stray quote", Array("a,b\n1,2\"3\n".utf8), CSVError(.strayQuote, line: 2, column: 4)),
        ("text after quote", Array("a,b\n\"1\"x,2\n".utf8), CSVError(.textAfterQuote, line: 2, column: 4)),
        ("unclosed quote", Array("a,b\n1,2\n3,\"4\n5,6\n".utf8), CSVError(.unclosedQuote, line: 3, column: 3)),
        ("zero byte", Array("a,b\n1,\0\n".utf8), CSVError(.nulByte, line: 2, column: 3)),
        ("zero byte in quotes", Array("a,b\n1,\"x\0\"\n".utf8), CSVError(.nulByte, line: 2, column: 5)),
        ("latin-1", Array("a,b\nx,M".utf8) + [0xFC] + Array("ller\n".utf8), CSVError(.notUTF8, line: 2, column: 4)),
        (
            "latin-1 after quotes and newlines", Array("a,b\nx,\"1\n\"\"M".utf8) + [0xFC, 0x22],
            CSVError(.notUTF8, line: 3, column: 4)
        ),
        ("utf-16 little", [0xFF, 0xFE, 0x61, 0x00], CSVError(.utf16, line: 1, column: 1)),
        ("utf-16 big", [0xFE, 0xFF, 0x00, 0x61], CSVError(.utf16, line: 1, column: 1)),
        (
            "long field", Array("a\n".utf8) + [UInt8](repeating: 0x78, count: CSVReader.fieldLimit + 1),
            CSVError(.fieldTooLong, line: 2, column: 1)
        ),
    ]

    @Test(arguments: refused)
    func refuses(_ name: String, _ bytes: [UInt8], _ error: CSVError) {
        #expect(throws: error, "\(name)") { try Self.rows(CSVReader(bytes: bytes)) }
    }

    @Test("After a fault of one row the next row is read")
    func goesOnAfterLocalFaults() throws {
        var reader = try CSVReader(bytes: Array("a,b\n1,x\"y\"\n2,3\n\"4\"z,5\n6,7".utf8))
        var row = CSVRow()
        var seen: [String] = []
        while true {
            do {
                guard try reader.next(into: &row) else { break }
                seen.append(row.texts.joined(separator: "+"))
            } catch { seen.append("line \(error.line)") }
        }
        #expect(seen == ["a+b", "line 2", "2+3", "line 4", "6+7"])
    }

    @Test("Each field knows its place")
    func knowsPlaces() throws {
        var reader = try CSVReader(bytes: Array("a,b,c\n\"1\n2\",ü,3\n".utf8))
        var row = CSVRow()
        _ = try reader.next(into: &row)
        _ = try reader.next(into: &row)
        #expect((0..<3).map { row.place(of: $0).line } == [2, 3, 3])
        #expect((0..<3).map { row.place(of: $0).column } == [1, 4, 7])
    }
}

struct CSVWriterTests {
    static let cells = [
        "", "plain", "=1+1", "+49 30 1234", "-12.5", "@home", "\tx", "\r\nx", "  =sum", "'", "'=x", "''+1", "it's",
        "' x",
        "\"quoted\", and\nmore", "'s-Hertogenbosch",
    ]

    @Test("What is written comes back", arguments: cells)
    func roundTrips(_ cell: String) throws {
        let line = CSVWriter.line([cell, "end"])
        let rows = try CSVReaderTests.rows(CSVReader(bytes: Array(line.utf8)))
        #expect(rows.map { $0.map(CSVGuard.off) } == [[cell, "end"]])
    }

    @Test(arguments: [("=1+1", "\"'=1+1\""), ("  @x", "\"'  @x\""), ("a\"b", "\"a\"\"b\""), ("plain", "\"plain\"")])
    func guardsAndQuotes(_ cell: String, _ written: String) {
        #expect(CSVWriter.line([cell]) == written + "\r\n")
    }
}
