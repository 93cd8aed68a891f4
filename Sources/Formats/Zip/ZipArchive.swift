import Phrases

/// A zip archive in memory: its parts as its central directory lists them (APPNOTE.TXT 6.3).
///
/// What the directory says is believed of nothing but where a part begins; sizes and checksums are held
/// against what comes out. Archives inside the archive are parts like others and are not opened.
struct ZipArchive {
  /// One line of the directory.
  struct Entry {
    let name: String
    let method: Int
    let isEncrypted: Bool
    let checksum: UInt32
    /// In bytes, as they stand in the archive.
    let storedSize: Int
    /// In bytes, once it is unpacked.
    let size: Int
    /// Where its own head begins.
    let head: Int
  }

  private let bytes: LittleEndianBytes
  private let limits: ZipLimits
  private let entries: [String: Entry]
  private let unpacked = UnpackedBytes()
  /// In the order of the directory.
  let names: [String]

  /// Reads the directory; `bytes` have to stay where they are for as long as this is used.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, _ limits: ZipLimits = ZipLimits()
  ) throws(Finding.WorkbookProblem) {
    self.bytes = LittleEndianBytes(bytes)
    self.limits = limits
    let list = try ZipDirectory(of: self.bytes, limits).entries
    var entries: [String: Entry] = [:]
    for entry in list {
      // Two parts of one name are two readings of one file.
      guard entries.updateValue(entry, forKey: ZipArchive.folded(entry.name)) == nil else {
        throw .damaged(part: entry.name)
      }
    }
    self.entries = entries
    names = list.map(\.name)
  }

  /// The part of that name; names are the same in either case, as office programs have it.
  subscript(name: String) -> Entry? { entries[ZipArchive.folded(name)] }

  /// The bytes of a part, to be asked for piece by piece.
  func part(_ entry: Entry) throws(Finding.WorkbookProblem) -> ZipPart {
    guard !entry.isEncrypted else { throw .encrypted }
    // The head has lengths of its own, which need not be those of the directory.
    guard bytes.number4(at: entry.head) == 0x0403_4B50,
      let nameLength = bytes.number2(at: entry.head + 26),
      let extraLength = bytes.number2(at: entry.head + 28),
      let content = bytes.slice(
        from: entry.head + 30 + nameLength + extraLength, count: entry.storedSize)
    else { throw .damaged(part: entry.name) }
    return try ZipPart(entry, content, limits, unpacked)
  }

  /// All of a part at once, for what is known to be small.
  func contents(_ entry: Entry) throws(Finding.WorkbookProblem) -> [UInt8] {
    let part = try part(entry)
    var all: [UInt8] = []
    while let piece = try part.next() { all += piece }
    return all
  }

  private static func folded(_ name: String) -> String {
    let scalars = name.lowercased().unicodeScalars.map { $0 == "\\" ? "/" : $0 }
    return String(String.UnicodeScalarView(scalars.drop { $0 == "/" }))
  }
}

/// How much of everything an archive may hold.
struct ZipLimits {
  var parts = 2_000
  /// What the parts that are read may unpack to, all together, in bytes.
  var bytes = 256 << 20
  /// How many times its size a part may become, once it is larger than ``freeBytes``.
  var inflation = 100
  var freeBytes = 1 << 20
}

/// Bytes with the numbers in them, every access checked.
struct LittleEndianBytes {
  private let base: UnsafeBufferPointer<UInt8>
  var count: Int { base.count }

  init(_ bytes: UnsafeBufferPointer<UInt8>) { base = bytes }

  /// Nil where it is not all there.
  func slice(from start: Int, count: Int) -> UnsafeBufferPointer<UInt8>? {
    guard start >= 0, count >= 0, start <= base.count, count <= base.count - start else {
      return nil
    }
    return UnsafeBufferPointer(rebasing: base[start..<start + count])
  }

  func number2(at offset: Int) -> Int? { number(at: offset, bytes: 2) }
  func number4(at offset: Int) -> Int? { number(at: offset, bytes: 4) }

  /// Nil also where it is too large for any size.
  func number8(at offset: Int) -> Int? { number(at: offset, bytes: 8) }

  private func number(at offset: Int, bytes: Int) -> Int? {
    guard offset >= 0, offset <= base.count - bytes else { return nil }
    var number: UInt64 = 0
    for index in 0..<bytes { number |= UInt64(base[offset + index]) << UInt64(8 * index) }
    return Int(exactly: number)
  }
}
