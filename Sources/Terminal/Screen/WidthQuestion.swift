/// Asks a terminal whether it draws characters of ambiguous width in two cells.
///
/// It is given one at the beginning of its second row and asked where the cursor stands (DSR 6 of
/// ECMA-48); the first frame takes its place. A terminal that never answers is taken for one that draws
/// them in one cell. In the second row, since `CSI 1;3 R` is a key, too.
struct WidthQuestion: Equatable {
  /// What to send; the character is a quotation mark, which Chinese texts are full of.
  static let bytes = Array("\u{1B}[2;1H\u{201C}\u{1B}[6n".utf8)
  private static let row = 2

  private var isOpen = false

  mutating func ask() { isOpen = true }

  /// Takes what the terminal says of its cursor, counted from 1; nil where that answers nothing.
  mutating func isWide(row: Int, column: Int) -> Bool? {
    guard isOpen, row == Self.row, column == 2 || column == 3 else { return nil }
    isOpen = false
    return column == 3
  }
}
