/// Line breaks that a lossy export wrote as characters: `\n`, `\r\n`, `_x000D_`, or `<br/>` where that is
/// the only tag.
///
/// Each text is judged by itself. `\n` is a path's (`C:\new folder\notes`, `\\server\name`) wherever it stands
/// behind a drive or a server; it is spoken of where it stands by itself (`type \n here`,
/// `"\n"`); and a text with real line breaks was not written by a program that spells them. `_x000D_` means
/// nothing else wherever it stands: it is how workbooks spell a carriage return.
package enum LiteralBreaks {
  /// `text` with line breaks in their place; itself where there are none.
  ///
  ///     LiteralBreaks.plain(#"Dear customer,\nit is on its way."#)
  ///     LiteralBreaks.plain(#"It is in C:\new\notes"#)               // as it is
  package static func plain(_ text: String) -> String {
    guard mayHold(text) else { return text }
    return withoutBreakTags(withoutSpelt(withoutEscapes(text)))
  }

  private static func mayHold(_ text: String) -> Bool {
    var last: UInt8 = 0
    for byte in text.utf8 {
      switch (last, byte) {
      case (UInt8(ascii: "\\"), UInt8(ascii: "n")), (UInt8(ascii: "\\"), UInt8(ascii: "r")),
        (UInt8(ascii: "_"), UInt8(ascii: "x")), (UInt8(ascii: "<"), UInt8(ascii: "b")),
        (UInt8(ascii: "<"), UInt8(ascii: "B")):
        return true
      default: last = byte
      }
    }
    return false
  }

  /// Undoes `_x000D_` and `_x000A_` (ECMA-376, ST_Xstring).
  private static func withoutEscapes(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    let parts = text.split(separator: "_x000D_", omittingEmptySubsequences: false)
    let joined = parts.indices.map { index in
      let isBroken = index + 1 == parts.count || startsLine(parts[index + 1])
      return isBroken ? String(parts[index]) : parts[index] + "\n"
    }.joined()
    return joined.split(separator: "_x000A_", omittingEmptySubsequences: false)
      .joined(separator: "\n")
  }

  private static func startsLine(_ text: Substring) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    return Braces.isLineBreak(first) || text.hasPrefix("_x000A_")
  }

  /// Undoes `\n`, `\r\n` and `\r`.
  private static func withoutSpelt(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "\\")),
      !text.unicodeScalars.contains(where: Braces.isLineBreak)
    else { return text }
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var index = 0
    var isInPath = false
    while index < scalars.count {
      if beginsPath(scalars, at: index) { isInPath = true }
      // A folder's name may have blanks, and no sentence ends in it.
      if isInPath, scalars[index] == "\\", index > 0, endsSentence(scalars[index - 1]) {
        isInPath = false
      }
      let length = isInPath ? 0 : breakLength(scalars, at: index)
      if length > 0, !isSpokenOf(scalars, index..<index + length) {
        result.append("\n")
        index += length
      } else {
        result.append(scalars[index])
        index += 1
      }
    }
    return String(result)
  }

  private static func endsSentence(_ scalar: Unicode.Scalar) -> Bool {
    ".!?,;。！？，；".unicodeScalars.contains(scalar)
  }

  /// How many scalars the break that is spelt at `index` has; 0 where there is none.
  private static func breakLength(_ scalars: [Unicode.Scalar], at index: Int) -> Int {
    guard scalars[index] == "\\", index + 1 < scalars.count else { return 0 }
    guard scalars[index + 1] == "r" else { return scalars[index + 1] == "n" ? 2 : 0 }
    // A carriage return alone is spelt by nobody today, and `\return` is a word of TeX.
    return scalars[(index + 2)...].starts(with: ["\\", "n"]) ? 4 : 0
  }

  /// `C:\` and `\\server`.
  private static func beginsPath(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    guard scalars[index] == "\\" else { return false }
    if index >= 2, scalars[index - 1] == ":", scalars[index - 2].isASCIILetter {
      return index == 2 || !scalars[index - 3].isASCIIWordPart
    }
    return index + 2 < scalars.count && scalars[index + 1] == "\\"
      && scalars[index + 2].isASCIIWordPart
  }

  /// Whether it stands by itself, between white space or quotes.
  private static func isSpokenOf(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    guard range.lowerBound > 0, range.upperBound < scalars.count else { return false }
    let (before, after) = (scalars[range.lowerBound - 1], scalars[range.upperBound])
    if before.isWhitespace && after.isWhitespace { return true }
    return quotes.contains(before) && quotes.contains(after)
  }

  private static let quotes: Set<Unicode.Scalar> = ["\"", "'", "`", "“", "”", "‘", "’", "「", "」"]

  /// Undoes `<br>` where no other tag stands in the text.
  private static func withoutBreakTags(_ text: String) -> String {
    // A comment would be left out, and one that does not end is the rest of the text.
    guard text.utf8.contains(UInt8(ascii: "<")), !text.contains("<!"), !text.contains("<?") else {
      return text
    }
    let bytes = Array(text.utf8)
    let tokens = HTMLScanner.tokens(of: bytes)
    var result: [UInt8] = []
    var isBehindTag = false
    var hasBreak = false
    for token in tokens {
      switch token {
      case .text(let range):
        let part = bytes[range]
        // The source may break its line there, too.
        let isDoubled = isBehindTag && part.first == UInt8(ascii: "\n")
        result += isDoubled ? part.dropFirst() : part
        isBehindTag = false
      case .start("br", _):
        result.append(UInt8(ascii: "\n"))
        isBehindTag = true
        hasBreak = true
      case .start, .end: return text
      }
    }
    return hasBreak ? String(decoding: result, as: UTF8.self) : text
  }
}
