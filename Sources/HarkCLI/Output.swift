import Foundation
import HarkCore
import HarkScreen

/// Printing: the only way text leaves the command line, always made safe first.
enum Output {
    /// Prints text of one or more lines; control and bidi characters in it become visible marks.
    static func plain(_ text: String) {
        print(SafeText(text, .paragraph).string)
    }

    /// Prints one JSON value on one line; JSON escapes what a terminal would obey.
    static func json(_ value: JSONValue) { print(value.compact) }

    /// Hands on what was printed, where a program may be waiting at the other end of a pipe.
    static func flush() { fflush(nil) }

    /// Prints a sentence on standard error.
    static func error(_ text: String) {
        let safe = SafeText(text, .paragraph).string
        FileHandle.standardError.write(
            Data((safe.hasPrefix("hark:") || safe.hasPrefix("Error:") ? safe : "hark: " + safe).utf8 + [0x0A]))
    }

    /// Shows progress on one line of standard error, on a terminal only.
    static func progress(_ text: String) {
        guard isatty(STDERR_FILENO) == 1 else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K\(SafeText(text, .line).string)".utf8))
    }

    /// How wide the terminal behind standard error is; 80 where there is none.
    static var errorColumns: Int { columns(of: STDERR_FILENO) ?? 80 }

    /// How wide the terminal behind standard output is; `nil` where there is none.
    static var columns: Int? { columns(of: STDOUT_FILENO) }

    private static func columns(of descriptor: Int32) -> Int? {
        var window = winsize()
        return ioctl(descriptor, UInt(TIOCGWINSZ), &window) == 0 && window.ws_col > 0 ? Int(window.ws_col) : nil
    }

    /// Whether the locale takes text beyond ASCII.
    static var isUnicode: Bool {
        let environment = ProcessInfo.processInfo.environment
        let names = ["LC_ALL", "LC_CTYPE", "LANG"]
        let locale = names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        return locale.lowercased().filter { $0 != "-" }.contains("utf8")
    }

    /// Clears the progress line.
    static func endProgress() {
        guard isatty(STDERR_FILENO) == 1 else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
    }
}

/// A table of text in columns as wide as their widest cell.
struct PrintedTable {
    /// The headings.
    var columns: [Column]
    /// The cells, a row each; as many as there are columns.
    var rows: [[String]] = []

    /// A heading and the side its cells keep to.
    struct Column {
        var title: String
        var alignment = Alignment.leading
        /// Cells are cut to this many columns.
        var widest = 40
    }

    /// The table as lines, headings first.
    var text: String {
        let cells = [columns.map(\.title)] + rows.map { row in row.map { SafeText($0, .list).string } }
        let widths = columns.indices.map { index in
            min(columns[index].widest, cells.map { $0[index].columns }.max() ?? 0)
        }
        return cells.map { row in
            let line = row.indices.map { index in
                row[index].fitted(to: widths[index], align: columns[index].alignment)
            }
            .joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
        .joined(separator: "\n")
    }
}

/// How a list prints.
enum ListFormat { case plain, json, csv }

extension Int {
    /// The number with its noun: `1 record`, `2 records`.
    func counted(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
