/// Writes CSV that spreadsheets open without running anything: every field in quotes, formulas guarded.
public enum CSVWriter {
    /// One line with its newline (CRLF, as RFC 4180 asks).
    public static func line(_ fields: [String]) -> String {
        fields.map { "\"" + CSVGuard.on($0).replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\r\n"
    }
}

/// The apostrophe that keeps spreadsheets from running a cell as a formula.
///
/// A cell whose first byte after spaces and apostrophes is one of `= + - @` TAB CR LF gets one apostrophe in front.
/// Counting through apostrophes makes ``off(_:)`` the exact inverse of ``on(_:)``: phones survive a round trip.
public enum CSVGuard {
    /// The cell as it is written.
    public static func on(_ cell: String) -> String { isDangerous(cell) ? "'" + cell : cell }

    /// The cell as it was before it was written.
    public static func off(_ cell: String) -> String {
        cell.utf8.first == UInt8(ascii: "'") && isDangerous(cell) ? String(cell.dropFirst()) : cell
    }

    private static func isDangerous(_ cell: String) -> Bool {
        let first = cell.utf8.first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "'") }
        return first.map("=+-@\t\r\n".utf8.contains) ?? false
    }
}
