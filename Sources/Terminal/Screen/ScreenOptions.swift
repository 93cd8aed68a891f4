import Desk

/// How the screen is drawn and how keys are read.
public struct ScreenOptions: Equatable, Sendable {
  public enum Borders: Equatable, Sendable {
    case unicode
    /// For terminals that draw line-drawing characters two cells wide.
    case ascii
  }

  /// How many cells the terminal takes for characters of ambiguous width.
  public enum AmbiguousWidth: Equatable, Sendable {
    /// It is asked.
    case auto
    case one
    case two
  }

  public var borders: Borders
  public var ambiguousWidth = AmbiguousWidth.auto
  /// Off, the screen has attributes only (bold, reverse, underline).
  var hasColours: Bool
  public var theme: ThemeChoice
  /// Whether clicks and the wheel come in; off, the mouse is all the terminal's own.
  public var hasMouse: Bool
  /// How long a lone `ESC` waits for the rest of a sequence, in milliseconds.
  var escapeDelay: Int
  /// The existing folder that crash reports go into; nil writes none.
  public var reportDirectory: String?

  public init(
    borders: Borders = .unicode, hasColours: Bool = true, theme: ThemeChoice = .standard,
    hasMouse: Bool = true, escapeDelay: Int = 25, reportDirectory: String? = nil
  ) {
    self.borders = borders
    self.hasColours = hasColours
    self.theme = theme
    self.hasMouse = hasMouse
    self.escapeDelay = escapeDelay
    self.reportDirectory = reportDirectory
  }

  /// What the environment asks for: NO_COLOR (no-color.org), and ncurses' ESCDELAY.
  public static func fromEnvironment() -> ScreenOptions {
    var options = ScreenOptions()
    options.hasColours = variable(named: "NO_COLOR") == nil
    if let text = variable(named: "ESCDELAY"), let delay = Int(text), (0...5000).contains(delay) {
      options.escapeDelay = delay
    }
    return options
  }
}
