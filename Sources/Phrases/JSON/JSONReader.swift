/// Walks through a JSON text (RFC 8259), strictly, without building a tree.
///
/// Whoever reads says what comes next and gets it, or a fault with its place. Strict means that
/// nothing outside the grammar passes: no comments, no trailing commas, no other numbers.
/// Two things go beyond the grammar: nesting is bounded, and half a surrogate pair is refused,
/// because it is no text.
package struct JSONReader {
  private let text: SourceBytes
  private let depthLimit: Int
  package private(set) var position = 0
  private var depth = 0

  package init(_ text: SourceBytes, depthLimit: Int) {
    self.text = text
    self.depthLimit = depthLimit
  }

  /// The kind of the whole document when `text` is JSON at all.
  static func kind(ofDocument text: SourceBytes, _ limits: Limits) -> Finding.JSONKind? {
    var reader = JSONReader(text, depthLimit: limits.depth)
    do {
      let kind = try reader.kind()
      try reader.skipValue()
      try reader.end()
      return kind
    } catch {
      return nil
    }
  }

  /// What the next value is, told by its first character.
  package mutating func kind() throws(Fault) -> Finding.JSONKind {
    skipWhitespace()
    guard position < text.count else { throw fault(.unexpectedEnd) }
    switch text[position] {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean
    case UInt8(ascii: "n"): return .null
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
    default: throw unexpected()
    }
  }

  /// Checks that nothing but white space is left.
  package mutating func end() throws(Fault) {
    skipWhitespace()
    if position < text.count { throw unexpected() }
  }

  package mutating func openArray() throws(Fault) { try open(UInt8(ascii: "[")) }

  package mutating func openObject() throws(Fault) { try open(UInt8(ascii: "{")) }

  /// Steps to the next element; false when the array is closed instead.
  ///
  /// `isFirst` is true before the first element, and false from then on.
  package mutating func nextElement(_ isFirst: inout Bool) throws(Fault) -> Bool {
    try step(to: UInt8(ascii: "]"), &isFirst)
  }

  /// Steps to the next member and reads its name and the colon; nil when the object is closed.
  package mutating func nextMember(
    _ isFirst: inout Bool
  ) throws(Fault) -> (name: String, offset: Int)? {
    guard try step(to: UInt8(ascii: "}"), &isFirst) else { return nil }
    skipWhitespace()
    let offset = position
    let name = try string()
    skipWhitespace()
    try expect(UInt8(ascii: ":"))
    return (name, offset)
  }

  /// Reads a string; the position must be at its quote.
  package mutating func string() throws(Fault) -> String {
    try expect(UInt8(ascii: "\""))
    let start = position
    scanPlain()
    if position < text.count, text[position] == UInt8(ascii: "\"") {
      position += 1
      return text.string(start..<position - 1)
    }
    return try escapedString(from: start)
  }

  /// Reads a number and gives it as it is written; the position must be at its first character.
  package mutating func number() throws(Fault) -> String {
    let start = position
    if byte == UInt8(ascii: "-") { position += 1 }
    if byte == UInt8(ascii: "0") { position += 1 } else { try digits() }
    if byte == UInt8(ascii: ".") {
      position += 1
      try digits()
    }
    if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
      position += 1
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { position += 1 }
      try digits()
    }
    return text.string(start..<position)
  }

  /// Reads any value and forgets it.
  package mutating func skipValue() throws(Fault) {
    var isFirst = true
    switch try kind() {
    case .object:
      try openObject()
      while try nextMember(&isFirst) != nil { try skipValue() }
    case .array:
      try openArray()
      while try nextElement(&isFirst) { try skipValue() }
    case .string: _ = try string()
    case .number: _ = try number()
    case .null: try literal("null")
    case .boolean: try literal(text[position] == UInt8(ascii: "t") ? "true" : "false")
    }
  }
}

extension JSONReader {
  /// The byte at the position, nil at the end.
  private var byte: UInt8? { position < text.count ? text[position] : nil }

  private mutating func skipWhitespace() {
    while let byte, byte <= 0x20, [0x20, 0x0A, 0x0D, 0x09].contains(byte) { position += 1 }
  }

  private mutating func open(_ bracket: UInt8) throws(Fault) {
    let offset = position
    try expect(bracket)
    depth += 1
    guard depth <= depthLimit else {
      throw Fault(problem: .json(.tooDeep(limit: depthLimit)), offset: offset)
    }
  }

  private mutating func step(
    to close: UInt8, _ isFirst: inout Bool
  ) throws(Fault) -> Bool {
    skipWhitespace()
    if byte == close {
      position += 1
      depth -= 1
      return false
    }
    if !isFirst {
      try expect(UInt8(ascii: ","))
      skipWhitespace()
    }
    isFirst = false
    return true
  }

  private mutating func expect(_ wanted: UInt8) throws(Fault) {
    guard byte == wanted else { throw unexpected() }
    position += 1
  }

  private mutating func digits() throws(Fault) {
    let start = position
    while let byte, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
    if position == start { throw unexpected() }
  }

  private mutating func literal(_ word: StaticString) throws(Fault) {
    for index in 0..<word.utf8CodeUnitCount { try expect(word.utf8Start[index]) }
  }

  /// Goes on to the next character of a string that is not simply itself.
  private mutating func scanPlain() {
    while let byte, byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
      position &+= 1
    }
  }

  /// Reads on in a string at its first escape.
  private mutating func escapedString(from start: Int) throws(Fault) -> String {
    var bytes: [UInt8] = []
    var plainStart = start
    while true {
      for index in plainStart..<position { bytes.append(text[index]) }
      guard let byte else { throw fault(.unexpectedEnd) }
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return String(decoding: bytes, as: UTF8.self)
      case UInt8(ascii: "\\"):
        let scalar = try escape()
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      default: throw fault(.controlCharacter(Unicode.Scalar(byte)))
      }
      plainStart = position
      scanPlain()
    }
  }

  private mutating func escape() throws(Fault) -> Unicode.Scalar {
    let offset = position
    position += 1
    guard let letter = byte else { throw fault(.unexpectedEnd) }
    position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape(at: offset)
    default: throw Fault(problem: .json(.badEscape), offset: offset)
    }
  }

  private mutating func unicodeEscape(at offset: Int) throws(Fault) -> Unicode.Scalar {
    let first = try hexUnit(at: offset)
    guard first & 0xF800 == 0xD800 else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
    let lone = Fault(problem: .json(.loneSurrogate), offset: offset)
    guard first < 0xDC00, position + 1 < text.count, text[position] == UInt8(ascii: "\\"),
      text[position + 1] == UInt8(ascii: "u")
    else { throw lone }
    let secondOffset = position
    position += 2
    let second = try hexUnit(at: secondOffset)
    guard second & 0xFC00 == 0xDC00,
      let scalar = Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + second & 0x3FF)
    else { throw lone }
    return scalar
  }

  private mutating func hexUnit(at offset: Int) throws(Fault) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw position < text.count
          ? Fault(problem: .json(.badEscape), offset: offset) : fault(.unexpectedEnd)
      }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }

  private func unexpected() -> Fault {
    guard position < text.count else { return fault(.unexpectedEnd) }
    let end = min(position + 4, text.count)
    let scalar = text.string(position..<end).unicodeScalars.first ?? "\u{FFFD}"
    return fault(.unexpected(scalar))
  }

  private func fault(_ problem: Finding.JSONProblem) -> Fault {
    Fault(problem: .json(problem), offset: position)
  }
}
