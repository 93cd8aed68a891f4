import CNcurses
import Desk
import Glibc

/// ncurses as a compiler: canvases in, the shortest bytes that show them out.
///
/// It writes into a file in memory instead of the terminal. So nothing in it ever blocks or waits
/// for a terminal that takes no output, and the terminal's settings are changed in one place only.
final class Curses {
  private let screen: OpaquePointer
  private let file: UnsafeMutablePointer<FILE>
  private let output: Int32
  private var theme: Theme
  private var paints: PaintPairs
  /// How many colours may be used; 0 where there shall be none.
  private let colourCount: Int
  private let ownBackground: Int32
  /// What lines are drawn with; takes effect from the next canvas on.
  var borders: ScreenOptions.Borders
  private let cursorShown: [UInt8]
  private let cursorHidden: [UInt8]
  private(set) var size: (rows: Int, columns: Int)
  /// What ncurses has been told last; rows that are equal are not told again.
  private var told: Canvas?
  /// The cell that was reversed for the cursor.
  private var markedCursor: Position?
  /// Nil where the terminal alone knows.
  private var isCursorShown: Bool?
  private var cells: [cchar_t] = []

  /// - Throws: ``TerminalError``'s cases about the type of the terminal.
  init(options: ScreenOptions) throws(TerminalError) {
    let type = try TerminalDescription.suitableType()
    output = memfd_create("frame", 1)  // MFD_CLOEXEC
    guard output >= 0, let file = fdopen(output, "r+") else {
      throw .system(call: "memfd_create", errno: errno)
    }
    use_env(ScreenLimit.holdsEnvironment)
    guard let screen = newterm(type, file, file) else {
      fclose(file)
      throw .unknownType(type)
    }
    self.file = file
    self.screen = screen
    guard TerminalDescription.canPlaceCursor else {
      delscreen(screen)
      fclose(file)
      throw .unsuitableType(type)
    }
    // Never look at the terminal for waiting keys while drawing; never insert or delete characters,
    // which some terminals do wrongly with wide ones.
    typeahead(-1)
    nonl()
    idcok(cncurses_stdscr(), false)
    let hasColours = options.hasColours && has_colors() && start_color() == OK
    colourCount = hasColours ? max(Int(tigetnum("colors")), 8) : 0
    ownBackground = hasColours && use_default_colors() == OK ? -1 : Int32(COLOR_BLACK)
    theme = Theme(options.theme, colourCount: colourCount)
    paints = PaintPairs(after: 0, of: 0, colourCount: 0)
    borders = options.borders
    cursorShown = Array(capability("cnorm").utf8)
    cursorHidden = Array(capability("civis").utf8)
    size = (Int(getmaxy(cncurses_stdscr())), Int(getmaxx(cncurses_stdscr())))
    // Its own start sequence: the table of modes replaces it.
    _ = takeOutput()
    setUpPairs()
  }

  /// Draws in another theme from the next canvas on.
  func use(_ choice: ThemeChoice) {
    theme = Theme(choice, colourCount: colourCount)
    setUpPairs()
    forgetAll()
  }

  private func setUpPairs() {
    for (index, pair) in theme.pairs.enumerated() {
      init_extended_pair(
        Int32(index + 1), pair.foreground, pair.background < 0 ? ownBackground : pair.background)
    }
    setUpPaints()
  }

  private func setUpPaints() {
    paints = PaintPairs(
      after: theme.pairs.count, of: Int(cncurses_color_pairs()), colourCount: colourCount)
  }

  func close() {
    delscreen(screen)
    fclose(file)
  }

  /// What the terminal's description says of its keys.
  func keySequences() -> KeySequences {
    var sequences: [[UInt8]: Key] = [:]
    for (name, key) in KeySequences.capabilities {
      let bytes = Array(capability(name).utf8)
      if !bytes.isEmpty { sequences[bytes] = key }
    }
    return KeySequences(sequences)
  }

  func resize(rows: Int, columns: Int) {
    guard rows != size.rows || columns != size.columns else { return }
    resize_term(Int32(rows), Int32(columns))
    size = (rows, columns)
    // A terminal may have moved what it shows.
    forgetAll()
  }

