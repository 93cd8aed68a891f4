extension SafeText {
  /// Whether a terminal obeys `scalar` or shows nothing for it.
  ///
  /// Control characters (tab and line breaks too), bidi controls, characters without width that
  /// are no combining marks, line and paragraph separators, annotation and tag characters.
  public static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isControl || name(of: scalar) != nil
  }

  /// Whether somebody who gets a text sees anything of it: not where it is white space, controls,
  /// characters without width and fillers alone.
  ///
  ///     SafeText.showsSomething("\u{3000}\u{200B}")  // false
  public static func showsSomething(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      if scalar.isASCII { return (0x21...0x7E).contains(scalar.value) }
      return !scalar.isWhitespace && !isHidden(scalar) && scalar.value != blankBraille
        && !scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  private static let blankBraille: UInt32 = 0x2800

  /// What is shown in place of `scalar`; nil when it is shown as it is.
  public static func mark(for scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x00..<0x20: return picture(0x2400 + scalar.value)
    case 0x7F: return picture(0x2421)
    case 0x80...0x9F: return "⟪\(String(scalar.value, radix: 16, uppercase: true))⟫"
    default: return name(of: scalar).map { "⟪\($0)⟫" }
    }
  }

  static func isTag(_ scalar: Unicode.Scalar) -> Bool {
    (0xE0000...0xE007F).contains(scalar.value)
  }

  private static func picture(_ value: UInt32) -> String? {
    Unicode.Scalar(value).map { String($0) }
  }

  /// The abbreviations of the Unicode code charts and NameAliases.txt.
  private static func name(of scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x061C: "ALM"
    case 0x180E: "MVS"
    case 0x200B: "ZWSP"
    case 0x200C: "ZWNJ"
    case 0x200D: "ZWJ"
    case 0x200E: "LRM"
    case 0x200F: "RLM"
    case 0x2028: "LSEP"
    case 0x2029: "PSEP"
    case 0x202A: "LRE"
    case 0x202B: "RLE"
    case 0x202C: "PDF"
    case 0x202D: "LRO"
    case 0x202E: "RLO"
    case 0x2060: "WJ"
    case 0x2061...0x2065: "INVISIBLE"
    case 0x2066: "LRI"
    case 0x2067: "RLI"
    case 0x2068: "FSI"
    case 0x2069: "PDI"
    case 0x206A...0x206F: "FORMAT"
    case 0xFEFF: "BOM"
    case 0xFFF9...0xFFFB: "NOTE"
    case 0xE0000...0xE007F: "TAG"
    default: nil
    }
  }
}
