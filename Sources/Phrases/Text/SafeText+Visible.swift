extension SafeText {
  /// What becomes of line breaks and tabs in a text that is shown.
  public enum Layout: Hashable, Sendable {
    /// Each becomes one space: for titles, lists, sentences.
    case singleLine
    /// `\n` and tab stay, CRLF and CR become `\n`: for whoever lays out lines itself.
    case lines
  }

  /// What is drawn or printed: nothing in it is obeyed by a terminal, nothing is invisible.
  ///
  /// Control characters become their pictures (`␛`), and everything that reorders text, has no
  /// width or is not meant to be seen becomes its name in brackets (`⟪RLO⟫`, `⟪ZWSP⟫`). A joiner
  /// stays inside an emoji only. No more than ``combiningMarkLimit`` combining marks follow each
  /// other; more are dropped. Doing it twice changes nothing.
  ///
  /// The marks are one cell wide in every locale (checked against libc's `wcwidth`).
  ///
  /// - Complexity: O(*n*), and at most ten scalars for one.
  public static func visible(_ text: String, _ layout: Layout = .singleLine) -> String {
    visible(text, layout, marksLimited: true)
  }

  static func visible(_ text: String, _ layout: Layout, marksLimited: Bool) -> String {
    var copy = text
    if copy.withUTF8({ $0.allSatisfy { $0 >= 0x20 && $0 < 0x7F } }) { return text }
    let scalars = text.unicodeScalars
    var result = String.UnicodeScalarView()
    var marks = 0
    var isAfterEmoji = false
    var previous: Unicode.Scalar = " "
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let next = scalars.index(after: index)
      defer {
        previous = scalar
        index = next
      }
      if isAfterEmoji, scalar == joiner, next < scalars.endIndex, isEmoji(scalars[next]) {
        result.append(scalar)
        continue
      }
      if isCombining(scalar) {
        marks += 1
        // Of these, emoji that are joined have only the one that asks for their picture.
        if scalar != emojiPresentation { isAfterEmoji = false }
        if marks <= combiningMarkLimit || !marksLimited { result.append(scalar) }
        continue
      }
      marks = 0
      isAfterEmoji = isEmoji(scalar) || isAfterEmoji && isSkinTone(scalar)
      switch scalar {
      case "\n" where previous == "\r": break
      case "\n", "\r": result.append(layout == .lines ? "\n" : " ")
      case "\t": result.append(layout == .lines ? "\t" : " ")
      default:
        if isTag(scalar), isTag(previous) { break }
        if let mark = mark(for: scalar) {
          result.append(contentsOf: mark.unicodeScalars)
        } else {
          result.append(scalar)
        }
      }
    }
    return String(result)
  }

  private static let joiner: Unicode.Scalar = "\u{200D}"
  private static let emojiPresentation: Unicode.Scalar = "\u{FE0F}"

  private static func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0xA9 && !isIdeograph(scalar) && scalar.properties.isEmoji
  }

  private static func isSkinTone(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F3FB...0x1F3FF).contains(scalar.value)
  }

  private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    (0x3400...0x9FFF).contains(scalar.value) || (0xAC00...0xD7A3).contains(scalar.value)
  }

  /// Whether a terminal puts `scalar` into the cell before it.
  ///
  /// Beside combining marks these are the vowels and finals of decomposed Hangul and the format
  /// characters that are not made visible.
  private static func isCombining(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x300, !isIdeograph(scalar) else { return false }
    switch scalar.value {
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: return true
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return true
    case .format: return !isHidden(scalar)
    default: return false
    }
  }
}
