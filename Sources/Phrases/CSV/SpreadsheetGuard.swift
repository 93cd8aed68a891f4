/// The apostrophe that keeps a spreadsheet from running a cell as a formula, and how it is read again.
///
/// A text that begins with one of `= + - @`, a tab or a line break, or their full-width forms, after
/// spaces too, is run by Excel, LibreOffice and others
/// (<https://owasp.org/www-community/attacks/CSV_Injection>). Only what is made for a spreadsheet is
/// guarded; but every reader drops one apostrophe before such a beginning, so that every writer doubles
/// one that belongs to the text.
///
/// ```swift
/// SpreadsheetGuard.written("=1+1", isGuarded: true)   // '=1+1
/// SpreadsheetGuard.written("'=1+1", isGuarded: false) // ''=1+1
/// SpreadsheetGuard.read("'=1+1")                      // =1+1
/// ```
package enum SpreadsheetGuard {
  private static let apostrophe = UInt8(ascii: "'")

  /// A text as a cell, before quotes: the same that ``read(_:)`` makes the text of.
  package static func written(_ text: String, isGuarded: Bool) -> String {
    let rest = text.utf8.drop { $0 == apostrophe }
    guard isGuarded || rest.startIndex != text.utf8.startIndex else { return text }
    return isRun(rest) ? "'" + text : text
  }

  /// The text of a cell, without the apostrophe that is no part of it.
  package static func read(_ cell: String) -> String {
    hasGuard(cell.utf8) ? String(cell.dropFirst(asScalar: "'")) : cell
  }

  /// Whether the first byte is an apostrophe that is no part of the text.
  static func hasGuard(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.first == apostrophe && isRun(bytes.drop { $0 == apostrophe })
  }

  /// Whether a spreadsheet would take what begins like this for more than a text.
  private static func isRun(_ bytes: some Collection<UInt8>) -> Bool {
    var rest = bytes[...]
    while let first = rest.first {
      switch first {
      case UInt8(ascii: " "): rest = rest.dropFirst()
      // U+3000, the space of Chinese.
      case 0xE3 where rest.starts(with: [0xE3, 0x80, 0x80]): rest = rest.dropFirst(3)
      case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
        UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"):
        return true
      default: return fullWidth.contains { rest.starts(with: $0) }
      }
    }
    return false
  }

  private static let fullWidth = ["＝", "＋", "－", "＠"].map { Array($0.utf8) }
}

extension String {
  /// Without its first scalar, which is `scalar`: a mark that combines with it makes them one character.
  fileprivate func dropFirst(asScalar scalar: Unicode.Scalar) -> Substring.UnicodeScalarView {
    unicodeScalars.first == scalar ? unicodeScalars.dropFirst() : unicodeScalars[...]
  }
}
