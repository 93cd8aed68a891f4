import Glibc

/// The largest screen that is drawn on, in cells.
///
/// A terminal says its size itself, as two numbers of 16 bits: the largest would be four thousand
/// million cells, of which ncurses keeps three copies. Eight displays side by side stay below this;
/// what a terminal has beyond it stays empty.
enum ScreenLimit {
  static let columns = 1_000
  static let rows = 500

  /// Whether ncurses may take LINES and COLUMNS of the environment for the size, as it does where
  /// the terminal does not know its own.
  static var holdsEnvironment: Bool {
    holds("LINES", at: rows) && holds("COLUMNS", at: columns)
  }

  private static func holds(_ name: String, at limit: Int) -> Bool {
    guard let value = getenv(name) else { return true }
    return Int(String(cString: value)).map { $0 <= limit } ?? true
  }
}
