import CNcurses
import Desk

/// Makes attributes and colours out of what a cell means.
///
/// Colour never says anything alone: every difference that matters shows in attributes too.
struct Theme {
  struct Look: Equatable {
    var attributes: attr_t
    /// 0 for the terminal's own colours.
    var pair: Int16
  }

  /// Numbers of the terminal's colours, -1 for its own.
  struct Pair: Hashable {
    var foreground: Int32
    var background: Int32
  }

  /// The colour pairs to set up, of which the first is number 1.
  private(set) var pairs: [Pair] = []
  private var looks: [Look] = []
  /// Whether the cell of the cursor is reversed: the terminal's own cursor has the colour that its
  /// owner chose for another background, where it may not be seen.
  let marksCursor: Bool

  /// A theme for a terminal of so many colours; 0 where there shall be none.
  init(_ choice: ThemeChoice, colourCount: Int) {
    marksCursor = choice != .standard && colourCount >= 8
    let colours =
      colourCount >= 8 ? ThemeColours.colours(of: choice, among: colourCount) : nil
    for role in Role.allCases {
      for isSelected in [false, true] {
        let isDimmed = colours.map { $0.colour(of: role) == $0.text } ?? true
        var look = Look(
          attributes: Self.attributes(of: role, choice, isDimmed: isDimmed), pair: 0)
        if choice == .light, (8..<256).contains(colourCount) {
          // With so few colours terminals make bold text brighter: black would turn grey.
          look.attributes &= ~cncurses_bold()
          if role == .heading { look.attributes |= cncurses_underline() }
        }
        if isSelected {
          // One even bar; what was reversed already keeps a difference by its underline.
          if look.attributes & cncurses_reverse() != 0 { look.attributes |= cncurses_underline() }
          look.attributes = (look.attributes | cncurses_reverse()) & ~cncurses_dim()
        }
        if let colours {
          look.pair = number(
            of: Pair(
              foreground: colours.colour(of: isSelected ? .text : role),
              background: colours.background), colourCount)
        }
        looks.append(look)
      }
    }
  }

  func look(of style: Style) -> Look {
    looks[Int(style.role.rawValue) * 2 + (style.isSelected ? 1 : 0)]
  }

  private mutating func number(of pair: Pair, _ colourCount: Int) -> Int16 {
    func number(_ colour: Int32) -> Int32 {
      // Beyond 256 a colour's number is the colour itself, but for the first eight.
      colourCount > 256 && colour >= 16 ? XtermPalette.direct(colour) : colour
    }
    let pair = Pair(foreground: number(pair.foreground), background: number(pair.background))
    if pair.foreground < 0, pair.background < 0 { return 0 }
    let index = pairs.firstIndex(of: pair) ?? pairs.count
    if index == pairs.count { pairs.append(pair) }
    return Int16(index + 1)
  }

  /// `isDimmed` says that what is faint has no colour of its own, which would be faint enough.
  private static func attributes(of role: Role, _ choice: ThemeChoice, isDimmed: Bool) -> attr_t {
    let bold = cncurses_bold()
    let underline = cncurses_underline()
    let reverse = cncurses_reverse()
    if choice == .highContrast {
      return switch role {
      case .input: bold | underline
      case .match, .placeholder: bold | underline
      case .focusedHeading, .selectedInput, .error: bold | reverse
      case .faint, .border: 0
      default: bold
      }
    }
    return switch role {
    case .text, .status, .code: 0
    case .faint, .border: isDimmed ? cncurses_dim() : 0
    case .heading, .placeholder, .warning, .key: bold
    case .focusedHeading, .error: bold | reverse
    case .input: underline
    case .selectedInput: reverse
    case .match: bold | underline
    }
  }
}
