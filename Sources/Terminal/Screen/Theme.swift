import CNcurses
import Desk

/// Makes attributes and the terminal's own colours out of what a cell means.
///
/// Colour never says anything alone: every difference that matters shows in attributes too. Colours
/// are the terminal's first eight on its own background, so that its owner's choice of them holds;
/// blue, white and black are left out, since each is unreadable on some background.
struct Theme {
  struct Look: Equatable {
    var attributes: attr_t
    var pair: Int16
  }

  /// The colour pairs to set up: the number is also the colour's.
  static let pairs: ClosedRange<Int16> = 1...6

  private let looks: [Look]

  init(hasColours: Bool) {
    looks = Role.allCases.flatMap { role in
      [false, true].map { isSelected in
        var look = Self.look(of: role)
        if isSelected {
          // One even bar; what was reversed already keeps a difference by its underline.
          if look.attributes & cncurses_reverse() != 0 { look.attributes |= cncurses_underline() }
          look.attributes = (look.attributes | cncurses_reverse()) & ~cncurses_dim()
        }
        if isSelected || !hasColours { look.pair = 0 }
        return look
      }
    }
  }

  func look(of style: Style) -> Look {
    looks[Int(style.role.rawValue) * 2 + (style.isSelected ? 1 : 0)]
  }

  private static func look(of role: Role) -> Look {
    let (red, green, yellow, magenta, cyan): (Int16, Int16, Int16, Int16, Int16) = (1, 2, 3, 5, 6)
    let bold = cncurses_bold()
    let underline = cncurses_underline()
    let reverse = cncurses_reverse()
    return switch role {
    case .text, .status: Look(attributes: 0, pair: 0)
    case .faint, .border: Look(attributes: cncurses_dim(), pair: 0)
    case .heading: Look(attributes: bold, pair: 0)
    case .focusedHeading: Look(attributes: bold | reverse, pair: 0)
    case .input: Look(attributes: underline, pair: 0)
    case .selectedInput: Look(attributes: reverse, pair: 0)
    case .match: Look(attributes: bold | underline, pair: green)
    case .placeholder: Look(attributes: bold, pair: magenta)
    case .warning: Look(attributes: bold, pair: yellow)
    case .error: Look(attributes: bold | reverse, pair: red)
    case .key: Look(attributes: bold, pair: cyan)
    case .code: Look(attributes: 0, pair: cyan)
    }
  }
}
