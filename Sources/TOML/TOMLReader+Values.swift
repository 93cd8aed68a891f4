import Phrases

/// Values but for texts: arrays, inline tables, numbers, truth and moments.
extension TOMLReader {
  mutating func readValue(depth: Int) throws(TOMLFault) -> TOMLValue {
    guard depth < Self.deepest else { throw fault(.tooDeep) }
    switch peek {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .string(try readText())
    case UInt8(ascii: "["): return try readArray(depth: depth)
    case UInt8(ascii: "{"): return try readInlineTable(depth: depth)
    default: return try readWord()
    }
  }

  private mutating func readArray(depth: Int) throws(TOMLFault) -> TOMLValue {
    let start = at
    at += 1
    var values: [TOMLValue] = []
    while true {
      skipBlank()
      if take(UInt8(ascii: "]")) { return .array(values) }
      guard peek != nil else { throw fault(.unclosedArray, at: start) }
      values.append(try readValue(depth: depth + 1))
      skipBlank()
      if take(UInt8(ascii: ",")) { continue }
      guard take(UInt8(ascii: "]")) else { throw fault(.unclosedArray, at: start) }
      return .array(values)
    }
  }

  /// Spaces, line breaks and comments, which an array may hold between its values.
  private mutating func skipBlank() {
    repeat {
      skipSpace()
      skipComment()
    } while takeNewline()
  }

  private mutating func readInlineTable(depth: Int) throws(TOMLFault) -> TOMLValue {
    let start = at
    at += 1
    var table = TOMLTable(origin: .header)
    skipSpace()
    if !take(UInt8(ascii: "}")) {
      repeat {
        let (path, value) = try readPair(depth: depth + 1)
        try table.insert(value, at: path[...], in: self)
        skipSpace()
      } while take(UInt8(ascii: ","))
      guard take(UInt8(ascii: "}")) else { throw fault(.unclosedTable, at: start) }
    }
    table.origin = .inline
    return .table(table)
  }

  /// A value without quotes or brackets: told by its letters, not by its place.
  private mutating func readWord() throws(TOMLFault) -> TOMLValue {
    let start = at
    skipWord()
    // The space that may stand between a date and its time.
    if at - start == 10, bytes[start + 4] == UInt8(ascii: "-"), peek == 0x20,
      at + 1 < bytes.count, bytes[at + 1].isDigit
    {
      at += 1
      skipWord()
    }
    let word = bytes[start..<at]
    guard let first = word.first else { throw fault(.expectedValue) }
    let text = String(decoding: word, as: UTF8.self)
    switch text {
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "inf", "+inf": return .float(.infinity)
    case "-inf": return .float(-.infinity)
    case "nan", "+nan", "-nan": return .float(.nan)
    default: break
    }
    guard first.isDigit || first == UInt8(ascii: "-") || first == UInt8(ascii: "+") else {
      throw fault(.unquotedText, at: start)
    }
    if TOMLMoment.looksLikeOne(word) {
      guard TOMLMoment.isValid(word) else { throw fault(.badMoment, at: start) }
      return .moment(text)
    }
    guard let number = TOMLNumber.read(text) else { throw fault(.badNumber, at: start) }
    return number
  }

  private mutating func skipWord() {
    let ends = Array(" \t\r\n#,=[]{}\"'".utf8)
    while let byte = peek, !ends.contains(byte) { at += 1 }
  }
}

/// The number formats of TOML, which are stricter than Swift's.
enum TOMLNumber {
  static func read(_ text: String) -> TOMLValue? {
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where text.hasPrefix(prefix) {
      // Int(_:radix:) would take a sign here.
      guard let digits = digits(text.dropFirst(2)), digits.first?.isHexDigit == true else {
        return nil
      }
      return Int(digits, radix: radix).map(TOMLValue.integer)
    }
    let sign = text.first == "-" || text.first == "+" ? 1 : 0
    let parts = text.dropFirst(sign).split(
      maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { $0 == "e" || $0 == "E" })
    let mantissa = parts[0].split(
      separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = decimal(mantissa[0]), whole.count == 1 || whole.first != "0" else {
      return nil
    }
    var plain = text.prefix(sign) + whole
    if mantissa.count == 2 {
      guard let fraction = decimal(mantissa[1]) else { return nil }
      plain += "." + fraction
    }
    if parts.count == 2 {
      let exponentSign = parts[1].first == "-" || parts[1].first == "+" ? 1 : 0
      guard let exponent = decimal(parts[1].dropFirst(exponentSign)) else { return nil }
      plain += "e" + parts[1].prefix(exponentSign) + exponent
    }
    guard mantissa.count == 2 || parts.count == 2 else {
      return Int(plain).map(TOMLValue.integer)
    }
    return Double(plain).map(TOMLValue.float)
  }

  private static func decimal(_ text: Substring) -> String? {
    guard let digits = digits(text), digits.utf8.allSatisfy(\.isDigit) else { return nil }
    return digits
  }

  /// Without its underscores, each of which must stand between two digits.
  private static func digits(_ text: Substring) -> String? {
    let groups = text.split(separator: "_", omittingEmptySubsequences: false)
    guard !groups.contains(where: \.isEmpty) else { return nil }
    return groups.joined()
  }
}

/// Dates and times after RFC 3339: recognised and checked, but no setting needs one yet.
enum TOMLMoment {
  static func looksLikeOne(_ word: ArraySlice<UInt8>) -> Bool {
    let head = Array(word.prefix(5))
    return (head.count == 5 && head[4] == UInt8(ascii: "-") && head[..<4].allSatisfy(\.isDigit))
      || (head.count >= 3 && head[2] == UInt8(ascii: ":"))
  }

  static func isValid(_ word: ArraySlice<UInt8>) -> Bool {
    var rest = Substring(decoding: word, as: UTF8.self)
    guard rest.utf8.prefix(3).last != UInt8(ascii: ":") else {
      return takeTime(&rest) && rest.isEmpty
    }
    guard takeDate(&rest) else { return false }
    guard let separator = rest.popFirst() else { return true }
    guard ["T", "t", " "].contains(separator), takeTime(&rest) else { return false }
    return rest.isEmpty || takeZone(rest)
  }

  private static func takeDate(_ text: inout Substring) -> Bool {
    guard text.utf8.count >= 10, Day(iso: text.prefix(10)) != nil else { return false }
    text = text.dropFirst(10)
    return true
  }

  private static func takeTime(_ text: inout Substring) -> Bool {
    let fields = text.prefix(8).split(separator: ":", omittingEmptySubsequences: false)
    guard fields.count == 3, isNumber(fields[0], below: 24), isNumber(fields[1], below: 60),
      isNumber(fields[2], below: 61)
    else { return false }
    text = text.dropFirst(8)
    guard text.first == "." else { return true }
    let fraction = text.dropFirst().prefix { $0.isASCII && $0.isNumber }
    text = text.dropFirst(1 + fraction.count)
    return !fraction.isEmpty
  }

  private static func takeZone(_ text: Substring) -> Bool {
    guard text != "Z", text != "z" else { return true }
    let fields = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    return (text.first == "+" || text.first == "-") && fields.count == 2
      && isNumber(fields[0], below: 24) && isNumber(fields[1], below: 60)
  }

  private static func isNumber(_ text: Substring, below limit: Int) -> Bool {
    guard text.utf8.count == 2, text.utf8.allSatisfy(\.isDigit), let number = Int(text) else {
      return false
    }
    return number < limit
  }
}
