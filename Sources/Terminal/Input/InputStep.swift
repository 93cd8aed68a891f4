import Desk

/// What stands at one place of the input, and how many bytes it is long.
enum InputStep: Equatable {
  case key(Key, length: Int)
  case mouse(MouseReport, length: Int)
  case pasteBegins(length: Int)
  /// Where the cursor stands, counted from 1: an answer of the terminal.
  case cursor(row: Int, column: Int, length: Int)
  /// No key: an answer of the terminal, a sequence not known here, or rubbish.
  case ignored(length: Int)
  /// The rest of it has not come yet.
  case incomplete

  /// In bytes.
  var length: Int {
    switch self {
    case .key(_, let length), .mouse(_, let length), .pasteBegins(let length),
      .cursor(_, _, let length), .ignored(let length):
      length
    case .incomplete: 0
    }
  }
}
