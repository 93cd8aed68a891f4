import Phrases

/// The bytes that an XML reader is at, in UTF-8, as far as they have come.
///
/// A tag is looked at when the whole of it is there; what lies behind is dropped when more comes.
struct XMLSource: ~Copyable {
  private let part: String
  private let pieces: XMLReader.Pieces
  private var buffer: [UInt8] = []
  private(set) var position = 0
  private var isAtEnd = false
  private var hasBegun = false
  private var transcoder: UTF16Transcoder?

  /// The longest tag, in bytes.
  private static let tagLimit = 1 << 20

  init(part: String, pieces: @escaping XMLReader.Pieces) {
    self.part = part
    self.pieces = pieces
  }

  /// Whether the document was written in UTF-16.
  var isUTF16: Bool { transcoder != nil }

  /// A byte of the buffer, by its place there: places change when more comes.
  @inline(__always)
  subscript(index: Int) -> UInt8 { buffer[index] }

  /// A byte from the position on, which has to be there.
  @inline(__always)
  func byte(_ offset: Int) -> UInt8 { buffer[position &+ offset] }

  /// Whether there are `count` bytes from the position on; gets more where there are not.
  @inline(__always)
  mutating func has(_ count: Int) throws(Finding.WorkbookProblem) -> Bool {
    if buffer.count &- position >= count { return true }
    while buffer.count - position < count {
      guard try getMore() else { return false }
    }
    return true
  }

  @inline(__always)
  mutating func drop(_ count: Int) { position &+= count }

  /// Whether what comes next is `text`.
  mutating func begins(with text: StaticString) throws(Finding.WorkbookProblem) -> Bool {
    guard try has(text.utf8CodeUnitCount) else { return false }
    return text.withUTF8Buffer { $0.elementsEqual(buffer[position..<position + $0.count]) }
  }

  /// Calls `body` with a piece of the buffer.
  @inline(__always)
  func withBytes<Result>(
    _ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    buffer.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// Takes the text up to the next markup, reference or carriage return, as far as it is there.
  mutating func takeText() -> Range<Int> {
    let start = position
    buffer.withUnsafeBufferPointer { bytes in
      var index = start
      while index < bytes.count {
        let byte = bytes[index]
        if byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "\r") {
          break
        }
        index &+= 1
      }
      position = index
    }
    return start..<position
  }

  func append(_ range: Range<Int>, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: buffer[range])
  }

  /// Where the tag ends that begins at the position: its `>`, which stands in no value.
  mutating func tagEnd() throws(Finding.WorkbookProblem) -> Int {
    var scanned = 1
    var quote: UInt8 = 0
    while true {
      let found: Int? = buffer.withUnsafeBufferPointer { bytes in
        var index = position &+ scanned
        while index < bytes.count {
          let byte = bytes[index]
          if quote != 0 {
            if byte == quote { quote = 0 }
          } else if byte == UInt8(ascii: ">") {
            return index
          } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
            quote = byte
          }
          index &+= 1
        }
        scanned = index &- position
        return nil
      }
      if let found { return found }
      guard scanned < XMLSource.tagLimit, try getMore() else { throw .damaged(part: part) }
    }
  }

  /// Drops everything up to the next `text` and that as well, handing it on without that.
  mutating func drop(
    through text: StaticString, _ body: (ArraySlice<UInt8>) -> Void = { _ in }
  ) throws(Finding.WorkbookProblem) {
    let length = text.utf8CodeUnitCount
    while true {
      guard try has(length) else { throw .damaged(part: part) }
      let last = buffer.count - length
      let found = text.withUTF8Buffer { wanted in
        (position...last).first {
          buffer[$0] == wanted[0] && buffer[$0..<$0 + length].elementsEqual(wanted)
        }
      }
      // What may be its beginning stays.
      let end = found ?? last + 1
      body(buffer[position..<end])
      position = end
      if found != nil {
        position += length
        return
      }
      guard try getMore() else { throw .damaged(part: part) }
    }
  }

  /// Gets the next piece; false where there is none.
  private mutating func getMore() throws(Finding.WorkbookProblem) -> Bool {
    guard !isAtEnd else { return false }
    buffer.removeSubrange(..<position)
    position = 0
    guard let piece = try pieces() else {
      isAtEnd = true
      if transcoder?.isComplete == false { throw .damaged(part: part) }
      return false
    }
    if transcoder == nil {
      buffer.append(contentsOf: piece)
    } else {
      guard transcoder?.append(piece, to: &buffer) == true else { throw .damaged(part: part) }
    }
    if !hasBegun {
      // The first bytes say what the others are in.
      if buffer.count < 4 { return try getMore() || !buffer.isEmpty }
      try begin()
    }
    return true
  }

  /// Finds out what the document is in.
  private mutating func begin() throws(Finding.WorkbookProblem) {
    hasBegun = true
    if buffer.starts(with: [0xEF, 0xBB, 0xBF]) {
      position = 3
      return
    }
    if buffer.starts(with: [0xFF, 0xFE, 0, 0]) || buffer.starts(with: [0, 0, 0xFE, 0xFF]) {
      throw .encoding("UTF-32", part: part)
    }
    let isLittle = buffer.starts(with: [0xFF, 0xFE]) || buffer.starts(with: [0x3C, 0])
    guard isLittle || buffer.starts(with: [0xFE, 0xFF]) || buffer.starts(with: [0, 0x3C]) else {
      return
    }
    var transcoder = UTF16Transcoder(littleEndian: isLittle)
    let units = buffer
    buffer = []
    let isSound = units.withUnsafeBufferPointer { transcoder.append($0, to: &buffer) }
    guard isSound else { throw .damaged(part: part) }
    if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    self.transcoder = transcoder
  }
}

/// Makes UTF-8 of UTF-16 that comes piece by piece.
struct UTF16Transcoder {
  private let littleEndian: Bool
  private var half: UInt8?
  private var leading: UInt16?

  init(littleEndian: Bool) { self.littleEndian = littleEndian }

  /// Whether no character is cut in two at the end of what has come.
  var isComplete: Bool { half == nil && leading == nil }

  /// Appends what `piece` says; false where half of a pair stands alone.
  mutating func append(_ piece: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) -> Bool {
    for byte in piece {
      guard let first = half else {
        half = byte
        continue
      }
      half = nil
      let unit =
        littleEndian ? UInt16(byte) << 8 | UInt16(first) : UInt16(first) << 8 | UInt16(byte)
      guard let scalar = scalar(unit) else {
        if leading == nil { return false }
        continue
      }
      if let units = UTF8.encode(scalar) { bytes.append(contentsOf: units) }
    }
    return true
  }

  /// The character that `unit` ends; nil where there is none: it is kept in mind, or wrong.
  private mutating func scalar(_ unit: UInt16) -> Unicode.Scalar? {
    if let high = leading {
      leading = nil
      guard UTF16.isTrailSurrogate(unit) else { return nil }
      return Unicode.Scalar(0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(unit) - 0xDC00))
    }
    if UTF16.isLeadSurrogate(unit) {
      leading = unit
      return nil
    }
    return Unicode.Scalar(UInt32(unit))
  }
}
