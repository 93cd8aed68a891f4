import Desk

/// What comes in from the terminal, in the order it came.
public enum Input: Equatable, Sendable {
  case key(Key)
  case mouse(MouseEvent)
  /// Text from a bracketed paste, as the terminal sent it (line breaks are usually CR), without
  /// what is not valid UTF-8, and cut after ``PasteCollector/limit`` bytes.
  case paste(String)
  /// The terminal has another size now, in cells.
  case resize(rows: Int, columns: Int)
  /// The terminal is gone, and nothing more will come: end the program.
  case closed
}
