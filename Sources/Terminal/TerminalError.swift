/// Why the terminal cannot be used.
///
/// The session says it in the agent's language.
public enum TerminalError: Error, Equatable, Sendable {
  /// There is no terminal: no controlling one, and standard input, output and error are none.
  case noTerminal
  /// TERM is unset or empty (nil), or names a terminal that cannot place its cursor.
  case unsuitableType(String?)
  /// No description of this TERM is installed. `TERM=xterm-256color` usually helps.
  case unknownType(String)
  /// Neither the environment's locale nor C.UTF-8 is there, so that no 汉字 could be drawn.
  case noUTF8Locale
  /// A call to the system failed.
  case system(call: String, errno: Int32)
}
