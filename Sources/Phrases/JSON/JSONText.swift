/// Strings as JSON writes them.
public enum JSONText {
  /// `text` in quotes, safe to print anywhere.
  ///
  /// Escaped are what RFC 8259 demands, and everything that a terminal would obey or hide, see
  /// ``SafeText/isHidden(_:)``: a reader gets it back, a screen never sees it.
  public static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        if SafeText.isHidden(scalar) && scalar != "\u{200D}" {
          for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
            let digits = String(unit, radix: 16)
            result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
          }
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
