/// The braces around a placeholder, of any width (`{`, `｛`, `﹛`), and what may stand between them.
enum Braces {
  static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "{" || scalar == "｛" || scalar == "﹛"
  }

  static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "}" || scalar == "｝" || scalar == "﹜"
  }

  static func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }

  static func endsName(_ scalar: Unicode.Scalar) -> Bool {
    isOpening(scalar) || isClosing(scalar) || isLineBreak(scalar)
  }

  /// What makes braces behind it text: `\{{`.
  static let escape: Unicode.Scalar = "\\"

  /// The placeholder whose first brace stands at `open`, and the end behind its last; nil where there is
  /// none.
  static func field<Scalars: Collection>(
    in scalars: Scalars, at open: Scalars.Index
  ) -> (placeholder: Placeholder, end: Scalars.Index)? where Scalars.Element == Unicode.Scalar {
    let second = scalars.index(after: open)
    guard second < scalars.endIndex, isOpening(scalars[second]) else { return nil }
    let start = scalars.index(after: second)
    guard let stop = scalars[start...].firstIndex(where: endsName), isClosing(scalars[stop]) else {
      return nil
    }
    let last = scalars.index(after: stop)
    guard last < scalars.endIndex, isClosing(scalars[last]) else { return nil }
    let content = String(String.UnicodeScalarView(scalars[start..<stop]))
    return Placeholder(content).map { ($0, scalars.index(after: last)) }
  }
}
