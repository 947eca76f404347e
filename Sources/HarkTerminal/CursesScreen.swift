import CNcurses
import Glibc
import HarkScreen

/// ncurses, used to turn pictures into the fewest bytes: it writes to a file in memory that is read after each frame.
@MainActor
final class CursesScreen {
    /// The terminal type in use, which may be a usual one in place of an unknown one.
    let kind: String
    let depth: ColorDepth
    private(set) var size: Size

    private let file: UnsafeMutablePointer<FILE>
    private let screen: OpaquePointer
    private let isUnicode: Bool
    private var palette: Palette
    private var filter = PenFilter()
    /// What the terminal shows, if that is known.
    private var painted: Buffer?

    /// Starts ncurses for the terminal's own type or, if it is not described on this machine, a usual one.
    init(_ options: TerminalOptions, size: Size, isUnicode: Bool) throws(TerminalError) {
        let ownKind = options.environment["TERM"] ?? ""
        guard let file = hark_memory_file() else { throw .system(call: "memfd_create", code: errno) }
        var started: (String, OpaquePointer)?
        for kind in [ownKind, "xterm-256color", "vt100"] where started == nil && !kind.isEmpty {
            started = hark_start(kind, file, Int32(size.rows), Int32(size.columns)).map { (kind, $0) }
        }
        guard let (kind, screen) = started else {
            fclose(file)
            throw .unknownKind(ownKind)
        }
        self.kind = kind
        self.screen = screen
        self.file = file
        self.size = size
        self.isUnicode = isUnicode
        // The device is in raw mode: nothing is typed to ncurses, and line feeds stay line feeds.
        typeahead(-1)
        nonl()
        let count = has_colors() && start_color() == OK ? Int(hark_color_count()) : 0
        depth = ColorDepth.found(
            wanted: options.colors, environment: options.environment, count: count,
            hasRGB: tigetflag("RGB") == 1 || tigetflag("Tc") == 1)
        use_default_colors()
        palette = Palette(theme: options.theme, depth: depth)
        resizeterm(Int32(size.rows), Int32(size.columns))
        prepareWindow()
    }

    /// Takes another theme; everything is painted anew.
    func use(_ theme: Theme) {
        palette = Palette(theme: theme, depth: depth)
        prepareWindow()
        invalidate()
    }

    /// Forgets what the terminal shows.
    func invalidate() {
        painted = nil
        filter.invalidate()
        clearok(window, true)
    }

    /// Follows the terminal to a new size.
    func resize(to size: Size) {
        self.size = size
        resizeterm(Int32(size.rows), Int32(size.columns))
        invalidate()
    }

    /// The bytes that turn what the terminal shows into `picture`; none if it shows it.
    func frame(_ picture: Buffer) -> [UInt8] {
        let picture = picture.size == size ? picture : fitted(picture)
        guard picture != painted else { return [] }
        for row in 0..<size.rows where painted.map({ $0.row(row) != picture.row(row) }) ?? true {
            draw(row: row, of: picture)
        }
        let cursor = picture.cursor.flatMap { picture.bounds.contains($0) ? $0 : nil }
        curs_set(cursor == nil ? 0 : 1)
        leaveok(window, cursor == nil)
        if let cursor { wmove(window, Int32(cursor.row), Int32(cursor.column)) }
        wnoutrefresh(window)
        doupdate()
        painted = picture
        return filter.filtered(taken())
    }

    /// The bytes that give the terminal's screen back; the next frame takes it again.
    func leave() -> [UInt8] {
        endwin()
        invalidate()
        return taken()
    }

    /// Ends ncurses.
    func close() {
        delscreen(screen)
        fclose(file)
    }

    private var window: UnsafeMutablePointer<WINDOW>? { hark_standard_window() }

    private func prepareWindow() {
        filter.colors = palette.directColors
        let look = palette[.text]
        hark_set_background(window, look.attributes, look.pair)
    }

    private func fitted(_ picture: Buffer) -> Buffer {
        var fitted = Buffer(size, glyphs: picture.glyphs)
        fitted.draw(picture, at: .zero)
        return fitted
    }

    private func draw(row: Int, of picture: Buffer) {
        let old = painted.map { Array($0.row(row)) }
        for (column, cell) in picture.row(row).enumerated() where cell.width > 0 {
            if let old, old[column] == cell { continue }
            let look = palette[cell]
            let sign = Sign(cell, isUnicode: isUnicode)
            for (offset, scalars) in sign.parts.enumerated() {
                hark_put(window, Int32(row), Int32(column + offset), scalars, look.attributes, look.pair)
            }
            if !sign.isReliable { settle(row: row) }
        }
    }

    /// Sends what is drawn so far and then moves the cursor to a place that does not depend on how wide the terminal
    /// drew it.
    private func settle(row: Int) {
        leaveok(window, false)
        wmove(window, Int32(row), 0)
        wnoutrefresh(window)
        doupdate()
        let move = Array("\u{1B}[\(row + 1);1H".utf8)
        write(fileno(file), move, move.count)
    }

    /// What ncurses has written since.
    private func taken() -> [UInt8] {
        let descriptor = fileno(file)
        fflush(file)
        let length = max(0, Int(lseek(descriptor, 0, SEEK_END)))
        let bytes = [UInt8](unsafeUninitializedCapacity: length) { room, count in
            count = max(0, pread(descriptor, room.baseAddress, length, 0))
        }
        ftruncate(descriptor, 0)
        lseek(descriptor, 0, SEEK_SET)
        return bytes
    }
}