  /// The terminal shows something unknown: the next frame draws everything.
  func forget() {
    clearok(cncurses_curscr(), true)
    isCursorShown = nil
  }

  /// The next canvas is drawn whole, whatever ncurses was told before.
  func forgetAll() {
    told = nil
    forget()
  }

  /// The bytes that make the terminal show the canvas, cut or filled up to the screen's size.
  func draw(_ canvas: Canvas) -> [UInt8] {
    if paints.isCrowded {
      setUpPaints()
      told = nil
    }
    let isFirst = told?.rows != canvas.rows || told?.columns != canvas.columns
    if isFirst { werase(cncurses_stdscr()) }
    let cursor = theme.marksCursor ? canvas.cursor : nil
    for row in 0..<min(canvas.rows, size.rows)
    where isFirst || told.map({ $0.row(row) != canvas.row(row) }) ?? true
      || cursor != markedCursor && (row == cursor?.row || row == markedCursor?.row)
    {
      draw(canvas.row(row), at: row, cursorColumn: row == cursor?.row ? cursor?.column : nil)
    }
    markedCursor = cursor
    told = canvas
    return update(cursor: canvas.cursor)
  }

  /// The bytes that draw everything once more.
  func redraw() -> [UInt8] {
    forget()
    return update(cursor: told?.cursor)
  }

  private func update(cursor wanted: Position?) -> [UInt8] {
    let place = wanted.flatMap { position in
      (0..<size.rows).contains(position.row) && (0..<size.columns).contains(position.column)
        ? position : nil
    }
    if let place { wmove(cncurses_stdscr(), Int32(place.row), Int32(place.column)) }
    wnoutrefresh(cncurses_stdscr())
    doupdate()
    var bytes = takeOutput()
    // Where the cell is marked the terminal's own would turn it round once more, and nothing would be seen.
    let showsCursor = place != nil && !theme.marksCursor
    if showsCursor != isCursorShown { bytes += showsCursor ? cursorShown : cursorHidden }
    isCursorShown = showsCursor
    return bytes
  }

  private func draw(_ row: ArraySlice<Cell>, at line: Int, cursorColumn: Int?) {
    cells.removeAll(keepingCapacity: true)
    var column = row.startIndex
    let end = row.startIndex + min(row.count, size.columns)
    while column < end {
      let cell = row[column]
      let hasTwo = column + 1 < end && row[column + 1].content == .continuation
      var glyph = Glyph(" ", marks: [], room: 1, borders: borders)
      if case .scalar(let base, let marks) = cell.content {
        glyph = Glyph(base, marks: marks, room: hasTwo ? 2 : 1, borders: borders)
      }
      var look = look(of: cell.style)
      if column - row.startIndex == cursorColumn { look.attributes ^= cncurses_reverse() }
      append(glyph, look)
      column += glyph.width
    }
    mvwadd_wchnstr(cncurses_stdscr(), Int32(line), 0, cells, Int32(cells.count))
  }

  private func look(of style: Style) -> Theme.Look {
    var look = theme.look(of: style)
    guard let paint = style.paint, let (number, new) = paints.number(of: paint) else {
      return look
    }
    if let new { init_extended_pair(Int32(number), new.foreground, new.background) }
    look.pair = number
    return look
  }

  private func append(_ glyph: Glyph, _ look: Theme.Look) {
    var text: [wchar_t] = glyph.scalars.map { wchar_t(bitPattern: $0.value) }
    text.append(0)
    var cell = cchar_t()
    setcchar(&cell, text, look.attributes, look.pair, nil)
    cells.append(cell)
  }

  private func takeOutput() -> [UInt8] {
    fflush(file)
    let length = Int(lseek(output, 0, SEEK_END))
    guard length > 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: length)
    let count = pread(output, &bytes, length, 0)
    ftruncate(output, 0)
    lseek(output, 0, SEEK_SET)
    bytes.removeLast(length - max(count, 0))
    return bytes
  }
}
