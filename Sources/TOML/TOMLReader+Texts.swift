/// Texts in quotes: basic and literal, on one line and on many.
extension TOMLReader {
  mutating func readText() throws(TOMLFault) -> String {
    let start = at
    if take("\"\"\"") { return try readLines(quote: UInt8(ascii: "\""), from: start) }
    if take("'''") { return try readLines(quote: UInt8(ascii: "'"), from: start) }
    return try readKeyText()
  }

  /// A text on one line, the only kind that may be a key.
  mutating func readKeyText() throws(TOMLFault) -> String {
    let start = at
    let quote = bytes[at]
    at += 1
    var text: [UInt8] = []
    while let byte = peek, byte != 0x0A, byte != 0x0D {
      at += 1
      if byte == quote { return String(decoding: text, as: UTF8.self) }
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        try readEscape(into: &text)
      } else {
        text.append(byte)
      }
    }
    throw fault(.unclosedText, at: start)
  }

  private mutating func readLines(quote: UInt8, from start: Int) throws(TOMLFault) -> String {
    _ = takeNewline()
    var text: [UInt8] = []
    while let byte = peek {
      at += 1
      if byte == quote {
        var run = 1
        while run < 5, take(quote) { run += 1 }
        // Two quotes more than the closing three belong to the text.
        guard run >= 3 else {
          text.append(contentsOf: repeatElement(quote, count: run))
          continue
        }
        text.append(contentsOf: repeatElement(quote, count: run - 3))
        return String(decoding: text, as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        if try !skipFoldedLine() { try readEscape(into: &text) }
      } else if byte != 0x0D {
        text.append(byte)
      }
    }
    throw fault(.unclosedText, at: start)
  }

  /// A backslash at a line's end joins it with the next word; false where it is another escape.
  private mutating func skipFoldedLine() throws(TOMLFault) -> Bool {
    let start = at
    skipSpace()
    guard takeNewline() else {
      guard at == start else { throw fault(.badEscape, at: start - 1) }
      return false
    }
    repeat { skipSpace() } while takeNewline()
    return true
  }

  private mutating func readEscape(into text: inout [UInt8]) throws(TOMLFault) {
    let start = at - 1
    let plain: [UInt8: UInt8] = [
      UInt8(ascii: "b"): 0x08, UInt8(ascii: "t"): 0x09, UInt8(ascii: "n"): 0x0A,
      UInt8(ascii: "f"): 0x0C, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "\""): 0x22,
      UInt8(ascii: "\\"): 0x5C,
    ]
    guard let letter = peek else { throw fault(.badEscape, at: start) }
    at += 1
    if let byte = plain[letter] { return text.append(byte) }
    let length = letter == UInt8(ascii: "u") ? 4 : letter == UInt8(ascii: "U") ? 8 : 0
    let digits = bytes[at...].prefix(length)
    // UInt32(_:radix:) would take a sign here.
    guard length > 0, digits.count == length,
      digits.allSatisfy({ $0.isDigit || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x66) }),
      let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
      let scalar = Unicode.Scalar(code)
    else { throw fault(.badEscape, at: start) }
    text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    at += length
  }
}
