/// Strings as JSON writes them (RFC 8259), for everybody who writes some.
public enum JSONText {
  /// How much of a string is escaped.
  package enum Form {
    /// What the grammar demands, and everything that a terminal would obey or hide, see
    /// ``SafeText/isHidden(_:)``: a reader gets it back, a screen never sees it.
    case printed
    /// What the grammar demands, and that always as `\u`: the one form of a text in the store, so that equal
    /// texts are equal cells.
    case stored
  }

  /// `text` in quotes, safe to print anywhere.
  public static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Adds `text` in quotes.
  package static func append(_ text: String, as form: Form = .printed, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(UInt8(ascii: scalar))
      case " "..."~": bytes.append(UInt8(ascii: scalar))
      case "\n" where form == .printed: bytes += "\\n".utf8
      case "\r" where form == .printed: bytes += "\\r".utf8
      case "\t" where form == .printed: bytes += "\\t".utf8
      default:
        if scalar.value < 0x20 || form == .printed && isUnsafe(scalar) {
          appendEscape(of: scalar, to: &bytes)
        } else {
          bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
        }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// The text that a JSON string stands for; nil where `document` is anything else, or not whole.
  ///
  ///     JSONText.unquoted(#""a\nb""#)    // "a", a line break, "b"
  public static func unquoted(_ document: String) -> String? {
    var document = document
    return document.withUTF8 { bytes in
      var reader = JSONReader(SourceBytes(validUTF8: bytes), depthLimit: 1)
      do {
        guard try reader.kind() == .string else { return nil }
        let text = try reader.string()
        try reader.end()
        return text
      } catch {
        return nil
      }
    }
  }

  /// A document that somebody else wrote, as it is safe to print: outside strings nothing is unsafe.
  public static func printed(_ document: String) -> String {
    guard document.unicodeScalars.contains(where: isUnsafe) else { return document }
    var bytes: [UInt8] = []
    for scalar in document.unicodeScalars {
      if isUnsafe(scalar) {
        appendEscape(of: scalar, to: &bytes)
      } else {
        bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether the grammar allows it in a string, and a terminal would obey or hide it.
  ///
  /// Those are DEL, C1, bidi overrides and tags; the joiner of emoji is none.
  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0x7E && SafeText.isHidden(scalar) && scalar != "\u{200D}"
  }

  /// `\u` and four digits, twice beyond the BMP.
  private static func appendEscape(of scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
      let digits = String(unit, radix: 16)
      bytes += "\\u\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)".utf8
    }
  }
}
