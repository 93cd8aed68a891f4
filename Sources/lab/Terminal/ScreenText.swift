import Glibc

/// What a terminal of the xterm family shows, as far as text goes: enough of one to read a count
/// off the screens of programs that draw with the descriptions of `xterm-256color`.
struct ScreenText {
  let rows: Int
  let columns: Int
  private var cells: [Unicode.Scalar?]
  private var row = 0
  private var column = 0
  /// The last column was written: the next character goes to the next line.
  private var isAtMargin = false
  private var saved = (row: 0, column: 0)
  private var lastPrinted: Unicode.Scalar = " "
  /// Bytes of a sequence or a character whose rest has not come yet.
  private var pending: [UInt8] = []

  /// The C library's `wcwidth`, looked up by name because Swift's module of it hides it.
  private static let width = dlsym(nil, "wcwidth").map {
    unsafeBitCast($0, to: (@convention(c) (wchar_t) -> Int32).self)
  }

  init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    cells = Array(repeating: " ", count: rows * columns)
    setlocale(LC_CTYPE, "C.UTF-8")
  }

  /// Where the cursor stands, in cells from the upper left corner.
  var cursor: (row: Int, column: Int) { (row, column) }

  /// What stands in one line; nil in the second cell of a wide character.
  func cells(_ row: Int) -> ArraySlice<Unicode.Scalar?> {
    cells[row * columns..<(row + 1) * columns]
  }

  /// One line, without the spaces at its end.
  func line(_ row: Int) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: cells(row).compactMap(\.self))
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  func contains(_ text: String) -> Bool {
    (0..<rows).contains { line($0).contains(text) }
  }

  /// All lines, for whoever has to find out what went wrong.
  var text: String { (0..<rows).map { line($0) + "\n" }.joined() }

  /// Takes in what a program wrote.
  mutating func take(_ bytes: [UInt8]) {
    pending += bytes
    var position = 0
    while position < pending.count, let length = takeOne(pending[position...]) {
      position += length
    }
    pending.removeFirst(position)
  }

  /// Takes one character or sequence, and says how long it is; nil when its end is missing.
  private mutating func takeOne(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = bytes.first else { return nil }
    switch first {
    case 0x1B: return takeEscape(bytes)
    case 0x08:
      column = max(column - 1, 0)
      isAtMargin = false
    case 0x09: column = min((column / 8 + 1) * 8, columns - 1)
    case 0x0A: lineFeed()
    case 0x0D:
      column = 0
      isAtMargin = false
    case 0..<0x20, 0x7F: break
    default:
      let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      guard bytes.count >= length else { return nil }
      for scalar in String(decoding: bytes.prefix(length), as: UTF8.self).unicodeScalars {
        print(scalar)
      }
      return length
    }
    return 1
  }

  private mutating func print(_ scalar: Unicode.Scalar) {
    let width = Int(ScreenText.width?(wchar_t(bitPattern: scalar.value)) ?? 1)
    guard (1...columns).contains(width) else { return }
    if isAtMargin || column + width > columns {
      column = 0
      lineFeed()
    }
    lastPrinted = scalar
    cells[row * columns + column] = scalar
    if width == 2 { cells[row * columns + column + 1] = nil }
    isAtMargin = column + width >= columns
    column = min(column + width, columns - 1)
  }

  private mutating func lineFeed() {
    isAtMargin = false
    guard row == rows - 1 else {
      row += 1
      return
    }
    cells.removeFirst(columns)
    cells.append(contentsOf: repeatElement(" ", count: columns))
  }

  // MARK: - Sequences

  private mutating func takeEscape(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count > 1 else { return nil }
    switch bytes[bytes.startIndex + 1] {
    case UInt8(ascii: "["):
      guard let end = bytes.dropFirst(2).firstIndex(where: { (0x40...0x7E).contains($0) }) else {
        return nil
      }
      takeControl(bytes[bytes.startIndex + 2..<end], final: bytes[end])
      return end - bytes.startIndex + 1
    case UInt8(ascii: "]"):
      // An operating system command, to BEL or ESC \.
      guard let end = bytes.firstIndex(where: { $0 == 0x07 || $0 == UInt8(ascii: "\\") }) else {
        return nil
      }
      return end - bytes.startIndex + 1
    case UInt8(ascii: "("), UInt8(ascii: ")"): return bytes.count > 2 ? 3 : nil
    case UInt8(ascii: "7"): saved = (row, column)
    case UInt8(ascii: "8"): (row, column) = saved
    case UInt8(ascii: "M"): row = max(row - 1, 0)
    default: break
    }
    return 2
  }

  private mutating func takeControl(_ parameters: ArraySlice<UInt8>, final: UInt8) {
    let text = String(decoding: parameters, as: UTF8.self)
    guard text.first.map({ $0.isNumber || $0 == ";" }) ?? true else { return }
    let numbers = text.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    func number(_ index: Int) -> Int {
      numbers.indices.contains(index) ? max(numbers[index], 1) : 1
    }
    let mode = numbers.first ?? 0
    switch Unicode.Scalar(final) {
    case "A": move(to: row - number(0), column)
    case "B": move(to: row + number(0), column)
    case "C": move(to: row, column + number(0))
    case "D": move(to: row, column - number(0))
    case "G", "`": move(to: row, number(0) - 1)
    case "H", "f": move(to: number(0) - 1, number(1) - 1)
    case "d": move(to: number(0) - 1, column)
    case "J": erase(mode, from: row * columns + column, of: 0..<cells.count)
    case "K":
      erase(mode, from: row * columns + column, of: row * columns..<(row + 1) * columns)
    case "X": fill(row * columns + column..<row * columns + min(column + number(0), columns))
    case "b": for _ in 0..<number(0) { print(lastPrinted) }
    default: break
    }
  }

  private mutating func move(to row: Int, _ column: Int) {
    self.row = min(max(row, 0), rows - 1)
    self.column = min(max(column, 0), columns - 1)
    isAtMargin = false
  }

  private mutating func erase(_ mode: Int, from position: Int, of range: Range<Int>) {
    switch mode {
    case 0: fill(position..<range.upperBound)
    case 1: fill(range.lowerBound..<position + 1)
    default: fill(range)
    }
  }

  private mutating func fill(_ range: Range<Int>) {
    for index in range { cells[index] = " " }
  }
}
