import Desk

/// The colour that each role has in a theme, before it is known what the terminal can show.
///
/// Dark, light and high contrast bring their own background: a colour can only be chosen for one
/// that is known, and a desk docked beside the chat has to look right on any terminal. The default
/// leaves background and text to the terminal's owner, and its few colours are as far from white as
/// from black.
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
    let (black, green, blue, cyan, white): (Int32, Int32, Int32, Int32, Int32) = (0, 2, 4, 6, 7)
    let hasPalette = count >= 256
    return switch theme {
    // Of the palette only these are 4.5 times as bright as black and as dark as white.
    case .standard where hasPalette:
      ThemeColours(
        background: -1, text: -1, faint: 243, match: 29, placeholder: 98, warning: 131, error: 131,
        key: 63)
    // Of the first eight none is, whatever a terminal makes of them: attributes have to do.
    case .standard:
      ThemeColours(
        background: -1, text: -1, faint: -1, match: -1, placeholder: -1, warning: -1, error: -1,
        key: -1)
    case .dark where hasPalette:
      ThemeColours(
        background: 234, text: 252, faint: 244, match: 114, placeholder: 176, warning: 221,
        error: 210, key: 80)
    // Red, yellow and magenta are too dark on what some terminals make of black.
    case .dark:
      ThemeColours(
        background: black, text: white, faint: white, match: green, placeholder: cyan,
        warning: white, error: white, key: cyan)
    case .light where hasPalette:
      ThemeColours(
        background: 255, text: 235, faint: 241, match: 22, placeholder: 90, warning: 94,
        error: 124, key: 24)
    // Only blue is dark enough for what terminals make of white.
    case .light:
      ThemeColours(
        background: white, text: black, faint: black, match: blue, placeholder: blue,
        warning: black, error: black, key: blue)
    case .highContrast where hasPalette:
      ThemeColours(
        background: 16, text: 231, faint: 250, match: 46, placeholder: 213, warning: 226,
        error: 231, key: 51)
    case .highContrast:
      ThemeColours(
        background: black, text: white, faint: white, match: white, placeholder: white,
        warning: white, error: white, key: white)
    }
  }
}
