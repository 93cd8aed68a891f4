/// A file in TOML 1.0 (https://toml.io/en/v1.0.0), read whole, with the place of every key.
///
/// Written here because TOMLKit, the library at hand, ends the process on some broken files (`[=` is
/// one), tells no place of a value, and takes twice as long to start.
///
///     let document = try TOMLDocument(Array("[search]\ntypos = true\n".utf8))
///     guard case .table(let search) = document.root["search"] else { return }
///     search["typos"]  // .boolean(true)
public struct TOMLDocument: Sendable {
  public let root: TOMLTable
  private let bytes: [UInt8]

  /// Reads a whole file.
  ///
  /// - Throws: the first fault and its place; nothing of a faulty file is used.
  public init(_ bytes: [UInt8]) throws(TOMLFault) {
    var reader = TOMLReader(bytes)
    self.bytes = bytes
    root = try reader.readDocument()
  }

  /// The place of a key that ``root`` holds, however deep.
  public func position(of entry: TOMLTable.Entry) -> TOMLPosition {
    TOMLPosition(offset: entry.offset, in: bytes)
  }
}

/// What stands to the right of a key.
public enum TOMLValue: Equatable, Sendable {
  case string(String)
  case integer(Int)
  case float(Double)
  case boolean(Bool)
  /// A date, a time or both, as written.
  case moment(String)
  case array([TOMLValue])
  case table(TOMLTable)
  /// What `[[name]]` headers make; unlike an ``array(_:)`` it may grow.
  case tables([TOMLTable])
}

/// Keys and their values, each with its place.
public struct TOMLTable: Equatable, Sendable {
  public struct Entry: Equatable, Sendable {
    public internal(set) var value: TOMLValue
    /// Where the key begins, in bytes from the file's start.
    public let offset: Int
  }

  /// What made a table decides who may still add to it.
  enum Origin: Equatable, Sendable {
    /// Named on the way to another by a header, `a` in `[a.b]`: its own header may still come.
    case implied
    case header
    /// Named on the way by a key, `a` in `a.b = 1`: more such keys may come.
    case dotted
    /// Written in braces: complete.
    case inline
  }

  public internal(set) var entries: [String: Entry] = [:]
  var origin: Origin

  public subscript(key: String) -> TOMLValue? { entries[key]?.value }
}

/// A place in a text file, counted from 1; columns are Unicode scalars.
public struct TOMLPosition: Hashable, Sendable {
  public let line: Int
  public let column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  init(offset: Int, in bytes: [UInt8]) {
    let before = bytes[..<min(offset, bytes.count)]
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    line = before.count { $0 == UInt8(ascii: "\n") } + 1
    column = before[start...].count { $0 & 0xC0 != 0x80 } + 1
  }
}

/// What is wrong with a file, and where.
public struct TOMLFault: Error, Hashable, Sendable {
  public let kind: Kind
  public let position: TOMLPosition

  public enum Kind: Hashable, Sendable, CaseIterable {
    /// A byte that is no UTF-8.
    case notUTF8
    /// A control character, also a carriage return alone.
    case controlCharacter
    case expectedKey
    case expectedEquals
    case expectedValue
    /// A word where a value should be, most likely a text without its quotes.
    case unquotedText
    case badNumber
    /// A date or time that the calendar or the clock does not have.
    case badMoment
    case unclosedText
    case badEscape
    case unclosedArray
    case unclosedTable
    /// Something more on the line of a complete setting or header.
    case expectedLineEnd
    /// A key or a table that was already there.
    case duplicate
    case tooDeep
  }
}
