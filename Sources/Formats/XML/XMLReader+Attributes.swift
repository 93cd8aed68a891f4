import Phrases

// What the tag at hand says.
extension XMLReader {
  /// The value of an attribute with its references resolved; nil where the tag has none of the name.
  func text(of attribute: XMLName) throws(Finding.WorkbookProblem) -> String? {
    guard let range = range(of: attribute) else { return nil }
    var bytes: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      var byte = source[index]
      if byte == UInt8(ascii: "&") {
        let start = index + 1
        while index < range.upperBound, source[index] != UInt8(ascii: ";") { index += 1 }
        guard index < range.upperBound, index - start <= 16,
          let scalar = reference(start..<index), let units = UTF8.encode(scalar)
        else { throw damaged }
        bytes.append(contentsOf: units)
      } else {
        // The grammar makes spaces of line breaks here.
        if [0x09, 0x0A, 0x0D].contains(byte) { byte = 0x20 }
        bytes.append(byte)
      }
      index += 1
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw damaged }
    return text
  }

  /// The value of an attribute as a number without a sign; nil where it is none.
  func number(of attribute: XMLName) -> Int? {
    guard let range = range(of: attribute), (1...9).contains(range.count) else { return nil }
    var number = 0
    for index in range {
      let digit = Int(source[index]) - 0x30
      guard (0...9).contains(digit) else { return nil }
      number = number * 10 + digit
    }
    return number
  }

  /// Whether an attribute says yes.
  func isTrue(_ attribute: XMLName) -> Bool {
    guard let range = range(of: attribute), let first = range.first else { return false }
    return [UInt8(ascii: "1"), UInt8(ascii: "t")].contains(source[first])
  }

  /// Calls `body` with each byte of an attribute's value, references as they stand.
  @inline(__always)
  func forEachByte(of attribute: XMLName, _ body: (UInt8) -> Void) {
    guard let range = range(of: attribute) else { return }
    source.withBytes(range) { for byte in $0 { body(byte) } }
  }

  @inline(__always)
  func range(of attribute: XMLName) -> Range<Int>? {
    for one in attributes where one.name == attribute { return one.value }
    return nil
  }
}
