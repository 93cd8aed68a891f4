import Phrases

/// JSON that is safe on a terminal.
public enum SafeJSON {
  /// Escapes what JSON allows in a string and a terminal would obey or hide.
  ///
  /// Those are C1 controls, bidi overrides, tags; outside strings there are none of them.
  public static func escaped(_ json: String) -> String {
    guard json.unicodeScalars.contains(where: mustBeEscaped) else { return json }
    var result = ""
    for scalar in json.unicodeScalars {
      guard mustBeEscaped(scalar) else {
        result.unicodeScalars.append(scalar)
        continue
      }
      result += escape(scalar)
    }
    return result
  }

  /// A scalar as JSON's `\u` escapes: two of them beyond the BMP.
  static func escape(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }

  static func mustBeEscaped(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0x7E && SafeText.isHidden(scalar) && scalar != "\u{200D}"
  }
}
