import Desk

/// The colour that each role has in a theme, before it is known what the terminal can show.
///
/// Dark, light and high contrast bring their own background: a colour can only be chosen for one
/// that is known, and a desk docked beside the chat has to look right on any terminal. The default
/// leaves both to the terminal's owner.
struct ThemeColours {
  /// Indexes of xterm's palette from 16 on, which mean the same everywhere; or the first eight,
  /// where the terminal has no others; -1 is the terminal's own.
  var background: Int32
  var text: Int32
  var faint: Int32
  var match: Int32
  var placeholder: Int32
  var warning: Int32
  var error: Int32
  var key: Int32

  func colour(of role: Role) -> Int32 {
    switch role {
    case .text, .status, .heading, .focusedHeading, .input, .selectedInput: text
    case .faint, .border: faint
    case .match: match
    case .placeholder: placeholder
    case .warning: warning
    case .error: error
    case .key, .code: key
    }
  }

  /// For a terminal of that many colours, at least eight.
  static func colours(of theme: ThemeChoice, among count: Int) -> ThemeColours {
    let (black, red, green, yellow, blue, magenta, cyan, white): ThemeEight =
      (0, 1, 2, 3, 4, 5, 6, 7)
    let hasPalette = count >= 256
    return switch theme {
    // Blue, white and black are left out: each is unreadable on some background.
    case .standard:
      ThemeColours(
        background: -1, text: -1, faint: -1, match: green, placeholder: magenta, warning: yellow,
        error: red, key: cyan)
    case .dark where hasPalette:
      ThemeColours(
        background: 234, text: 252, faint: 246, match: 114, placeholder: 176, warning: 221,
        error: 210, key: 80)
    case .dark:
      ThemeColours(
        background: black, text: white, faint: white, match: green, placeholder: magenta,
        warning: yellow, error: red, key: cyan)
    case .light where hasPalette:
      ThemeColours(
        background: 255, text: 235, faint: 241, match: 22, placeholder: 90, warning: 94,
        error: 124, key: 24)
    // Green, yellow and cyan are too bright for a white background.
    case .light:
      ThemeColours(
        background: white, text: black, faint: black, match: blue, placeholder: magenta,
        warning: red, error: red, key: blue)
    case .highContrast where hasPalette:
      ThemeColours(
        background: 16, text: 231, faint: 231, match: 46, placeholder: 213, warning: 226,
        error: 231, key: 51)
    case .highContrast:
      ThemeColours(
        background: black, text: white, faint: white, match: white, placeholder: white,
        warning: white, error: white, key: white)
    }
  }

  private typealias ThemeEight = (Int32, Int32, Int32, Int32, Int32, Int32, Int32, Int32)
}
