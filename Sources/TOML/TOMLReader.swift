/// Reads TOML from bytes: the lines, headers and keys.
///
/// Values are read by the files beside this one.
struct TOMLReader {
  let bytes: [UInt8]
  /// The byte that is read next.
  var at = 0
  private var root = TOMLTable(origin: .header)
  /// The path of the header that the lines stand under.
  private var section: [Key] = []

  struct Key {
    let name: String
    let offset: Int
  }

  /// Arrays and tables within each other, so that a hostile file cannot exhaust the stack.
  static let deepest = 64

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func readDocument() throws(TOMLFault) -> TOMLTable {
    try checkCharacters()
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    while true {
      skipSpace()
      switch peek {
      case nil: return root
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "#"): break
      case UInt8(ascii: "["): try readHeader()
      default:
        let (path, value) = try readPair(depth: 0)
        try root.at(section[...], make: .header, in: self) { table, reader throws(TOMLFault) in
          try table.insert(value, at: path[...], in: reader)
        }
      }
      try readLineEnd()
    }
  }

  private mutating func readHeader() throws(TOMLFault) {
    at += 1
    let isArray = peek == UInt8(ascii: "[")
    if isArray { at += 1 }
    let path = try readPath()
    for _ in 0..<(isArray ? 2 : 1) {
      guard take(UInt8(ascii: "]")) else { throw fault(.unclosedTable) }
    }
    try root.at(path.dropLast(), make: .implied, in: self) { table, reader throws(TOMLFault) in
      try table.open(path[path.count - 1], isArray: isArray, in: reader)
    }
    section = path
  }

  /// `key = value`; in an inline table as well.
  mutating func readPair(depth: Int) throws(TOMLFault) -> (path: [Key], value: TOMLValue) {
    let path = try readPath()
    guard take(UInt8(ascii: "=")) else { throw fault(.expectedEquals) }
    skipSpace()
    return (path, try readValue(depth: depth))
  }

  /// A dotted key with the spaces around its parts.
  private mutating func readPath() throws(TOMLFault) -> [Key] {
    var path: [Key] = []
    repeat {
      skipSpace()
      let start = at
      let name: String
      switch peek {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): name = try readKeyText()
      default:
        while let byte = peek, byte.isBareKey { at += 1 }
        guard at > start else { throw fault(.expectedKey) }
        name = String(decoding: bytes[start..<at], as: UTF8.self)
      }
      path.append(Key(name: name, offset: start))
      guard path.count <= Self.deepest else { throw fault(.tooDeep, at: start) }
      skipSpace()
    } while take(UInt8(ascii: "."))
    return path
  }

  private mutating func readLineEnd() throws(TOMLFault) {
    skipSpace()
    skipComment()
    guard peek == nil || takeNewline() else { throw fault(.expectedLineEnd) }
  }

  /// Only tabs and line breaks of the control characters, and only UTF-8: asked once, so that
  /// nothing below has to.
  private func checkCharacters() throws(TOMLFault) {
    for (offset, byte) in bytes.enumerated() where byte < 0x20 || byte == 0x7F {
      let isBreak =
        byte == 0x09 || byte == 0x0A
        || (byte == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A)
      guard isBreak else { throw fault(.controlCharacter, at: offset) }
    }
    guard String(validating: bytes, as: UTF8.self) == nil else { return }
    throw fault(.notUTF8, at: firstBadByte())
  }

  private func firstBadByte() -> Int {
    var decoder = UTF8()
    var input = bytes.makeIterator()
    var offset = 0
    while case .scalarValue(let scalar) = decoder.decode(&input) {
      offset += UTF8.width(scalar)
    }
    return offset
  }
}

extension TOMLReader {
  var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

  mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    at += 1
    return true
  }

  mutating func take(_ text: StaticString) -> Bool {
    let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    guard bytes[at...].starts(with: wanted) else { return false }
    at += wanted.count
    return true
  }

  mutating func takeNewline() -> Bool { take("\n") || take("\r\n") }

  mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x09 { at += 1 }
  }

  mutating func skipComment() {
    guard peek == UInt8(ascii: "#") else { return }
    while let byte = peek, byte != 0x0A, byte != 0x0D { at += 1 }
  }

  func fault(_ kind: TOMLFault.Kind, at offset: Int? = nil) -> TOMLFault {
    TOMLFault(kind: kind, position: TOMLPosition(offset: offset ?? at, in: bytes))
  }
}

extension UInt8 {
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }

  fileprivate var isBareKey: Bool {
    isDigit || (self | 0x20 >= 0x61 && self | 0x20 <= 0x7A) || self == 0x2D || self == 0x5F
  }
}
