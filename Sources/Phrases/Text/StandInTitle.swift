/// The title of a phrase that has none: the first words of its text.
package enum StandInTitle {
  /// How wide it may be, in cells: twenty 汉字, or about six English words.
  private static let width = 40

  /// The first line that shows something, white space collapsed, cut at a word where it can be.
  package static func of(_ text: String) -> String {
    var title: [Unicode.Scalar] = []
    var cells = 0
    var lastBreak = 0
    var isSpacePending = false
    for scalar in text.unicodeScalars {
      if isLineBreak(scalar) {
        if title.isEmpty { continue }
        break
      }
      if scalar.isWhitespace || scalar.isControl {
        isSpacePending = !title.isEmpty
        continue
      }
      let isWide = scalar.value >= 0x1100
      if isSpacePending || isWide { lastBreak = title.count }
      cells += (isWide ? 2 : 1) + (isSpacePending ? 1 : 0)
      guard cells <= width else {
        // A word that does not fit goes as a whole, unless it is the first.
        if lastBreak > 0 { title.removeLast(title.count - lastBreak) }
        break
      }
      if isSpacePending { title.append(" ") }
      isSpacePending = false
      title.append(scalar)
      if isWide { lastBreak = title.count }
    }
    return String(String.UnicodeScalarView(title))
  }

  private static func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}
